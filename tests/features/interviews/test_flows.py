"""From a finished interview to its report: every step repeatable, the news told once."""

import asyncio
from pathlib import Path

import pytest

from careercoach.content import load
from careercoach.core import db
from careercoach.core.errors import NotFoundError
from careercoach.core.events import react_to
from careercoach.core.identity import Person
from careercoach.features.interviews import flows, service
from careercoach.features.questions.events import InterviewFinished
from tests import factories
from tests.features.interviews.sittings import report_of, sit, start

HEARD: list[InterviewFinished] = []


@react_to(InterviewFinished)
async def _hear(_session: object, fact: InterviewFinished) -> None:
    HEARD.append(fact)


@pytest.fixture
async def owner(database: Path) -> Person:
    HEARD.clear()
    async with db.transaction() as session:
        return await factories.add_person(session)


async def test_report_of_a_good_interview(owner: Person):
    view = await sit(owner)
    overall = await flows.score_interview(view.id)
    report = await report_of(owner, view.id)
    assert overall == report.report.figures.overall >= 75
    assert [answer.score.band for answer in report.answers] == ["strong"] * 5
    assert report.report.previous is None


async def test_news_goes_out_once_with_the_weak_ones(owner: Person):
    view = await sit(owner, {2: "fine", 4: ""})
    await flows.score_interview(view.id)
    await flows.score_interview(view.id)
    await asyncio.gather(flows.write_report(view.id), flows.write_report(view.id))
    assert len(HEARD) == 1
    weak = {answer.question for answer in HEARD[0].weak}
    assert weak == {view.questions[1].slug, view.questions[3].slug}
    assert HEARD[0].interview_id == view.id


async def test_scoring_goes_on_where_it_stopped(owner: Person):
    view = await sit(owner)
    await flows.score_one(view.id, 1)
    assert await flows.list_to_score(view.id) == [2, 3, 4, 5]
    with pytest.raises(NotFoundError):
        await report_of(owner, view.id)
    assert await flows.score_interview(view.id)
    assert await flows.list_to_score(view.id) == []


async def test_an_open_interview_is_not_scored(owner: Person):
    view = await start(owner)
    assert await flows.score_interview(view.id) is None
    with pytest.raises(NotFoundError):
        await flows.score_one(view.id, 1)


async def test_compared_with_the_interview_before(owner: Person):
    first = await sit(owner, {1: "", 2: "", 3: "", 4: "", 5: ""})
    await flows.score_interview(first.id)
    second = await sit(owner)
    await flows.score_interview(second.id)
    report = await report_of(owner, second.id)
    assert report.report.previous == 0
    assert report.report.figures.overall > 0


async def test_example_read_in_a_report_is_no_answer_the_next_time(owner: Person):
    slug = "backend-index-slow-query"
    example = load.questions()[slug].strong_answer.en
    first = await sit(owner, {1: "I do not know."}, question=slug)
    await flows.score_interview(first.id)
    second = await sit(owner, {1: example}, question=slug)
    await flows.score_interview(second.id)
    report = await report_of(owner, second.id)
    assert report.answers[0].score.flaw == "copied"
    assert report.answers[0].score.overall <= 15


async def test_single_questions_are_not_in_the_chart(owner: Person):
    single = await sit(owner, question="backend-index-slow-query")
    await flows.score_interview(single.id)
    whole = await sit(owner)
    await flows.score_interview(whole.id)
    async with db.reading() as session:
        scores = await service.latest_scores(session, user_id=owner.id)
    assert [point.interview_id for point in scores] == [whole.id]


async def test_time_up_ends_and_leaves_it_to_be_scored(owner: Person):
    view = await start(owner)
    await flows.finish_late(owner.id, view.id)
    async with db.reading() as session:
        assert [interview for interview, _ in await service.list_unscored(session)] == [view.id]
    assert await flows.score_interview(view.id) == 0
