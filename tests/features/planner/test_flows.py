"""Making a plan for real: from the confirmed record to rows, once per job."""

import pytest

from careercoach.core import db
from careercoach.core.errors import CoachError
from careercoach.features.planner import flows, service
from careercoach.features.planner import jobs as reactions
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.questions.events import InterviewFinished, PracticePlanned, WeakAnswer
from tests.features.people import MONDAY, add_owner, add_plan
from tests.seed import PERSON

pytestmark = pytest.mark.usefixtures("frozen")
GOAL = {"role_slug": "data-analyst", "weekly_minutes": 300, "time_zone": "Asia/Kolkata"}


@pytest.fixture
async def recorded(owner):
    async with db.transaction() as session:
        await profiles.save_person(session, user_id=owner.id, person=PERSON)
    return owner


async def find_plan(person):
    async with db.reading() as session:
        return await service.find_plan(session, user_id=person.id)


async def set_goal(person, **changes: object) -> None:
    async with db.transaction() as session:
        await profiles.save_goal(session, user_id=person.id, goal=GoalInput.model_validate(GOAL | changes))


class TestCreatePlan:
    async def test_from_record_to_tasks(self, recorded):
        plan = await flows.create_plan(recorded.id, job="plan/x/1")
        assert plan.role == "data-analyst" and plan.starts_on == MONDAY and plan.task_count > 20
        assert not plan.outdated

    async def test_without_a_record_it_says_so(self, owner):
        with pytest.raises(CoachError) as refused:
            await flows.create_plan(owner.id, job="plan/x/1")
        assert refused.value.text_key == "matching.page.no_record"
        assert await find_plan(owner) is None

    async def test_the_same_job_twice_is_one_plan(self, recorded):
        first = await flows.create_plan(recorded.id, job="plan/x/1")
        assert await flows.create_plan(recorded.id, job="plan/x/1") == first

    async def test_the_same_input_is_the_same_plan(self, recorded):
        other = await add_owner("otto@example.org")
        async with db.transaction() as session:
            await profiles.save_person(session, user_id=other.id, person=PERSON)
        for person in (recorded, other):
            await flows.create_plan(person.id, job="plan/x/1")
        async with db.reading() as session:
            found = [await service.list_days(session, user_id=person.id) for person in (recorded, other)]
        assert found[0] == found[1]

    async def test_planning_again_goes_on_where_one_stopped(self, recorded):
        await flows.create_plan(recorded.id, job="plan/x/1")
        async with db.transaction() as session:
            task = (await service.list_day(session, user_id=recorded.id, day=MONDAY)).tasks[0]
            await service.complete_task(session, user_id=recorded.id, task_id=task.id, today=MONDAY)
        again = await flows.create_plan(recorded.id, job="plan/x/2")
        assert again.done_minutes == task.minutes


class TestOutdated:
    async def test_the_goal_it_was_made_for_fits(self, recorded):
        await set_goal(recorded)
        await flows.create_plan(recorded.id, job="plan/x/1")
        await set_goal(recorded, mail_minute=500)
        found = await find_plan(recorded)
        assert found is not None and not found.outdated

    @pytest.mark.parametrize("change", [{"weekly_minutes": 600}, {"days_off": [0]}, {"role_slug": "registered-nurse"}])
    async def test_another_goal_does_not(self, recorded, change):
        await set_goal(recorded)
        await flows.create_plan(recorded.id, job="plan/x/1")
        await set_goal(recorded, **change)
        found = await find_plan(recorded)
        assert found is not None and found.outdated and found.role == "data-analyst"

    async def test_a_new_plan_fits_again(self, recorded):
        await flows.create_plan(recorded.id, job="plan/x/1")
        await set_goal(recorded, weekly_minutes=600)
        assert not (await flows.create_plan(recorded.id, job="plan/x/2")).outdated


class TestInterviewFinished:
    async def test_weak_answers_become_tasks_once(self, owner, monkeypatch):
        told: list[PracticePlanned] = []

        async def listen(_session, news):
            told.append(news)

        monkeypatch.setattr(reactions, "announce", listen)
        await add_plan(owner)
        fact = InterviewFinished(
            user_id=owner.id,
            interview_id=owner.id,
            role="data-analyst",
            weak=(WeakAnswer(question="q1", score=30, skill="sql"), WeakAnswer(question="q2", score=20)),
        )
        for _ in range(2):
            async with db.transaction() as session:
                await reactions.practise_weak_answers(session, fact)
        async with db.reading() as session:
            tasks = await service.list_tasks(session, user_id=owner.id, first=MONDAY, last=MONDAY.replace(day=30))
        added = [task for task in tasks if task.source == "interview"]
        assert [task.values["question"] for task in added] == ["q2", "q1"]
        assert service.task_why(added[0], "en") == "You scored 20 of 100 on it last time"
        assert {question for news in told for question in news.questions} == {"q1", "q2"}
