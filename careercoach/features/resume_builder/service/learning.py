"""Skills of the wanted role that the resume does not show: things to learn, never text."""

from datetime import date, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import NotFoundError
from careercoach.features.matching import service as matching
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import LearningItem
from careercoach.features.profiles import service as profiles
from careercoach.features.resume_builder.schemas import Learnable, RewriteView, Words3

MISSING_MOST = 8
AHEAD_DAYS = 366


async def add_missing(session: AsyncSession, user_id: UUID, view: RewriteView) -> None:
    """Skills of the wanted role that the resume does not show, critical ones first, onto the page."""
    gap = await matching.find_latest_gap(session, user_id=user_id)
    if gap is None:
        return
    today = await _today(session, user_id)
    planned = await _planned(session, user_id, today)
    view.role_title = Words3(**gap.title.model_dump())
    view.missing = [
        Learnable(
            slug=skill.slug,
            name=Words3(**skill.name.model_dump()),
            critical=skill.importance == "critical",
            hours=skill.hours,
            planned=skill.slug in planned,
        )
        for skill in gap.with_status("missing")[:MISSING_MOST]
    ]


async def learn_skill(session: AsyncSession, *, user_id: UUID, slug: str, language: str) -> bool:
    """Put a missing skill of the wanted role into the plan. False without a plan. Raises NotFoundError for a skill
    that the role does not ask for or the resume shows."""
    gap = await matching.find_latest_gap(session, user_id=user_id)
    if gap is None or slug not in {skill.slug for skill in gap.with_status("missing")}:
        raise NotFoundError
    today = await _today(session, user_id)
    if slug in await _planned(session, user_id, today):
        return True
    items = [LearningItem(skill=slug, title="")]
    added = await planner.add_learning_tasks(session, user_id=user_id, items=items, language=language, today=today)
    return added is not None


async def _today(session: AsyncSession, user_id: UUID) -> date:
    profile = await profiles.get_profile(session, user_id=user_id)
    return local_date(utc_now(), profile.time_zone)


async def _planned(session: AsyncSession, user_id: UUID, today: date) -> set[str]:
    tasks = await planner.list_tasks(session, user_id=user_id, first=today, last=today + timedelta(days=AHEAD_DAYS))
    return {task.skill for task in tasks if task.state == "open"}
