"""Answering: saving texts, moving between questions, pausing, finishing. The server keeps the time."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError
from careercoach.features.interviews.models import Interview
from careercoach.features.interviews.schemas import AnswerInput, AnswerView, InterviewView
from careercoach.features.interviews.service.rows import (
    OPEN_STATES,
    active_s,
    answer_at,
    answers_of,
    end_of,
    own_interview,
    view_of,
)

GRACE = timedelta(seconds=30)
"""A text typed before the time ran out may arrive a little later."""


async def save_answer(
    session: AsyncSession, *, user_id: UUID, interview_id: UUID, number: int, answer: AnswerInput
) -> AnswerView:
    """Keep the text of an answer.

    Raises ConflictError when it was changed elsewhere since `answer.version` (nothing is overwritten), or when the
    interview is over. The same request sent again changes nothing.
    """
    interview = await own_interview(session, user_id, interview_id, lock=True)
    row = await answer_at(session, interview_id, number)
    now = utc_now()
    is_repeated = bool(answer.request) and answer.request == row.request
    if not is_repeated and answer.text != row.text:
        _check_open(interview, now)
        if answer.version != row.version and not _same_writer(answer.request, row.request):
            raise ConflictError("interviews.changed_in_other_tab")
        row.text, row.request, row.saved_at = answer.text, answer.request, now
        row.version += 1
    if interview.state in OPEN_STATES:
        await _settle(session, interview, now)
    await session.flush()
    return AnswerView(number=number, text=row.text, version=row.version, seconds=row.seconds, saved_at=row.saved_at)


def _same_writer(request: str, last: str) -> bool:
    """Whether the last save came from the same tab: then it cannot have been changed elsewhere since."""
    writer = request.partition("/")[0]
    return bool(writer) and "/" in request and writer == last.partition("/")[0]


def _check_open(interview: Interview, now: datetime) -> None:
    if interview.state not in OPEN_STATES:
        raise ConflictError("interviews.is_over")
    if interview.running_since and interview.ends_at and now > interview.ends_at + GRACE:
        raise ConflictError("interviews.time_is_up")


async def _settle(session: AsyncSession, interview: Interview, now: datetime) -> None:
    """Book the active time that has passed on the interview and on the question it was spent on."""
    if interview.running_since is None:
        return
    used = active_s(interview, now)
    row = await answer_at(session, interview.id, interview.at_number)
    row.seconds += used - interview.used_s
    interview.used_s = used
    interview.running_since = now


async def go_to(session: AsyncSession, *, user_id: UUID, interview_id: UUID, number: int) -> InterviewView:
    """Move to another question. Raises ConflictError when the interview is over, NotFoundError for no such place."""
    interview = await own_interview(session, user_id, interview_id, lock=True)
    now = utc_now()
    _check_open(interview, now)
    await answer_at(session, interview_id, number)
    await _settle(session, interview, now)
    interview.at_number = number
    await session.flush()
    return view_of(interview, await answers_of(session, interview_id), now)


async def pause_interview(session: AsyncSession, *, user_id: UUID, interview_id: UUID) -> InterviewView:
    """Stop the clock. Pausing twice changes nothing."""
    interview = await own_interview(session, user_id, interview_id, lock=True)
    now = utc_now()
    _check_open(interview, now)
    await _settle(session, interview, now)
    interview.state, interview.running_since, interview.ends_at = "paused", None, None
    await session.flush()
    return view_of(interview, await answers_of(session, interview_id), now)


async def resume_interview(session: AsyncSession, *, user_id: UUID, interview_id: UUID) -> InterviewView:
    """Let the clock run on. Going on twice changes nothing."""
    interview = await own_interview(session, user_id, interview_id, lock=True)
    now = utc_now()
    _check_open(interview, now)
    if interview.running_since is None:
        interview.state, interview.running_since = "running", now
        interview.ends_at = end_of(interview, now)
    await session.flush()
    return view_of(interview, await answers_of(session, interview_id), now)


async def finish_interview(
    session: AsyncSession, *, user_id: UUID, interview_id: UUID, out_of_time: bool = False
) -> InterviewView:
    """No more writing; the answers wait for their scores. Finishing twice changes nothing."""
    interview = await own_interview(session, user_id, interview_id, lock=True)
    now = utc_now()
    if interview.state in OPEN_STATES:
        await _settle(session, interview, now)
        interview.state, interview.running_since, interview.ends_at = "finished", None, None
        interview.finished_at = now
        interview.out_of_time = out_of_time or interview.used_s >= interview.limit_s
        await session.flush()
    return view_of(interview, await answers_of(session, interview_id), now)
