"""Geometry of charts: places in percent, whatever the figures."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.ui.shapes import Series, month, nice_top, series


@pytest.mark.parametrize(
    ("largest", "top"), [(0, 1), (1, 1), (7, 10), (11, 20), (41, 50), (60, 100), (250, 400), (0.3, 1)]
)
def test_top_of_the_axis_is_round_and_not_below(largest: float, top: float):
    assert nice_top(largest) == pytest.approx(top)


@given(st.floats(min_value=1, max_value=1e6))
def test_top_is_never_below_nor_far_above(largest: float):
    assert largest <= nice_top(largest) * (1 + 1e-9) <= largest * 2.6


def test_nothing_to_draw_is_an_empty_series():
    assert series([]) == Series()


def test_line_goes_from_edge_to_edge():
    drawn = series([("Mon", 0), ("Tue", 50), ("Wed", 100)], top=100)
    assert [(spot.x, spot.y) for spot in drawn.spots] == [(0, 0), (50, 50), (100, 100)]
    assert drawn.path == "M0 100L50 50L100 0"
    assert drawn.area == "M0 100L50 50L100 0L100 100L0 100Z"
    assert drawn.last == "100"


def test_one_point_stands_in_the_middle():
    assert series([("Mon", 5)], top=10).spots[0].x == 50


def test_columns_stand_in_the_middle_of_their_share():
    assert [spot.x for spot in series([("a", 1), ("b", 1)], columns=True).spots] == [25, 75]


def test_values_above_the_top_stay_inside():
    assert series([("a", 150)], top=100).spots[0].y == 100


def test_goal_counts_for_the_height_and_is_absent_by_default():
    assert series([("a", 10)]).goal < 0
    drawn = series([("a", 10)], goal=40)
    assert drawn.goal == 100 and drawn.spots[0].y == 25


@given(st.lists(st.floats(min_value=0, max_value=10_000), min_size=1, max_size=60), st.booleans())
def test_all_places_are_in_the_drawing_and_names_are_few(values: list[float], columns: bool):
    drawn = series([(str(index), value) for index, value in enumerate(values)], columns=columns)
    assert all(0 <= spot.x <= 100 and 0 <= spot.y <= 100 for spot in drawn.spots)
    assert 1 <= len(drawn.names) <= 6
    assert len(drawn.spots) == len(values)


def test_month_begins_on_its_weekday_and_has_all_days():
    today = date(2026, 11, 21)
    days = month(
        {date(2026, 11, 2): 10, date(2026, 11, 3): 30, date(2026, 11, 4): 60}, first=today, today=today, goal_min=50
    )
    blanks = [day for day in days if day.level < 0]
    assert len(blanks) == 6  # 1 November 2026 is a Sunday
    assert len(days) - len(blanks) == 30
    assert [day.level for day in days[6:11]] == [0, 1, 2, 3, 0]
    assert [day.today for day in days].index(True) == 6 + 20


def test_days_to_come_have_no_words():
    days = month({}, first=date(2024, 2, 1), today=date(2024, 2, 10), goal_min=30)
    assert sum(1 for day in days if day.level >= 0) == 29
    assert [bool(day.label) for day in days if day.level >= 0] == [True] * 10 + [False] * 19
