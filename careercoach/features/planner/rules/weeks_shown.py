"""The plan as weeks for a page: seven days each from the plan's first day, finished ones marked."""

from collections.abc import Sequence
from datetime import date, timedelta

from careercoach.content.shapes import Words
from careercoach.features.planner.rules.cards import day_words, text_words
from careercoach.features.planner.schemas import DaySum, WeekCard


def week_number(day: date, starts_on: date) -> int:
    """1 for the first seven days of the plan; 0 and below for days before it."""
    return (day - starts_on).days // 7 + 1


def first_day(number: int, starts_on: date) -> date:
    """The first day of a week by its number."""
    return starts_on + timedelta(days=7 * (number - 1))


def weeks_of(days: Sequence[DaySum], *, starts_on: date, today: date) -> list[WeekCard]:
    """Every week that has a task, in order."""
    by_week: dict[int, list[DaySum]] = {}
    for day in days:
        by_week.setdefault(week_number(day.day, starts_on), []).append(day)
    return [_card(number, by_week[number], starts_on, today) for number in sorted(by_week)]


def _card(number: int, days: Sequence[DaySum], starts_on: date, today: date) -> WeekCard:
    first = first_day(number, starts_on)
    minutes, done = sum(day.minutes for day in days), sum(day.done_minutes for day in days)
    return WeekCard(
        number=number,
        title=text_words("planner.page.week", n=number) if number > 0 else text_words("planner.page.before"),
        days=range_words(first, first + timedelta(days=6)),
        minutes=minutes,
        done_minutes=done,
        percent=round(100 * done / minutes) if minutes else 0,
        is_finished=done == minutes and first + timedelta(days=6) < today,
        is_now=number == week_number(today, starts_on),
    )


def range_words(first: date, last: date) -> Words:
    """ "23 to 29 Nov" in all languages."""
    return text_words("planner.page.days", first=day_words(first, "short"), last=day_words(last, "short"))
