"""The rule of the day, over ten zones and both changes of the clocks."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from careercoach.core.jobs import daily_due, daily_instant

ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "America/Santiago",
    "Asia/Kolkata",
    "Asia/Kathmandu",
    "Australia/Lord_Howe",
    "Africa/Casablanca",
    "Pacific/Apia",
    "Pacific/Kiritimati",
    "America/St_Johns",
]
DAY = timedelta(days=1)
WINDOW = timedelta(hours=6)

zones = st.sampled_from(ZONES)
times = st.times().map(lambda at: at.replace(second=0, microsecond=0))
moments = st.datetimes(datetime(2000, 1, 1), datetime(2037, 12, 31), timezones=st.just(UTC))
days = st.dates(date(2000, 1, 1), date(2037, 12, 31))


def has_date(zone: str, day: date) -> bool:
    """Whether any clock in the zone ever shows the date: asked hour by hour, unlike the rule does."""
    noon = datetime(day.year, day.month, day.day, 12, tzinfo=UTC)
    hours = (noon + timedelta(hours=hour) for hour in range(-30, 31))
    return any(hour.astimezone(ZoneInfo(zone)).date() == day for hour in hours)


class TestInstant:
    @example(date(2011, 12, 30), "Pacific/Apia", time(7))
    @given(days, zones, times)
    def test_exists_exactly_for_existing_dates(self, day: date, zone: str, at: time):
        assert (daily_instant(day, zone, at) is not None) == has_date(zone, day)

    @given(days, zones, times)
    def test_is_on_its_date_and_never_before_its_hour(self, day: date, zone: str, at: time):
        instant = daily_instant(day, zone, at)
        if instant is not None:
            clock = instant.astimezone(ZoneInfo(zone))
            assert clock.date() == day
            assert clock.time().replace(fold=0) >= at

    @given(days, zones, times)
    def test_days_follow_each_other(self, day: date, zone: str, at: time):
        first, second = daily_instant(day, zone, at), daily_instant(day + DAY, zone, at)
        if first is not None and second is not None:
            assert timedelta(hours=22) <= second - first <= timedelta(hours=26) or zone == "Pacific/Apia"
            assert first < second

    def test_in_the_hour_that_is_skipped(self):
        # Berlin, 29 March 2026: 02:00 becomes 03:00.
        assert daily_instant(date(2026, 3, 29), "Europe/Berlin", time(2, 30)) == utc(2026, 3, 29, 1, 30)

    def test_in_the_hour_that_comes_twice(self):
        # New York, 1 November 2026: 02:00 becomes 01:00; the first 01:30 is in summer time.
        assert daily_instant(date(2026, 11, 1), "America/New_York", time(1, 30)) == utc(2026, 11, 1, 5, 30)

    @pytest.mark.parametrize("at", [time(0), time(7), time(23, 59)])
    def test_on_the_day_that_samoa_skipped(self, at: time):
        assert daily_instant(date(2011, 12, 30), "Pacific/Apia", at) is None
        assert daily_instant(date(2011, 12, 31), "Pacific/Apia", at) is not None

    def test_of_a_leap_day_and_the_turn_of_the_year(self):
        assert daily_instant(date(2028, 2, 29), "Asia/Kolkata", time(7)) == utc(2028, 2, 29, 1, 30)
        assert daily_instant(date(2027, 1, 1), "Pacific/Kiritimati", time(0)) == utc(2026, 12, 31, 10)

    def test_of_an_unknown_zone_is_in_utc(self):
        assert daily_instant(date(2026, 1, 1), "Mars/Olympus", time(7)) == utc(2026, 1, 1, 7)


class TestDue:
    @given(moments, zones, times)
    def test_is_due_from_its_moment_until_the_window_ends(self, now: datetime, zone: str, at: time):
        expected = [
            day
            for offset in range(-3, 4)
            if (instant := daily_instant(day := now.date() + offset * DAY, zone, at)) is not None
            and now - WINDOW < instant <= now
        ]
        assert daily_due(now, zone, at) == (expected[-1] if expected else None)

    @example(date(2011, 12, 30), "Pacific/Apia", time(7), 30)
    @example(date(2026, 3, 29), "Europe/Berlin", time(2, 30), 7)
    @example(date(2026, 11, 1), "America/New_York", time(1, 30), 7)
    @given(days, zones, times, st.integers(1, 120))
    def test_every_existing_date_is_due_once_however_often_asked(self, day: date, zone: str, at: time, every_min: int):
        start = datetime(day.year, day.month, day.day, tzinfo=UTC) - 2 * DAY
        asked = [start + timedelta(minutes=minute) for minute in range(0, 4 * 24 * 60, every_min)]
        answers = [answer for now in asked if (answer := daily_due(now, zone, at)) is not None]
        changes = [answers[0], *(new for old, new in pairwise(answers) if new != old)]
        assert changes == sorted(set(changes)), "a date came back after the next one was due"
        assert (day in changes) == has_date(zone, day)

    def test_at_both_ends_of_the_window(self):
        moment, day, at = utc(2026, 5, 4, 1, 30), date(2026, 5, 4), time(7)
        second = timedelta(seconds=1)
        assert daily_due(moment - second, "Asia/Kolkata", at) is None
        assert daily_due(moment, "Asia/Kolkata", at) == day
        assert daily_due(moment + WINDOW - second, "Asia/Kolkata", at) == day
        assert daily_due(moment + WINDOW, "Asia/Kolkata", at) is None

    def test_after_26_hours_of_silence_there_is_one_date_to_catch_up(self):
        back = utc(2026, 5, 5, 4, 0)
        assert daily_due(back, "Asia/Kolkata", time(7)) == date(2026, 5, 5)
        assert daily_due(back, "Asia/Kolkata", time(2)) is None

    @given(zones, zones, moments, times)
    def test_who_moves_to_another_zone_may_be_due_the_same_date_again(
        self, old: str, new: str, now: datetime, at: time
    ):
        # The date names the job, so the answer for a date already served starts nothing new.
        for zone in (old, new):
            day = daily_due(now, zone, at)
            assert day is None or abs((day - now.date()).days) <= 1


def utc(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)
