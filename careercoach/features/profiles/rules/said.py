"""Skills that the person says they do not have, whatever the texts of their record mention."""

from collections.abc import Iterable, Mapping
from typing import Any

from careercoach.features.profiles.rules.skills import items_of, text_of
from careercoach.features.profiles.schemas import Json

NOT_MINE = "x-notMySkills"
NAMES_MAX = 200


def not_mine(record: Mapping[str, Any]) -> list[str]:
    """Their names, in the order in which they were taken out."""
    return list(filter(None, map(text_of, items_of(record.get(NOT_MINE)))))


def with_not_mine(record: Mapping[str, Any], *, also: Iterable[str] = (), without: Iterable[str] = ()) -> Json:
    """The record with more or fewer such names."""
    counted = {name.casefold() for name in without}
    names = [name for name in dict.fromkeys([*not_mine(record), *also]) if name.casefold() not in counted]
    kept = {name: value for name, value in record.items() if name != NOT_MINE}
    return kept | ({NOT_MINE: names[-NAMES_MAX:]} if names else {})
