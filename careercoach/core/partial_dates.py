"""Dates of a life as people know them: a year, a month or a day (2013, 2013-09, 2013-09-30)."""

import re
from datetime import date

from babel.dates import format_date

from careercoach.core.dates import day_name
from careercoach.core.texts import known_language

_LOCALES = {"en": "en_GB", "hi": "hi", "es": "es"}
PARTIAL_DATE = re.compile(r"(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")


def read_partial_date(words: str) -> str | None:
    """A date as a record keeps it, from what a person types (9/2013, 2013/9, 2013-09); None when it is none."""
    words = words.strip()
    if PARTIAL_DATE.fullmatch(words):
        return words
    turned = re.fullmatch(r"(0?[1-9]|1[0-2])\s*[./-]\s*((?:19|20)\d\d)", words)
    if turned:
        return f"{turned[2]}-{int(turned[1]):02d}"
    turned = re.fullmatch(r"((?:19|20)\d\d)\s*[./-]\s*(0?[1-9]|1[0-2])", words)
    return f"{turned[1]}-{int(turned[2]):02d}" if turned else None


def dates_fit(start: str, end: str) -> bool:
    """Whether both can be read (empty is fine) and the end is not before the start, as far as both say."""
    if any(words and not PARTIAL_DATE.fullmatch(words) for words in (start, end)):
        return False
    shorter = min(len(start), len(end))
    return not shorter or start[:shorter] <= end[:shorter]


def partial_date_name(words: str, language: str) -> str:
    """ "2022", "Jan 2022" or "3 January 2022" as the language writes it; what cannot be read stays as it is."""
    if not PARTIAL_DATE.fullmatch(words) or len(words) == 4:
        return words
    known = known_language(language)
    if len(words) == 7:
        return format_date(date.fromisoformat(f"{words}-01"), "LLL y", locale=_LOCALES[known])
    day = last_day(words)
    return day_name(day, known, "full") if day else words


def last_day(words: str) -> date | None:
    """The last day a partial date may mean: the end of its year or month; None for anything else."""
    if not PARTIAL_DATE.fullmatch(words):
        return None
    year, month, day = (*(int(part) for part in words.split("-")), 0, 0)[:3]
    if not month:
        return date(year, 12, 31)
    first_after = date(year + month // 12, month % 12 + 1, 1)
    end = date.fromordinal(first_after.toordinal() - 1)
    return end.replace(day=min(day, end.day)) if day else end
