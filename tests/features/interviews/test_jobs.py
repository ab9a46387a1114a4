"""Ended by the server when the time is up, scored by a job, and the plan hears of it once."""

import asyncio
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import update
from sqlmodel import select

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.identity import Person
from careercoach.core.jobs import JobsConfig, JobState
from careercoach.features.interviews import flows, judging, service
from careercoach.features.interviews import jobs as room
from careercoach.features.interviews.models import Interview
from careercoach.features.planner import jobs as planner_jobs
from careercoach.features.planner.models import PlanTask
from careercoach.features.planner.service import save_plan
from tests import factories
from tests.core.jobs.processes import quick_queues
from tests.features.interviews.sittings import report_of, sit, start
from tests.features.planner.conftest import draft


@pytest.fixture
async def owner(database: Path) -> Person:
    assert planner_jobs.practise_weak_answers
    async with db.transaction() as session:
        return await factories.add_person(session)


async def _ends(interview: object, *, ago_s: int) -> None:
    async with db.transaction() as session:
        past = utc_now() - timedelta(seconds=ago_s)
        values = {"ends_at": past, "running_since": past - timedelta(hours=2)}
        await session.execute(update(Interview).where(Interview.id == interview).values(**values))  # pyright: ignore[reportArgumentType]


class TestDue:
    async def test_time_up_with_the_tab_closed(self, owner: Person):
        view = await start(owner)
        assert await room.due(utc_now()) == []
        await _ends(view.id, ago_s=1)
        (offer,) = await room.due(utc_now())
        assert (offer.kind, offer.ref, offer.key) == (judging.score, str(view.id), judging.score_key(view.id))
        async with db.reading() as session:
            ended = await service.get_interview(session, user_id=owner.id, interview_id=view.id)
        assert (ended.state, ended.out_of_time, ended.used_s) == ("finished", True, view.limit_s)

    async def test_offered_again_only_when_it_hangs(self, owner: Person):
        view = await sit(owner)
        now = utc_now()
        assert [offer.key for offer in await room.due(now)] == [judging.score_key(view.id)]
        keys = [offer.key for offer in await room.due(now + timedelta(minutes=11))]
        assert len(keys) == 2
        assert keys[1].startswith(judging.score_key(view.id) + "/")
        await flows.score_interview(view.id)
        assert await room.due(now + timedelta(minutes=11)) == []


async def test_the_job_scores_and_reports_its_steps(owner: Person, tmp_path: Path):
    view = await sit(owner)
    config = JobsConfig(data_dir=tmp_path, database_url="", queues=quick_queues())
    async with jobs.lifespan(config):
        job = await judging.start_scoring(view.id)
        again = await judging.start_scoring(view.id)
        assert job == again
        percents = [event.percent async for event in jobs.progress(job)]
        assert percents == sorted(percents)
        assert percents[-1] == 100
        assert (await jobs.status(job)).state is JobState.DONE
    assert (await report_of(owner, view.id)).report.figures.overall >= 75


class TestPlan:
    async def test_weak_answers_come_back_and_the_report_says_so(self, owner: Person):
        async with db.transaction() as session:
            await save_plan(session, user_id=owner.id, draft=draft(), basis={}, job="job-1")
        view = await sit(owner, {2: "fine"})
        await flows.score_interview(view.id)
        await asyncio.gather(flows.write_report(view.id), flows.write_report(view.id))
        report = await report_of(owner, view.id)
        assert [answer.in_plan for answer in report.answers] == [False, True, False, False, False]
        assert await _practice(owner) == [view.questions[1].slug]

    async def test_another_one_on_wish(self, owner: Person):
        async with db.transaction() as session:
            await save_plan(session, user_id=owner.id, draft=draft(), basis={}, job="job-1")
        view = await sit(owner)
        await flows.score_interview(view.id)
        for _ in range(2):
            async with db.transaction() as session:
                await service.ask_practice(session, user_id=owner.id, interview_id=view.id, number=3)
        assert (await report_of(owner, view.id)).answers[2].in_plan
        assert await _practice(owner) == [view.questions[2].slug]

    async def test_without_a_plan_nothing_is_claimed(self, owner: Person):
        view = await sit(owner, {1: "fine"})
        await flows.score_interview(view.id)
        assert not any(answer.in_plan for answer in (await report_of(owner, view.id)).answers)


async def _practice(owner: Person) -> list[str]:
    async with db.reading() as session:
        rows = await session.execute(
            select(PlanTask).where(PlanTask.user_id == owner.id, PlanTask.source == "interview")
        )
        return [str(task.values["question"]) for task in rows.scalars()]
