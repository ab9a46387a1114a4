"""Working through a plan: strangers first, then what each use case promises."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from careercoach.core.errors import InvalidInputError, NotFoundError
from careercoach.core.ids import new_id
from careercoach.features.planner import service
from careercoach.features.planner.schemas import Moved, PracticeItem
from careercoach.features.profiles.schemas import ProfileView

from .conftest import START, save

TOMORROW = START + timedelta(days=1)


async def first_task(session, person, day: date = START):
    return (await service.list_day(session, user_id=person.id, day=day)).tasks[0]


class TestStrangers:
    async def test_sees_no_plan_and_no_task(self, session, person, stranger, plan):
        task = await first_task(session, person)
        assert await service.find_plan(session, user_id=stranger.id) is None
        assert (await service.list_day(session, user_id=stranger.id, day=START)).tasks == []
        with pytest.raises(NotFoundError):
            await service.get_task(session, user_id=stranger.id, task_id=task.id)
        with pytest.raises(NotFoundError):
            await service.get_plan(session, user_id=stranger.id)

    @pytest.mark.parametrize("action", ["complete", "skip", "undo", "move", "restore"])
    async def test_changes_nothing(self, session, person, stranger, plan, action):
        task = await first_task(session, person)
        mine = {"user_id": stranger.id, "task_id": task.id}
        if action == "restore":
            moved = [Moved(task_id=task.id, due=TOMORROW, position=7)]
            await service.restore_tasks(session, user_id=stranger.id, moves=moved)
        else:
            with pytest.raises(NotFoundError):
                match action:
                    case "complete":
                        await service.complete_task(session, **mine, today=START)
                    case "skip":
                        await service.skip_task(session, **mine)
                    case "undo":
                        await service.undo_task(session, **mine)
                    case _:
                        await service.move_task(session, **mine, to=TOMORROW, today=START)
        session.expire_all()
        assert await service.get_task(session, user_id=person.id, task_id=task.id) == task

    async def test_keeps_their_own_day(self, session, person, stranger, plan):
        await save(session, stranger)
        before = await service.list_day(session, user_id=stranger.id, day=START)
        await service.lighten_day(session, user_id=person.id, today=START)
        await service.roll_forward(session, user_id=person.id, today=START + timedelta(days=9))
        session.expire_all()
        assert await service.list_day(session, user_id=stranger.id, day=START) == before


class TestPlan:
    async def test_the_same_job_writes_once(self, session, person, plan):
        task = await first_task(session, person)
        again = await save(session, person, job="job-1")
        assert again == plan
        assert (await first_task(session, person)).id == task.id

    async def test_a_new_plan_keeps_what_was_done(self, session, person, plan):
        task = await first_task(session, person)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        again = await save(session, person, job="job-2", start=TOMORROW, weekly_minutes=600)
        assert again.done_count == 1 and again.done_minutes == task.minutes
        assert (await service.get_task(session, user_id=person.id, task_id=task.id)).state == "done"
        assert again.weekly_minutes == 600

    async def test_work_already_done_today_counts_for_today(self, session, person, plan):
        task = await first_task(session, person)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        again = await save(session, person, job="job-2")
        for day in await service.list_days(session, user_id=person.id):
            assert day.minutes <= again.day_minutes[day.day.weekday()]

    async def test_percent_is_of_what_is_not_skipped(self, session, person, plan):
        tasks = await service.list_tasks(session, user_id=person.id, first=START, last=START + timedelta(days=400))
        half = tasks[: len(tasks) // 2]
        for task in half:
            await service.skip_task(session, user_id=person.id, task_id=task.id)
        for task in tasks[len(half) :]:
            await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        found = await service.get_plan(session, user_id=person.id)
        assert found.percent == 100 and found.task_count == len(tasks) - len(half)

    async def test_what_was_worked_on_is_known(self, session, person, plan):
        task = await first_task(session, person)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        by_skill, by_resource = await service.list_worked_minutes(session, user_id=person.id)
        assert by_skill == {task.skill: task.minutes}
        assert by_resource == {f"{task.skill}/{task.values['resource']}": task.minutes}

    async def test_outdated_is_a_mark_not_a_change(self, session, person, stranger, plan):
        await save(session, stranger)
        await service.mark_outdated(session, user_id=person.id)
        session.expire_all()
        assert (await service.get_plan(session, user_id=person.id)).outdated
        assert not (await service.get_plan(session, user_id=stranger.id)).outdated
        assert (await service.get_plan(session, user_id=person.id)).task_count == plan.task_count

    def test_basis_is_what_a_plan_depends_on(self):
        profile = ProfileView(role_text="Beekeeper", mail_minute=300)
        assert service.plan_basis(profile) == service.plan_basis(profile.model_copy(update={"mail_minute": 400}))
        assert service.plan_basis(profile) != service.plan_basis(profile.model_copy(update={"days_off": [6]}))


class TestTasks:
    async def test_complete_undo_complete(self, session, person, plan):
        task = await first_task(session, person)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        session.expire_all()
        done = await service.get_task(session, user_id=person.id, task_id=task.id)
        assert done.state == "done" and done.done_at is not None
        await service.undo_task(session, user_id=person.id, task_id=task.id)
        session.expire_all()
        assert await service.get_task(session, user_id=person.id, task_id=task.id) == task

    async def test_completing_twice_counts_the_first_time(self, session, person, plan):
        task = await first_task(session, person)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=TOMORROW)
        assert await service.list_done_minutes(session, user_id=person.id, since=START) == {START: task.minutes}

    async def test_skipping_what_is_done_keeps_it_done(self, session, person, plan):
        task = await first_task(session, person)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        await service.skip_task(session, user_id=person.id, task_id=task.id)
        session.expire_all()
        assert (await service.get_task(session, user_id=person.id, task_id=task.id)).state == "done"

    async def test_move_and_back(self, session, person, plan):
        task = await first_task(session, person)
        before = await service.move_task(session, user_id=person.id, task_id=task.id, to=TOMORROW, today=START)
        assert (await first_task(session, person, TOMORROW)).id == task.id
        await service.restore_tasks(session, user_id=person.id, moves=[before])
        session.expire_all()
        assert await service.get_task(session, user_id=person.id, task_id=task.id) == task

    async def test_moved_earlier_it_comes_last(self, session, person, plan):
        task = await first_task(session, person, TOMORROW)
        await service.move_task(session, user_id=person.id, task_id=task.id, to=START, today=START)
        assert (await service.list_day(session, user_id=person.id, day=START)).tasks[-1].id == task.id

    @pytest.mark.parametrize("to", [START - timedelta(days=1), START + timedelta(days=400)])
    async def test_not_into_the_past_nor_out_of_sight(self, session, person, plan, to):
        task = await first_task(session, person)
        with pytest.raises(InvalidInputError):
            await service.move_task(session, user_id=person.id, task_id=task.id, to=to, today=START)

    async def test_what_is_done_stays_where_it_was_done(self, session, person, plan):
        task = await first_task(session, person)
        await service.complete_task(session, user_id=person.id, task_id=task.id, today=START)
        session.expire_all()
        with pytest.raises(InvalidInputError):
            await service.move_task(session, user_id=person.id, task_id=task.id, to=TOMORROW, today=START)

    async def test_an_unknown_task(self, session, person, plan):
        with pytest.raises(NotFoundError):
            await service.complete_task(session, user_id=person.id, task_id=uuid4(), today=START)


class TestFlowing:
    async def test_a_missed_day_shifts_and_loses_nothing(self, session, person, plan):
        moved = await service.roll_forward(session, user_id=person.id, today=TOMORROW)
        assert moved > 0
        found = await service.get_plan(session, user_id=person.id)
        assert (found.task_count, found.minutes) == (plan.task_count, plan.minutes)
        for day in await service.list_days(session, user_id=person.id):
            assert day.day >= TOMORROW
            assert day.minutes <= found.day_minutes[day.day.weekday()]

    async def test_nothing_missed_costs_nothing(self, session, person, plan):
        assert await service.roll_forward(session, user_id=person.id, today=START) == 0

    async def test_three_weeks_away_is_no_mountain(self, session, person, plan):
        back = START + timedelta(days=21)
        await service.roll_forward(session, user_id=person.id, today=back)
        day = await service.list_day(session, user_id=person.id, day=back)
        assert day.minutes <= plan.day_minutes[back.weekday()]
        assert await service.roll_forward(session, user_id=person.id, today=back) == 0

    async def test_a_light_day_keeps_one_task_and_can_be_undone(self, session, person):
        await save(session, person, weekly_minutes=840)
        before = await service.list_tasks(session, user_id=person.id, first=START, last=START + timedelta(days=400))
        moves = await service.lighten_day(session, user_id=person.id, today=START)
        assert len((await service.list_day(session, user_id=person.id, day=START)).tasks) == 1
        await service.restore_tasks(session, user_id=person.id, moves=moves)
        session.expire_all()
        after = await service.list_tasks(session, user_id=person.id, first=START, last=START + timedelta(days=400))
        assert after == before

    async def test_a_day_of_one_task_is_light_already(self, session, person, plan):
        assert await service.lighten_day(session, user_id=person.id, today=START) == []


class TestPractice:
    items = [PracticeItem(key=f"{new_id()}/q{n}", question=f"q{n}", score=10 * n) for n in range(5)]

    async def test_the_weakest_come_soon_and_once(self, session, person, plan):
        asked = {"user_id": person.id, "source": "interview", "items": self.items, "today": START}
        assert await service.add_practice_tasks(session, **asked) == 3
        # The three are there already; of the rest the next two may come, never one of the same again.
        assert await service.add_practice_tasks(session, **asked) == 2
        assert await service.add_practice_tasks(session, **asked) == 0
        first = await first_task(session, person, TOMORROW)
        assert first.source == "interview" and first.values["score"] == 30
        for day in await service.list_days(session, user_id=person.id):
            assert day.minutes <= plan.day_minutes[day.day.weekday()]

    async def test_an_open_question_is_not_doubled_by_the_next_interview(self, session, person, plan):
        asked = {"user_id": person.id, "source": "interview", "today": START}
        once = [PracticeItem(key="one/q0", question="q0", score=20)]
        again = [PracticeItem(key="two/q0", question="q0", score=10)]
        assert await service.add_practice_tasks(session, items=once, **asked) == 1
        assert await service.add_practice_tasks(session, items=again, **asked) == 0

    async def test_without_a_plan_nothing_happens(self, session, person):
        asked = {"user_id": person.id, "source": "interview", "items": self.items, "today": START}
        assert await service.add_practice_tasks(session, **asked) == 0


class TestProgress:
    async def test_figures(self, session, person, plan):
        for back in (0, 1):
            day = START + timedelta(days=back)
            task = await first_task(session, person, day)
            await service.complete_task(session, user_id=person.id, task_id=task.id, today=day)
        found = await service.progress(session, user_id=person.id, today=TOMORROW)
        assert found.streak_days == 2 and found.done_count == 2
        assert set(found.minutes_by_day) == {START, TOMORROW}
        assert found.percent == round(100 * found.done_minutes / found.minutes)

    async def test_nobody_has_nothing(self, session, stranger, person, plan):
        found = await service.progress(session, user_id=stranger.id, today=START)
        assert (found.streak_days, found.percent, found.minutes_by_day) == (0, 0, {})

    async def test_a_long_streak_reaches_back_beyond_the_shown_days(self, session, person, plan):
        tasks = await service.list_tasks(session, user_id=person.id, first=START, last=START + timedelta(days=400))
        for back, task in enumerate(tasks[:95]):
            day = START - timedelta(days=back + 1)
            await service.complete_task(session, user_id=person.id, task_id=task.id, today=day)
        known = await service.list_done_minutes(session, user_id=person.id, since=START - timedelta(days=30))
        asked = {"user_id": person.id, "today": START, "day_minutes": plan.day_minutes}
        assert await service.streak_before(session, known=known, **asked) == 95
        assert (await service.progress(session, user_id=person.id, today=START)).streak_days == 95
