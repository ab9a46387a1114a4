"""Minutes of days and of sittings."""

from hypothesis import given
from hypothesis import strategies as st

from careercoach.features.planner.rules.days import SITTING_LEAST, SITTING_MOST, day_minutes, sitting


@given(st.integers(30, 3600), st.sets(st.integers(0, 6), max_size=6), st.integers(0, 6))
def test_a_week_is_used_well_and_never_overdrawn(weekly: int, off: set[int], first: int) -> None:
    budget = day_minutes(weekly, sorted(off), first)
    assert weekly * 0.85 - 5 <= sum(budget) <= weekly
    assert all(budget[day] == 0 for day in off)
    assert len({minutes for minutes in budget if minutes}) == 1
    assert budget[first] or first in off


@given(st.integers(30, 600))
def test_sittings_fill_a_day(minutes: int) -> None:
    minutes = minutes // 5 * 5
    left = minutes
    while left >= SITTING_LEAST:
        size = sitting(left)
        assert SITTING_LEAST <= size <= SITTING_MOST
        left -= size
    assert left < SITTING_LEAST


def test_five_hours_on_seven_days():
    assert sum(day_minutes(300, (), 0)) == 300
