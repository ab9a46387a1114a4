"""Old records of finished jobs are deleted once a day; the engine has no such job of its own."""

from datetime import datetime, timedelta

from careercoach.core.jobs.contract import JobKind, JobRun, Json, Offer, Queue
from careercoach.core.jobs.engine import DurableJobs

BATCH = 500
TRIES = 3


class Retention:
    """Offers and runs the daily clean-up."""

    def __init__(self, retention_days: int) -> None:
        self._age = timedelta(days=retention_days)
        self._jobs: DurableJobs | None = None
        self.kind = JobKind(name="jobs.purge", queue=Queue.MAINTENANCE, body=self._purge)

    def connect(self, jobs: DurableJobs) -> None:
        self._jobs = jobs

    async def due(self, now: datetime) -> list[Offer]:
        """One clean-up per UTC day, reaching back from the start of that day."""
        today = now.date().isoformat()
        return [Offer(self.kind, ref=today, key=f"purge/{today}")]

    async def _purge(self, run: JobRun, ref: str) -> Json:
        before = (datetime.fromisoformat(f"{ref}T00:00:00+00:00") - self._age).isoformat()
        deleted = 0
        while batch := await run.step("delete old records", self._delete_batch, before, tries=TRIES):
            deleted += batch
        return deleted

    async def _delete_batch(self, before: str) -> int:
        if self._jobs is None:
            raise RuntimeError("the engine has not started")
        old = await self._jobs.finished_before(before, BATCH)
        if old:
            await self._jobs.delete(old)
        return len(old)
