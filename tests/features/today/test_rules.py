"""What the day says about itself: true, and in three languages."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from careercoach.core.texts import LANGUAGES
from careercoach.features.matching.schemas import GapView, Sentence
from careercoach.features.planner.schemas import DayView, TaskView
from careercoach.features.today import rules
from careercoach.features.today.schemas import TodayView

MONDAY = date(2026, 11, 23)


def task(due: date = MONDAY, state: str = "open", skill: str = "sql", minutes: int = 50) -> TaskView:
    return TaskView.model_validate(
        {
            "id": uuid4(), "due": due, "position": 0, "kind": "learn", "form": "explain", "reason": "critical",
            "skill": skill, "level": "basic", "minutes": minutes, "values": {"skill": skill, "role": "data-analyst"},
            "state": state, "done_at": datetime(2026, 11, 22, tzinfo=UTC) if state == "done" else None,
        }
    )  # fmt: skip


def view(*tasks: TaskView, **more: object) -> TodayView:
    day = DayView(day=MONDAY, tasks=list(tasks), is_day_off=bool(more.pop("is_day_off", False)))
    fields = {"user_id": uuid4(), "name": "Asha Rao", "language": "en", "zone": "UTC", "day": day}
    return TodayView.model_validate(fields | more)


class TestHeadline:
    @pytest.mark.parametrize(
        ("done", "left", "words"),
        [
            (0, 0, "Nothing planned today"),
            (0, 1, "One task today"),
            (0, 3, "Three tasks today"),
            (1, 2, "One done, two to go"),
            (4, 1, "Four done, one to go"),
            (12, 11, "12 done, 11 to go"),
            (2, 0, "All done for today"),
        ],
    )
    def test_in_english(self, done, left, words):
        assert rules.headline(done, left, "en") == words

    def test_in_spanish_counts_agree(self):
        assert rules.headline(1, 1, "es") == "Una hecha, queda una"
        assert rules.headline(2, 3, "es") == "Dos hechas, quedan tres"


class TestCoachLine:
    def test_first_day(self):
        assert "Your first step" in rules.coach_line(view(task()), "en")

    def test_names_what_was_worked_on_and_when(self):
        last = task(MONDAY - timedelta(days=4), "done", "excel", 40)
        words = rules.coach_line(view(task(), last_worked=last), "en")
        assert words == "On Thursday you put 40 minutes into Excel. Today begins with SQL."

    def test_yesterday_and_the_same_skill(self):
        last = task(MONDAY - timedelta(days=1), "done")
        words = rules.coach_line(view(task(), last_worked=last), "en")
        assert words == "Yesterday you put 50 minutes into SQL. Today you go on from there."

    def test_long_ago_is_named_by_its_date(self):
        last = task(date(2026, 10, 2), "done")
        assert rules.coach_line(view(task(), last_worked=last), "es").startswith("El 2 de octubre ")

    def test_missed_days_are_no_reproach(self):
        assert "moved on" in rules.coach_line(view(task(), rolled=3), "en")

    def test_finished_says_what_comes(self):
        done = task(state="done")
        words = rules.coach_line(view(done, next_task=task(MONDAY + timedelta(days=1)), next_minutes=45), "en")
        assert words == "Well done: nothing is left for today. Tomorrow: SQL, 45 min."

    def test_day_off(self):
        assert rules.coach_line(view(is_day_off=True), "en") == "No study today, as you asked."

    @pytest.mark.parametrize("language", LANGUAGES)
    def test_has_no_hole_in_any_language(self, language):
        last = task(MONDAY - timedelta(days=2), "done", "excel")
        for one in (view(task()), view(task(), last_worked=last), view(), view(task(state="done"), rolled=1)):
            words = rules.coach_line(one, language)
            assert words and "{" not in words and "  " not in words


def test_greeting_follows_the_clock():
    keys = [rules.greeting_key(hour).rpartition(".")[2] for hour in (0, 3, 4, 11, 12, 17, 18, 23)]
    assert keys == ["evening", "evening", "morning", "morning", "afternoon", "afternoon", "evening", "evening"]


def gap(**changes: object) -> GapView:
    same = Sentence(en="x", hi="x", es="x")
    fields = {
        "role": "data-analyst", "title": same, "summary": same, "verdict": "NOT_YET", "readiness": 40, "threshold": 70,
        "confidence": 80, "reasons": [], "rule": same, "skills": [], "path": ["sql"], "hours_to_fit": 20,
        "hours_all": 90, "years": 2.0, "years_wanted": 1, "profile_version": 1,
    }  # fmt: skip
    return GapView.model_validate(fields | changes)


class TestReadiness:
    def ready(self, history=(), done_min: int = 0, **changes: object):
        return rules.readiness_of(gap(**changes), list(history), today=MONDAY, weekly_minutes=300, done_min=done_min)

    def test_weeks_shrink_with_work(self):
        assert self.ready().weeks == 4
        assert self.ready(done_min=600).weeks == 2
        assert self.ready(done_min=6000).weeks == 1

    def test_change_of_the_last_month_only(self):
        history = [("2026-09-01", 10), ("2026-11-01", 32), ("2026-11-20", 40)]
        assert self.ready(history).change == 8
        assert self.ready(history[-1:]).change == 0

    def test_says_when(self):
        near = rules.readiness_line(self.ready(), today=MONDAY, weekly_minutes=300, language="en")
        assert near == "At 5 hours a week you get there between 14 December and 21 December."
        far = rules.readiness_line(self.ready(hours_to_fit=400), today=MONDAY, weekly_minutes=300, language="en")
        assert "about 80 weeks" in far

    def test_fit_is_fit(self):
        fit = self.ready(verdict="FIT", readiness=80, hours_to_fit=0)
        assert fit.is_fit and fit.weeks == 0
        assert "fits the role" in rules.readiness_line(fit, today=MONDAY, weekly_minutes=300, language="en")
