"""Starting and stopping, in this process."""

import asyncio
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest
import sqlalchemy as sa

from careercoach.core import jobs
from careercoach.core.clock import utc_now
from careercoach.core.ids import new_id
from careercoach.core.jobs import JobRun, JobsConfig, JobsNotRunningError, JobState, Json, job
from careercoach.settings import settings
from tests.timing import stretched

pytestmark = pytest.mark.asyncio


async def nothing() -> None:
    return None


@job("lifespan.small")
async def small(run: JobRun, ref: str) -> Json:
    return await run.step("nothing", nothing)


async def done(job_id: str) -> bool:
    for _ in range(400):
        if (await jobs.status(job_id)).state is JobState.DONE:
            return True
        await asyncio.sleep(0.02)
    return False


async def test_without_it_nobody_may_submit():
    with pytest.raises(JobsNotRunningError):
        await jobs.submit(small, "r", key="small/r")
    assert jobs.last_tick_at() is None


async def test_ticks_at_once_and_stops_soon(tmp_path: Path):
    before = utc_now()
    async with jobs.lifespan(JobsConfig(tmp_path)):
        await jobs.start_now(small, "r", key="small/r")
        for _ in range(200):
            if jobs.last_tick_at():
                break
            await asyncio.sleep(0.02)
        ticked = jobs.last_tick_at()
        assert ticked is not None and before <= ticked <= utc_now()
        assert await done("small/r")
        stopping = time.monotonic()
    assert time.monotonic() - stopping < stretched(3)
    assert jobs.last_tick_at() is None
    # The loop's threads, which the engine had lent it, work as before.
    assert await asyncio.to_thread(lambda: 7) == 7
    with pytest.raises(JobsNotRunningError):
        await jobs.status("small/r")


async def test_jobs_live_in_a_file_of_their_own_in_wal_mode(tmp_path: Path):
    async with jobs.lifespan(JobsConfig(tmp_path)):
        await jobs.start_now(small, "r", key="small/r")
    database = sa.create_engine(f"sqlite:///{tmp_path / 'jobs.db'}")
    with database.connect() as connection:
        assert connection.execute(sa.text("PRAGMA journal_mode")).scalar() == "wal"
        assert connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
        # Nobody is left on the list of the living: this process said goodbye.
        assert connection.execute(sa.text("SELECT count(*) FROM job_executors")).scalar() == 0
    database.dispose()


async def test_starts_again_in_the_same_process(tmp_path: Path):
    for number in range(3):
        async with jobs.lifespan(JobsConfig(tmp_path)):
            assert await done(await jobs.submit(small, "r", key=f"small/{number}"))
    engine_threads = [thread.name for thread in threading.enumerate() if "queue-worker" in thread.name]
    assert engine_threads == []


async def test_a_start_that_fails_leaves_nothing_behind(tmp_path: Path):
    nowhere = JobsConfig(tmp_path, database_url="postgresql://nobody@127.0.0.1:1/nothing")
    with pytest.raises(sa.exc.OperationalError):
        async with jobs.lifespan(nowhere):
            pass
    async with jobs.lifespan(JobsConfig(tmp_path)):
        assert await done(await jobs.submit(small, "r", key="small/r"))


async def test_pages_only_process_leaves_jobs_to_others(tmp_path: Path):
    config = JobsConfig(tmp_path, run_jobs=False)
    ref = str(new_id())
    async with jobs.lifespan(config):
        job_id = await jobs.start_now(small, ref, key=f"small/{ref}")
        await asyncio.sleep(1.5)
        assert (await jobs.status(job_id)).state is JobState.WAITING
        assert jobs.last_tick_at() is None
    async with jobs.lifespan(replace(config, run_jobs=True)):
        assert await done(job_id)


async def test_kinds_are_registered_before_the_start(tmp_path: Path):
    async with jobs.lifespan(JobsConfig(tmp_path)):
        late = job("lifespan.late")(small.body)
        with pytest.raises(ValueError, match="after the engine started"):
            await jobs.start_now(late, "r", key="late/r")


async def test_follows_the_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(settings, "data_dir", tmp_path)
    monkeypatch.setattr(settings, "database_url", "")
    async with jobs.lifespan():
        pass
    assert (tmp_path / "jobs.db").exists()
