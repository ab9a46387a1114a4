"""One run of an analysis: its parts as they come, and how it ends. An older or stopped run writes nothing more."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import select

from careercoach.core.clock import utc_now
from careercoach.features.job_matches.models import MatchAnalysis
from careercoach.features.job_matches.rules.citing import only_true
from careercoach.features.job_matches.schemas import PARTS, Part, Report
from careercoach.features.job_matches.service.rows import own_row, report_of, texts_of

RUNNING_MOST = 200

FIELDS: dict[Part, tuple[str, ...]] = {
    "scores": ("verdict", "scores"),
    "skills": ("skills", "experience", "strengths"),
    "path": ("path", "hours_to_fit"),
    "advice": ("priorities", "recommendations", "next_steps", "advice_source", "advice_by"),
    "learning": ("learning",),
}
"""What of a report each part fills."""


async def _running(session: AsyncSession, analysis_id: UUID, run: int) -> MatchAnalysis | None:
    row = await session.get(MatchAnalysis, analysis_id)
    return row if row is not None and row.run == run and row.state == "running" else None


async def list_running(session: AsyncSession) -> list[tuple[UUID, int]]:
    """Analyses that are being made, with the number of the run."""
    running = select(MatchAnalysis.id, MatchAnalysis.run).where(MatchAnalysis.state == "running").limit(RUNNING_MOST)
    return [(analysis_id, run) for analysis_id, run in await session.execute(running)]


async def save_part(
    session: AsyncSession, *, analysis_id: UUID, run: int, part: Part, found: Report, resume_text: str = ""
) -> bool:
    """Keep one part, every quote held against its text first. False when the run is no longer wanted."""
    row = await _running(session, analysis_id, run)
    if row is None:
        return False
    if part == "scores":
        row.resume_text = resume_text
        if found.verdict is not None:
            row.verdict, row.overall = found.verdict.verdict, found.verdict.overall
    known = report_of(row)
    update = {name: getattr(found, name) for name in FIELDS[part]}
    parts = [one for one in PARTS if one in (*known.parts, part)]
    report = only_true(known.model_copy(update={**update, "parts": parts}), texts_of(row))
    row.report = report.model_dump(mode="json", exclude_defaults=True)
    session.add(row)
    await session.flush()
    return True


async def finish_run(session: AsyncSession, *, analysis_id: UUID, run: int) -> bool:
    """All parts are there."""
    row = await _running(session, analysis_id, run)
    if row is None:
        return False
    row.state, row.made_at = "done", utc_now()
    session.add(row)
    return True


async def fail_run(session: AsyncSession, *, analysis_id: UUID, run: int, problem_key: str) -> None:
    """It came to nothing; what is there stays."""
    row = await _running(session, analysis_id, run)
    if row is not None:
        row.state, row.problem_key = "failed", problem_key[:80]
        session.add(row)


async def stop_run(session: AsyncSession, *, user_id: UUID, analysis_id: UUID) -> int:
    """Stop at the wish of the owner; the parts that are there stay. Says which run it was. Raises NotFoundError."""
    row = await own_row(session, user_id, analysis_id)
    if row.state == "running":
        row.state = "stopped"
        session.add(row)
    return row.run
