"""What a model read beyond the rules, kept beside their reading until its owner adds or ignores it."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.features.job_matches.models import MatchAnalysis
from careercoach.features.job_matches.rules.suggesting import with_suggestion
from careercoach.features.job_matches.schemas import AnalysisView, CoachNote, PostingEdits, Reading, Suggestion
from careercoach.features.job_matches.service.analyses import get_analysis, save_corrections
from careercoach.features.job_matches.service.rows import own_row


async def save_suggestions(
    session: AsyncSession, *, user_id: UUID, analysis_id: UUID, found: list[Suggestion], by: CoachNote
) -> AnalysisView:
    """Keep what may be added to a reading. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    if row.reading:
        _keep(row, Reading.model_validate(row.reading).model_copy(update={"suggested": found, "suggested_by": by}))
        session.add(row)
        await session.flush()
    return await get_analysis(session, user_id=user_id, analysis_id=analysis_id)


async def add_suggestion(session: AsyncSession, *, user_id: UUID, analysis_id: UUID, key: str) -> AnalysisView:
    """Take a suggestion into the corrections; it counts from the next run on. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    taken = _take_out(row, key)
    session.add(row)
    if taken is None:
        return await get_analysis(session, user_id=user_id, analysis_id=analysis_id)
    edits = with_suggestion(PostingEdits.model_validate(row.edits), taken)
    return await save_corrections(session, user_id=user_id, analysis_id=analysis_id, edits=edits)


async def ignore_suggestion(session: AsyncSession, *, user_id: UUID, analysis_id: UUID, key: str) -> AnalysisView:
    """Drop a suggestion. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    _take_out(row, key)
    session.add(row)
    await session.flush()
    return await get_analysis(session, user_id=user_id, analysis_id=analysis_id)


def _take_out(row: MatchAnalysis, key: str) -> Suggestion | None:
    """The suggestion of this key, no longer offered; None when it has been decided before."""
    if not row.reading:
        return None
    reading = Reading.model_validate(row.reading)
    taken = next((one for one in reading.suggested if one.key == key), None)
    if taken is not None:
        rest = [one for one in reading.suggested if one.key != key]
        _keep(row, reading.model_copy(update={"suggested": rest}))
    return taken


def _keep(row: MatchAnalysis, reading: Reading) -> None:
    row.reading = reading.model_dump(mode="json", exclude_defaults=True)
