"""Which weekdays have how many minutes, and how a day is cut into sittings."""

from collections.abc import Sequence
from datetime import date, timedelta

SITTING_LEAST, SITTING_MOST = 20, 60
"""Minutes of one task: shorter is not worth starting, longer is not kept up after work."""
DAY_LEAST = 30
"""Rather fewer days than days of less than this."""
STEP = 5


def day_minutes(weekly_minutes: int, days_off: Sequence[int], first_weekday: int) -> tuple[int, ...]:
    """Minutes of each weekday from Monday (0 = no study). Their sum is never above `weekly_minutes`.

    All study days are equally long, so that a task that has to move fits any other day. There are as many of them
    as use the week best, spread evenly and beginning with `first_weekday` when that is not a day off.
    """
    free = [day % 7 for day in range(first_weekday, first_weekday + 7) if day % 7 not in days_off]
    if not free or weekly_minutes < SITTING_LEAST:
        return (0,) * 7
    most = min(len(free), max(1, weekly_minutes // DAY_LEAST))
    count = max(range(1, most + 1), key=lambda days: (_each(weekly_minutes, days) * days, days))
    # Rather one day more than a few minutes more: only a real difference takes a day away.
    if _each(weekly_minutes, most) * most >= weekly_minutes - STEP:
        count = most
    budget = [0] * 7
    for index in range(count):
        budget[free[index * len(free) // count]] = _each(weekly_minutes, count)
    return tuple(budget)


def _each(weekly_minutes: int, days: int) -> int:
    return weekly_minutes // days // STEP * STEP


def sitting(left: int) -> int:
    """Minutes of the next task of a day with `left` minutes: parts of about equal length, 20-60 each."""
    parts = -(-left // SITTING_MOST)
    return min(SITTING_MOST, -(-left // parts // STEP) * STEP)


def next_study_day(budget: Sequence[int], after: date) -> date:
    """The first day after this one that has study minutes; simply the next day when none has."""
    for ahead in range(1, 8):
        day = after + timedelta(days=ahead)
        if budget[day.weekday()]:
            return day
    return after + timedelta(days=1)
