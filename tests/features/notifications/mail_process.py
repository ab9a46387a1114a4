"""A process that sends mail, and may be killed at the worst moment: `python -m …mail_process die|live`.

Its provider notes every message it takes in the file `taken`; with `die` the process is gone before it can say so.
It ends by itself when no mail is on its way any more.
"""

import asyncio
import hashlib
import os
import signal
import sys

from careercoach.core import db, jobs
from careercoach.core.jobs import JobsConfig
from careercoach.features.notifications import jobs as room_jobs
from careercoach.features.notifications import service
from careercoach.features.notifications.schemas import MailState
from careercoach.ports.mail import MailMessage, use_mailer
from careercoach.ports.mail.eml import build_eml
from careercoach.settings import settings
from tests.core.jobs.processes import quick_queues


class NotingMailer:
    async def send(self, message: MailMessage) -> str:
        digest = hashlib.sha256(build_eml(message, sender=settings.mail_from)).hexdigest()
        with open(settings.data_dir / "taken", "a", encoding="utf-8") as file:
            file.write(f"{message.key} {message.message_id} {digest}\n")
            file.flush()
            os.fsync(file.fileno())
        if sys.argv[1] == "die":
            os.kill(os.getpid(), signal.SIGKILL)
        return message.message_id


async def main() -> None:
    assert room_jobs.send is not None
    use_mailer(NotingMailer())
    config = JobsConfig(settings.data_dir, tick_s=0.2, heartbeat_s=0.2, silent_s=1.0, queues=quick_queues())
    async with jobs.lifespan(config):
        for _ in range(600):
            async with db.reading() as session:
                mails = (await service.list_outbox(session)).mails
            if all(mail.state in (MailState.SENT, MailState.FAILED) for mail in mails):
                return
            await asyncio.sleep(0.05)
        raise SystemExit("a mail is still on its way")


asyncio.run(main())
