"""What crosses the border of the analytics room."""

from dataclasses import dataclass, field
from datetime import date


@dataclass(frozen=True)
class Figures:
    """One person's figures, all of them counted from what they did. `scores`: finished interviews, oldest first."""

    today: date
    percent: int = 0
    done_minutes: int = 0
    minutes: int = 0
    done_count: int = 0
    task_count: int = 0
    streak_days: int = 0
    day_goal_min: int = 0
    minutes_by_day: dict[date, int] = field(default_factory=dict)
    scores: list[tuple[date, int]] = field(default_factory=list)

    @property
    def is_empty(self) -> bool:
        return not self.task_count and not self.minutes_by_day and not self.scores
