"""Looks whether everything the app depends on is there: fast enough to be asked every few seconds."""

import asyncio
import os
import shutil
import uuid
from collections.abc import Awaitable, Callable
from datetime import timedelta

from sqlalchemy import text

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.features.admin.schemas import Check, Health
from careercoach.migrations import schema_versions
from careercoach.ports.files import FilesUnavailableError, files
from careercoach.settings import settings

LEAST_FREE_SHARE = 0.05
OLDEST_BEAT = timedelta(seconds=120)
OLDEST_WAITING_JOB_S = 15 * 60
CHECK_WAIT_S = 4.0


async def check_health() -> Health:
    """Every check, side by side, each with its own time limit."""
    checks = await asyncio.gather(*(_within_time(name, look) for name, look in LOOKS.items()))
    return Health(ok=all(check.ok for check in checks), checks=list(checks))


async def _within_time(name: str, look: Callable[[], Awaitable[Check]]) -> Check:
    try:
        return await asyncio.wait_for(look(), CHECK_WAIT_S)
    except TimeoutError:
        return Check(name=name, ok=False, reason="slow")
    except Exception as error:  # whatever it is, the operator must see it as a failed check
        return Check(name=name, ok=False, reason="error", detail=type(error).__name__)


async def _database() -> Check:
    async with db.transaction() as session:
        # A write that is taken back: a full disk or a read-only file shows here, not at the next person's click.
        await session.execute(text("create temporary table if not exists health (x integer)"))
        await session.execute(text("delete from rate_buckets where key = 'health'"))
    return Check(name="database", ok=True)


async def _schema() -> Check:
    have, want = await asyncio.to_thread(schema_versions)
    return Check(name="schema", ok=have == want, reason="" if have == want else "old", detail=f"{have} / {want}")


async def _storage() -> Check:
    def write() -> None:
        path = settings.data_dir / f".health-{os.getpid()}-{uuid.uuid4().hex[:6]}"
        path.write_bytes(b"x")
        path.unlink()

    try:
        await asyncio.to_thread(write)
    except OSError as error:
        return Check(name="storage", ok=False, reason="not-writable", detail=error.strerror or "")
    if settings.files_service == "disk":
        return Check(name="storage", ok=True)
    try:
        await files().check()
    except FilesUnavailableError as error:
        return Check(name="storage", ok=False, reason="not-writable", detail=error.reason)
    return Check(name="storage", ok=True, detail="s3")


async def _disk() -> Check:
    usage = shutil.disk_usage(settings.data_dir)
    share = usage.free / usage.total
    enough = share > LEAST_FREE_SHARE
    return Check(name="disk", ok=enough, reason="" if enough else "full", detail=f"{share:.0%}")


async def _scheduler() -> Check:
    if not settings.run_jobs:
        return Check(name="scheduler", ok=True, detail="off")
    beat = jobs.last_tick_at()
    if beat is None or utc_now() - beat > OLDEST_BEAT:
        return Check(name="scheduler", ok=False, reason="silent")
    return Check(name="scheduler", ok=True)


async def _jobs() -> Check:
    if not settings.run_jobs:
        return Check(name="jobs", ok=True, detail="off")
    found = await jobs.counts()
    late = found.oldest_waiting_s > OLDEST_WAITING_JOB_S
    return Check(name="jobs", ok=not late, reason="late" if late else "", detail=f"{found.waiting}")


LOOKS: dict[str, Callable[[], Awaitable[Check]]] = {
    "database": _database,
    "schema": _schema,
    "storage": _storage,
    "disk": _disk,
    "scheduler": _scheduler,
    "jobs": _jobs,
}
