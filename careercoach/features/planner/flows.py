"""Making a plan: read, think beside the event loop, write. Each step may be repeated."""

import asyncio
from uuid import UUID

from careercoach.core import db
from careercoach.core.clock import local_date, utc_now
from careercoach.features.accounts import service as accounts
from careercoach.features.matching import flows as matching_flows
from careercoach.features.matching import service as matching
from careercoach.features.matching.schemas import GapView
from careercoach.features.planner import service
from careercoach.features.planner.advice import FIND_MATERIAL, WORD_PLAN, Material, plan_facts
from careercoach.features.planner.rules.gaps import wish_for
from careercoach.features.planner.rules.weeks import plan_weeks
from careercoach.features.planner.schemas import PlanDraft, PlanView
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import ProfileView
from careercoach.ports.ai import coach


async def count_gaps(user_id: UUID) -> int:
    """How many skills are missing or close, after a fresh look when the last one is out of date.

    Raises CoachError in words when there is no role or no record to compare.
    """
    gap = await matching_flows.current_gap(user_id)
    return len(gap.with_status("missing", "close"))


async def create_plan(user_id: UUID, *, job: str, language: str = "") -> PlanView:
    """Make the plan from the gaps and put it in the place of the old one. The same `job` makes it once.

    `language` of the learning material; the person's own when left out. Raises CoachError in words.
    """
    gap = await matching_flows.current_gap(user_id)
    async with db.reading() as session:
        profile = await profiles.get_profile(session, user_id=user_id)
        worked, used = await service.list_worked_minutes(session, user_id=user_id)
        language = language or (await accounts.get_user(session, user_id=user_id)).language
    draft = await asyncio.to_thread(_think, gap, profile, language, worked, used)
    words = await coach().ask(
        WORD_PLAN, language=language, asker=user_id, draft=draft, facts=plan_facts(draft, language)
    )
    told = {language: words.note} if words.source != "embedded" else {}
    basis = service.plan_basis(profile)
    async with db.transaction() as session:
        now = await profiles.get_profile(session, user_id=user_id)
        # Changed while we were thinking: the plan is kept, and says so.
        outdated = service.plan_basis(now) != basis or now.version != profile.version
        return await service.save_plan(
            session, user_id=user_id, draft=draft, basis=basis, job=job, outdated=outdated, words=told, made=words.made
        )


async def find_material(user_id: UUID, task_id: UUID, language: str) -> Material:
    """Pages that teach the skill of a task; our own list when no search is set up or nothing was found.

    Raises NotFoundError for a task that is not this person's.
    """
    async with db.reading() as session:
        task = await service.get_task(session, user_id=user_id, task_id=task_id)
    level = task.level or "basic"
    return await coach().ask(
        FIND_MATERIAL,
        language=language,
        asker=user_id,  # the question names nobody; the budget of the day is this person's
        skill=service.skill_name(task.skill, language),
        level=level,
        slug=task.skill,
        want=level,
    )


def _think(
    gap: GapView, profile: ProfileView, language: str, worked: dict[str, int], used: dict[str, int]
) -> PlanDraft:
    today = local_date(utc_now(), profile.time_zone)
    wish = wish_for(
        gap,
        had=matching.build_profile(profile.person, today=today).skills,
        weekly_minutes=profile.weekly_minutes,
        days_off=profile.days_off,
        format=profile.format,
        learning_type=profile.learning_type,
        language=language,
        start=today,
        done_minutes=worked,
        used_minutes=used,
    )
    return plan_weeks(wish)
