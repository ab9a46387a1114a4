"""Skills that a person picked elsewhere ("learn it") become tasks of the coming days."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from careercoach.features.planner.models import Plan, PlanTask
from careercoach.features.planner.rules.days import SITTING_MOST, next_study_day
from careercoach.features.planner.rules.portions import is_soft
from careercoach.features.planner.rules.resources import SHOWN, choose_resources
from careercoach.features.planner.schemas import LearningItem, Value
from careercoach.features.planner.service.rolling import roll_forward

SOURCE = "match"
SKILLS_MOST = 5
"""Skills taken in one go: more would push the rest of the plan out of sight."""
TRADE_FORMS, SOFT_FORMS = ("learn", "exercise", "apply"), ("story", "tell")


async def add_learning_tasks(
    session: AsyncSession, *, user_id: UUID, items: Sequence[LearningItem], language: str, today: date
) -> int | None:
    """Put skills into the coming days, in the order given: to learn, to practise, to use. Says how many tasks are new.

    A skill that was put in before stays as it is. None without a plan.
    """
    plan = (await session.execute(select(Plan).where(col(Plan.user_id) == user_id))).scalar_one_or_none()
    if plan is None or not any(plan.day_minutes):
        return None
    known = await _known(session, user_id)
    day, added = today, 0
    for item in [item for item in items if f"{SOURCE}/{item.skill}/0" not in known][:SKILLS_MOST]:
        for number, form in enumerate(SOFT_FORMS if is_soft(item.skill) else TRADE_FORMS):
            day = next_study_day(plan.day_minutes, day)
            position = await _first_place(session, user_id, day)
            session.add(_task(plan, item, form, number, day, position, language))
            await session.flush()
            added += 1
    if added:
        await roll_forward(session, user_id=user_id, today=today, always=True)
    return added


async def _known(session: AsyncSession, user_id: UUID) -> set[str]:
    mine = select(col(PlanTask.source_key)).where(col(PlanTask.user_id) == user_id, col(PlanTask.source) == SOURCE)
    return {str(key) for key in (await session.execute(mine)).scalars()}


async def _first_place(session: AsyncSession, user_id: UUID, day: date) -> int:
    first = await session.execute(
        select(func.min(col(PlanTask.position))).where(col(PlanTask.user_id) == user_id, col(PlanTask.due) == day)
    )
    return (first.scalar_one() or 0) - 1


def _task(plan: Plan, item: LearningItem, form: str, number: int, day: date, position: int, language: str) -> PlanTask:
    material = choose_resources(
        item.skill, "working", language=language, format="any", learning_type="mixed",
        use="learn" if form == "learn" else "practise",
    )  # fmt: skip
    shown = [resource.slug for resource in material][:SHOWN] if form in ("learn", "exercise") else []
    values: dict[str, Value] = {"skill": item.skill, "title": item.title}
    if form == "learn" and shown:
        values["resource"] = shown[0]
    minutes = max((budget for budget in plan.day_minutes if budget), default=SITTING_MOST)
    return PlanTask(
        plan_id=plan.id,
        user_id=plan.user_id,
        due=day,
        position=position,
        kind="learn" if form == "learn" else "practise",
        form="learn_alone" if form == "learn" and not shown else form,
        reason="posting" if item.title else "soft",
        skill=item.skill,
        level="working",
        minutes=min(SITTING_MOST, minutes),
        values=values,
        resources=shown,
        source=SOURCE,
        source_key=f"{SOURCE}/{item.skill}/{number}",
    )
