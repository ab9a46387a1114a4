"""The only place that asks what time it is. Times are UTC inside; a person's day is found by their zone."""

from datetime import UTC, date, datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones


def utc_now() -> datetime:
    """Now, aware, in UTC."""
    return datetime.now(UTC)


@cache
def time_zones() -> frozenset[str]:
    """Names of all IANA zones."""
    return frozenset(available_timezones())


def local_date(now: datetime, zone: str) -> date:
    """The calendar day of a person in `zone` (an IANA name; unknown names count as UTC)."""
    return now.astimezone(ZoneInfo(zone if zone in time_zones() else "UTC")).date()


def local_hour(now: datetime, zone: str) -> int:
    """The hour (0-23) on the clocks of `zone`."""
    return now.astimezone(ZoneInfo(zone if zone in time_zones() else "UTC")).hour
