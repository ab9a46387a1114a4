"""Once a day, what is too old goes; each minute, what a dead process left behind."""

from datetime import datetime

from careercoach.core import jobs
from careercoach.core.jobs import JobRun, Json, Offer, Queue
from careercoach.features.usage import flows


@jobs.job("usage.purge", queue=Queue.MAINTENANCE)
async def purge(run: JobRun, ref: str) -> Json:
    """`ref` is the day."""
    return await run.step("delete", flows.clean_up, tries=3)


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """One clean-up for each UTC day. Places that nobody will settle any more are given back at once."""
    await flows.give_back_lost(now)
    today = now.date().isoformat()
    return [Offer(purge, ref=today, key=f"usage-purge/{today}")]
