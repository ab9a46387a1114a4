"""Pure geometry of charts: figures in, places in percent out. A state computes a shape, a page draws it."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta


@dataclass(frozen=True)
class Spot:
    """A value of a series: place in percent of the drawing (y from below), and its words."""

    x: float
    y: float
    label: str
    value: str


@dataclass(frozen=True)
class Tick:
    """A word at a place of an axis, in percent."""

    at: float
    label: str


@dataclass(frozen=True)
class Series:
    """A line or row of columns, ready to draw. `path` and `area` are SVG paths in a 100 x 100 box."""

    spots: list[Spot] = field(default_factory=list)
    ticks: list[Tick] = field(default_factory=list)
    names: list[Tick] = field(default_factory=list)
    path: str = ""
    area: str = ""
    goal: float = -1.0
    """Height of the goal line in percent; below zero when there is none."""
    last: str = ""


@dataclass(frozen=True, slots=True)
class HeatDay:
    """One field of a month: level 0 (nothing) to 3 (a full day); -1 is an empty place before the first day."""

    level: int
    label: str = ""
    today: bool = False


def nice_top(largest: float) -> float:
    """The smallest round number (1, 2, 4, 5 or 10 times a power of ten) that is not below `largest`; at least 1."""
    if largest <= 1:
        return 1.0
    power = 1.0
    while power * 10 < largest:
        power *= 10
    return next(step * power for step in (1, 2, 4, 5, 10) if step * power >= largest)


def series(
    points: Sequence[tuple[str, float]],
    *,
    top: float | None = None,
    goal: float | None = None,
    unit: str = "",
    names: int = 6,
    columns: bool = False,
) -> Series:
    """Place (label, value) points from left to right.

    `top` fixes the upper end of the axis (100 for scores), else a round number above all values. At most `names`
    labels stand under the axis. `columns` puts each point in the middle of its share, as bars need it.
    """
    if not points:
        return Series()
    height = top or nice_top(max(*(value for _, value in points), goal or 0.0))
    count = len(points)

    def across(index: int) -> float:
        if columns:
            return round((index + 0.5) * 100 / count, 2)
        return 50.0 if count == 1 else round(index * 100 / (count - 1), 2)

    spots = [
        Spot(across(index), round(min(100.0, value * 100 / height), 2), label, f"{value:g}{unit}")
        for index, (label, value) in enumerate(points)
    ]
    path = "M" + "L".join(f"{spot.x:g} {100 - spot.y:g}" for spot in spots)
    every = max(1, -(-count // names))
    return Series(
        spots=spots,
        ticks=[Tick(share * 100.0, f"{height * share:g}") for share in (0.0, 0.5, 1.0)],
        names=[Tick(spot.x, spot.label) for spot in spots[::every]],
        path=path,
        area=f"{path}L{spots[-1].x:g} 100L{spots[0].x:g} 100Z",
        goal=-1.0 if goal is None else round(min(100.0, goal * 100 / height), 2),
        last=spots[-1].value,
    )


def month(minutes: dict[date, int], *, first: date, today: date, goal_min: int) -> list[HeatDay]:
    """The fields of the month of `first`, Monday first: how much of `goal_min` minutes each day saw.

    Days after `today` have level 0 and no label. Labels are ISO dates with minutes; pages translate around them.
    """
    start = first.replace(day=1)
    days = [HeatDay(-1) for _ in range(start.weekday())]
    day = start
    while day.month == start.month:
        done = minutes.get(day, 0)
        level = 0 if done <= 0 else 1 if done * 3 < goal_min else 2 if done < goal_min else 3
        days.append(HeatDay(level, f"{day.isoformat()}: {done}" if day <= today else "", day == today))
        day += timedelta(days=1)
    return days
