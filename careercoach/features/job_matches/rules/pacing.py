"""From hours to dates: the what-if of the shortest path."""

from collections.abc import Sequence
from datetime import date, timedelta

from pydantic import BaseModel

from careercoach.features.job_matches.schemas import PathLine

WEEKS_MOST = 520


class Pace(BaseModel):
    """What a number of hours a week makes of a path."""

    weeks: int = 0
    done_on: date | None = None
    reached: list[str] = []
    """Keys of the steps done before the deadline, in order."""
    hours_needed: int = 0
    """Hours a week that would make the deadline."""
    makes_it: bool = True


def pace(path: Sequence[PathLine], *, weekly_hours: int, deadline_weeks: int, today: date) -> Pace:
    """Weeks and end of the path at this pace, what of it is done by the deadline, and what pace would do."""
    total = sum(step.hours for step in path)
    weekly, deadline = max(1, weekly_hours), max(1, deadline_weeks)
    weeks = min(WEEKS_MOST, -(-total // weekly))
    reached: list[str] = []
    spent = 0
    for step in path:
        spent += step.hours
        if step.hours and spent <= weekly * deadline:
            reached.append(step.key)
    return Pace(
        weeks=weeks,
        done_on=today + timedelta(weeks=weeks),
        reached=reached,
        hours_needed=-(-total // deadline),
        makes_it=weeks <= deadline,
    )
