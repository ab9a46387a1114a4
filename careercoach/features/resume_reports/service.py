"""The reports on a person's files, and what they said about each suggestion."""

from typing import Any
from uuid import UUID

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.core.events import announce
from careercoach.features.resume_reports.events import SuggestionFixed
from careercoach.features.resume_reports.models import ResumeReportRow, SuggestionMark
from careercoach.features.resume_reports.rules.made import MadeReport
from careercoach.features.resume_reports.rules.narrative import only_what_stands_there, tell
from careercoach.features.resume_reports.rules.score import RUBRIC
from careercoach.features.resume_reports.rules.views import fixed_of, progress_of, told_all, view_of
from careercoach.features.resume_reports.schemas import (
    Change,
    Mark,
    Narrative,
    NarrativeAnswer,
    ReportView,
    ResumeReport,
    Standing,
    SuggestionView,
)
from careercoach.features.resumes import service as resumes
from careercoach.features.resumes.schemas import ResumeView
from careercoach.ports.ai import AiTask, read_prompt

__all__ = ["NARRATE", "find_report", "get_report", "list_suggestions", "mark_suggestion", "told_all"]

NARRATE = AiTask(
    name="resume_reports.narrate",
    prompt=read_prompt(__file__, "narrative"),
    answer=NarrativeAnswer,
    embedded=tell,
    sources=("resume_text", "report"),
    check=only_what_stands_there,
)
MARKS_KEPT = 500


