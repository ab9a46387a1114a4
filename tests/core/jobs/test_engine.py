"""What only the engine can promise, on both databases."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator
from datetime import timedelta

import pytest
import pytest_asyncio
import sqlalchemy as sa

from careercoach.core import jobs
from careercoach.core.jobs import JobsConfig, JobState
from careercoach.core.jobs.current import _current  # pyright: ignore[reportPrivateUsage]
from tests.core.jobs.kinds import at_gate, done, ended, forgiving, gate, plain
from tests.core.jobs.processes import quick_queues

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def engine(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[JobsConfig]:
    folder = tmp_path_factory.mktemp("jobs")
    config = JobsConfig(folder, module_url, quick_queues(), tick_s=3600, heartbeat_s=3600)
    async with jobs.lifespan(config):
        yield config


class TestEngine:
    async def test_delay_is_a_minimum(self, engine: JobsConfig, ref: str):
        began = time.monotonic()
        job_id = await jobs.submit(plain, ref, key=f"plain/{ref}", delay=timedelta(seconds=1))
        assert (await jobs.status(job_id)).state is JobState.DELAYED
        assert (await ended(job_id)).state is JobState.DONE
        assert time.monotonic() - began >= 1

    async def test_a_caller_who_leaves_loses_no_job(self, engine: JobsConfig, ref: str):
        for delay_s in (0.0, 0.001, 0.002, 0.003, 0.004, 0.006):
            caller = asyncio.ensure_future(jobs.start_now(plain, ref, key=f"{delay_s}/{ref}"))
            await asyncio.sleep(delay_s)
            caller.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await caller
        await asyncio.sleep(0.2)
        # They left before or after the job was written down, but none between that and its start.
        for view in await jobs.list_jobs():
            if view.ref == ref:
                assert (await ended(view.id)).state is JobState.DONE

    async def test_nothing_is_pickled_and_the_version_never_changes(self, engine: JobsConfig, ref: str):
        await ended(await jobs.start_now(plain, ref, key=f"plain/{ref}"))
        schema = "" if engine.is_sqlite else "dbos."
        database = sa.create_engine(engine.sync_url)
        with database.connect() as connection:
            found = connection.execute(
                sa.text(f"SELECT DISTINCT serialization, application_version FROM {schema}workflow_status")
            )
            assert [tuple(row) for row in found] == [("portable_json", "jobs-1")]
            steps = connection.execute(sa.text(f"SELECT DISTINCT serialization FROM {schema}operation_outputs"))
            assert {row[0] for row in steps} <= {"portable_json", None}
        database.dispose()

    async def test_a_caught_failure_reads_the_same_in_a_later_run(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(forgiving, ref, key=f"forgiving/{ref}")
        await at_gate(ref)
        await _current().hand_over(job_id, forgiving.name)  # pyright: ignore
        gate(ref).set()
        assert (await ended(job_id)).result == ["fail", "ConflictError", "core.not_yet"]
        assert done[ref].count("tried") == 1
