"""Keeping scores and reports. Each step may be repeated; the news of a finished interview goes out once."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, NamedTuple, cast
from uuid import UUID

from sqlalchemy import CursorResult, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.content.shapes import Question
from careercoach.core.errors import ConflictError, NotFoundError
from careercoach.core.events import announce
from careercoach.core.texts import LANGUAGES
from careercoach.features.interviews.models import Interview, InterviewAnswer
from careercoach.features.interviews.rules.report import Judged
from careercoach.features.interviews.schemas import AnswerScore, Report
from careercoach.features.interviews.service.rows import OPEN_STATES, answer_at, answers_of, own_interview
from careercoach.features.questions import service as questions
from careercoach.features.questions.events import InterviewFinished, PracticeWanted, WeakAnswer

SOLID = 60
"""Answers below this come back in the plan."""


class ToScore(NamedTuple):
    """One answer that waits for its score. `shown`: examples of this question the person has already seen."""

    number: int
    question: Question
    text: str
    shown: list[str]
    score: AnswerScore | None


class Sheet(NamedTuple):
    """A finished interview to be scored."""

    user_id: UUID
    role: str
    answers: list[ToScore]
    previous: int | None
    previous_at: datetime | None


async def read_for_scoring(session: AsyncSession, *, interview_id: UUID) -> Sheet | None:
    """Everything the scores are made from; None when there is nothing (left) to score."""
    interview = await session.get(Interview, interview_id)
    if interview is None or interview.state in OPEN_STATES:
        return None
    answers: list[ToScore] = []
    for row in await answers_of(session, interview_id):
        question = questions.find_question(row.question)
        if question is None:  # it has left the bank since: nothing to judge by
            continue
        known = AnswerScore.model_validate(row.score) if row.score else None
        shown = await _shown(session, interview, question)
        answers.append(ToScore(row.number, question, row.text, shown, known))
    previous, previous_at = await _previous(session, interview, len(answers))
    return Sheet(interview.user_id, interview.role, answers, previous, previous_at)


async def _shown(session: AsyncSession, interview: Interview, question: Question) -> list[str]:
    """The examples of a question, if a report with it was there to read before this interview."""
    query = (
        select(Interview.id)
        .join(InterviewAnswer, col(InterviewAnswer.interview_id) == col(Interview.id))
        .where(
            col(Interview.user_id) == interview.user_id,
            col(Interview.id) != interview.id,
            col(Interview.state) == "scored",
            col(Interview.finished_at) < (interview.finished_at or interview.started_at),
            col(InterviewAnswer.question) == question.slug,
        )
        .limit(1)
    )
    was_shown = (await session.execute(query)).scalar_one_or_none() is not None
    return [question.strong_answer.in_(language) for language in LANGUAGES] if was_shown else []


async def _previous(session: AsyncSession, interview: Interview, size: int) -> tuple[int | None, datetime | None]:
    """Score and time of the interview before this one, for the same role and not a single question."""
    if size == 1:
        return None, None
    query = (
        select(Interview.overall, Interview.finished_at)
        .where(
            col(Interview.user_id) == interview.user_id,
            col(Interview.role) == interview.role,
            col(Interview.state) == "scored",
            col(Interview.started_at) < interview.started_at,
            select(InterviewAnswer.id)
            .where(col(InterviewAnswer.interview_id) == col(Interview.id), col(InterviewAnswer.number) == 2)
            .exists(),
        )
        .order_by(col(Interview.started_at).desc())
        .limit(1)
    )
    row = (await session.execute(query)).first()
    return (row[0], row[1]) if row else (None, None)


async def save_score(session: AsyncSession, *, interview_id: UUID, number: int, score: AnswerScore) -> None:
    """Keep the score of one answer."""
    row = await answer_at(session, interview_id, number)
    row.score = score.model_dump(mode="json")
    await session.flush()


async def save_report(session: AsyncSession, *, interview_id: UUID, report: Report, judged: list[Judged]) -> bool:
    """Keep the report and tell the news; False when it was there already, and nothing is told twice."""
    changed = await session.execute(
        update(Interview)
        .where(col(Interview.id) == interview_id, col(Interview.state) == "finished")
        .values(state="scored", overall=report.figures.overall, report=report.model_dump(mode="json"))
    )
    if cast(CursorResult[Any], changed).rowcount != 1:
        return False
    interview = await session.get(Interview, interview_id, populate_existing=True)
    if interview is None:
        raise NotFoundError
    weak = sorted((entry for entry in judged if entry.score.overall < SOLID), key=lambda entry: entry.score.overall)
    fact = InterviewFinished(
        user_id=interview.user_id,
        interview_id=interview.id,
        role=interview.role,
        weak=tuple(_weak(entry.question, entry.score.overall) for entry in weak),
    )
    await announce(session, fact)
    return True


def _weak(question: Question, score: int) -> WeakAnswer:
    skill = question.skills[0] if question.skills and question.kind != "behavioural" else ""
    return WeakAnswer(question=question.slug, score=score, skill=skill)


async def ask_practice(session: AsyncSession, *, user_id: UUID, interview_id: UUID, number: int) -> None:
    """Ask for one answer to come back in the plan. Raises ConflictError before it has a score."""
    interview = await own_interview(session, user_id, interview_id)
    row = await answer_at(session, interview_id, number)
    if row.score is None or interview.state != "scored":
        raise ConflictError
    question = questions.get_question(row.question)
    score = AnswerScore.model_validate(row.score).overall
    await announce(session, PracticeWanted(user_id, interview_id, _weak(question, score)))


async def mark_in_plan(session: AsyncSession, *, user_id: UUID, interview_id: UUID, asked: Collection[str]) -> None:
    """Note which questions of an interview now stand in the plan."""
    await own_interview(session, user_id, interview_id)
    for row in await answers_of(session, interview_id):
        row.in_plan = row.in_plan or row.question in asked
    await session.flush()


async def list_late(session: AsyncSession, *, now: datetime) -> list[tuple[UUID, UUID]]:
    """Running interviews whose time is up, as (person, interview)."""
    query = select(Interview.user_id, Interview.id).where(
        col(Interview.state) == "running", col(Interview.ends_at) <= now
    )
    return [(user, interview) for user, interview in (await session.execute(query.limit(200))).all()]


async def list_unscored(session: AsyncSession) -> list[tuple[UUID, datetime]]:
    """Finished interviews without their scores, and when they were finished."""
    query = select(Interview.id, Interview.finished_at).where(col(Interview.state) == "finished")
    rows = (await session.execute(query.limit(200))).all()
    return [(interview_id, finished_at) for interview_id, finished_at in rows if finished_at is not None]
