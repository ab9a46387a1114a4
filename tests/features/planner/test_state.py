"""The plan page: one week at a time, undoing, and following the making of a plan."""

from datetime import timedelta

import pytest

from careercoach.core import db
from careercoach.core.errors import SignInNeededError
from careercoach.core.jobs import JobState, JobStatus, ProgressEvent
from careercoach.features.planner import building, service
from careercoach.features.planner.state import PlanState
from careercoach.features.profiles import service as profiles
from tests.features.people import MONDAY, MORNING, Proxy, acting_as, add_owner, add_plan, new_state
from tests.seed import PERSON

pytestmark = pytest.mark.usefixtures("frozen", "no_jobs")


@pytest.fixture
def no_jobs(monkeypatch):
    async def none(_user_id):
        return None

    monkeypatch.setattr(building, "find_build", none)


@pytest.fixture
async def page(planned):
    state = new_state(PlanState)
    with acting_as(planned):
        await state.load()
        yield state


async def stored(person):
    async with db.reading() as session:
        return await service.list_tasks(session, user_id=person.id, first=MONDAY, last=MONDAY + timedelta(days=400))


class TestStrangers:
    async def test_nobody_sees_no_plan(self, planned):
        with acting_as(None), pytest.raises(SignInNeededError):
            await new_state(PlanState).load()

    @pytest.mark.parametrize("handler", ["toggle", "skip"])
    async def test_anothers_task_is_unknown(self, planned, handler):
        before = await stored(planned)
        stranger = await add_owner("otto@example.org")
        await add_plan(stranger)
        state = new_state(PlanState)
        with acting_as(stranger):
            await state.load()
            await getattr(state, handler)(str(before[0].id))
            assert state.problem_key == "planner.no_task"
            await state.move(str(before[0].id), True)
        assert await stored(planned) == before

    async def test_stopping_anothers_build_stops_nothing(self, page, monkeypatch):
        stopped: list[str] = []

        async def cancel(job):
            stopped.append(job)

        monkeypatch.setattr("careercoach.features.planner.state.jobs.cancel", cancel)
        page._job = "plan/00000000-0000-4000-8000-000000000000/1"
        await page.cancel_build()
        assert stopped == []


class TestWeeks:
    async def test_the_week_of_today_and_no_other(self, page):
        assert page.selected == 1 and page.weeks[0].is_now
        assert page.days[0].day == MONDAY.isoformat() and len(page.days) == 7
        assert page.next_id == page.days[0].tasks[0].id

    async def test_another_week(self, page):
        await page.choose_week(3)
        assert page.days[0].day == (MONDAY + timedelta(days=14)).isoformat()
        await page.choose_week(99)
        assert page.selected == 3

    async def test_a_finished_week_folds_away(self, page, planned):
        import time_machine

        for day in list(page.days):
            for task in day.tasks:
                await page.toggle(task.id)
        with time_machine.travel(MORNING + timedelta(days=7), tick=False):
            await page.load()
        assert [week.number for week in page.finished] == [1]
        assert page.selected == 2

    async def test_empty_without_a_plan(self, database):
        with acting_as(await add_owner()):
            state = new_state(PlanState)
            await state.load()
        assert state.is_ready and not state.has_plan


class TestChanges:
    async def test_tick_and_take_back(self, page):
        first = page.days[0].tasks[0].id
        await page.toggle(first)
        assert page.states[first] == "done" and page.done_count == 1
        await page.toggle(first)
        assert page.states[first] == "open" and page.done_count == 0

    async def test_later_earlier_undo(self, page, planned):
        before = await stored(planned)
        first = page.days[0].tasks[0].id
        await page.move(first, True)
        assert first in [task.id for task in page.days[1].tasks]
        await page.undo()
        assert await stored(planned) == before
        second = page.days[1].tasks[0].id
        await page.move(second, False)
        assert page.days[0].tasks[-1].id == second

    async def test_never_before_today(self, page, planned):
        before = await stored(planned)
        await page.move(page.days[0].tasks[0].id, False)
        assert await stored(planned) == before

    async def test_skip_and_undo(self, page, planned):
        before = await stored(planned)
        await page.skip(page.days[0].tasks[0].id)
        assert page.moved_title is not None
        await page.undo()
        assert await stored(planned) == before


class Engine:
    """Stands in for the jobs: tells a story, then says how it ended."""

    def __init__(self, state: JobState, text_key: str = "") -> None:
        self.ends, self.text_key = state, text_key

    async def progress(self, _job, _offset=0):
        yield ProgressEvent(offset=0, percent=10, text_key="planner.build.reading")
        yield ProgressEvent(offset=1, percent=45, text_key="planner.build.ordering", values={"n": 9})

    async def status(self, job):
        fields = {"id": job, "kind": "planner.build", "ref": "", "queue": "", "attempts": 1}
        fields |= {"created_at": MORNING, "updated_at": MORNING, "state": self.ends, "text_key": self.text_key}
        return JobStatus.model_validate(fields)


class TestBuild:
    async def follow(self, person, monkeypatch, engine: Engine):
        async def start(user_id):
            return f"plan/{user_id}/1"

        monkeypatch.setattr(building, "start_build", start)
        monkeypatch.setattr("careercoach.features.planner.state.jobs.progress", engine.progress)
        monkeypatch.setattr("careercoach.features.planner.state.jobs.status", engine.status)
        state = new_state(PlanState)
        with acting_as(person):
            await PlanState.build.fn(Proxy(state))
        return state

    async def test_follows_to_the_end(self, planned, monkeypatch):
        state = await self.follow(planned, monkeypatch, Engine(JobState.DONE))
        assert state.is_built and state.has_plan and not state.building
        assert (state.build_percent, state.build_number) == (45, 9)

    async def test_says_why_it_could_not(self, owner, monkeypatch):
        state = await self.follow(owner, monkeypatch, Engine(JobState.FAILED, "matching.page.no_record"))
        assert state.problem_key == "matching.page.no_record" and not state.is_built

    async def test_stopped_is_said(self, planned, monkeypatch):
        state = await self.follow(planned, monkeypatch, Engine(JobState.CANCELLED))
        assert state.problem_key == "planner.build.cancelled" and state.has_plan

    async def test_an_engine_that_is_away_is_said(self, owner):
        state = new_state(PlanState)
        with acting_as(owner):
            await PlanState.build.fn(Proxy(state))
        assert state.problem_key == "core.something_went_wrong" and not state.building


class TestReactions:
    async def test_a_changed_record_marks_and_changes_nothing(self, page, planned):
        import careercoach.features.planner.jobs  # noqa: F401  (registers what it reacts to)

        before = await stored(planned)
        async with db.transaction() as session:
            await profiles.save_person(session, user_id=planned.id, person=PERSON)
        await page.load()
        assert page.outdated and await stored(planned) == before
