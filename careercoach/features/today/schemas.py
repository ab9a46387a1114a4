"""The day as the page, the letter and the PDF show it."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel

from careercoach.content.shapes import Words
from careercoach.features.planner.schemas import DayView, PlanView, TaskView


class Readiness(BaseModel):
    """How near the role is, from the last gap report."""

    score: int
    """0-100."""
    threshold: int
    is_fit: bool
    change: int = 0
    """Points since the beginning of the last 30 days; 0 when there is nothing to compare."""
    weeks: int = 0
    """Weeks until FIT at the present hours; 0 when it is reached."""


class TodayView(BaseModel):
    """Everything about one day of one person."""

    user_id: UUID
    name: str
    language: str
    zone: str
    day: DayView
    plan: PlanView | None = None
    percent: int = 0
    """Of the whole plan."""
    streak_before: int = 0
    """The streak without today's work."""
    rolled: int = 0
    """Tasks of missed days that have just moved on."""
    minutes_by_day: dict[date, int] = {}
    last_worked: TaskView | None = None
    """The last task that was done before today."""
    next_task: TaskView | None = None
    """The first open task after today."""
    next_minutes: int = 0
    """Minutes planned on the day of the next task."""
    next_interview: TaskView | None = None
    readiness: Readiness | None = None


class InterviewCard(BaseModel):
    """The next interview task of the plan."""

    title: Words
    when: Words
    minutes: int
