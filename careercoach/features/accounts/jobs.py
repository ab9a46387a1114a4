"""Clears away what has run out."""

from datetime import datetime

from careercoach.core import db, jobs
from careercoach.core.jobs import JobRun, Json, Offer, Queue
from careercoach.features.accounts import service


@jobs.job("accounts.sweep", queue=Queue.MAINTENANCE)
async def sweep(run: JobRun, ref: str) -> Json:
    """Once a day. `ref` is the day."""
    return await run.step("sweep", _sweep, tries=3)


async def _sweep() -> Json:
    async with db.transaction() as session:
        await service.sweep(session)


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """The clean-up of this day."""
    return [Offer(sweep, ref=f"{now:%Y-%m-%d}", key=f"accounts-sweep/{now:%Y-%m-%d}")]
