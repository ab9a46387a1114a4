"""Keeping a plan, finding it, and saying when it no longer fits."""

from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, case, func, insert, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete

from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.core.ids import new_id
from careercoach.core.limits import Limit
from careercoach.features.planner.models import Plan, PlanTask
from careercoach.features.planner.schemas import PlanDraft, PlanView
from careercoach.features.planner.service.rolling import roll_forward
from careercoach.features.profiles.schemas import ProfileView
from careercoach.ports.ai import Made

BUILDS = Limit("plan-builds", 20, timedelta(hours=1))
"""Plans somebody may ask for."""
# Made once: building a statement costs more than running it.
_PLAN = select(Plan).where(col(Plan.user_id) == bindparam("of_user"))
_IS_DONE = col(PlanTask.state) == "done"
_FIGURES = select(
    func.count(),
    func.sum(case((_IS_DONE, 1), else_=0)),
    func.sum(col(PlanTask.minutes)),
    func.sum(case((_IS_DONE, col(PlanTask.minutes)), else_=0)),
    func.max(col(PlanTask.due)),
).where(col(PlanTask.user_id) == bindparam("of_user"), col(PlanTask.state) != "skipped")


async def row_of(session: AsyncSession, user_id: UUID) -> Plan | None:
    """The person's plan as the database keeps it."""
    return (await session.execute(_PLAN, {"of_user": user_id})).scalar_one_or_none()


async def find_plan(session: AsyncSession, *, user_id: UUID) -> PlanView | None:
    """The plan in use with its figures, None before there is one."""
    plan = await row_of(session, user_id)
    if plan is None:
        return None
    row = (await session.execute(_FIGURES, {"of_user": user_id})).one()
    return PlanView.model_validate(
        plan.model_dump(include=set(PlanView.model_fields))
        | {
            "made_at": plan.created_at,
            "ends_on": row[4] or plan.starts_on,
            "task_count": row[0],
            "done_count": row[1] or 0,
            "minutes": row[2] or 0,
            "done_minutes": row[3] or 0,
        }
    )


async def get_plan(session: AsyncSession, *, user_id: UUID) -> PlanView:
    """The plan in use. Raises NotFoundError."""
    plan = await find_plan(session, user_id=user_id)
    if plan is None:
        raise NotFoundError("planner.no_plan")
    return plan


def plan_basis(profile: ProfileView) -> dict[str, Any]:
    """The preferences of a profile that a plan depends on."""
    return {
        "role": profile.role_slug or profile.role_text,
        "weekly_minutes": profile.weekly_minutes,
        "days_off": profile.days_off,
        "format": profile.format,
        "learning_type": profile.learning_type,
    }


async def save_plan(
    session: AsyncSession,
    *,
    user_id: UUID,
    draft: PlanDraft,
    basis: dict[str, Any],
    job: str,
    outdated: bool = False,
    words: dict[str, str] | None = None,
    made: Made | None = None,
) -> PlanView:
    """Put a new plan in the place of the old one; what was done stays. The same `job` writes only once.

    `words`, `made`: what a model said at the head of it, and which one.
    """
    plan = await row_of(session, user_id)
    if plan is not None and plan.job == job:
        return await get_plan(session, user_id=user_id)
    plan = plan or Plan(user_id=user_id, job=job, role="", starts_on=draft.starts_on, weekly_minutes=0)
    plan.job, plan.basis, plan.outdated, plan.created_at = job, basis, outdated, utc_now()
    plan.role, plan.starts_on = draft.role, draft.starts_on
    plan.weekly_minutes, plan.day_minutes = draft.weekly_minutes, list(draft.day_minutes)
    plan.left = [left.model_dump() for left in draft.left]
    plan.critical_done_on = draft.critical_done_on
    plan.words, plan.made = words or None, made.model_dump(mode="json") if made else None
    session.add(plan)
    await session.flush()
    await session.execute(
        delete(PlanTask).where(
            col(PlanTask.user_id) == user_id, col(PlanTask.state) != "done", col(PlanTask.source) == "plan"
        )
    )
    # Practice from interviews is still there, and today may already have work in it.
    has_others = await _has_tasks(session, user_id, since=draft.starts_on)
    rows = [
        task.model_dump() | {"id": new_id(), "plan_id": plan.id, "user_id": user_id, "state": "open", "source": "plan"}
        for task in draft.tasks
    ]
    if rows:
        await session.execute(insert(PlanTask), rows)
    if has_others:
        await roll_forward(session, user_id=user_id, today=draft.starts_on, always=True)
    return await get_plan(session, user_id=user_id)


async def _has_tasks(session: AsyncSession, user_id: UUID, *, since: date) -> bool:
    """Whether anything is open, or any day from `since` on has a task: a new plan on its own moves nothing."""
    found = await session.execute(
        select(col(PlanTask.id))
        .where(col(PlanTask.user_id) == user_id, or_(col(PlanTask.state) == "open", col(PlanTask.due) >= since))
        .limit(1)
    )
    return found.first() is not None


async def mark_outdated(session: AsyncSession, *, user_id: UUID, outdated: bool = True) -> None:
    """Note that the plan no longer fits the goal or the record (or does again)."""
    await session.execute(update(Plan).where(col(Plan.user_id) == user_id).values(outdated=outdated))


async def compare_basis(session: AsyncSession, *, user_id: UUID, basis: dict[str, Any]) -> None:
    """Mark the plan when the goal is not the one it was made for."""
    plan = await row_of(session, user_id)
    if plan is not None and plan.basis != basis:
        await mark_outdated(session, user_id=user_id)


async def find_job(session: AsyncSession, *, user_id: UUID) -> str:
    """The id of the job that made the present plan, empty without one."""
    found = await session.execute(select(col(Plan.job)).where(col(Plan.user_id) == user_id))
    return found.scalar_one_or_none() or ""


async def list_worked_minutes(session: AsyncSession, *, user_id: UUID) -> tuple[dict[str, int], dict[str, int]]:
    """Minutes already done on each skill, and with each resource by "skill/resource": a new plan goes on from there."""
    rows = await session.execute(
        select(col(PlanTask.skill), col(PlanTask.form), col(PlanTask.values), col(PlanTask.minutes)).where(
            col(PlanTask.user_id) == user_id,
            col(PlanTask.state) == "done",
            col(PlanTask.skill) != "",
            col(PlanTask.kind).in_(("learn", "practise", "project")),
        )
    )
    by_skill: dict[str, int] = {}
    by_resource: dict[str, int] = {}
    for skill, form, values, minutes in rows:
        by_skill[skill] = by_skill.get(skill, 0) + minutes
        if form in ("learn", "learn_part"):
            key = f"{skill}/{values.get('resource', '')}"
            by_resource[key] = by_resource.get(key, 0) + minutes
    return by_skill, by_resource