async def find_report(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ReportView | None:
    """The kept report on one file of this person; None before there is one, or when the file is not theirs."""
    row = await _find(session, user_id, resume_id)
    if row is None:
        return None
    try:
        resume = await resumes.get_resume(session, user_id=user_id, resume_id=resume_id)
    except NotFoundError:
        return None
    return await _view(session, row, resume)


async def get_report(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ReportView:
    """As `find_report`. Raises NotFoundError."""
    report = await find_report(session, user_id=user_id, resume_id=resume_id)
    if report is None:
        raise NotFoundError
    return report


async def list_suggestions(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> list[SuggestionView]:
    """What to improve in one file, what brings most first, with the state of each; empty before there is a report."""
    report = await find_report(session, user_id=user_id, resume_id=resume_id)
    return report.suggestions if report else []


async def find_standing(session: AsyncSession, *, user_id: UUID) -> Standing | None:
    """Score and progress of the newest file; None before its report was made."""
    latest = await resumes.find_latest_resume(session, user_id=user_id)
    report = await find_report(session, user_id=user_id, resume_id=UUID(latest.id)) if latest else None
    if report is None:
        return None
    return Standing(score=report.score, fixed=report.progress.fixed, total=report.progress.total)


async def is_fresh(session: AsyncSession, *, user_id: UUID, resume_id: UUID, role_slug: str) -> bool:
    """Whether the kept report was made by this rubric and for this role."""
    row = await _find(session, user_id, resume_id)
    return row is not None and (row.rubric, row.role_slug) == (RUBRIC, role_slug)


async def get_judgement(session: AsyncSession, *, user_id: UUID, resume_id: UUID) -> ResumeReport:
    """The kept report as the rules made it. Raises NotFoundError."""
    row = await _find(session, user_id, resume_id)
    if row is None:
        raise NotFoundError
    return ResumeReport.model_validate(row.report)


async def _find(session: AsyncSession, user_id: UUID, resume_id: UUID) -> ResumeReportRow | None:
    own = select(ResumeReportRow).where(ResumeReportRow.user_id == user_id, ResumeReportRow.resume_id == resume_id)
    return (await session.execute(own)).scalar_one_or_none()


async def save_report(
    session: AsyncSession, *, user_id: UUID, resume_id: UUID, made: MadeReport, narratives: dict[str, Narrative]
) -> ReportView:
    """Keep a report in the place of the one before. Raises NotFoundError when the file is gone."""
    resume = await resumes.get_resume(session, user_id=user_id, resume_id=resume_id)
    fresh = ResumeReportRow(user_id=user_id, resume_id=resume_id, rubric=RUBRIC, score=0, report={})
    await _insert_once(session, fresh, unique=["resume_id"])
    row = await _find(session, user_id, resume_id)
    if row is None:
        raise NotFoundError
    report = made.report
    row.role_slug, row.rubric, row.score, row.made_at = report.role, report.rubric, report.score, utc_now()
    row.report = report.model_dump(mode="json")
    row.shortfall = made.shortfall.model_dump(mode="json") if made.shortfall else None
    row.change = _change(made)
    row.narratives = {language: words.model_dump(mode="json") for language, words in narratives.items()}
    await session.flush()
    if made.compared:
        await _carry_marks(session, user_id=user_id, same=made.compared.same)
    return await _view(session, row, resume)


async def _insert_once(session: AsyncSession, row: ResumeReportRow | SuggestionMark, *, unique: list[str]) -> None:
    """One statement: of two tabs that write the same row at once, the second waits and then does nothing."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    values = dialect.insert(type(row)).values(**row.model_dump())
    await session.execute(values.on_conflict_do_nothing(index_elements=unique))


def _change(made: MadeReport) -> dict[str, Any] | None:
    if made.before is None or made.compared is None:
        return None
    fixed = [fixed_of(finding) for finding in made.compared.fixed]
    change = Change(file_name=made.before_name, score=made.before.score, fixed=fixed, new=made.compared.new)
    return change.model_dump(mode="json")


async def _carry_marks(session: AsyncSession, *, user_id: UUID, same: dict[str, str]) -> None:
    """What was set aside stays so when its passage was only reworded."""
    marks = await _marks(session, user_id)
    for old, new in same.items():
        mark = marks.get(old)
        if mark is not None and new not in marks:
            carried = SuggestionMark(user_id=user_id, suggestion_id=new, mark=mark.mark, resume_id=mark.resume_id)
            await _insert_once(session, carried, unique=["user_id", "suggestion_id"])


async def save_narrative(
    session: AsyncSession, *, user_id: UUID, resume_id: UUID, language: str, narrative: Narrative
) -> ReportView:
    """Keep the report's words in one language. Raises NotFoundError."""
    row = await _find(session, user_id, resume_id)
    if row is None:
        raise NotFoundError
    row.narratives = {**row.narratives, language: narrative.model_dump(mode="json")}
    await session.flush()
    return await get_report(session, user_id=user_id, resume_id=resume_id)


async def mark_suggestion(
    session: AsyncSession, *, user_id: UUID, resume_id: UUID, suggestion_id: str, mark: Mark | None
) -> ReportView:
    """Say that a suggestion is followed or not wanted; None takes that back. Raises NotFoundError."""
    report = await get_report(session, user_id=user_id, resume_id=resume_id)
    if suggestion_id not in {one.id for one in report.suggestions}:
        raise NotFoundError
    if mark is not None:
        fresh = SuggestionMark(user_id=user_id, suggestion_id=suggestion_id, mark=mark)
        await _insert_once(session, fresh, unique=["user_id", "suggestion_id"])
    kept = (await _marks(session, user_id)).get(suggestion_id)
    if kept is not None and mark is None:
        await session.delete(kept)
    elif kept is not None:
        kept.mark, kept.resume_id, kept.made_at = mark or kept.mark, resume_id, utc_now()
    await session.flush()
    await _forget_oldest(session, user_id)
    if mark == "fixed":
        await announce(session, SuggestionFixed(user_id=user_id, suggestion_id=suggestion_id))
    return await get_report(session, user_id=user_id, resume_id=resume_id)


async def count_fixed(session: AsyncSession, *, user_id: UUID) -> int:
    """How many suggestions this person has marked as fixed, in all versions."""
    return sum(mark.mark == "fixed" for mark in (await _marks(session, user_id)).values())


async def _marks(session: AsyncSession, user_id: UUID) -> dict[str, SuggestionMark]:
    rows = await session.execute(select(SuggestionMark).where(SuggestionMark.user_id == user_id))
    return {mark.suggestion_id: mark for mark in rows.scalars()}


async def _forget_oldest(session: AsyncSession, user_id: UUID) -> None:
    newest = select(SuggestionMark.id).where(SuggestionMark.user_id == user_id)
    kept = newest.order_by(col(SuggestionMark.made_at).desc()).limit(MARKS_KEPT).scalar_subquery()
    await session.execute(
        delete(SuggestionMark).where(col(SuggestionMark.user_id) == user_id, col(SuggestionMark.id).not_in(kept))
    )


async def _view(session: AsyncSession, row: ResumeReportRow, resume: ResumeView) -> ReportView:
    report = ResumeReport.model_validate(row.report)
    marks = {
        one.suggestion_id: (one.mark, one.resume_id == row.resume_id)
        for one in (await _marks(session, row.user_id)).values()
    }
    suggestions = [view_of(finding, marks) for finding in report.findings]
    kept = report.model_dump(include={"score", "exact", "language", "role", "parts", "notices", "pages"})
    return ReportView.model_validate(
        {
            **kept,
            "id": str(row.id),
            "resume_id": str(row.resume_id),
            "file_name": resume.file_name,
            "uploaded_at": resume.uploaded_at,
            "made_at": row.made_at,
            "suggestions": suggestions,
            "shortfall": row.shortfall,
            "change": row.change,
            "progress": progress_of(suggestions),
            "narratives": row.narratives,
        }
    )
