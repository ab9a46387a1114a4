"""The tasks of a day and what becomes of each: done, skipped, moved, taken back."""

from collections.abc import Iterable
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import CursorResult, Update, bindparam, func, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import InvalidInputError, NotFoundError
from careercoach.features.planner.models import Plan, PlanTask
from careercoach.features.planner.schemas import DayView, Moved, TaskView

FARTHEST_DAYS = 366
"""How far into the future a task may be moved."""
# What a click sends, made once: building a statement costs more than running it.
_TABLE = PlanTask.metadata.tables["plan_tasks"]
_OWN = update(_TABLE).where(_TABLE.c.id == bindparam("of_task"), _TABLE.c.user_id == bindparam("of_user"))
_COMPLETE = _OWN.where(_TABLE.c.state != "done").values(
    state="done", done_at=bindparam("done_at"), done_on=bindparam("done_on")
)
_SKIP = _OWN.where(_TABLE.c.state == "open").values(state="skipped")
_UNDO = _OWN.values(state="open", done_at=None, done_on=None)
_MINE = select(PlanTask).where(PlanTask.user_id == bindparam("of_user"))
_ONE = _MINE.where(PlanTask.id == bindparam("of_task"))
_BUDGET = select(Plan.day_minutes).where(Plan.user_id == bindparam("of_user"))
_DAYS = _MINE.where(PlanTask.due >= bindparam("first"), PlanTask.due <= bindparam("last")).order_by(
    col(PlanTask.due), col(PlanTask.position), col(PlanTask.id)
)
_NEXT = (
    _MINE.where(PlanTask.state == "open", PlanTask.due > bindparam("after"))
    .order_by(col(PlanTask.due), col(PlanTask.position))
    .limit(1)
)
_NEXT_OF_KIND = _NEXT.where(PlanTask.kind == bindparam("kind"))
_LAST_DONE = (
    _MINE.where(PlanTask.state == "done", col(PlanTask.done_on) < bindparam("before"), PlanTask.skill != "")
    .order_by(col(PlanTask.done_on).desc(), col(PlanTask.done_at).desc())
    .limit(1)
)


def view_of(task: PlanTask) -> TaskView:
    """A row as its owner sees it."""
    return TaskView.model_validate(task.model_dump(include=set(TaskView.model_fields)))


async def list_tasks(session: AsyncSession, *, user_id: UUID, first: date, last: date) -> list[TaskView]:
    """The tasks of these days in order, skipped ones too."""
    found = await session.execute(_DAYS, {"of_user": user_id, "first": first, "last": last})
    return [view_of(task) for task in found.scalars()]


async def list_day(session: AsyncSession, *, user_id: UUID, day: date) -> DayView:
    """One day. Empty, and not a day off, for somebody without a plan."""
    tasks = await list_tasks(session, user_id=user_id, first=day, last=day)
    budget = (await session.execute(_BUDGET, {"of_user": user_id})).scalar_one_or_none()
    return day_of(day, tasks, is_day_off=bool(budget) and not budget[day.weekday()])


def day_of(day: date, tasks: Iterable[TaskView], *, is_day_off: bool) -> DayView:
    """A day from its tasks."""
    shown = list(tasks)
    return DayView(
        day=day,
        tasks=shown,
        minutes=sum(task.minutes for task in shown if task.state != "skipped"),
        done_minutes=sum(task.minutes for task in shown if task.state == "done"),
        is_day_off=is_day_off,
    )


async def find_next(session: AsyncSession, *, user_id: UUID, after: date, kind: str | None = None) -> TaskView | None:
    """The first open task later than a day, of one kind or of any."""
    wanted = {"of_user": user_id, "after": after}
    of_kind = {} if kind is None else {"kind": kind}
    found = await session.execute(_NEXT_OF_KIND if of_kind else _NEXT, wanted | of_kind)
    task = found.scalar_one_or_none()
    return view_of(task) if task else None


async def find_last_done(session: AsyncSession, *, user_id: UUID, before: date) -> TaskView | None:
    """The task on a skill that was done last before a day."""
    found = await session.execute(_LAST_DONE, {"of_user": user_id, "before": before})
    task = found.scalar_one_or_none()
    # The day it was done is the one that counts when somebody speaks of it.
    return view_of(task).model_copy(update={"due": task.done_on}) if task else None


async def get_task(session: AsyncSession, *, user_id: UUID, task_id: UUID) -> TaskView:
    """One own task. Raises NotFoundError."""
    return view_of(await _row(session, user_id, task_id))


async def _row(session: AsyncSession, user_id: UUID, task_id: UUID) -> PlanTask:
    found = await session.execute(_ONE, {"of_user": user_id, "of_task": task_id})
    task = found.scalar_one_or_none()
    if task is None:
        raise NotFoundError("planner.no_task")
    return task


async def complete_task(session: AsyncSession, *, user_id: UUID, task_id: UUID, today: date) -> None:
    """Mark done on the person's own date `today`. Again is harmless: the first time counts. Raises NotFoundError."""
    await _change(session, user_id, task_id, _COMPLETE, {"done_at": utc_now(), "done_on": today})


async def skip_task(session: AsyncSession, *, user_id: UUID, task_id: UUID) -> None:
    """Set aside: it counts for nothing any more. A done task stays done. Raises NotFoundError."""
    await _change(session, user_id, task_id, _SKIP, {})


async def undo_task(session: AsyncSession, *, user_id: UUID, task_id: UUID) -> None:
    """Open again, whether it was done or skipped. Raises NotFoundError."""
    await _change(session, user_id, task_id, _UNDO, {})


async def _change(session: AsyncSession, user_id: UUID, task_id: UUID, change: Update, values: dict[str, Any]) -> None:
    """One short UPDATE; only when it met nothing is there a second question."""
    result = await session.execute(change, {"of_task": task_id, "of_user": user_id, **values})
    if isinstance(result, CursorResult) and result.rowcount == 0:
        await get_task(session, user_id=user_id, task_id=task_id)


async def move_task(session: AsyncSession, *, user_id: UUID, task_id: UUID, to: date, today: date) -> Moved:
    """Put an open task on another day, from today on: later in front of that day's tasks, earlier behind them.

    How full that day becomes is the person's own decision. Returns where it was. Raises NotFoundError, and
    InvalidInputError for a day that is past or too far away, or a task that is not open.
    """
    task = await _row(session, user_id, task_id)
    if task.state != "open" or to < today or (to - today).days > FARTHEST_DAYS:
        raise InvalidInputError("planner.cannot_move")
    before = Moved(task_id=task.id, due=task.due, position=task.position)
    if to == task.due:
        return before
    ends = (
        await session.execute(
            select(func.min(col(PlanTask.position)), func.max(col(PlanTask.position))).where(
                PlanTask.user_id == user_id, PlanTask.due == to
            )
        )
    ).one()
    first, last = (0, -1) if ends[0] is None else ends
    task.position = first - 1 if to > task.due else last + 1
    task.due = to
    session.add(task)
    await session.flush()
    return before
