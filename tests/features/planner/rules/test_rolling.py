"""Where open tasks go, and what counts as a streak."""

from collections import Counter
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.features.planner.rules.rolling import Slot, roll, streak

MONDAY = date(2026, 11, 23)
WEEKDAYS = (50, 50, 50, 50, 50, 0, 0)
EVERY_DAY = (50,) * 7


def slot(number: int, day: int, minutes: int = 50) -> Slot:
    return Slot(str(number), MONDAY + timedelta(days=day), minutes)


class TestRoll:
    def test_nothing_missed_nothing_moves(self):
        assert roll([slot(0, 0), slot(1, 1)], first=MONDAY, day_minutes=EVERY_DAY, taken={}) == {}

    def test_a_missed_day_moves_the_rest_by_one(self):
        moved = roll([slot(0, -1), slot(1, 0), slot(2, 1)], first=MONDAY, day_minutes=EVERY_DAY, taken={})
        assert moved == {"0": MONDAY, "1": MONDAY + timedelta(days=1), "2": MONDAY + timedelta(days=2)}

    def test_free_days_take_it_up(self):
        moved = roll([slot(0, -1), slot(1, 0), slot(2, 4)], first=MONDAY, day_minutes=EVERY_DAY, taken={})
        assert "2" not in moved

    def test_what_is_done_today_takes_its_time(self):
        moved = roll([slot(0, -1, 30)], first=MONDAY, day_minutes=EVERY_DAY, taken={MONDAY: 30})
        assert moved == {"0": MONDAY + timedelta(days=1)}

    def test_days_off_stay_free(self):
        friday = MONDAY + timedelta(days=4)
        moved = roll([slot(0, 3), slot(1, 4)], first=friday, day_minutes=WEEKDAYS, taken={})
        assert moved == {"0": friday, "1": MONDAY + timedelta(days=7)}

    def test_a_long_task_gets_a_day_of_its_own(self):
        moved = roll([slot(0, -1, 60), slot(1, 0)], first=MONDAY, day_minutes=EVERY_DAY, taken={})
        assert moved == {"0": MONDAY, "1": MONDAY + timedelta(days=1)}

    def test_a_plan_without_study_days_moves_nothing(self):
        assert roll([slot(0, -1)], first=MONDAY, day_minutes=(0,) * 7, taken={}) == {}

    @pytest.mark.slow
    @settings(max_examples=200, deadline=None)
    @given(
        st.lists(st.tuples(st.integers(-20, 20), st.integers(4, 12)), max_size=40),
        st.sets(st.integers(0, 6), max_size=6),
        st.integers(0, 50),
    )
    def test_never_too_much_never_lost_always_in_order(self, raw: list[tuple[int, int]], off: set[int], done: int):
        budget = [0 if day in off else 60 for day in range(7)]
        ordered = sorted(raw, key=lambda one: one[0])
        tasks = [slot(number, day, 5 * fives) for number, (day, fives) in enumerate(ordered)]
        moved = roll(tasks, first=MONDAY, day_minutes=budget, taken={MONDAY: done})
        days = [moved.get(task.key, task.due) for task in tasks]
        assert days == sorted(days)
        load: Counter[date] = Counter({MONDAY: done})
        for task, day in zip(tasks, days, strict=True):
            load[day] += task.minutes
            assert day >= max(MONDAY, task.due)
            assert budget[day.weekday()] > 0
        assert all(minutes <= 60 for minutes in load.values())
        again = [Slot(task.key, day, task.minutes) for task, day in zip(tasks, days, strict=True)]
        assert roll(again, first=MONDAY, day_minutes=budget, taken={MONDAY: done}) == {}


class TestStreak:
    def test_none_without_work(self):
        assert streak([], today=MONDAY, day_minutes=EVERY_DAY) == 0

    def test_today_may_still_be_empty(self):
        yesterday = [MONDAY - timedelta(days=back) for back in (1, 2)]
        assert streak(yesterday, today=MONDAY, day_minutes=EVERY_DAY) == 2
        assert streak([*yesterday, MONDAY], today=MONDAY, day_minutes=EVERY_DAY) == 3

    def test_a_missed_day_ends_it(self):
        assert streak([MONDAY - timedelta(days=2)], today=MONDAY, day_minutes=EVERY_DAY) == 0

    def test_days_off_do_not(self):
        friday = MONDAY - timedelta(days=3)
        assert streak([friday], today=MONDAY, day_minutes=WEEKDAYS) == 1

    def test_work_on_a_day_off_counts(self):
        worked = [MONDAY - timedelta(days=3), MONDAY - timedelta(days=1)]
        assert streak(worked, today=MONDAY, day_minutes=WEEKDAYS) == 2
