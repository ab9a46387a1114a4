"""The port on a running engine, on both databases."""

import asyncio
import contextlib
import time
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio
import sqlalchemy as sa

from careercoach.core import jobs
from careercoach.core.errors import ConflictError, NotFoundError
from careercoach.core.ids import new_id
from careercoach.core.jobs import (
    JobId,
    JobRun,
    JobsConfig,
    JobState,
    Json,
    Offer,
    Queue,
    StepFailedError,
    job,
)
from careercoach.core.jobs.current import _current  # pyright: ignore[reportPrivateUsage]
from tests.core.jobs.processes import quick_queues

pytestmark = pytest.mark.asyncio(loop_scope="module")

done: dict[str, list[str]] = {}
gates: dict[str, asyncio.Event] = {}


def gate(ref: str) -> asyncio.Event:
    return gates.setdefault(ref, asyncio.Event())


async def note(ref: str, what: str) -> str:
    done.setdefault(ref, []).append(what)
    return what


async def wait_at_gate(ref: str) -> str:
    await note(ref, "at gate")
    try:
        await gate(ref).wait()
    except asyncio.CancelledError:
        await note(ref, "interrupted")
        raise
    return await note(ref, "through gate")


@job("engine.plain")
async def plain(run: JobRun, ref: str) -> Json:
    first = await run.step("first", note, ref, "first")
    await run.report(50, "core.half", part=1)
    second = await run.step("second", note, ref, "second")
    await run.report(100, "core.whole")
    return {"first": first, "second": second, "pair": (1, 2)}


@job("engine.gated")
async def gated(run: JobRun, ref: str) -> Json:
    await run.step("before", note, ref, "before")
    await run.report(10, "core.before")
    await run.step("gate", wait_at_gate, ref)
    await run.report(90, "core.after")
    return await run.step("after", note, ref, "after")


async def fail_until_open(ref: str) -> str:
    await note(ref, "tried")
    if not gate(ref).is_set():
        raise ConflictError("core.not_yet", person="private")
    return "opened"


@job("engine.failing")
async def failing(run: JobRun, ref: str) -> Json:
    await run.step("before", note, ref, "before")
    return await run.step("fail", fail_until_open, ref, tries=2, wait_s=0.01)


@job("engine.forgiving")
async def forgiving(run: JobRun, ref: str) -> Json:
    try:
        await run.step("fail", fail_until_open, ref)
    except StepFailedError as error:
        kept = [error.step, error.error, error.text_key]
    else:
        kept = []
    await run.step("gate", wait_at_gate, ref)
    return kept


@job("engine.body_fails")
async def body_fails(run: JobRun, ref: str) -> Json:
    await run.step("before", note, ref, "before")
    if not gate(ref).is_set():
        raise KeyError("private")
    return "well"


async def seven() -> object:
    return object()


async def sleep_long() -> None:
    await asyncio.sleep(60)


@job("engine.not_json")
async def not_json(run: JobRun, ref: str) -> Json:
    return await run.step("object", seven)


@job("engine.slow")
async def slow(run: JobRun, ref: str) -> Json:
    await run.step("slow", sleep_long, timeout_s=0.05)


@job("engine.parent")
async def parent(run: JobRun, ref: str) -> Json:
    return await run.step("child", submit_child, ref)


