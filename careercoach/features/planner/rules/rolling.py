"""Where open tasks go when a day was missed or a person has less time: later, in order, within the days' minutes.

The rule: take the open tasks in their order, those of missed days first. Each stays on its day if it can; else it
goes to the first day, not before the task in front of it, that still has room for it. Finished tasks of a day
take up their minutes. So nothing piles up, nothing is lost, prerequisites stay in front, and no day gets more than
its weekday allows (a task longer than any day gets a day of its own).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

SEARCHED_DAYS = 7 * 520
"""Ten years: a plan without study days must not search for ever."""


class Slot(NamedTuple):
    """A task for this purpose: its id as text, its day, its minutes."""

    key: str
    due: date
    minutes: int


def roll(
    tasks: Sequence[Slot], *, first: date, day_minutes: Sequence[int], taken: Mapping[date, int]
) -> dict[str, date]:
    """The new day of every task that has to move. `tasks` are the open ones in order.

    `first` is the first day that may be used, `taken` the minutes already used on days from then on.
    """
    if not any(day_minutes):
        return {}
    room: dict[date, int] = {}
    moved: dict[str, date] = {}
    cursor = first
    for task in tasks:
        day = max(cursor, task.due)
        day = _first_with_room(day, task, room, day_minutes, taken)
        room[day] = _room(day, room, day_minutes, taken) - task.minutes
        cursor = day
        if day != task.due:
            moved[task.key] = day
    return moved


def _room(day: date, room: Mapping[date, int], day_minutes: Sequence[int], taken: Mapping[date, int]) -> int:
    return room[day] if day in room else day_minutes[day.weekday()] - taken.get(day, 0)


def _first_with_room(
    day: date, task: Slot, room: Mapping[date, int], day_minutes: Sequence[int], taken: Mapping[date, int]
) -> date:
    longest = max(day_minutes)
    for _ in range(SEARCHED_DAYS):
        free = _room(day, room, day_minutes, taken)
        is_empty_day = day not in room and not taken.get(day) and day_minutes[day.weekday()] > 0
        if free >= task.minutes or (task.minutes > longest and is_empty_day):
            return day
        day += timedelta(days=1)
    return day


def streak(days_worked: Iterable[date], *, today: date, day_minutes: Sequence[int]) -> int:
    """Days with work in a row until today. Days without study do not break it; nor does a today without work yet."""
    worked = set(days_worked)
    if not worked:
        return 0
    count, day, first = 0, today, min(worked)
    while day >= first:
        if day in worked:
            count += 1
        elif day != today and day_minutes[day.weekday()]:
            break
        day -= timedelta(days=1)
    return count
