"""A process that has a resume rewritten, and may be killed: `python -m …asking_process <person> die|live`.

Its model notes every question in the file `asked`; with `die` the process is gone before the second answer.
"""

import asyncio
import os
import signal
import sys
from uuid import UUID

from careercoach.core import jobs
from careercoach.core.jobs import JobsConfig
from careercoach.features.resume_builder import asking, writer
from careercoach.features.resume_builder.schemas import RewriteAnswer
from careercoach.ports.ai import use_coach
from careercoach.settings import settings
from tests.core.jobs.processes import quick_queues
from tests.features.resume_builder.conftest import PART, PatientCoach

PERSON, MODE = UUID(sys.argv[1]), sys.argv[2]


class NotingCoach(PatientCoach):
    async def ask(self, task, *, language, asker=None, **inputs) -> RewriteAnswer:
        with open(settings.data_dir / "asked", "a", encoding="utf-8") as file:
            file.write(f"{len(inputs['passages'])}\n")
            file.flush()
            os.fsync(file.fileno())
        if MODE == "die" and len(self.asked) == 1:
            os.kill(os.getpid(), signal.SIGKILL)
        self.let(1)
        return await super().ask(task, language=language, asker=asker, **inputs)


async def main() -> None:
    use_coach(NotingCoach())
    writer.ASKED_MOST = PART
    config = JobsConfig(settings.data_dir, tick_s=0.2, heartbeat_s=0.2, silent_s=1.0, queues=quick_queues())
    async with jobs.lifespan(config):
        job = await asking.ensure(PERSON, 1, language="en")
        for _ in range(600):
            if (await asking.look(PERSON)).run.state == "done":
                return
            await asyncio.sleep(0.05)
        raise SystemExit(f"{job} never came to its end")


asyncio.run(main())
