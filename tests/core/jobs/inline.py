"""Jobs without an engine, for tests of features: the same port in memory, each job run at once on the test's loop.

    with inline_jobs() as inline:
        ...  # whatever starts jobs
        await inline.settle()

Nothing survives the process; what a crash does is tested with the engine.
"""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Generator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from careercoach.core import jobs
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, ConflictError, NotFoundError
from careercoach.core.jobs import (
    JobCounts,
    JobId,
    JobKind,
    JobState,
    JobStatus,
    JobView,
    Json,
    Offer,
    ProgressEvent,
    Queue,
    StepFailedError,
)
from careercoach.core.jobs.contract import as_json, checked_key, checked_prefix


class InlineRun:
    """Runs steps directly and keeps the reports."""

    def __init__(self, job_id: JobId, ref: str, kind: JobKind) -> None:
        now = utc_now()
        self.kind = kind
        self.view = JobStatus(
            id=job_id,
            kind=kind.name,
            ref=ref,
            queue=kind.queue,
            state=JobState.WAITING,
            attempts=0,
            created_at=now,
            updated_at=now,
        )
        self.reports: list[ProgressEvent] = []
        self.news = asyncio.Condition()
        self.task: asyncio.Task[None] | None = None
        self._place = 0
        self._kept: dict[int, Json] = {}

    @property
    def job_id(self) -> JobId:
        return self.view.id

    async def step(
        self,
        name: str,
        action: Callable[..., Awaitable[Json]],
        *args: Any,
        tries: int = 1,
        wait_s: float = 1.0,
        timeout_s: float | None = None,
    ) -> Json:
        self.view.step = name
        self._place += 1
        place = self._place
        if place in self._kept:
            return self._kept[place]
        for tried in range(1, tries + 1):
            try:
                async with asyncio.timeout(timeout_s):
                    self._kept[place] = as_json(await action(*args))
                    return self._kept[place]
            except Exception as error:
                if tried == tries:
                    text_key = error.text_key if isinstance(error, CoachError) else ""
                    raise StepFailedError(name, type(error).__name__, text_key) from error

    async def report(self, percent: int, text_key: str, **values: Json) -> None:
        self._place += 1
        if self._place in self._kept:
            return
        self._kept[self._place] = None
        offset = len(self.reports)
        event = ProgressEvent(offset=offset, percent=percent, text_key=text_key, values=as_json(values))
        self.reports.append(event)
        await self._tell()

    async def live(self) -> None:
        """Run the body to its end and note how it went."""
        self.view.state, self.view.attempts = JobState.RUNNING, self.view.attempts + 1
        self.view.error = self.view.text_key = ""
        self._place = 0
        try:
            self.view.result = as_json(await self.kind.body(self, self.view.ref))
            self.view.state = JobState.DONE
        except asyncio.CancelledError:
            self.view.state = JobState.CANCELLED
        except StepFailedError as error:
            self._fail(error.error, error.text_key)
        except Exception as error:
            self._fail(type(error).__name__, error.text_key if isinstance(error, CoachError) else "")
        self.view.updated_at = utc_now()
        await self._tell()

    def _fail(self, error: str, text_key: str) -> None:
        self.view.state, self.view.error, self.view.text_key = JobState.FAILED, error, text_key

    async def _tell(self) -> None:
        async with self.news:
            self.news.notify_all()


class InlineJobs:
    """The port (see Jobs). Delayed jobs are remembered but never run."""

    def __init__(self) -> None:
        self.runs: dict[JobId, InlineRun] = {}

    async def submit(
        self,
        kind: JobKind,
        ref: str,
        *,
        key: str,
        queue: Queue | None = None,
        delay: timedelta | None = None,
        priority: int | None = None,
    ) -> JobId:
        if checked_key(key) not in self.runs:
            run = self.runs[key] = InlineRun(key, ref, kind)
            run.view.queue = queue or kind.queue
            run.view.state = JobState.DELAYED if delay else JobState.WAITING
            if not delay:
                run.task = asyncio.create_task(run.live())
        if self.runs[key].kind.name != kind.name:
            raise ValueError(f"{key!r} is a job of another kind already")
        return key

    async def start_now(self, kind: JobKind, ref: str, *, key: str) -> JobId:
        return await self.submit(kind, ref, key=key)

    async def offer(self, offers: list[Offer]) -> int:
        fresh = {offer.key: offer for offer in offers if offer.key not in self.runs}
        for key, offer in fresh.items():
            await self.submit(offer.kind, offer.ref, key=key, queue=offer.queue, delay=offer.delay)
        return len(fresh)

    async def status(self, job: JobId) -> JobStatus:
        return self._run(job).view.model_copy()

    async def progress(self, job: JobId, offset: int = 0) -> AsyncIterator[ProgressEvent]:
        run = self._run(job)
        while True:
            for event in run.reports[offset:]:
                offset = event.offset + 1
                yield event
            async with run.news:
                if offset >= len(run.reports):
                    if run.view.state.is_final:
                        return
                    await run.news.wait()

    async def cancel(self, job: JobId) -> None:
        run = self.runs.get(job)
        if run and not run.view.state.is_final:
            run.view.state = JobState.CANCELLED
            if run.task:
                run.task.cancel()
                await asyncio.wait([run.task])

    async def retry(self, job: JobId) -> None:
        run = self._run(job)
        if run.view.state is JobState.DONE or not run.view.state.is_final:
            raise ConflictError
        run.task = asyncio.create_task(run.live())

    async def erase(self, prefix: str) -> int:
        erased = [job for job in self.runs if job.startswith(checked_prefix(prefix))]
        for job in erased:
            await self.cancel(job)
            del self.runs[job]
        return len(erased)

    async def list_jobs(self, state: JobState | None = None, limit: int = 50) -> list[JobView]:
        views = [run.view for run in reversed(self.runs.values()) if state in (None, run.view.state)]
        return [JobView(**view.model_dump()) for view in views[:limit]]

    async def counts(self) -> JobCounts:
        counts = JobCounts()
        for run in self.runs.values():
            setattr(counts, run.view.state.value, getattr(counts, run.view.state.value) + 1)
        return counts

    async def settle(self) -> None:
        """Wait until every job that can end has ended, also those that jobs have submitted."""
        while tasks := [run.task for run in self.runs.values() if run.task and not run.task.done()]:
            await asyncio.wait(tasks)

    def _run(self, job: JobId) -> InlineRun:
        if job not in self.runs:
            raise NotFoundError
        return self.runs[job]


@contextmanager
def inline_jobs() -> Generator[InlineJobs]:
    """Let jobs run inline behind `careercoach.core.jobs` until the block ends."""
    inline = InlineJobs()
    with jobs.use_jobs(inline):
        yield inline
