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
    resume_score: int | None = None
    """ATS score of the newest resume, 0-100; None before its report."""
    resume_fixed: int = 0
    resume_total: int = 0
    """Suggestions for that resume: how many are done, of how many."""

    @property
    def is_empty(self) -> bool:
        return not (self.task_count or self.minutes_by_day or self.scores or self.resume_score is not None)
