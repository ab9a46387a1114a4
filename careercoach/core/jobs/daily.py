"""When something is due once a day at a person's local time, whatever the clocks there do."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from careercoach.core.clock import time_zones

CATCH_UP = timedelta(hours=6)
"""How late the day's thing may still be done after the app was down; then the day is skipped."""


def daily_instant(day: date, zone: str, at: time) -> datetime | None:
    """The moment (UTC) at which clocks in `zone` show `at` on `day`; None if they have no such date.

    A time the clocks skip counts as if they had not been changed yet; of a time shown twice, the first.
    Unknown zones count as UTC.
    """
    zone_info = ZoneInfo(zone if zone in time_zones() else "UTC")
    instant = datetime.combine(day, at.replace(tzinfo=None, fold=0), zone_info).astimezone(UTC)
    return instant if instant.astimezone(zone_info).date() == day else None


def daily_due(now: datetime, zone: str, at: time, window: timedelta = CATCH_UP) -> date | None:
    """The local date whose daily thing is due at `now` (aware): its moment has come, at most `window` ago.

    Of two dates whose moments both lie in the window (never with one of less than a day), the later.
    """
    instant_now = now.astimezone(UTC)
    latest = (instant_now + timedelta(days=1)).date()
    for days_back in range(4):
        day = latest - timedelta(days=days_back)
        instant = daily_instant(day, zone, at)
        if instant is not None and instant_now - window < instant <= instant_now:
            return day
    return None
