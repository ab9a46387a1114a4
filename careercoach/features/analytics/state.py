"""The progress page."""

import reflex as rx

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.identity import current_person
from careercoach.core.texts import text
from careercoach.features.analytics import rules, service
from careercoach.ui.shapes import HeatDay, Series, month, series


class ProgressState(rx.State):
    """One person's figures, drawn."""

    is_ready: bool = False
    is_empty: bool = False
    percent: int = 0
    done_count: int = 0
    task_count: int = 0
    done_hours: int = 0
    hours: int = 0
    week: int = 0
    week_before: int = 0
    two_weeks: int = 0
    active_days: int = 0
    streak_days: int = 0
    last_score: int = -1
    best_score: int = 0
    resume_score: int = -1
    resume_fixed: int = 0
    resume_total: int = 0
    resume_percent: int = 0
    plan_line: Series = Series()
    minute_bars: Series = Series()
    score_line: Series = Series()
    month_days: list[HeatDay] = []

    @rx.event
    @allow(Access.SIGNED_IN)
    async def load(self):
        """Count everything anew."""
        person = current_person()
        async with db.reading() as session:
            found = await service.get_figures(session, user_id=person.id)
        self.is_empty = found.is_empty
        self.percent, self.done_count, self.task_count = found.percent, found.done_count, found.task_count
        self.done_hours, self.hours = round(found.done_minutes / 60), round(found.minutes / 60)
        self.streak_days = found.streak_days
        self.week, self.week_before = rules.week_minutes(found)
        self.two_weeks, self.active_days = self.week + self.week_before, rules.active_days(found)
        scores = [score for _, score in found.scores]
        self.last_score, self.best_score = (scores[-1], max(scores)) if scores else (-1, 0)
        self.resume_score = -1 if found.resume_score is None else found.resume_score
        self.resume_fixed, self.resume_total = found.resume_fixed, found.resume_total
        self.resume_percent = round(100 * found.resume_fixed / found.resume_total) if found.resume_total else 100
        language = person.language
        self.plan_line = series(rules.completion(found, language), top=100, unit=text("core.percent", language, n=""))
        goal = float(found.day_goal_min)
        self.minute_bars = series(rules.minutes_per_day(found, language), goal=goal, columns=True, names=7)
        self.score_line = series(rules.interview_scores(found, language), top=100)
        self.month_days = month(found.minutes_by_day, first=found.today, today=found.today, goal_min=found.day_goal_min)
        self.is_ready = True
