"""Old records go, young ones stay."""

import asyncio
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest
import pytest_asyncio
import sqlalchemy as sa

from careercoach.core import jobs
from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.core.jobs import JobId, JobRun, JobsConfig, JobState, Json, job
from careercoach.core.jobs import retention as rule
from careercoach.core.jobs.current import _current  # pyright: ignore[reportPrivateUsage]
from careercoach.core.jobs.engine import DurableJobs
from tests.core.jobs.processes import quick_queues

pytestmark = pytest.mark.asyncio(loop_scope="module")
runs: list[str] = []


async def note(ref: str) -> None:
    runs.append(ref)


@job("retention.small")
async def small(run: JobRun, ref: str) -> Json:
    await run.step("note", note, ref)
    await run.report(100, "core.done")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def config(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[JobsConfig]:
    folder = tmp_path_factory.mktemp("jobs")
    config = JobsConfig(folder, module_url, quick_queues(), tick_s=0.3, heartbeat_s=3600, retention_days=3)
    runs.clear()
    async with jobs.lifespan(config):
        # Today's clean-up of an empty house, so that the test starts its own.
        await done(f"purge/{utc_now().date()}")
        yield config


async def done(job_id: JobId) -> None:
    for _ in range(500):
        try:
            if (await jobs.status(job_id)).state is JobState.DONE:
                return
        except NotFoundError:
            pass
        await asyncio.sleep(0.02)
    raise AssertionError(job_id)


async def test_old_records_go_with_all_they_had(config: JobsConfig, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(rule, "BATCH", 2)
    schema = "" if config.is_sqlite else "dbos."
    old, young = [f"old/{number}" for number in range(5)], "young/1"
    for job_id in (*old, young):
        await jobs.start_now(small, job_id, key=job_id)
    for job_id in (*old, young):
        await done(job_id)
    waiting = await jobs.submit(small, "waiting", key="old/waiting", delay=timedelta(days=9))
    database = sa.create_engine(config.sync_url)
    four_days_ago = int((utc_now() - timedelta(days=4)).timestamp() * 1000)
    with database.begin() as connection:
        aged = f"UPDATE {schema}workflow_status SET completed_at = :at WHERE workflow_uuid LIKE 'old/%' "
        connection.execute(sa.text(aged + "AND completed_at IS NOT NULL"), {"at": four_days_ago})

    # Today's clean-up is forgotten, so the next tick offers it again.
    current = _current()
    assert isinstance(current, DurableJobs)
    await current.delete([f"purge/{utc_now().date()}"])
    await done(f"purge/{utc_now().date()}")
    assert {view.id for view in await jobs.list_jobs() if view.kind == small.name} == {young, waiting}
    with database.connect() as connection:
        for table in ("operation_outputs", "streams", "workflow_input", "workflow_output"):
            left = sa.text(f"SELECT count(*) FROM {schema}{table} WHERE workflow_uuid LIKE 'old/%'")
            assert connection.execute(left).scalar() == (1 if table == "workflow_input" else 0), table
    database.dispose()


async def test_a_deleted_id_would_run_again(config: JobsConfig):
    """Why records must outlive every catch-up window."""
    assert runs.count("old/1") == 1
    await jobs.start_now(small, "old/1", key="old/1")
    await done("old/1")
    assert runs.count("old/1") == 2
