"""What the room does by itself: sees that each run that was begun is made, deletes for good what people removed."""

from datetime import datetime

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.jobs import JobRun, Json, Offer, Queue
from careercoach.features.job_matches import service
from careercoach.features.job_matches.analysing import analyse, job_of

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
    """Runs whose process died before their job was there; one clean-up per half hour, when something waits for it."""
    async with db.reading() as session:
        running = await service.list_running(session)
        is_waiting = await service.has_removed(session, now=now)
    offers = [Offer(analyse, f"{one}/{run}", job_of(str(one), run)) for one, run in running]
    slot = f"{now:%Y-%m-%dT%H}:{now.minute // 30 * 30:02d}"
    return offers + ([Offer(forget_removed, ref=slot, key=f"forget-removed-matches/{slot}")] if is_waiting else [])
