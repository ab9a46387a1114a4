"""What the day says about itself: only what the data shows, the same for the same data."""

from datetime import date, timedelta

from babel.numbers import format_decimal

from careercoach.core.dates import day_name, weekday_name
from careercoach.core.texts import known_language, text, text_n
from careercoach.features.matching.schemas import GapView
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import TaskView
from careercoach.features.today.schemas import Readiness, TodayView

COUNTED_MOST = 9
"""Up to here counts are written as words."""
RECENT_DAYS = 6
"""Within a week, a day is named by its weekday."""
CHANGE_DAYS = 30


def number_word(count: int, language: str) -> str:
    """A small count as a word that fits "tasks", larger ones in digits."""
    return text(f"today.count.{count}", language) if 0 <= count <= COUNTED_MOST else str(count)


def headline(done: int, left: int, language: str) -> str:
    """How the day stands, in three or four words."""
    if done == 0 and left == 0:
        return text("today.headline.nothing", language)
    if left == 0:
        return text("today.headline.all_done", language)
    key = "today.headline.some" if done else "today.headline.none"
    so_far = text_n("today.done", language, done, count=number_word(done, language))
    words = text_n(key, language, left, done=so_far, left=number_word(left, language))
    return words[:1].upper() + words[1:]


def coach_line(view: TodayView, language: str) -> str:
    """One or two sentences about yesterday, today and tomorrow."""
    day = view.day
    if day.is_finished:
        return finished_line(view, language)
    first = next((task for task in day.tasks if task.state == "open"), None)
    if first is None:
        key = "today.coach.day_off" if day.is_day_off else "today.coach.nothing"
        return text(key, language, rest=_next_words(view, language)).strip()
    if view.rolled:
        return text_n("today.coach.rolled", language, view.rolled)
    last = view.last_worked
    if last is None or last.done_at is None:
        return text("today.coach.first_day", language, title=planner.task_title(first, language))
    return _going_on(view, last, first, language)


def finished_line(view: TodayView, language: str) -> str:
    """What is said once the last task of the day is ticked."""
    return text("today.coach.finished", language, rest=_next_words(view, language)).strip()


def _going_on(view: TodayView, last: TaskView, first: TaskView, language: str) -> str:
    when = _when(last.due if last.due <= view.day.day else view.day.day, view.day.day, language)
    worked = {"when": when, "skill": planner.skill_name(last.skill, language), "minutes": last.minutes}
    if not last.skill or not first.skill:
        return text("today.coach.plain", language, title=planner.task_title(first, language))
    if last.skill == first.skill:
        return text("today.coach.same_skill", language, **worked)
    return text("today.coach.other_skill", language, **worked, next=planner.skill_name(first.skill, language))


def _when(day: date, today: date, language: str) -> str:
    if day == today - timedelta(days=1):
        return text("today.coach.yesterday", language)
    if (today - day).days <= RECENT_DAYS:
        return text("today.coach.on_weekday", language, weekday=weekday_name(day, language))
    return text("today.coach.on_day", language, day=day_name(day, language))


def _next_words(view: TodayView, language: str) -> str:
    """What comes next, as a sentence of its own; empty when nothing is planned."""
    if view.next_task is None:
        return ""
    return text("today.coach.next", language, next=next_line(view, language))


def next_line(view: TodayView, language: str) -> str:
    """The next day with tasks: "Tomorrow: Learn SQL, 50 min". Empty when nothing is planned."""
    task = view.next_task
    if task is None:
        return ""
    if task.due == view.day.day + timedelta(days=1):
        when = text("today.tomorrow", language)
    else:
        words = day_name(task.due, language, "weekday")
        when = words[:1].upper() + words[1:]
    title = planner.skill_name(task.skill, language) if task.skill else planner.task_title(task, language)
    return text("today.next", language, when=when, title=title, minutes=view.next_minutes)


def greeting_key(hour: int) -> str:
    """Which greeting fits the hour of the person's own clock."""
    if 4 <= hour < 12:
        return "today.greeting.morning"
    return "today.greeting.afternoon" if 12 <= hour < 18 else "today.greeting.evening"


def readiness_of(
    gap: GapView, history: list[tuple[str, int]], *, today: date, weekly_minutes: int, done_min: int
) -> Readiness:
    """The card of the role. `done_min`: minutes done on the shortest path since the report was made.

    `history` are (UTC day, score) from old to new, as matching keeps them.
    """
    since = (today - timedelta(days=CHANGE_DAYS)).isoformat()
    recent = [score for day, score in history if day >= since]
    open_min = max(0, 60 * gap.hours_to_fit - done_min)
    is_fit = gap.verdict == "FIT"
    return Readiness(
        score=gap.readiness,
        threshold=gap.threshold,
        is_fit=is_fit,
        change=recent[-1] - recent[0] if len(recent) > 1 else 0,
        weeks=0 if is_fit else max(1, -(-open_min // max(1, weekly_minutes))),
    )


def readiness_line(readiness: Readiness, *, today: date, weekly_minutes: int, language: str) -> str:
    """When the role is in reach, as far as hours can say."""
    if readiness.is_fit:
        return text("today.forecast.fit", language)
    hours = format_decimal(weekly_minutes / 60, "0.#", locale=known_language(language))
    if readiness.weeks > planner.YEARS_AWAY_WEEKS:
        return text("today.forecast.years", language, hours=hours)
    if readiness.weeks > planner.WEEKS_MOST:
        return text("today.forecast.far", language, hours=hours, weeks=readiness.weeks)
    last = today + timedelta(weeks=readiness.weeks)
    first = last - timedelta(weeks=1)
    values = {"first": day_name(first, language), "last": day_name(last, language)}
    return text("today.forecast.near", language, hours=hours, **values)
