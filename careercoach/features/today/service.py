"""One day of one person, put together from the plan, the gap report and the profile."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.clock import local_date
from careercoach.core.errors import InvalidInputError
from careercoach.core.limits import Limit, take
from careercoach.features.accounts import service as accounts
from careercoach.features.matching import service as matching
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import DayView, PlanView, TaskView
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import ProfileView
from careercoach.features.today.rules import readiness_of
from careercoach.features.today.schemas import Readiness, TodayView

SEND_NOW = Limit("today-now", 5, timedelta(hours=1))
"""Letters a person may ask for besides the morning one."""
SHOWN_DAYS = 90
FARTHEST_DAYS = 3 * 366
"""How far from today a day may be that somebody asks for."""


def checked_day(day: date, today: date) -> date:
    """A day that can be shown. Raises InvalidInputError for one that is years away."""
    if abs((day - today).days) > FARTHEST_DAYS:
        raise InvalidInputError("today.bad_day")
    return day


async def local_today(session: AsyncSession, *, user_id: UUID, now: datetime) -> date:
    """The person's own date."""
    return local_date(now, await profiles.get_time_zone(session, user_id=user_id))


async def open_day(session: AsyncSession, *, user_id: UUID, now: datetime, whole: bool = True) -> TodayView:
    """The person's day as it stands at `now`; what was missed before has moved on first. Writes only then."""
    profile = await profiles.get_profile(session, user_id=user_id)
    today = local_date(now, profile.time_zone)
    rolled = await planner.roll_forward(session, user_id=user_id, today=today)
    view = await _day(session, profile, user_id=user_id, day=today, today=today, whole=whole)
    return view.model_copy(update={"rolled": min(rolled, len(view.day.tasks))})


async def get_day(session: AsyncSession, *, user_id: UUID, day: date, today: date, whole: bool = True) -> TodayView:
    """Any day of a person. Writes nothing. Not `whole`: without what only the page shows."""
    profile = await profiles.get_profile(session, user_id=user_id)
    return await _day(session, profile, user_id=user_id, day=day, today=today, whole=whole)


async def _day(
    session: AsyncSession, profile: ProfileView, *, user_id: UUID, day: date, today: date, whole: bool
) -> TodayView:
    user = await accounts.get_user(session, user_id=user_id)
    plan = await planner.find_plan(session, user_id=user_id)
    budget = plan.day_minutes if plan else []
    tasks = await planner.list_tasks(session, user_id=user_id, first=day, last=day)
    minutes = await planner.list_done_minutes(session, user_id=user_id, since=today - timedelta(days=SHOWN_DAYS - 1))
    following = await planner.find_next(session, user_id=user_id, after=day)
    view = TodayView(
        user_id=user_id,
        name=user.name,
        language=user.language,
        zone=profile.time_zone,
        day=planner.day_of(day, tasks, is_day_off=bool(budget) and not budget[day.weekday()]),
        plan=plan,
        percent=plan.percent if plan else 0,
        streak_before=await planner.streak_before(
            session, user_id=user_id, today=today, day_minutes=budget, known=minutes
        ),
        minutes_by_day=minutes,
        last_worked=await planner.find_last_done(session, user_id=user_id, before=today),
        next_task=following,
        readiness=await _readiness(session, user_id=user_id, today=today, weekly_minutes=profile.weekly_minutes),
    )
    if following is not None:
        view.next_minutes = await planner.planned_minutes(session, user_id=user_id, day=following.due)
        if whole:
            view.next_interview = await planner.find_next(session, user_id=user_id, after=day, kind="interview")
    return view


async def _readiness(session: AsyncSession, *, user_id: UUID, today: date, weekly_minutes: int) -> Readiness | None:
    gap = await matching.find_latest_gap(session, user_id=user_id)
    if gap is None or gap.made_at is None:
        return None
    history = await matching.list_readiness(session, user_id=user_id, role_slug=gap.role)
    done = await planner.worked_since(session, user_id=user_id, skills=gap.path, since=gap.made_at)
    return readiness_of(gap, history, today=today, weekly_minutes=weekly_minutes, done_min=done)


async def count_letter(session: AsyncSession, *, user_id: UUID) -> None:
    """Use one of the letters a person may ask for. Raises TooManyTriesError."""
    await take(session, SEND_NOW, str(user_id))


def has_work(view: TodayView) -> bool:
    """Whether there is anything left to do on this day."""
    return any(task.state == "open" for task in view.day.tasks)


def is_plan_finished(plan: PlanView | None, day: DayView, following: TaskView | None) -> bool:
    """Everything of the plan is done or set aside, and something was done."""
    is_open = following is not None or any(task.state == "open" for task in day.tasks)
    return plan is not None and plan.done_count > 0 and not is_open
