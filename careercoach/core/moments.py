"""A moment as a person's own clock shows it, in each language."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from uuid import UUID

from pydantic import BaseModel

from careercoach.core.clock import local_date
from careercoach.core.dates import day_name, time_name
from careercoach.core.identity import current_person
from careercoach.core.texts import LANGUAGES

ZoneFinder = Callable[[UUID], Awaitable[str]]
_find_zone: ZoneFinder | None = None


class Moment(BaseModel):
    """A time on the looker's own clock in each language, so that switching needs no round trip; `exact` is UTC, ISO
    8601, empty for never."""

    en: str = ""
    hi: str = ""
    es: str = ""
    exact: str = ""


def moment(at: datetime | None, zone: str) -> Moment:
    """A time as the clocks of `zone` show it: "21 November 2026, 18:30"."""
    if at is None:
        return Moment()
    day = local_date(at, zone)
    words = {code: f"{day_name(day, code, 'full')}, {time_name(at, zone, code)}" for code in LANGUAGES}
    return Moment(**words, exact=at.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z"))


def find_zones_with(finder: ZoneFinder) -> None:
    """Say how a person's time zone is found (the profiles room knows; rooms below it ask here)."""
    global _find_zone
    _find_zone = finder


async def own_zone() -> str:
    """The time zone of the person who asks, "UTC" while nobody can tell. Raises SignInNeededError for strangers."""
    person = current_person()
    return await _find_zone(person.id) if _find_zone is not None else "UTC"
