"""The front door of matching: the reading and arithmetic that pages, jobs and shell share, and the kept reports."""

from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.events import announce
from careercoach.features.matching.events import GapAnalysed
from careercoach.features.matching.models import GapReport
from careercoach.features.matching.rules.audit import audit_fairness
from careercoach.features.matching.rules.fields import broad_fields, guess_fields, recognise_role
from careercoach.features.matching.rules.gaps import role_gap
from careercoach.features.matching.rules.matches import match, rank
from careercoach.features.matching.rules.postings import read_posting
from careercoach.features.matching.rules.profiles import build_profile
from careercoach.features.matching.rules.reasons import skill_name
from careercoach.features.matching.rules.warm import warm
from careercoach.features.matching.rules.wishes import find_role
from careercoach.features.matching.schemas import GapView

__all__ = [
    "audit_fairness",
    "broad_fields",
    "build_profile",
    "find_latest_gap",
    "find_role",
    "guess_fields",
    "list_readiness",
    "match",
    "rank",
    "read_posting",
    "recognise_role",
    "role_gap",
    "save_gap",
    "skill_name",
    "warm",
]

REPORTS_KEPT = 60
# Made once: building a statement costs more than running it.
_NEWEST = (
    select(GapReport).where(GapReport.user_id == bindparam("of_user")).order_by(col(GapReport.made_at).desc()).limit(1)
)


def _view(report: GapReport) -> GapView:
    return GapView.model_validate({**report.report, "id": str(report.id), "made_at": report.made_at})


async def find_latest_gap(session: AsyncSession, *, user_id: UUID) -> GapView | None:
    """The newest report of this person, or None before the first."""
    newest = await _newest(session, user_id)
    return _view(newest) if newest else None


async def _newest(session: AsyncSession, user_id: UUID) -> GapReport | None:
    return (await session.execute(_NEWEST, {"of_user": user_id})).scalar_one_or_none()


async def save_gap(session: AsyncSession, *, user_id: UUID, gap: GapView) -> GapView:
    """Keep a report. The same record against the same role replaces the last one; others stay as history."""
    newest = await _newest(session, user_id)
    same = newest and (newest.role_slug, newest.profile_version) == (gap.role, gap.profile_version)
    kept = newest if newest and same else GapReport(
        user_id=user_id, role_slug=gap.role, profile_version=gap.profile_version, verdict="", readiness=0, report={}
    )  # fmt: skip
    kept.verdict, kept.readiness, kept.made_at = gap.verdict, gap.readiness, utc_now()
    kept.report = gap.model_dump(mode="json", exclude={"id", "made_at"})
    session.add(kept)
    await session.flush()
    if not same:
        await _forget_oldest(session, user_id)
    await announce(session, GapAnalysed(user_id=user_id, gap_id=kept.id))
    return _view(kept)


async def _forget_oldest(session: AsyncSession, user_id: UUID) -> None:
    newest = select(GapReport.id).where(GapReport.user_id == user_id).order_by(col(GapReport.made_at).desc())
    await session.execute(
        delete(GapReport).where(
            col(GapReport.user_id) == user_id, col(GapReport.id).not_in(newest.limit(REPORTS_KEPT).scalar_subquery())
        )
    )


async def list_readiness(session: AsyncSession, *, user_id: UUID, role_slug: str) -> list[tuple[str, int]]:
    """How ready the person was for a role over time: (UTC day, 0-100), oldest first."""
    rows = await session.execute(
        select(GapReport.made_at, GapReport.readiness)
        .where(GapReport.user_id == user_id, GapReport.role_slug == role_slug)
        .order_by(col(GapReport.made_at))
    )
    return [(made.date().isoformat(), readiness) for made, readiness in rows]
