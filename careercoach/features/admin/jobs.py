"""House-keeping, once a day."""

from dataclasses import asdict
from datetime import datetime

from careercoach.core import jobs
from careercoach.core.jobs import JobRun, Json, Offer, Queue
from careercoach.features.admin import flows


@jobs.job("files.sweep", queue=Queue.MAINTENANCE)
async def sweep_files(run: JobRun, ref: str) -> Json:
    """Files and rows that have lost each other. `ref` is the day; the result says what was found."""
    return await run.step("sweep", _sweep, tries=3, wait_s=60)


async def _sweep() -> Json:
    return asdict(await flows.sweep_files())


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """Once a day."""
    day = f"{now:%Y-%m-%d}"
    return [Offer(sweep_files, ref=day, key=f"files-sweep/{day}")]
