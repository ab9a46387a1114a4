"""Once a day old texts are forgotten."""

from datetime import datetime

from careercoach.core import jobs
from careercoach.core.jobs import JobRun, Json, Offer, Queue
from careercoach.features.connections import flows


@jobs.job("connections.purge", queue=Queue.MAINTENANCE)
async def purge(run: JobRun, ref: str) -> Json:
    """`ref` is the day."""
    return await run.step("delete", flows.clean_up, tries=3)


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """One clean-up for each UTC day."""
    today = now.date().isoformat()
    return [Offer(purge, ref=today, key=f"connections-purge/{today}")]
