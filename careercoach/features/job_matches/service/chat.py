"""What is said about an analysis."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.limits import Limit, take
from careercoach.features.job_matches.models import MatchAnalysis, MatchMessage
from careercoach.features.job_matches.rules.advising import keys_of
from careercoach.features.job_matches.schemas import QUESTION_MOST, Citation, CoachNote, Message, Reply
from careercoach.features.job_matches.service.rows import own_row, report_of

MESSAGES_MOST = 200
CITED_MOST = 4
A_DAY = Limit("job-match-chat", 200, timedelta(days=1))


async def list_messages(session: AsyncSession, *, user_id: UUID, analysis_id: UUID) -> list[Message]:
    """The talk about one's own analysis, oldest first. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    known = keys_of(report_of(row))
    wanted = select(MatchMessage).where(MatchMessage.analysis_id == analysis_id, MatchMessage.user_id == user_id)
    newest = wanted.order_by(col(MatchMessage.sent_at).desc(), col(MatchMessage.by)).limit(MESSAGES_MOST)
    rows = (await session.execute(newest)).scalars()
    return [_view(message, known) for message in rows][::-1]


def _view(message: MatchMessage, known: dict[str, list[Citation]]) -> Message:
    cited = [citation for key in message.keys for citation in known.get(key, [])[:2]]
    return Message(
        id=str(message.id),
        by="coach" if message.by == "coach" else "person",
        text=message.text,
        citations=cited[:CITED_MOST],
        source=message.source,
        answered_by=CoachNote.model_validate(message.answered_by or {"engine": message.source}),
        sent_at=message.sent_at,
    )


async def find_reply(session: AsyncSession, *, user_id: UUID, analysis_id: UUID, request: str) -> bool:
    """Whether this very question has been asked before. Counts it against the day's limit otherwise."""
    await own_row(session, user_id, analysis_id)
    if request:
        asked = select(MatchMessage.id).where(
            MatchMessage.analysis_id == analysis_id, MatchMessage.user_id == user_id, MatchMessage.request == request
        )
        if (await session.execute(asked)).first() is not None:
            return True
    await take(session, A_DAY, str(user_id))
    return False


async def add_exchange(
    session: AsyncSession, *, user_id: UUID, analysis_id: UUID, question: str, request: str, reply: Reply
) -> None:
    """Keep a question and its answer. What is being typed stays, unless it is that question. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    asked = MatchMessage(analysis_id=analysis_id, user_id=user_id, by="person", text=question, request=request or None)
    answered = MatchMessage(
        analysis_id=analysis_id, user_id=user_id, by="coach", text=reply.text, keys=reply.keys, source=reply.source,
        answered_by=CoachNote.of(reply).model_dump(mode="json"), sent_at=asked.sent_at + timedelta(milliseconds=1),
    )  # fmt: skip
    session.add_all([asked, answered])
    if _is_draft(row, question):
        row.chat_draft = ""
        session.add(row)
    await session.flush()


def _is_draft(row: MatchAnalysis, question: str) -> bool:
    return row.chat_draft.strip()[:QUESTION_MOST] == question


async def turn_draft(session: AsyncSession, *, user_id: UUID, analysis_id: UUID, question: str) -> int | None:
    """The field begins anew when the question in it is asked. The next version of the draft; None when something else
    is being typed. Until the answer is there, or the next words are, the question is kept as the draft.

    Raises NotFoundError.
    """
    row = await own_row(session, user_id, analysis_id)
    if not _is_draft(row, question):
        return None
    row.chat_version += 1
    session.add(row)
    return row.chat_version


async def give_back(session: AsyncSession, *, user_id: UUID, analysis_id: UUID, question: str) -> tuple[str, int]:
    """The draft begins with the question that got no answer, with its next version. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    if not _is_draft(row, question):
        row.chat_draft = f"{question}\n\n{row.chat_draft.strip()}".strip()[:QUESTION_MOST]
    row.chat_version += 1
    session.add(row)
    return row.chat_draft, row.chat_version


async def save_chat_draft(session: AsyncSession, *, user_id: UUID, analysis_id: UUID, text: str, version: int) -> bool:
    """Keep what is being typed. False when that was sent meanwhile. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    if row.chat_version != version:
        return False
    row.chat_draft = text[:QUESTION_MOST]
    session.add(row)
    return True
