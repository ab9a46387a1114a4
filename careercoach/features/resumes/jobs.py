"""Deletes for good what people removed, once the time to undo is over."""

from datetime import datetime

from careercoach.core import db, jobs
from careercoach.core.jobs import JobRun, Json, Offer, Queue
from careercoach.features.resumes import flows, service


@jobs.job("resumes.forget_removed", queue=Queue.MAINTENANCE)
async def forget_removed(run: JobRun, ref: str) -> Json:
    """Once per half hour. `ref` is the half hour."""
    return await run.step("forget", flows.forget_removed)


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """One clean-up per half hour, only when something waits for it."""
    async with db.reading() as session:
        if not await service.list_expired(session, now=now):
            return []
    slot = f"{now:%Y-%m-%dT%H}:{now.minute // 30 * 30:02d}"
    return [Offer(forget_removed, ref=slot, key=f"forget-removed-resumes/{slot}")]
