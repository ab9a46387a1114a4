"""A long resume is several questions to a model: kept as they come, found again, stopped, never asked twice."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path
from uuid import UUID

import pytest

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.jobs import JobsConfig, JobState
from careercoach.features.resume_builder import asking, flows, service
from careercoach.features.resume_builder import jobs as room
from careercoach.features.resume_builder.models import ResumeRewrite
from careercoach.features.resume_builder.schemas import Decision, Maker, RewriteView
from careercoach.features.resume_builder.state import RewriteState
from tests.core.jobs.inline import inline_jobs
from tests.core.jobs.processes import quick_queues
from tests.features.people import Proxy, acting_as, new_state
from tests.features.resume_builder.conftest import add_owner


@pytest.fixture
def inline():
    with inline_jobs() as running:
        yield running


async def view_of(person) -> RewriteView:
    return await asking.look(person.id)


def words(view: RewriteView) -> list[str]:
    """How each line would begin."""
    return [passage.after.split()[0] for place in view.places for passage in place.passages]


async def part_done(person, done: int) -> RewriteView:
    for _ in range(500):
        view = await view_of(person)
        if view.run.done == done:
            return view
        await asyncio.sleep(0.01)
    raise AssertionError(f"part {done} never came")


async def test_each_answer_stands_there_as_soon_as_it_comes(with_model, inline):
    person, model = with_model
    view = await asking.start(person.id, language="en")
    assert (view.run.state, view.run.done, view.run.parts, view.run.percent) == ("running", 0, 3, 0)
    assert set(words(view)) == {"Managed"}, "our own words stand there until better ones come"
    model.let(1)
    view = await part_done(person, 1)
    assert words(view) == ["Ran"] * 2 + ["Managed"] * 3
    assert view.made == Maker(engine="openai", model="gpt-6-luna") and view.run.percent == 33
    model.let()
    await inline.settle()
    view = await view_of(person)
    assert set(words(view)) == {"Ran"} and model.asked == [2, 2, 1]
    assert (view.run.state, view.run.percent) == ("done", 100)
    reports = [event async for event in jobs.progress(asking.job_of(person.id, 1))]
    assert [(event.percent, event.values) for event in reports[:-1]] == [
        (0, {"n": 1, "of": 3}), (33, {"n": 2, "of": 3}), (67, {"n": 3, "of": 3}),
    ]  # fmt: skip


async def test_who_asks_twice_asks_once(with_model, inline):
    person, model = with_model
    await asyncio.gather(*(asking.start(person.id, language="en") for _ in range(3)))
    model.let()
    await inline.settle()
    assert model.asked == [2, 2, 1] and list(inline.runs) == [asking.job_of(person.id, 1)]
    assert (await asking.start(person.id, language="en")).run.number == 2, "once more, when it is over"
    await inline.settle()


async def test_stopped_it_keeps_what_is_there(with_model, inline):
    person, model = with_model
    await asking.start(person.id, language="en")
    model.let(1)
    await part_done(person, 1)
    await asking.stop(person.id)
    view = await view_of(person)
    assert view.run.state == "stopped" and words(view) == ["Ran"] * 2 + ["Managed"] * 3
    assert (await jobs.status(asking.job_of(person.id, 1))).state is JobState.CANCELLED
    assert not await flows.make_part(person.id, 1, 2, ["x"]), "a late answer is not written"
    assert await room.due(utc_now()) == []


async def test_what_was_accepted_meanwhile_keeps_its_words(with_model, inline):
    person, model = with_model
    view = await asking.start(person.id, language="en")
    key = view.places[0].passages[0].key
    async with db.transaction() as session:
        seen = Decision(state="accepted", text=view.places[0].passages[0].after)
        await service.decide(session, user_id=person.id, key=key, decision=seen)
    model.let()
    await inline.settle()
    assert words(await view_of(person)) == ["Managed"] + ["Ran"] * 4


async def test_words_that_changed_since_they_were_read_are_not_accepted(with_model, inline):
    person, model = with_model
    with acting_as(person):
        page = new_state(RewriteState)
        await RewriteState.load.fn(Proxy(page))
        key = page.view.places[0].passages[0].key
        await asking.start(person.id, language="en")
        model.let()
        await inline.settle()
        await RewriteState.accept.fn(page, key)
    assert page.problem_key == "resume_builder.other_words"
    assert page.view.places[0].passages[0].state == "open" and words(page.view)[0] == "Ran"


async def test_a_run_that_breaks_off_says_so_and_can_be_tried_again(with_model, inline):
    person, model = with_model
    model.fails = True
    model.let()
    await asking.start(person.id, language="en")
    await inline.settle()
    view = await view_of(person)
    assert view.run.state == "failed" and set(words(view)) == {"Managed"}
    model.fails = False
    await asking.start(person.id, language="en")
    await inline.settle()
    assert (await view_of(person)).run.state == "done"


async def test_a_job_that_was_given_up_leaves_no_run_behind(with_model, inline):
    person, _ = with_model
    await asking.start(person.id, language="en")
    await jobs.cancel(asking.job_of(person.id, 1))
    assert (await view_of(person)).run.state == "running"
    assert (await asking.start(person.id, language="en")).run.state == "failed"


async def test_a_run_begun_by_a_process_that_died_is_offered(with_model, inline):
    person, model = with_model
    await flows.begin(person.id)
    model.let()
    offers = await room.due(utc_now())
    assert [(one.kind, one.ref, one.key) for one in offers] == [
        (asking.rewrite, f"{person.id}/1", asking.job_of(person.id, 1))
    ]
    await inline.offer(offers)
    await inline.settle()
    assert (await view_of(person)).run.state == "done" and await room.due(utc_now()) == []


async def test_where_no_jobs_run_it_is_done_at_once(with_model):
    person, model = with_model
    model.let()
    view = await asking.start(person.id, language="en")
    assert view.run.state == "done" and set(words(view)) == {"Ran"}
    await asking.stop(person.id)
    assert (await view_of(person)).run.state == "done", "what is over cannot be stopped"


async def test_a_record_that_goes_away_meanwhile_ends_the_run(with_model, inline, monkeypatch):
    person, model = with_model

    async def gone(session, *, user_id):
        raise service.NothingToRewriteError

    await asking.start(person.id, language="en")
    monkeypatch.setattr(service, "get_base", gone)
    model.let()
    await inline.settle()
    async with db.reading() as session:
        row = await session.get(ResumeRewrite, person.id)
    assert row is not None and row.run_state == "failed"


class TestPage:
    @pytest.fixture
    async def page(self, with_model):
        with acting_as(with_model[0]):
            state = new_state(RewriteState)
            await RewriteState.load.fn(Proxy(state))
            yield state

    async def test_before_it_begins_it_says_what_it_takes(self, page, with_model):
        assert with_model[1].asked == [] and set(words(page.view)) == {"Managed"}
        found = page.estimate
        assert (found.questions, found.left, found.is_enough, found.is_own) == (3, 30, True, False)
        assert found.cost.startswith("$0.0")

    async def test_it_is_found_again_after_a_reload(self, page, with_model, inline):
        await RewriteState.ask_again.fn(Proxy(page))
        assert page.view.run.state == "running" and not page.busy
        again = new_state(RewriteState)
        assert "follow" in str(await RewriteState.load.fn(Proxy(again)))
        assert again.view.run.state == "running"
        followers = [asyncio.create_task(RewriteState.follow.fn(Proxy(one))) for one in (page, again)]
        with_model[1].let()
        await asyncio.gather(*followers)
        for one in (page, again):
            assert (one.view.run.state, one.problem_key, one._following) == ("done", "", 0)
            assert set(words(one.view)) == {"Ran"}
        assert with_model[1].asked == [2, 2, 1]

    async def test_stop(self, page, with_model, inline):
        await RewriteState.ask_again.fn(Proxy(page))
        follower = asyncio.create_task(RewriteState.follow.fn(Proxy(page)))
        with_model[1].let(1)
        await part_done(with_model[0], 1)
        await RewriteState.stop.fn(page)
        await follower
        assert page.view.run.state == "stopped" and words(page.view)[1:3] == ["Ran", "Managed"]

    async def test_without_consent_there_is_nothing_to_estimate(self, database):
        person = await add_owner()
        assert await flows.estimate(person.id, language="en") is None
        nobody = await add_owner({}, email="otto@example.org")
        assert await flows.estimate(nobody.id, language="en") is None


async def test_rows_from_before_say_whose_words_they_are(owner):
    await flows.make_rewrite(owner.id, language="en")
    async with db.transaction() as session:
        row = await session.get(ResumeRewrite, owner.id)
        row.made, row.source, row.run, row.run_state = None, "gemini", 0, ""
    view = await view_of(owner)
    assert view.made == Maker(engine="gemini") and view.run.state == ""


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([Maker(engine="openai", model="a"), Maker(why="over_budget")], ("openai", "a", "over_budget")),
        ([Maker(why="unavailable"), Maker(engine="openai", model="a")], ("openai", "a", "unavailable")),
        ([Maker(why="no_consent"), Maker(why="no_consent")], ("embedded", "", "no_consent")),
    ],
)
def test_of_several_writers_the_model_is_named_and_why_it_did_not_write_all(parts, whole):
    first, second = parts
    made = first.joined(second)
    assert (made.engine, made.model, made.why) == whole


@pytest.mark.slow
async def test_with_the_engine_twice_offered_it_runs_once(with_model, tmp_path: Path):
    person, model = with_model
    model.let()
    async with jobs.lifespan(JobsConfig(data_dir=tmp_path, database_url="", queues=quick_queues())):
        view = await asking.start(person.id, language="en")
        job = asking.job_of(person.id, view.run.number)
        assert await asking.ensure(person.id, view.run.number, language="en") == job
        percents = [event.percent async for event in jobs.progress(job)]
        assert percents == [0, 33, 67, 100] and (await jobs.status(job)).state is JobState.DONE
        await asking.settle(person.id, view.run.number)
    assert model.asked == [2, 2, 1] and (await view_of(person)).run.state == "done"


def run_process(folder: Path, person: UUID, what: str) -> int:
    env = {**os.environ, "CAREERCOACH_DATA_DIR": str(folder), "PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-m", "tests.features.resume_builder.asking_process", str(person), what]
    return subprocess.run(command, env=env, timeout=60, capture_output=True, text=True).returncode


@pytest.mark.slow
async def test_killed_in_the_second_question_it_goes_on_there(with_model, tmp_path: Path):
    person, _ = with_model
    view = await flows.current_rewrite(person.id)
    assert view.run.number == 0
    await flows.begin(person.id)
    await db.dispose()
    assert await asyncio.to_thread(run_process, tmp_path, person.id, "die") == -9
    assert (await view_of(person)).run.done == 1, "the first answer is kept"
    await db.dispose()
    assert await asyncio.to_thread(run_process, tmp_path, person.id, "live") == 0
    view = await view_of(person)
    assert view.run.state == "done" and set(words(view)) == {"Ran"}
    asked = (tmp_path / "asked").read_text(encoding="utf-8").split()
    assert asked == ["2", "2", "2", "1"], "the first question is asked once, the second again, the third once"
