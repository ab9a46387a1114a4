"""The jobs of this process: plain functions for everybody, and the lifespan of the engine behind them."""

import asyncio
import importlib
from collections.abc import AsyncGenerator, AsyncIterator, Generator
from contextlib import asynccontextmanager, contextmanager
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from careercoach.core.jobs.config import JobsConfig, config_from_settings
from careercoach.core.jobs.contract import (
    JobCounts,
    JobId,
    JobKind,
    Jobs,
    JobsNotRunningError,
    JobState,
    JobStatus,
    JobView,
    ProgressEvent,
    Queue,
)
from careercoach.core.jobs.registry import due_functions, kinds

if TYPE_CHECKING:
    from careercoach.core.jobs.tick import Ticker

_jobs: Jobs | None = None
_ticker: "Ticker | None" = None


async def submit(
    kind: JobKind,
    ref: str,
    *,
    key: str,
    queue: Queue | None = None,
    delay: timedelta | None = None,
    priority: int | None = None,
) -> JobId:
    """Put a job into its queue and return its id, which is the key.

    `delay` is how long it waits at least; `priority` goes from 1 (soon) up (late), without one it comes
    first. An id already on record is left as it is. Raises ValueError for a bad key, JobsNotRunningError.
    """
    return await _current().submit(kind, ref, key=key, queue=queue, delay=delay, priority=priority)


async def start_now(kind: JobKind, ref: str, *, key: str) -> JobId:
    """Start a job in this process at once, as durable as a queued one: for a click that somebody waits on."""
    return await _current().start_now(kind, ref, key=key)


async def status(job: JobId) -> JobStatus:
    """Where a job is. Raises NotFoundError if it is not (or no longer) on record."""
    return await _current().status(job)


def progress(job: JobId, offset: int = 0) -> AsyncIterator[ProgressEvent]:
    """The reports of a job from number `offset` on, as they come; ends when the job has ended.

    Raises NotFoundError if it is not on record.
    """
    return _current().progress(job, offset)


async def cancel(job: JobId) -> None:
    """Stop a job; nothing happens if it has ended or is unknown."""
    await _current().cancel(job)


async def retry(job: JobId) -> None:
    """Run a failed, cancelled or dead job again from the step that failed (for admins).

    Raises NotFoundError for an unknown id, ConflictError for a job that is done or still on its way.
    """
    await _current().retry(job)


async def erase(prefix: str) -> int:
    """Stop and forget every job whose key begins so, e.g. with `daily-email/{user}/`; returns how many.

    For people who leave: no record remains. Raises ValueError for a prefix so short that it could mean others.
    """
    return await _current().erase(prefix)


async def list_jobs(state: JobState | None = None, limit: int = 50) -> list[JobView]:
    """The newest jobs, of one state or of all."""
    return await _current().list_jobs(state, limit)


async def counts() -> JobCounts:
    """How many jobs are in which state, and how long the oldest waits."""
    return await _current().counts()


def last_tick_at() -> datetime | None:
    """When this process last asked what is due (UTC); None before the first time or if it does not tick."""
    return _ticker.last_tick_at if _ticker else None


@contextmanager
def use_jobs(jobs: Jobs) -> Generator[None]:
    """Let these jobs stand behind the functions of this package, until the block ends."""
    global _jobs
    before, _jobs = _jobs, jobs
    try:
        yield
    finally:
        _jobs = before


@asynccontextmanager
async def lifespan(config: JobsConfig | None = None) -> AsyncGenerator[None]:
    """Background work for as long as the block runs, on the running loop. Import all features before.

    Leaving takes `config.stop_s` seconds at most: no new job is taken, running ones get a moment to finish,
    the rest goes back into the queue.
    """
    global _ticker
    config = config or config_from_settings()
    # The engine takes seconds to import; whoever only registers or submits must not wait for it.
    host_module, engine, reaper_module, retention_module, tick = await asyncio.to_thread(
        lambda: [
            importlib.import_module(f"careercoach.core.jobs.{name}")
            for name in ("host", "engine", "reaper", "retention", "tick")
        ]
    )
    host = host_module.EngineHost(config)
    reaper = reaper_module.Reaper(config)
    retention = retention_module.Retention(config.retention_days)
    try:
        await host.start([*kinds(), reaper.kind, retention.kind])
        jobs = engine.DurableJobs(host)
        reaper.connect(jobs, host.ledger, host.executor_id)
        retention.connect(jobs)
        ticker = tick.Ticker(config, jobs, reaper, [*due_functions(), retention.due])
        ticker.start()
        _ticker = ticker
        try:
            with use_jobs(jobs):
                yield
        finally:
            await ticker.stop()
            _ticker = None
    finally:
        await host.stop()


def _current() -> Jobs:
    if _jobs is None:
        raise JobsNotRunningError
    return _jobs
