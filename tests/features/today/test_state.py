"""The page: a tick is one short UPDATE, a stranger's tick changes nothing, undoing brings everything back."""

from datetime import timedelta

import pytest
import time_machine
from sqlalchemy import event

from careercoach.core import db
from careercoach.core.errors import SignInNeededError
from careercoach.features.planner import service as planner
from careercoach.features.today.state import TodayState
from tests.features.people import MONDAY, MORNING, acting_as, add_owner, add_plan, new_state

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
async def page(planned):
    state = new_state(TodayState)
    with acting_as(planned):
        await state.load()
        yield state


async def stored(person):
    async with db.reading() as session:
        return await planner.list_day(session, user_id=person.id, day=MONDAY)


class TestStrangers:
    async def test_nobody_sees_no_day(self, planned):
        with acting_as(None), pytest.raises(SignInNeededError):
            await new_state(TodayState).load()

    @pytest.mark.parametrize("handler", ["toggle", "skip", "take_back", "move_on"])
    async def test_anothers_task_is_unknown(self, planned, handler):
        before = await stored(planned)
        stranger = await add_owner("otto@example.org")
        await add_plan(stranger)
        state = new_state(TodayState)
        with acting_as(stranger):
            await state.load()
            await getattr(state, handler)(str(before.tasks[0].id))
            assert state.problem_key in ("planner.no_task", "planner.cannot_move")
        assert await stored(planned) == before

    async def test_what_is_no_id_is_unknown(self, page):
        await page.toggle("' or 1=1")
        assert page.problem_key == "core.not_found"


class TestLoad:
    async def test_shows_the_persons_own_day(self, page):
        assert page.day == MONDAY.isoformat() and page.greeting == "today.greeting.morning"
        assert page.first_name == "Asha"
        assert page.figures.next_id == page.tasks[0].id
        assert page.figures.minutes == sum(task.minutes for task in page.tasks) == 120

    async def test_without_a_plan_it_is_empty(self, database):
        with acting_as(await add_owner()):
            state = new_state(TodayState)
            await state.load()
        assert state.is_ready and not state.has_plan and state.tasks == []

    async def test_what_was_missed_moves_on(self, planned):
        with time_machine.travel(MORNING + timedelta(days=3), tick=False), acting_as(planned):
            state = new_state(TodayState)
            await state.load()
            assert "moved on" in state.coach.en
            assert state.figures.minutes <= 120
        assert (await stored(planned)).tasks == []


class TestToggle:
    async def test_there_and_back(self, page, planned):
        first = page.tasks[0].id
        await page.toggle(first)
        assert page.figures.done == 1 and page.figures.streak == 1
        assert page.figures.next_id == page.tasks[1].id
        assert page.figures.headline.en == "One done, one to go"
        assert (await stored(planned)).tasks[0].state == "done"
        await page.toggle(first)
        assert page.figures.done == 0 and page.figures.streak == 0
        assert (await stored(planned)).tasks[0].state == "open"

    async def test_everything_done(self, page):
        before = page.figures.plan_percent
        for task in page.tasks:
            await page.toggle(task.id)
        await page.load()
        after = page.figures.plan_percent
        for task in page.tasks:
            await page.toggle(task.id)
        assert before < after and page.figures.plan_percent == before
        for task in page.tasks:
            await page.toggle(task.id)
        assert page.figures.plan_percent == after
        assert page.figures.percent == 100 and page.figures.next_id == ""
        assert page.figures.headline.es == "Todo hecho por hoy"

    async def test_is_one_update_and_sends_no_list_of_tasks(self, page):
        statements: list[str] = []

        def listen(_connection, _cursor, statement, *_rest):
            statements.append(statement.split()[0])

        page._clean()
        event.listen(db.engine().sync_engine, "before_cursor_execute", listen)
        await page.toggle(page.tasks[0].id)
        event.remove(db.engine().sync_engine, "before_cursor_execute", listen)
        assert [statement for statement in statements if statement != "BEGIN"] == ["UPDATE"]
        assert page.dirty_vars <= {"states", "figures", "problem_key"}

    async def test_a_task_that_is_gone_is_said_and_the_day_shown_anew(self, page, planned):
        gone = page.tasks[0].id
        await add_plan(planned, job="plan/test/2")
        await page.toggle(gone)
        assert page.problem_key == "planner.no_task"
        assert gone not in page.states

    async def test_two_tabs_count_once(self, page, planned):
        other = new_state(TodayState)
        await other.load()
        await page.toggle(page.tasks[0].id)
        await other.toggle(page.tasks[0].id)
        assert (await stored(planned)).done_minutes == page.tasks[0].minutes


class TestChanges:
    async def test_skip_and_undo(self, page, planned):
        before = await stored(planned)
        await page.skip(page.tasks[0].id)
        assert page.note.can_undo and page.states[page.tasks[0].id] == "skipped"
        await page.undo()
        assert await stored(planned) == before and page.note.key == ""

    async def test_take_back(self, page, planned):
        await page.skip(page.tasks[0].id)
        await page.take_back(page.tasks[0].id)
        assert (await stored(planned)).tasks[0].state == "open"

    async def test_move_and_undo(self, page, planned):
        before = await stored(planned)
        await page.move_on(page.tasks[0].id)
        assert len(page.tasks) == len(before.tasks) - 1
        assert page.note.day.en == "Tuesday 24 November"
        await page.undo()
        assert await stored(planned) == before

    async def test_a_light_day_and_back(self, page, planned):
        before = await stored(planned)
        await page.lighten()
        assert len(page.tasks) == 1
        await page.lighten()
        assert page.note.key == "today.toast.light_already" and not page.note.can_undo

        async with db.reading() as session:
            assert (await planner.get_plan(session, user_id=planned.id)).task_count > len(before.tasks)

    async def test_closing_the_line_ends_undoing(self, page, planned):
        await page.skip(page.tasks[0].id)
        await page.close_note()
        await page.undo()
        assert (await stored(planned)).tasks[0].state == "skipped"
