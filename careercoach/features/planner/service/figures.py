"""The figures of a plan: by day, by week, the streak."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import bindparam, case, func, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col

from careercoach.core.clock import local_date, utc_now
from careercoach.features.planner.models import Plan, PlanTask
from careercoach.features.planner.rules.rolling import streak
from careercoach.features.planner.schemas import DaySum, Progress
from careercoach.features.planner.service.plans import find_plan
from careercoach.features.profiles import service as profiles

SHOWN_DAYS = 90


# Made once: building a statement costs more than running it.
_DONE_ON = col(PlanTask.done_on)
_DONE_MINUTES = (
    select(_DONE_ON, func.sum(col(PlanTask.minutes)))
    .where(col(PlanTask.user_id) == bindparam("of_user"), bindparam("since") <= _DONE_ON, col(PlanTask.state) == "done")
    .group_by(_DONE_ON)
    .order_by(_DONE_ON)
)
_PLANNED_MINUTES = select(func.sum(col(PlanTask.minutes))).where(
    col(PlanTask.user_id) == bindparam("of_user"), col(PlanTask.due) == bindparam("day"), col(PlanTask.state) == "open"
)


async def list_done_minutes(session: AsyncSession, *, user_id: UUID, since: date) -> dict[date, int]:
    """Minutes done on each local day since then that has any."""
    rows = await session.execute(_DONE_MINUTES, {"of_user": user_id, "since": since})
    return {day: minutes for day, minutes in rows if day is not None}


async def list_days(session: AsyncSession, *, user_id: UUID) -> list[DaySum]:
    """Every day that has a task, in figures; skipped tasks count for nothing."""
    is_done = col(PlanTask.state) == "done"
    rows = await session.execute(
        select(
            col(PlanTask.due),
            func.count(),
            func.sum(case((is_done, 1), else_=0)),
            func.sum(col(PlanTask.minutes)),
            func.sum(case((is_done, col(PlanTask.minutes)), else_=0)),
        )
        .where(col(PlanTask.user_id) == user_id, col(PlanTask.state) != "skipped")
        .group_by(col(PlanTask.due))
        .order_by(col(PlanTask.due))
    )
    return [
        DaySum(day=day, task_count=count, done_count=done, minutes=minutes, done_minutes=done_minutes)
        for day, count, done, minutes, done_minutes in rows
    ]


async def progress(session: AsyncSession, *, user_id: UUID, today: date | None = None) -> Progress:
    """How far somebody is. `today` is their own date; found by their zone when left out."""
    if today is None:
        profile = await profiles.get_profile(session, user_id=user_id)
        today = local_date(utc_now(), profile.time_zone)
    plan = await find_plan(session, user_id=user_id)
    minutes = await list_done_minutes(session, user_id=user_id, since=today - timedelta(days=SHOWN_DAYS - 1))
    days = await streak_days(session, user_id=user_id, today=today)
    if plan is None:
        return Progress(streak_days=days, minutes_by_day=minutes)
    return Progress(
        task_count=plan.task_count,
        done_count=plan.done_count,
        minutes=plan.minutes,
        done_minutes=plan.done_minutes,
        percent=plan.percent,
        streak_days=days,
        minutes_by_day=minutes,
    )


async def streak_days(session: AsyncSession, *, user_id: UUID, today: date, until: date | None = None) -> int:
    """Days with work in a row until today; `until` leaves out the work of later days."""
    found = await session.execute(
        select(col(PlanTask.done_on))
        .where(col(PlanTask.user_id) == user_id, col(PlanTask.done_on).is_not(None))
        .distinct()
    )
    budget = (
        await session.execute(select(col(Plan.day_minutes)).where(col(Plan.user_id) == user_id))
    ).scalar_one_or_none()
    worked = [day for day in found.scalars() if day is not None and day <= (until or today)]
    return streak(worked, today=today, day_minutes=budget or [1] * 7)


async def streak_before(
    session: AsyncSession, *, user_id: UUID, today: date, day_minutes: Sequence[int], known: Mapping[date, int]
) -> int:
    """The streak without today's work: what it is as long as nothing is done today.

    `known` are the minutes of the last days (`list_done_minutes`); older days are only asked for when it goes on there.
    """
    worked = [day for day in known if day < today]
    days = streak(worked, today=today, day_minutes=day_minutes or [1] * 7)
    if days < len(worked) or not days:
        return days
    return await streak_days(session, user_id=user_id, today=today, until=today - timedelta(days=1))


async def planned_minutes(session: AsyncSession, *, user_id: UUID, day: date) -> int:
    """Minutes still open on a day."""
    found = await session.execute(_PLANNED_MINUTES, {"of_user": user_id, "day": day})
    return found.scalar_one() or 0


async def worked_since(session: AsyncSession, *, user_id: UUID, skills: Sequence[str], since: datetime) -> int:
    """Minutes done on any of these skills from a moment on."""
    found = await session.execute(
        select(func.sum(col(PlanTask.minutes))).where(
            col(PlanTask.user_id) == user_id,
            col(PlanTask.state) == "done",
            col(PlanTask.skill).in_(skills),
            col(PlanTask.done_at) >= since,
        )
    )
    return found.scalar_one() or 0
