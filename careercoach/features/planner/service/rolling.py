"""Letting open tasks flow: after missed days, on a light day, and when practice comes in between."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import bindparam, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from careercoach.features.planner.models import Plan, PlanTask
from careercoach.features.planner.rules.days import SITTING_LEAST, next_study_day
from careercoach.features.planner.rules.rolling import Slot, roll
from careercoach.features.planner.schemas import Moved, PracticeItem

PRACTICE_MOST = 3
"""Answers of one interview that become tasks: the weakest ones, so that an interview does not eat a week."""

# Made once: every look at a day asks it.
_MISSED = (
    select(col(PlanTask.id))
    .where(
        col(PlanTask.user_id) == bindparam("of_user"),
        col(PlanTask.state) == "open",
        col(PlanTask.due) < bindparam("today"),
    )
    .limit(1)
)


async def roll_forward(session: AsyncSession, *, user_id: UUID, today: date, always: bool = False) -> int:
    """Let the open tasks of missed days flow into the coming ones; how many tasks moved.

    Costs one small question when nothing was missed. `always` also looks for days that hold too much.
    """
    if not always:
        missed = await session.execute(_MISSED, {"of_user": user_id, "today": today})
        if missed.first() is None:
            return 0
    budget = await _budget(session, user_id)
    tasks = await _open(session, user_id)
    return len(await _flow(session, user_id, tasks, budget, today))


async def lighten_day(session: AsyncSession, *, user_id: UUID, today: date) -> list[Moved]:
    """Keep the next task of today, let the others flow into the coming days. Returns where they were."""
    budget = await _budget(session, user_id)
    tasks = await _open(session, user_id, since=today)
    kept = next((task for task in tasks if task.due == today), None)
    rest = [task for task in tasks if task is not kept]
    if kept is None or not any(task.due == today for task in rest):
        return []
    return await _flow(session, user_id, rest, budget, today + timedelta(days=1))


async def restore_tasks(session: AsyncSession, *, user_id: UUID, moves: Sequence[Moved]) -> None:
    """Put open tasks back to where they were; others are left alone."""
    for move in moves:
        await session.execute(
            update(PlanTask)
            .where(col(PlanTask.id) == move.task_id, col(PlanTask.user_id) == user_id, col(PlanTask.state) == "open")
            .values(due=move.due, position=move.position)
            .execution_options(synchronize_session=False)
        )


async def add_practice_tasks(
    session: AsyncSession, *, user_id: UUID, source: str, items: Sequence[PracticeItem], today: date
) -> int:
    """Put weak answers into the coming days, the weakest first; how many are new.

    The same question is not added twice while it is open. Without a plan nothing happens: a plan made later
    has interview practice in it anyway.
    """
    plan = (await session.execute(select(Plan).where(col(Plan.user_id) == user_id))).scalar_one_or_none()
    if plan is None or not any(plan.day_minutes):
        return 0
    known = await _open_questions(session, user_id, source)
    day, added = today, 0
    for item in sorted(items, key=lambda item: (item.score, item.key)):
        key = f"{source}/{item.key}"
        if added == PRACTICE_MOST:
            break
        if item.question in known or await _is_known(session, user_id, key):
            continue
        known.add(item.question)
        day = next_study_day(plan.day_minutes, day)
        first = await session.execute(
            select(func.min(col(PlanTask.position))).where(col(PlanTask.user_id) == user_id, col(PlanTask.due) == day)
        )
        session.add(_practice(plan, item, key, source, day, (first.scalar_one() or 0) - 1))
        added += 1
    if added:
        await session.flush()
        await roll_forward(session, user_id=user_id, today=today, always=True)
    return added


def _practice(plan: Plan, item: PracticeItem, key: str, source: str, day: date, position: int) -> PlanTask:
    return PlanTask(
        plan_id=plan.id,
        user_id=plan.user_id,
        due=day,
        position=position,
        kind="interview",
        form="interview_again",
        reason="interview_again",
        skill=item.skill,
        minutes=SITTING_LEAST,
        values={"question": item.question, "score": item.score, "role": plan.role},
        source=source,
        source_key=key,
    )


async def _open_questions(session: AsyncSession, user_id: UUID, source: str) -> set[str]:
    found = await session.execute(
        select(col(PlanTask.values)).where(
            col(PlanTask.user_id) == user_id, col(PlanTask.source) == source, col(PlanTask.state) == "open"
        )
    )
    return {str(values.get("question", "")) for values in found.scalars()}


async def _is_known(session: AsyncSession, user_id: UUID, key: str) -> bool:
    found = await session.execute(
        select(col(PlanTask.id)).where(col(PlanTask.user_id) == user_id, col(PlanTask.source_key) == key)
    )
    return found.first() is not None


async def _budget(session: AsyncSession, user_id: UUID) -> list[int]:
    found = await session.execute(select(col(Plan.day_minutes)).where(col(Plan.user_id) == user_id))
    return found.scalar_one_or_none() or [0] * 7


async def _open(session: AsyncSession, user_id: UUID, since: date | None = None) -> list[PlanTask]:
    wanted = select(PlanTask).where(col(PlanTask.user_id) == user_id, col(PlanTask.state) == "open")
    if since is not None:
        wanted = wanted.where(col(PlanTask.due) >= since)
    found = await session.execute(wanted.order_by(col(PlanTask.due), col(PlanTask.position), col(PlanTask.id)))
    return list(found.scalars())


async def _flow(
    session: AsyncSession, user_id: UUID, tasks: Sequence[PlanTask], budget: Sequence[int], first: date
) -> list[Moved]:
    """Apply the rule of `rules.rolling` and number each day anew; what changed, as it was before."""
    taken, lasts = await _closed(session, user_id, first)
    new_days = roll(
        [Slot(str(task.id), task.due, task.minutes) for task in tasks], first=first, day_minutes=budget, taken=taken
    )
    if not new_days:
        return []
    await _shift_forecast(session, user_id, tasks, new_days)
    places: Counter[date] = Counter({day: last + 1 for day, last in lasts.items()})
    moved: list[Moved] = []
    for task in tasks:
        day = new_days.get(str(task.id), task.due)
        position = places[day]
        places[day] += 1
        if (task.due, task.position) != (day, position):
            moved.append(Moved(task_id=task.id, due=task.due, position=task.position))
            task.due, task.position = day, position
            session.add(task)
    await session.flush()
    return moved


async def _shift_forecast(
    session: AsyncSession, user_id: UUID, tasks: Sequence[PlanTask], new_days: Mapping[str, date]
) -> None:
    """The day on which the critical gaps are closed moves with the last task before it."""
    plan = (await session.execute(select(Plan).where(col(Plan.user_id) == user_id))).scalar_one_or_none()
    if plan is None or plan.critical_done_on is None:
        return
    before = [task for task in tasks if task.due <= plan.critical_done_on]
    if before:
        plan.critical_done_on = max(plan.critical_done_on, new_days.get(str(before[-1].id), before[-1].due))
        session.add(plan)


async def _closed(session: AsyncSession, user_id: UUID, first: date) -> tuple[dict[date, int], dict[date, int]]:
    """What is done or skipped from a day on: minutes done by day, and the last position by day."""
    rows = await session.execute(
        select(col(PlanTask.due), col(PlanTask.position), col(PlanTask.minutes), col(PlanTask.state)).where(
            col(PlanTask.user_id) == user_id, col(PlanTask.state) != "open", col(PlanTask.due) >= first
        )
    )
    minutes: Counter[date] = Counter()
    lasts: dict[date, int] = {}
    for due, position, length, state in rows:
        lasts[due] = max(position, lasts.get(due, position))
        if state == "done":
            minutes[due] += length
    return dict(minutes), lasts
