"""Reading interviews and reports."""

from uuid import UUID

from sqlalchemy import case, func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.features.interviews.models import Interview, InterviewAnswer
from careercoach.features.interviews.schemas import (
    AnswerScore,
    InterviewLine,
    InterviewView,
    JudgedAnswer,
    QuestionView,
    Report,
    ReportView,
    ScorePoint,
    Trio,
)
from careercoach.features.interviews.service.rows import (
    OPEN_STATES,
    answers_of,
    own_interview,
    role_title,
    view_of,
)
from careercoach.features.questions import service as questions

LEAST_FOR_CHART = 3
"""Repeating one question is practice, not an interview to compare with others."""


async def get_interview(session: AsyncSession, *, user_id: UUID, interview_id: UUID) -> InterviewView:
    """The interview with its questions and saved texts. Raises NotFoundError."""
    interview = await own_interview(session, user_id, interview_id)
    return view_of(interview, await answers_of(session, interview_id), utc_now())


async def find_open(session: AsyncSession, *, user_id: UUID) -> InterviewView | None:
    """The interview that waits to be gone on with."""
    query = select(Interview).where(col(Interview.user_id) == user_id, col(Interview.state).in_(OPEN_STATES))
    interview = (await session.execute(query.limit(1))).scalar_one_or_none()
    return view_of(interview, await answers_of(session, interview.id), utc_now()) if interview else None


async def count_open(session: AsyncSession) -> int:
    """Interviews under way, of all people."""
    query = select(func.count()).select_from(Interview).where(col(Interview.state).in_(OPEN_STATES))
    return (await session.execute(query)).scalar_one()


async def list_interviews(session: AsyncSession, *, user_id: UUID, limit: int = 20) -> list[InterviewLine]:
    """One's own interviews, newest first."""
    written = func.count(case((col(InterviewAnswer.text) != "", 1)))
    query = (
        select(Interview, func.count(col(InterviewAnswer.id)), written)
        .join(InterviewAnswer, col(InterviewAnswer.interview_id) == col(Interview.id))
        .where(col(Interview.user_id) == user_id)
        .group_by(col(Interview.id))
        .order_by(col(Interview.started_at).desc())
        .limit(limit)
    )
    return [
        InterviewLine(
            id=row.id,
            role_title=role_title(row.role, row.role_text),
            state=row.state,  # pyright: ignore[reportArgumentType]
            size=size,
            overall=row.overall,
            answered=answered,
            started_at=row.started_at,
            finished_at=row.finished_at,
        )
        for row, size, answered in (await session.execute(query)).all()
    ]


async def latest_scores(session: AsyncSession, *, user_id: UUID, limit: int = 12) -> list[ScorePoint]:
    """Overall scores of the last finished interviews, oldest first. Single repeated questions are left out."""
    size = select(func.count()).where(col(InterviewAnswer.interview_id) == col(Interview.id)).scalar_subquery()
    query = (
        select(Interview.id, Interview.finished_at, Interview.overall)
        .where(
            col(Interview.user_id) == user_id,
            col(Interview.overall).is_not(None),
            col(Interview.finished_at).is_not(None),
            size >= LEAST_FOR_CHART,
        )
        .order_by(col(Interview.finished_at).desc())
        .limit(limit)
    )
    found = [
        ScorePoint(interview_id=interview_id, finished_at=finished_at, overall=overall)
        for interview_id, finished_at, overall in (await session.execute(query)).all()
        if finished_at is not None and overall is not None
    ]
    return found[::-1]


async def get_report(session: AsyncSession, *, user_id: UUID, interview_id: UUID) -> ReportView:
    """The report. Raises NotFoundError, also while the scores are not there yet."""
    interview = await own_interview(session, user_id, interview_id)
    if interview.report is None or interview.finished_at is None:
        raise NotFoundError
    return ReportView(
        id=interview.id,
        role=interview.role,
        role_title=role_title(interview.role, interview.role_text),
        difficulty=interview.difficulty,  # pyright: ignore[reportArgumentType]
        started_at=interview.started_at,
        finished_at=interview.finished_at,
        used_s=interview.used_s,
        out_of_time=interview.out_of_time,
        report=Report.model_validate(interview.report),
        answers=[_judged(row) for row in await answers_of(session, interview_id) if row.score],
    )


def _judged(row: InterviewAnswer) -> JudgedAnswer:
    question = questions.find_question(row.question)
    return JudgedAnswer(
        question=QuestionView.model_validate(row.asked),
        answer=row.text,
        seconds=row.seconds,
        score=AnswerScore.model_validate(row.score),
        example=Trio.model_validate(question.strong_answer.model_dump()) if question else None,
        is_reviewed=questions.is_reviewed(row.question),
        in_plan=row.in_plan,
    )
