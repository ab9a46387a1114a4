"""Keeping analyses: made, listed, taken out of sight and put back, compared; and what is typed before one is made."""

from datetime import datetime, timedelta
from typing import Literal
from uuid import UUID

from sqlalchemy import func, or_
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.limits import Limit, take
from careercoach.features.job_matches.models import MatchAnalysis, MatchDraft
from careercoach.features.job_matches.rules.changing import side_by_side, snapshot_of
from careercoach.features.job_matches.schemas import (
    CONTEXT_MOST,
    AgainInput,
    AnalysisLine,
    AnalysisView,
    Comparison,
    Material,
    OwnAnswers,
    PostingEdits,
    Reading,
    Source,
)
from careercoach.features.job_matches.service.rows import line_of, own_row, report_of, view_of
from careercoach.features.profiles import service as profiles

UNDO_LIVES = timedelta(hours=1)
LIST_MOST = 100
KEPT_MOST = 500
"""Analyses of one person."""
A_DAY = Limit("job-matches", 300, timedelta(days=1))
DRAFT_MOST = 50_000


async def add_analysis(
    session: AsyncSession, *, user_id: UUID, source: Source, text: str, reading: Reading, link: str = "", role: str = ""
) -> AnalysisView:
    """Keep a posting that was read. Raises TooManyTriesError, and CoachError when there are too many already."""
    await take(session, A_DAY, str(user_id))
    count = select(func.count()).where(MatchAnalysis.user_id == user_id)  # pyright: ignore[reportArgumentType]
    if (await session.execute(count)).scalar_one() >= KEPT_MOST:
        raise CoachError("job_matches.too_many", status=409, n=KEPT_MOST)
    row = MatchAnalysis(
        user_id=user_id,
        source=source,
        title=reading.posting.title[:200],
        link=link,
        role=role,
        posting_text=text,
        reading=reading.model_dump(mode="json", exclude_defaults=True),
    )
    session.add(row)
    await _clear_draft(session, user_id, "dream" if source == "dream" else "posting")
    await session.flush()
    return view_of(row, 0)


async def get_analysis(session: AsyncSession, *, user_id: UUID, analysis_id: UUID) -> AnalysisView:
    """One's own analysis. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    profile = await profiles.get_profile(session, user_id=user_id)
    return view_of(row, profile.version)


async def get_material(session: AsyncSession, *, analysis_id: UUID) -> tuple[UUID, int, str, Material]:
    """For the job: owner, run, state and all that the analysis is made from. Raises NotFoundError."""
    row = await session.get(MatchAnalysis, analysis_id)
    if row is None:
        raise NotFoundError("job_matches.not_found")
    profile = await profiles.get_profile(session, user_id=row.user_id)
    material = Material(
        person=profile.person,
        posting_text=row.posting_text,
        edits=PostingEdits.model_validate(row.edits),
        answers=OwnAnswers.model_validate(row.answers),
        context=row.context,
    )
    return row.user_id, row.run, row.state, material


async def list_analyses(session: AsyncSession, *, user_id: UUID, search: str = "") -> list[AnalysisLine]:
    """The person's analyses, newest first; `search` looks into titles and postings."""
    wanted = select(MatchAnalysis).where(MatchAnalysis.user_id == user_id, col(MatchAnalysis.removed_at).is_(None))
    for word in search.split()[:8]:
        found = [
            column.icontains(word, autoescape=True)
            for column in (col(MatchAnalysis.title), col(MatchAnalysis.posting_text))
        ]
        wanted = wanted.where(or_(*found))
    rows = await session.execute(wanted.order_by(col(MatchAnalysis.created_at).desc()).limit(LIST_MOST))
    profile = await profiles.get_profile(session, user_id=user_id)
    return [line_of(row, profile.version) for row in rows.scalars()]


async def begin_run(
    session: AsyncSession, *, user_id: UUID, analysis_id: UUID, again: AgainInput | None = None
) -> AnalysisView:
    """Take corrections, answers and context, and start a run. Raises CoachError without a confirmed record."""
    row = await own_row(session, user_id, analysis_id)
    profile = await profiles.get_profile(session, user_id=user_id)
    if profile.confirmed_at is None:
        raise CoachError("job_matches.no_record", status=409)
    await take(session, A_DAY, str(user_id))
    if again is not None:
        _take(row, again)
    if row.state == "done":
        before = snapshot_of(report_of(row), row.profile_version)
        row.before = before.model_copy(update={"made_at": row.made_at}).model_dump(mode="json") if before else None
    row.run += 1
    row.state, row.report, row.problem_key = "running", {}, ""
    row.profile_version = profile.version
    session.add(row)
    await session.flush()
    return view_of(row, profile.version)


