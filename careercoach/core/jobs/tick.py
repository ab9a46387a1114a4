"""The clock of the background work: asks every minute what is due, and beats for this process.

It only wakes up. What is due is found by asking, and ids make a doubled or late tick harmless.
"""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime
from typing import cast

from apscheduler.schedulers.asyncio import AsyncIOScheduler  # pyright: ignore[reportMissingTypeStubs]

from careercoach.core.clock import utc_now
from careercoach.core.jobs.config import JobsConfig
from careercoach.core.jobs.contract import Due
from careercoach.core.jobs.engine import DurableJobs
from careercoach.core.jobs.reaper import Reaper

log = logging.getLogger("careercoach.jobs")

LAST_CALL_S = 1.0


class Ticker:
    """In-memory scheduler with two entries, tick and heartbeat, on the running loop."""

    def __init__(self, config: JobsConfig, jobs: DurableJobs, reaper: Reaper, due: Sequence[Due]) -> None:
        self._config = config
        self._jobs = jobs
        self._reaper = reaper
        self._due = due
        self._scheduler = AsyncIOScheduler(timezone=UTC)
        self._calls: set[asyncio.Task[object]] = set()
        self.last_tick_at: datetime | None = None
        """When a tick last went through (UTC); None before the first."""

    def start(self) -> None:
        """Tick and beat from now on. A pause of the machine leads to one late run, not to many."""
        self._every(self._config.heartbeat_s, "heartbeat", self._beat)
        if self._config.run_jobs:
            self._every(self._config.tick_s, "tick", self.tick)
        self._scheduler.start()

    async def stop(self) -> None:
        """No further tick; one on its way may end, for the scheduler itself would tear it off."""
        self._scheduler.pause()
        if self._calls:
            await asyncio.wait(self._calls, timeout=LAST_CALL_S)
        self._scheduler.shutdown(wait=False)

    async def tick(self) -> int:
        """Ask everybody what is due and offer it; returns how many were new. Who fails stops no other."""
        now = utc_now()
        fresh = 0
        for due in self._due:
            try:
                fresh += await self._jobs.offer(await due(now))
            except Exception:
                log.exception("could not find or offer what is due in %s", due.__module__)
        await self._reaper.watch_strangers()
        self.last_tick_at = now
        return fresh

    def _every(self, seconds: float, name: str, call: Callable[[], Awaitable[object]]) -> None:
        async def watched() -> None:
            this = asyncio.current_task()
            if this is not None:
                self._calls.add(this)
                this.add_done_callback(self._calls.discard)
            await call()

        add_job = cast(Callable[..., object], self._scheduler.add_job)  # pyright: ignore[reportUnknownMemberType]
        add_job(
            watched,
            "interval",
            seconds=seconds,
            name=name,
            next_run_time=utc_now(),
            coalesce=True,
            max_instances=1,
            misfire_grace_time=None,
        )

    async def _beat(self) -> None:
        try:
            await self._reaper.beat()
        except Exception:
            log.exception("heartbeat failed")
