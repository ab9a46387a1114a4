"""Rows of interviews: found only together with their owner, and turned into what the owner sees."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.content import load
from careercoach.content.shapes import Question
from careercoach.core.errors import NotFoundError
from careercoach.features.interviews.models import Interview, InterviewAnswer
from careercoach.features.interviews.schemas import AnswerView, InterviewView, QuestionView, Trio

OPEN_STATES = ("running", "paused")


async def own_interview(session: AsyncSession, user_id: UUID, interview_id: UUID, *, lock: bool = False) -> Interview:
    """The interview, if it is this person's. Raises NotFoundError for all others."""
    query = select(Interview).where(col(Interview.id) == interview_id, col(Interview.user_id) == user_id)
    row = (await session.execute(query.with_for_update() if lock else query)).scalar_one_or_none()
    if row is None:
        raise NotFoundError
    return row


async def answers_of(session: AsyncSession, interview_id: UUID) -> list[InterviewAnswer]:
    """The answers in the order they are asked."""
    query = (
        select(InterviewAnswer)
        .where(col(InterviewAnswer.interview_id) == interview_id)
        .order_by(col(InterviewAnswer.number))
    )
    return list((await session.execute(query)).scalars())


async def answer_at(session: AsyncSession, interview_id: UUID, number: int) -> InterviewAnswer:
    """One answer by its place. Raises NotFoundError."""
    query = select(InterviewAnswer).where(
        col(InterviewAnswer.interview_id) == interview_id, col(InterviewAnswer.number) == number
    )
    row = (await session.execute(query.with_for_update())).scalar_one_or_none()
    if row is None:
        raise NotFoundError
    return row


def role_title(role: str, role_text: str) -> Trio:
    """The role in words: of the catalogue, or the person's own."""
    known = load.roles().get(role)
    if known is not None:
        return Trio.model_validate(known.title.model_dump())
    return Trio(en=role_text, hi=role_text, es=role_text)


def active_s(interview: Interview, now: datetime) -> int:
    """Seconds of active time until now, never more than the limit."""
    running = (now - interview.running_since).total_seconds() if interview.running_since else 0.0
    return min(interview.limit_s, interview.used_s + max(0, round(running)))


def end_of(interview: Interview, now: datetime) -> datetime:
    """When a running interview runs out."""
    return now + timedelta(seconds=max(0, interview.limit_s - interview.used_s))


def question_view(number: int, question: Question) -> QuestionView:
    """The question without what a good answer holds."""
    return QuestionView(
        number=number,
        slug=question.slug,
        text=Trio.model_validate(question.text.model_dump()),
        kind=question.kind,
        difficulty=question.difficulty,
        minutes=question.minutes,
    )


def view_of(interview: Interview, answers: Sequence[InterviewAnswer], now: datetime) -> InterviewView:
    """What the owner sees of an interview on its way."""
    used = active_s(interview, now)
    since = used - interview.used_s
    return InterviewView(
        id=interview.id,
        role=interview.role,
        role_title=role_title(interview.role, interview.role_text),
        difficulty=interview.difficulty,  # pyright: ignore[reportArgumentType]
        state=interview.state,  # pyright: ignore[reportArgumentType]
        at_number=interview.at_number,
        size=len(answers),
        limit_s=interview.limit_s,
        used_s=used,
        started_at=interview.started_at,
        finished_at=interview.finished_at,
        out_of_time=interview.out_of_time,
        overall=interview.overall,
        questions=[QuestionView.model_validate(row.asked) for row in answers],
        answers=[
            AnswerView(
                number=row.number,
                text=row.text,
                version=row.version,
                seconds=row.seconds + (since if row.number == interview.at_number else 0),
                saved_at=row.saved_at,
            )
            for row in answers
        ],
    )
