"""Days and times of the calendar as each language writes them."""

from datetime import date, datetime
from typing import Literal
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_time

from careercoach.core.clock import time_zones
from careercoach.core.texts import known_language

DayForm = Literal["day", "weekday", "short", "month", "full"]
_LOCALES = {"en": "en_GB", "hi": "hi", "es": "es"}
# Written out, because the locale data abbreviates names in most of the longer forms.
_PATTERNS: dict[DayForm, tuple[str, str, str]] = {
    "day": ("d MMMM", "d MMMM", "d 'de' MMMM"),
    "weekday": ("EEEE d MMMM", "EEEE, d MMMM", "EEEE, d 'de' MMMM"),
    "short": ("d MMM", "d MMM", "d MMM"),
    "month": ("LLLL", "LLLL", "LLLL"),
    "full": ("d MMMM y", "d MMMM y", "d 'de' MMMM 'de' y"),
}


def day_name(day: date, language: str, form: DayForm = "day") -> str:
    """A day in words: "21 November", as "weekday" "Saturday 21 November", as "short" "21 Nov", as "month"
    "November", as "full" with the year."""
    known = known_language(language)
    words = format_date(day, _PATTERNS[form][list(_LOCALES).index(known)], locale=_LOCALES[known])
    return words[:1].upper() + words[1:] if form == "month" else words


def weekday_name(day: date, language: str, *, short: bool = False) -> str:
    """The name of its weekday: "Saturday" or "Sat"."""
    return format_date(day, "ccc" if short else "cccc", locale=_LOCALES[known_language(language)])


def time_name(moment: datetime, zone: str, language: str) -> str:
    """The local time of a moment in a zone: "18:30"."""
    zone_info = ZoneInfo(zone if zone in time_zones() else "UTC")
    return format_time(moment.astimezone(zone_info), "HH:mm", locale=_LOCALES[known_language(language)])
