"""Deletes for good what people removed, once the time to undo is over. The job of an analysis is in `analysing`."""

from datetime import datetime

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.jobs import JobRun, Json, Offer, Queue
from careercoach.features.job_matches import service
from careercoach.features.job_matches.analysing import analyse

__all__ = ["analyse", "due", "forget_removed"]


@jobs.job("job_matches.forget_removed", queue=Queue.MAINTENANCE)
async def forget_removed(run: JobRun, ref: str) -> Json:
    """Once per half hour. `ref` is the half hour."""
    return await run.step("forget", _forget)


async def _forget() -> Json:
    async with db.transaction() as session:
        await service.forget_removed(session, now=utc_now())


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """One clean-up per half hour, only when something waits for it."""
    async with db.reading() as session:
        if not await service.has_removed(session, now=now):
            return []
    slot = f"{now:%Y-%m-%dT%H}:{now.minute // 30 * 30:02d}"
    return [Offer(forget_removed, ref=slot, key=f"forget-removed-matches/{slot}")]
