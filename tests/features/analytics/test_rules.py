"""Charts say what was counted, nothing else."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from careercoach.features.analytics import rules
from careercoach.features.analytics.schemas import Figures

TODAY = date(2026, 11, 21)
days = st.dates(TODAY - timedelta(days=89), TODAY)


@given(st.dictionaries(days, st.integers(1, 300), max_size=40), st.integers(0, 500))
def test_completion_never_falls_and_ends_at_the_plans_own_figure(minutes, extra):
    done = sum(minutes.values())
    total = done + extra
    percent = round(100 * done / total) if total else 0
    figures = Figures(TODAY, percent=percent, done_minutes=done, minutes=total, minutes_by_day=minutes)
    points = [value for _, value in rules.completion(figures, "en")]
    assert points == sorted(points)
    assert not total or points[-1] == percent


def test_minutes_show_empty_days_too():
    figures = Figures(TODAY, minutes_by_day={TODAY: 30, TODAY - timedelta(days=13): 10, TODAY - timedelta(days=14): 99})
    points = rules.minutes_per_day(figures, "es")
    assert len(points) == 14
    assert (points[0][1], points[-1]) == (10.0, ("21 nov", 30.0))
    assert rules.week_minutes(figures) == (30, 10)
    assert rules.active_days(figures) == 2


def test_nobody_who_did_nothing_has_a_figure():
    assert Figures(TODAY).is_empty
    assert rules.completion(Figures(TODAY), "en") == []