async def submit_child(ref: str) -> JobId:
    return await jobs.submit(plain, ref, key=f"child/{ref}")


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def engine(module_url: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[JobsConfig]:
    folder = tmp_path_factory.mktemp("jobs")
    config = JobsConfig(folder, module_url, quick_queues(), tick_s=3600, heartbeat_s=3600)
    async with jobs.lifespan(config):
        yield config


@pytest.fixture
def ref() -> str:
    return str(new_id())


async def ended(job_id: JobId) -> jobs.JobStatus:
    """Wait until a job has ended."""
    return await until(job_id, lambda status: status.state.is_final)


async def until(job_id: JobId, is_so: Any) -> jobs.JobStatus:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        status = await jobs.status(job_id)
        if is_so(status):
            return status
        await asyncio.sleep(0.03)
    raise AssertionError(f"{job_id} is still {status}")


async def reports(job_id: JobId, offset: int = 0) -> list[tuple[int, int, str]]:
    return [(event.offset, event.percent, event.text_key) async for event in jobs.progress(job_id, offset)]


async def at_gate(ref: str) -> None:
    deadline = time.monotonic() + 20
    while "at gate" not in done.get(ref, []):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


async def interrupted(ref: str) -> None:
    while "interrupted" not in done[ref]:
        await asyncio.sleep(0.02)


class TestStarting:
    async def test_start_now_runs_to_the_end(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(plain, ref, key=f"plain/{ref}")
        status = await ended(job_id)
        assert job_id == f"plain/{ref}"
        assert (status.state, status.kind, status.ref, status.step) == (
            JobState.DONE,
            "engine.plain",
            ref,
            "second",
        )
        assert status.result == {"first": "first", "second": "second", "pair": [1, 2]}
        assert done[ref] == ["first", "second"]

    async def test_submit_goes_through_the_queue(self, engine: JobsConfig, ref: str):
        status = await ended(await jobs.submit(plain, ref, key=f"plain/{ref}", queue=Queue.PDF))
        assert (status.state, status.queue) == (JobState.DONE, "pdf")

    @pytest.mark.parametrize("again", [jobs.submit, jobs.start_now])
    async def test_the_same_key_runs_once(self, engine: JobsConfig, ref: str, again: Any):
        key = f"plain/{ref}"
        await asyncio.gather(*(again(plain, ref, key=key) for _ in range(5)))
        await ended(key)
        await again(plain, ref, key=key)
        await jobs.start_now(plain, ref, key=key)
        await asyncio.sleep(0.3)
        assert done[ref] == ["first", "second"]

    async def test_one_key_is_one_kind(self, engine: JobsConfig, ref: str):
        await jobs.submit(plain, ref, key=f"plain/{ref}")
        with pytest.raises(ValueError, match="already"):
            await jobs.submit(gated, ref, key=f"plain/{ref}")

    @pytest.mark.parametrize("key", ["", "a b", "a\nb", "x" * 257])
    async def test_bad_keys_are_refused(self, engine: JobsConfig, key: str):
        with pytest.raises(ValueError, match="key"):
            await jobs.submit(plain, "r", key=key)

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

    async def test_a_job_may_submit_a_job(self, engine: JobsConfig, ref: str):
        status = await ended(await jobs.start_now(parent, ref, key=f"parent/{ref}"))
        assert status.result == f"child/{ref}"
        assert (await ended(f"child/{ref}")).state is JobState.DONE

    async def test_offers_on_record_are_skipped(self, engine: JobsConfig, ref: str):
        offers = [Offer(plain, ref, key=f"offer/{ref}/{number}") for number in (1, 2, 2)]
        assert await _current().offer(offers) == 2
        assert await _current().offer(offers) == 0
        assert await _current().offer([]) == 0
        assert (await ended(f"offer/{ref}/2")).state is JobState.DONE

    async def test_unknown_ids(self, engine: JobsConfig):
        with pytest.raises(NotFoundError):
            await jobs.status("nobody")
        with pytest.raises(NotFoundError):
            await jobs.retry("nobody")
        with pytest.raises(NotFoundError):
            await reports("nobody")
        await jobs.cancel("nobody")

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


class TestProgress:
    async def test_two_followers_see_everything(self, engine: JobsConfig, ref: str):
        job_id = await jobs.submit(plain, ref, key=f"plain/{ref}")
        seen = await asyncio.gather(reports(job_id), reports(job_id))
        assert seen == [[(0, 50, "core.half"), (1, 100, "core.whole")]] * 2
        events = [event async for event in jobs.progress(job_id)]
        assert events[0].values == {"part": 1}

    async def test_goes_on_after_a_reload(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(gated, ref, key=f"gated/{ref}")
        first = await first_of(jobs.progress(job_id))
        assert (first.offset, first.text_key) == (0, "core.before")
        rest = asyncio.ensure_future(reports(job_id, first.offset + 1))
        await asyncio.sleep(0.3)
        assert not rest.done()
        gate(ref).set()
        assert await asyncio.wait_for(rest, 10) == [(1, 90, "core.after")]
        assert await reports(job_id) == [(0, 10, "core.before"), (1, 90, "core.after")]
        assert await reports(job_id, 2) == []

    async def test_ends_when_the_job_fails(self, engine: JobsConfig, ref: str):
        assert await reports(await jobs.start_now(failing, ref, key=f"failing/{ref}")) == []


async def first_of(events: AsyncIterator[jobs.ProgressEvent]) -> jobs.ProgressEvent:
    async for event in events:
        return event
    raise AssertionError("no event")


class TestFailing:
    async def test_tells_the_error_and_its_sentence_only(self, engine: JobsConfig, ref: str):
        status = await ended(await jobs.start_now(failing, ref, key=f"failing/{ref}"))
        assert (status.state, status.error, status.text_key) == (
            JobState.FAILED,
            "ConflictError",
            "core.not_yet",
        )
        assert done[ref] == ["before", "tried", "tried"]
        assert "private" not in status.model_dump_json()

    async def test_an_error_of_the_body_tells_its_class(self, engine: JobsConfig, ref: str):
        status = await ended(await jobs.start_now(body_fails, ref, key=f"body/{ref}"))
        assert (status.state, status.error, status.text_key) == (JobState.FAILED, "KeyError", "")
        assert "private" not in status.model_dump_json()

    async def test_only_json_may_be_kept(self, engine: JobsConfig, ref: str):
        status = await ended(await jobs.start_now(not_json, ref, key=f"not-json/{ref}"))
        assert (status.state, status.error) == (JobState.FAILED, "TypeError")

    async def test_a_step_may_have_a_time_limit(self, engine: JobsConfig, ref: str):
        status = await ended(await jobs.start_now(slow, ref, key=f"slow/{ref}"))
        assert (status.state, status.error) == (JobState.FAILED, "TimeoutError")

    async def test_a_caught_failure_reads_the_same_in_a_later_run(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(forgiving, ref, key=f"forgiving/{ref}")
        await at_gate(ref)
        await _current().hand_over(job_id, forgiving.name)  # pyright: ignore
        gate(ref).set()
        assert (await ended(job_id)).result == ["fail", "ConflictError", "core.not_yet"]
        assert done[ref].count("tried") == 1


class TestCancel:
    async def test_interrupts_a_running_step(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(gated, ref, key=f"gated/{ref}")
        await at_gate(ref)
        following = asyncio.ensure_future(reports(job_id))
        await jobs.cancel(job_id)
        assert (await jobs.status(job_id)).state is JobState.CANCELLED
        await asyncio.wait_for(following, 5)
        # What a removed person started has to stop within five seconds.
        await asyncio.wait_for(interrupted(ref), 5)
        gate(ref).set()
        await asyncio.sleep(0.2)
        assert done[ref] == ["before", "at gate", "interrupted"]

    async def test_a_waiting_job_never_starts(self, engine: JobsConfig, ref: str):
        job_id = await jobs.submit(plain, ref, key=f"plain/{ref}", delay=timedelta(seconds=0.2))
        await jobs.cancel(job_id)
        await asyncio.sleep(1.5)
        assert (await jobs.status(job_id)).state is JobState.CANCELLED
        assert ref not in done

    async def test_a_job_that_is_done_stays_done(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(plain, ref, key=f"plain/{ref}")
        await ended(job_id)
        await jobs.cancel(job_id)
        assert (await jobs.status(job_id)).state is JobState.DONE


class TestRetry:
    async def test_goes_on_at_the_failed_step(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(failing, ref, key=f"failing/{ref}")
        await ended(job_id)
        gate(ref).set()
        await jobs.retry(job_id)
        status = await until(job_id, lambda status: status.state is JobState.DONE)
        assert (status.result, status.error) == ("opened", "")
        assert done[ref] == ["before", "tried", "tried", "tried"]

    async def test_goes_on_after_an_error_of_the_body(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(body_fails, ref, key=f"body/{ref}")
        await ended(job_id)
        gate(ref).set()
        await jobs.retry(job_id)
        assert (await until(job_id, lambda status: status.state is JobState.DONE)).result == "well"
        assert done[ref] == ["before"]

    async def test_a_cancelled_job_goes_on(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(gated, ref, key=f"gated/{ref}")
        await at_gate(ref)
        await jobs.cancel(job_id)
        gate(ref).set()
        await jobs.retry(job_id)
        assert (await until(job_id, lambda status: status.state is JobState.DONE)).result == "after"
        assert done[ref].count("before") == 1

    async def test_what_is_done_or_on_its_way_is_left_alone(self, engine: JobsConfig, ref: str):
        job_id = await jobs.start_now(gated, ref, key=f"gated/{ref}")
        await at_gate(ref)
        with pytest.raises(ConflictError):
            await jobs.retry(job_id)
        gate(ref).set()
        await ended(job_id)
        with pytest.raises(ConflictError):
            await jobs.retry(job_id)


class TestLists:
    async def test_newest_first_and_by_state(self, engine: JobsConfig, ref: str):
        await ended(await jobs.start_now(plain, ref, key=f"plain/{ref}"))
        await ended(await jobs.start_now(failing, ref, key=f"failing/{ref}"))
        waiting = await jobs.submit(plain, ref, key=f"later/{ref}", delay=timedelta(hours=1))
        mine = [view for view in await jobs.list_jobs(limit=10) if view.ref == ref]
        assert {view.id for view in mine} == {f"plain/{ref}", f"failing/{ref}", waiting}
        for state in (JobState.DONE, JobState.FAILED, JobState.DELAYED):
            listed = await jobs.list_jobs(state, limit=10)
            assert {view.state for view in listed} == {state}
        assert len(await jobs.list_jobs(limit=2)) == 2

    async def test_counts(self, engine: JobsConfig, ref: str):
        before = await jobs.counts()
        await ended(await jobs.start_now(plain, ref, key=f"plain/{ref}"))
        await jobs.submit(plain, ref, key=f"later/{ref}", delay=timedelta(hours=1))
        after = await jobs.counts()
        assert (after.done, after.delayed) == (before.done + 1, before.delayed + 1)
        assert after.oldest_waiting_s < 60
