"""Starting an interview, and throwing one away."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.content import load
from careercoach.content.shapes import Question
from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError, InvalidInputError
from careercoach.core.ids import new_id
from careercoach.core.limits import Limit, take
from careercoach.features.interviews.models import Interview, InterviewAnswer
from careercoach.features.interviews.rules.choice import Wish, choose_questions
from careercoach.features.interviews.schemas import InterviewInput, InterviewView
from careercoach.features.interviews.service.rows import (
    OPEN_STATES,
    answers_of,
    end_of,
    own_interview,
    question_view,
    view_of,
)
from careercoach.features.matching import service as matching
from careercoach.features.profiles import service as profiles
from careercoach.features.questions import service as questions

TYPING = 1.5
"""Typing takes longer than speaking: minutes of a question times this are its share of the time."""
STARTS = Limit("interview-start", 20, timedelta(days=1))
RECENT = 40
"""Questions asked last that are kept back."""


async def start_interview(session: AsyncSession, *, user_id: UUID, wish: InterviewInput) -> InterviewView:
    """Choose the questions and start the clock.

    Raises ConflictError while another one is open, InvalidInputError for a role or question we do not know,
    TooManyTriesError after twenty in a day.
    """
    if await _open_id(session, user_id) is not None:
        raise ConflictError("interviews.one_open")
    if wish.role and wish.role not in load.roles():
        raise InvalidInputError("interviews.unknown_role")
    profile = await profiles.get_profile(session, user_id=user_id)
    role = wish.role or profile.role_slug
    chosen = _only(wish.question) if wish.question else await _choose(session, user_id, role, wish)
    await take(session, STARTS, str(user_id))
    now = utc_now()
    interview = Interview(
        user_id=user_id,
        role=role,
        role_text="" if wish.role else profile.role_text,
        difficulty=wish.difficulty,
        limit_s=round(sum(question.minutes for question in chosen) * 60 * TYPING),
        running_since=now,
        started_at=now,
    )
    interview.ends_at = end_of(interview, now)
    rows = [
        InterviewAnswer(
            interview_id=interview.id,
            number=number,
            question=question.slug,
            asked=question_view(number, question).model_dump(mode="json"),
        )
        for number, question in enumerate(chosen, start=1)
    ]
    session.add(interview)
    try:
        await session.flush()
    except IntegrityError as error:
        raise ConflictError("interviews.one_open") from error
    session.add_all(rows)
    await session.flush()
    return view_of(interview, rows, now)


async def word_questions(
    session: AsyncSession, *, user_id: UUID, interview_id: UUID, texts: Mapping[str, str], language: str
) -> InterviewView:
    """Put other words to questions that nobody has answered yet, by slug, in one language. Raises NotFoundError."""
    interview = await own_interview(session, user_id, interview_id, lock=True)
    rows = await answers_of(session, interview_id)
    for row in rows:
        if row.question in texts and not row.text:
            words = {**row.asked["text"], language: texts[row.question]}
            row.asked = {**row.asked, "text": words}
    await session.flush()
    return view_of(interview, rows, utc_now())


def _only(slug: str) -> list[Question]:
    question = questions.find_question(slug)
    if question is None:
        raise InvalidInputError("interviews.unknown_question")
    return [question]


async def _choose(session: AsyncSession, user_id: UUID, role: str, wish: InterviewInput) -> Sequence[Question]:
    gaps: list[str] = []
    if wish.use_gaps:
        gap = await matching.find_latest_gap(session, user_id=user_id)
        if gap is not None and gap.role == role:
            gaps = [skill.slug for skill in gap.with_status("missing", "close")][:12]
    recent = await _recent(session, user_id)
    return choose_questions(Wish(role, wish.size, wish.difficulty, gaps, recent, seed=new_id().int))


async def _recent(session: AsyncSession, user_id: UUID) -> set[str]:
    query = (
        select(InterviewAnswer.question)
        .join(Interview, col(Interview.id) == col(InterviewAnswer.interview_id))
        .where(col(Interview.user_id) == user_id)
        .order_by(col(Interview.started_at).desc())
        .limit(RECENT)
    )
    return set((await session.execute(query)).scalars())


async def _open_id(session: AsyncSession, user_id: UUID) -> UUID | None:
    query = select(Interview.id).where(col(Interview.user_id) == user_id, col(Interview.state).in_(OPEN_STATES))
    return (await session.execute(query.limit(1))).scalar_one_or_none()


async def delete_interview(session: AsyncSession, *, user_id: UUID, interview_id: UUID) -> None:
    """Throw an interview away with all its answers, open or scored. Raises NotFoundError."""
    interview = await own_interview(session, user_id, interview_id, lock=True)
    await session.delete(interview)
    await session.flush()
