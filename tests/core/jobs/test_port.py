"""What the port promises, on both databases and inline."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import timedelta
from typing import Any

import pytest
import pytest_asyncio

from careercoach.core import jobs
from careercoach.core.errors import ConflictError, NotFoundError
from careercoach.core.jobs import JobsConfig, JobState, Offer, Queue
from careercoach.core.jobs.current import _current  # pyright: ignore[reportPrivateUsage]
from tests.core.jobs.inline import inline_jobs
from tests.core.jobs.kinds import (
    at_gate,
    body_fails,
    done,
    ended,
    failing,
    gate,
    gated,
    interrupted,
    not_json,
    parent,
    plain,
    reports,
    slow,
    until,
)
from tests.core.jobs.processes import quick_queues

pytestmark = pytest.mark.asyncio(loop_scope="module")


@pytest.fixture(scope="module", params=["sqlite", "postgresql", "inline"])
def behind(request: pytest.FixtureRequest) -> str:
    if request.param != "postgresql":
        return request.param
    template: str = request.getfixturevalue("postgres_template")
    return request.getfixturevalue("postgres").new_database(template)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def port(behind: str, tmp_path_factory: pytest.TempPathFactory) -> AsyncGenerator[None]:
    if behind == "inline":
        with inline_jobs():
            yield
        return
    url = "" if behind == "sqlite" else behind
    folder = tmp_path_factory.mktemp("jobs")
    async with jobs.lifespan(JobsConfig(folder, url, quick_queues(), tick_s=3600, heartbeat_s=3600)):
        yield


class TestStarting:
    async def test_start_now_runs_to_the_end(self, port: None, ref: str):
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

    async def test_submit_goes_through_the_queue(self, port: None, ref: str):
        status = await ended(await jobs.submit(plain, ref, key=f"plain/{ref}", queue=Queue.PDF))
        assert (status.state, status.queue) == (JobState.DONE, "pdf")

    @pytest.mark.parametrize("again", [jobs.submit, jobs.start_now])
    async def test_the_same_key_runs_once(self, port: None, ref: str, again: Any):
        key = f"plain/{ref}"
        await asyncio.gather(*(again(plain, ref, key=key) for _ in range(5)))
        await ended(key)
        await again(plain, ref, key=key)
        await jobs.start_now(plain, ref, key=key)
        await asyncio.sleep(0.3)
        assert done[ref] == ["first", "second"]

    async def test_one_key_is_one_kind(self, port: None, ref: str):
        await jobs.submit(plain, ref, key=f"plain/{ref}")
        with pytest.raises(ValueError, match="already"):
            await jobs.submit(gated, ref, key=f"plain/{ref}")

    @pytest.mark.parametrize("key", ["", "a b", "a\nb", "x" * 257])
    async def test_bad_keys_are_refused(self, port: None, key: str):
        with pytest.raises(ValueError, match="key"):
            await jobs.submit(plain, "r", key=key)

    async def test_a_job_may_submit_a_job(self, port: None, ref: str):
        status = await ended(await jobs.start_now(parent, ref, key=f"parent/{ref}"))
        assert status.result == f"child/{ref}"
        assert (await ended(f"child/{ref}")).state is JobState.DONE

    async def test_offers_on_record_are_skipped(self, port: None, ref: str):
        offers = [Offer(plain, ref, key=f"offer/{ref}/{number}") for number in (1, 2, 2)]
        assert await _current().offer(offers) == 2
        assert await _current().offer(offers) == 0
        assert await _current().offer([]) == 0
        assert (await ended(f"offer/{ref}/2")).state is JobState.DONE

    async def test_unknown_ids(self, port: None):
        with pytest.raises(NotFoundError):
            await jobs.status("nobody")
        with pytest.raises(NotFoundError):
            await jobs.retry("nobody")
        with pytest.raises(NotFoundError):
            await reports("nobody")
        await jobs.cancel("nobody")


async def first_of(events: AsyncIterator[jobs.ProgressEvent]) -> jobs.ProgressEvent:
    async for event in events:
        return event
    raise AssertionError("no event")


class TestProgress:
    async def test_two_followers_see_everything(self, port: None, ref: str):
        job_id = await jobs.submit(plain, ref, key=f"plain/{ref}")
        seen = await asyncio.gather(reports(job_id), reports(job_id))
        assert seen == [[(0, 50, "core.half"), (1, 100, "core.whole")]] * 2
        events = [event async for event in jobs.progress(job_id)]
        assert events[0].values == {"part": 1}

    async def test_goes_on_after_a_reload(self, port: None, ref: str):
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

    async def test_ends_when_the_job_fails(self, port: None, ref: str):
        assert await reports(await jobs.start_now(failing, ref, key=f"failing/{ref}")) == []


class TestFailing:
    async def test_tells_the_error_and_its_sentence_only(self, port: None, ref: str):
        status = await ended(await jobs.start_now(failing, ref, key=f"failing/{ref}"))
        assert (status.state, status.error, status.text_key) == (
            JobState.FAILED,
            "ConflictError",
            "core.not_yet",
        )
        assert done[ref] == ["before", "tried", "tried"]
        assert "private" not in status.model_dump_json()

    async def test_an_error_of_the_body_tells_its_class(self, port: None, ref: str):
        status = await ended(await jobs.start_now(body_fails, ref, key=f"body/{ref}"))
        assert (status.state, status.error, status.text_key) == (JobState.FAILED, "KeyError", "")
        assert "private" not in status.model_dump_json()

    async def test_only_json_may_be_kept(self, port: None, ref: str):
        status = await ended(await jobs.start_now(not_json, ref, key=f"not-json/{ref}"))
        assert (status.state, status.error) == (JobState.FAILED, "TypeError")

    async def test_a_step_may_have_a_time_limit(self, port: None, ref: str):
        status = await ended(await jobs.start_now(slow, ref, key=f"slow/{ref}"))
        assert (status.state, status.error) == (JobState.FAILED, "TimeoutError")


class TestCancel:
    async def test_interrupts_a_running_step(self, port: None, ref: str):
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

    async def test_a_waiting_job_never_starts(self, port: None, ref: str):
        job_id = await jobs.submit(plain, ref, key=f"plain/{ref}", delay=timedelta(seconds=0.2))
        await jobs.cancel(job_id)
        await asyncio.sleep(1.5)
        assert (await jobs.status(job_id)).state is JobState.CANCELLED
        assert ref not in done

    async def test_a_job_that_is_done_stays_done(self, port: None, ref: str):
        job_id = await jobs.start_now(plain, ref, key=f"plain/{ref}")
        await ended(job_id)
        await jobs.cancel(job_id)
        assert (await jobs.status(job_id)).state is JobState.DONE


class TestErase:
    async def test_nothing_of_a_person_remains(self, port: None, ref: str):
        finished = await jobs.start_now(plain, ref, key=f"letter/{ref}/1")
        await ended(finished)
        running = await jobs.start_now(gated, ref, key=f"letter/{ref}/2")
        await at_gate(ref)
        waiting = await jobs.submit(plain, ref, key=f"letter/{ref}/3", delay=timedelta(days=1))
        others = await jobs.start_now(plain, ref, key=f"letter/other-{ref}/1")
        await ended(others)

        assert await jobs.erase(f"letter/{ref}/") == 3
        assert "interrupted" in done[ref]
        for job_id in (finished, running, waiting):
            with pytest.raises(NotFoundError):
                await jobs.status(job_id)
        assert (await jobs.status(others)).state is JobState.DONE
        assert "after" not in done[ref]
        assert await jobs.erase(f"letter/{ref}/") == 0

    async def test_a_prefix_means_somebody(self, port: None):
        with pytest.raises(ValueError, match="prefix"):
            await jobs.erase("letter/")


class TestRetry:
    async def test_goes_on_at_the_failed_step(self, port: None, ref: str):
        job_id = await jobs.start_now(failing, ref, key=f"failing/{ref}")
        await ended(job_id)
        gate(ref).set()
        await jobs.retry(job_id)
        status = await until(job_id, lambda status: status.state is JobState.DONE)
        assert (status.result, status.error) == ("opened", "")
        assert done[ref] == ["before", "tried", "tried", "tried"]

    async def test_goes_on_after_an_error_of_the_body(self, port: None, ref: str):
        job_id = await jobs.start_now(body_fails, ref, key=f"body/{ref}")
        await ended(job_id)
        gate(ref).set()
        await jobs.retry(job_id)
        assert (await until(job_id, lambda status: status.state is JobState.DONE)).result == "well"
        assert done[ref] == ["before"]

    async def test_a_cancelled_job_goes_on(self, port: None, ref: str):
        job_id = await jobs.start_now(gated, ref, key=f"gated/{ref}")
        await at_gate(ref)
        await jobs.cancel(job_id)
        gate(ref).set()
        await jobs.retry(job_id)
        assert (await until(job_id, lambda status: status.state is JobState.DONE)).result == "after"
        assert done[ref].count("before") == 1

    async def test_what_is_done_or_on_its_way_is_left_alone(self, port: None, ref: str):
        job_id = await jobs.start_now(gated, ref, key=f"gated/{ref}")
        await at_gate(ref)
        with pytest.raises(ConflictError):
            await jobs.retry(job_id)
        gate(ref).set()
        await ended(job_id)
        with pytest.raises(ConflictError):
            await jobs.retry(job_id)


class TestLists:
    async def test_newest_first_and_by_state(self, port: None, ref: str):
        await ended(await jobs.start_now(plain, ref, key=f"plain/{ref}"))
        await ended(await jobs.start_now(failing, ref, key=f"failing/{ref}"))
        waiting = await jobs.submit(plain, ref, key=f"later/{ref}", delay=timedelta(hours=1))
        mine = [view for view in await jobs.list_jobs(limit=10) if view.ref == ref]
        assert {view.id for view in mine} == {f"plain/{ref}", f"failing/{ref}", waiting}
        for state in (JobState.DONE, JobState.FAILED, JobState.DELAYED):
            listed = await jobs.list_jobs(state, limit=10)
            assert {view.state for view in listed} == {state}
        assert len(await jobs.list_jobs(limit=2)) == 2

    async def test_counts(self, port: None, ref: str):
        before = await jobs.counts()
        await ended(await jobs.start_now(plain, ref, key=f"plain/{ref}"))
        await jobs.submit(plain, ref, key=f"later/{ref}", delay=timedelta(hours=1))
        after = await jobs.counts()
        assert (after.done, after.delayed) == (before.done + 1, before.delayed + 1)
        assert after.oldest_waiting_s < 60
