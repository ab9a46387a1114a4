"""From rows to what their owner sees."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.errors import NotFoundError
from careercoach.features.job_matches.models import MatchAnalysis
from careercoach.features.job_matches.rules.changing import changes_since
from careercoach.features.job_matches.rules.citing import Texts, only_true
from careercoach.features.job_matches.rules.wanted import sheet_of
from careercoach.features.job_matches.schemas import (
    AnalysisLine,
    AnalysisView,
    OwnAnswers,
    PostingEdits,
    Reading,
    Report,
    Sheet,
    Snapshot,
)


async def own_row(session: AsyncSession, user_id: UUID, analysis_id: UUID, *, removed: bool = False) -> MatchAnalysis:
    """One's own analysis. Raises NotFoundError; `removed` finds those taken out of sight too."""
    wanted = select(MatchAnalysis).where(MatchAnalysis.id == analysis_id, MatchAnalysis.user_id == user_id)
    if not removed:
        wanted = wanted.where(col(MatchAnalysis.removed_at).is_(None))
    row = (await session.execute(wanted)).scalar_one_or_none()
    if row is None:
        raise NotFoundError("job_matches.not_found")
    return row


def texts_of(row: MatchAnalysis) -> Texts:
    """The text of each side, in which the places of quotes count."""
    return {"resume": row.resume_text, "posting": row.posting_text, "context": row.context}


def report_of(row: MatchAnalysis) -> Report:
    """The kept report, every quote held against the text it is from."""
    return only_true(Report.model_validate(row.report or {}), texts_of(row))


def line_of(row: MatchAnalysis, profile_version: int) -> AnalysisLine:
    """A line of the list."""
    return AnalysisLine.model_validate(
        {
            **row.model_dump(include={"title", "source", "state", "verdict", "overall", "created_at"}),
            "id": str(row.id),
            "is_stale": row.state == "done" and row.profile_version != profile_version,
        }
    )


def view_of(row: MatchAnalysis, profile_version: int) -> AnalysisView:
    """The whole analysis."""
    report, edits = report_of(row), PostingEdits.model_validate(row.edits)
    before = Snapshot.model_validate(row.before) if row.before else None
    return AnalysisView(
        **line_of(row, profile_version).model_dump(),
        link=row.link,
        role=row.role,
        run=row.run,
        sheet=sheet_of(Reading.model_validate(row.reading), edits, row.posting_text) if row.reading else Sheet(),
        answers=OwnAnswers.model_validate(row.answers),
        edits=edits,
        context=row.context,
        report=report,
        changes=changes_since(before, report) if before and row.state == "done" else [],
        chat_draft=row.chat_draft,
        chat_version=row.chat_version,
        problem_key=row.problem_key,
        made_at=row.made_at,
    )
