"""What the room does by itself: sees that each run that was begun is made. How one is made is in `asking`."""

from datetime import datetime

from careercoach.core import db, jobs
from careercoach.core.jobs import Offer
from careercoach.features.resume_builder import service
from careercoach.features.resume_builder.asking import job_of, rewrite

__all__ = ["due", "rewrite"]


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """Runs whose process died before their job was there."""
    async with db.reading() as session:
        running = await service.list_running(session)
    return [Offer(rewrite, f"{user_id}/{run}", job_of(user_id, run)) for user_id, run in running]