def _take(row: MatchAnalysis, again: AgainInput) -> None:
    if again.edits is not None:
        row.edits = again.edits.model_dump(mode="json", exclude_defaults=True)
        if again.edits.title:
            row.title = again.edits.title
    if again.answers is not None:
        row.answers = again.answers.model_dump(mode="json", exclude_defaults=True)
    if again.context is not None:
        row.context = again.context.strip()[:CONTEXT_MOST]


async def save_corrections(
    session: AsyncSession,
    *,
    user_id: UUID,
    analysis_id: UUID,
    edits: PostingEdits | None = None,
    context: str | None = None,
) -> AnalysisView:
    """Keep what was corrected or added; it counts from the next run on. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    _take(row, AgainInput(edits=edits, context=None if context is None else context[:CONTEXT_MOST]))
    session.add(row)
    await session.flush()
    return await get_analysis(session, user_id=user_id, analysis_id=analysis_id)


async def remove_analysis(session: AsyncSession, *, user_id: UUID, analysis_id: UUID) -> AnalysisLine:
    """Take an analysis out of sight; it is deleted for good an hour later. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id, removed=True)
    row.removed_at = row.removed_at or utc_now()
    session.add(row)
    return line_of(row, row.profile_version)


async def restore_analysis(session: AsyncSession, *, user_id: UUID, analysis_id: UUID) -> AnalysisLine:
    """Undo the removal. Raises NotFoundError when it is too late."""
    row = await own_row(session, user_id, analysis_id, removed=True)
    row.removed_at = None
    session.add(row)
    return line_of(row, row.profile_version)


async def has_removed(session: AsyncSession, *, now: datetime) -> bool:
    """Whether something waits to be deleted for good."""
    gone = select(MatchAnalysis.id).where(col(MatchAnalysis.removed_at) < now - UNDO_LIVES).limit(1)
    return (await session.execute(gone)).first() is not None


async def forget_removed(session: AsyncSession, *, now: datetime) -> None:
    """Delete for good what was taken out of sight over an hour ago, with its chat."""
    await session.execute(delete(MatchAnalysis).where(col(MatchAnalysis.removed_at) < now - UNDO_LIVES))


async def compare_analyses(session: AsyncSession, *, user_id: UUID, left: UUID, right: UUID) -> Comparison:
    """Two of one's own analyses side by side. Raises NotFoundError."""
    profile = await profiles.get_profile(session, user_id=user_id)
    rows = [await own_row(session, user_id, analysis_id) for analysis_id in (left, right)]
    lines = [line_of(row, profile.version) for row in rows]
    return side_by_side(lines[0], report_of(rows[0]), lines[1], report_of(rows[1]))


# What is typed before it is an analysis


async def find_draft(session: AsyncSession, *, user_id: UUID) -> tuple[str, str, int]:
    """The posting and the dream typed so far, and the version of the draft."""
    draft = await session.get(MatchDraft, user_id)
    return (draft.posting, draft.dream, draft.version) if draft else ("", "", 0)


async def save_draft(
    session: AsyncSession, *, user_id: UUID, part: Literal["posting", "dream"], text: str, version: int
) -> bool:
    """Keep what was typed. False when it belongs to a draft that has become an analysis meanwhile."""
    draft = await session.get(MatchDraft, user_id)
    if draft is None:
        draft = MatchDraft(user_id=user_id)
    if draft.version != version:
        return False
    setattr(draft, part, text[:DRAFT_MOST])
    draft.changed_at = utc_now()
    session.add(draft)
    await session.flush()
    return True


async def _clear_draft(session: AsyncSession, user_id: UUID, part: str) -> None:
    draft = await session.get(MatchDraft, user_id)
    if draft is not None and getattr(draft, part):
        setattr(draft, part, "")
        draft.version += 1
        session.add(draft)
