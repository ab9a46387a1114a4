"""Reading a JSON Resume of any program: checked for size, depth and kinds, old names turned into those of today.

Whatever the standard does not know is kept as it is.
"""

import json
import math
from collections.abc import Mapping
from typing import Any, cast

from careercoach.core.errors import InvalidInputError, TooLargeError
from careercoach.features.profiles.schemas import Json

MAX_BYTES = 500_000
MAX_DEPTH, MAX_VALUES, MAX_TEXT, MAX_ENTRIES = 12, 20_000, 20_000, 200
LISTS = (
    "work", "volunteer", "education", "awards", "certificates", "publications", "skills", "languages", "interests",
    "references", "projects",
)  # fmt: skip
TEXTS = (
    "name", "label", "email", "phone", "url", "summary", "position", "startDate", "endDate", "description", "institution",
    "area", "studyType", "organization", "title", "date", "awarder", "issuer", "publisher", "releaseDate", "level",
    "language", "fluency", "reference", "network", "username",
)  # fmt: skip
TEXT_LISTS = ("highlights", "keywords", "courses", "roles")
_OLD_NAMES = {
    "basics": {"picture": "image", "website": "url"},
    "work": {"company": "name", "website": "url"},
    "volunteer": {"website": "url"},
    "publications": {"website": "url"},
}


def read_json_resume(data: bytes) -> Json:
    """The record in a file. Raises InvalidInputError or TooLargeError with a sentence that names the place."""
    if len(data) > MAX_BYTES:
        raise TooLargeError("profiles.import.too_large", kilobytes=MAX_BYTES // 1000)
    try:
        found = json.loads(data.decode("utf-8-sig"), parse_constant=_refuse_constant)
    except RecursionError as error:
        raise InvalidInputError("profiles.import.too_deep", levels=MAX_DEPTH) from error
    except ValueError as error:
        raise InvalidInputError("profiles.import.not_json") from error
    check_record(found)
    record = _with_new_names(found)
    if not any(name in record for name in ("basics", *LISTS)):
        raise InvalidInputError("profiles.import.nothing")
    return record


def _refuse_constant(name: str) -> float:
    raise ValueError(name)


def check_record(found: Any) -> None:
    """Whether a value is a JSON Resume that we can keep. Raises InvalidInputError, which names the place."""
    if not isinstance(found, Mapping):
        raise InvalidInputError("profiles.import.not_object")
    record = cast(Mapping[str, Any], found)
    _check_value(record, "", MAX_DEPTH, [MAX_VALUES])
    basics = record.get("basics")
    if basics is not None:
        _check_entry(basics, "basics")
        if (location := basics.get("location")) is not None and not isinstance(location, Mapping | str):
            raise InvalidInputError("profiles.import.object_expected", place="basics.location")
        _check_list(basics.get("profiles"), "basics.profiles")
    for section in LISTS:
        _check_list(record.get(section), section)


def _check_list(found: Any, place: str) -> None:
    if found is None:
        return
    if not isinstance(found, list):
        raise InvalidInputError("profiles.import.list_expected", place=place)
    entries = cast(list[Any], found)
    if len(entries) > MAX_ENTRIES:
        raise InvalidInputError("profiles.import.too_many", place=place, n=MAX_ENTRIES)
    for at, entry in enumerate(entries):
        _check_entry(entry, f"{place}[{at}]")


def _check_entry(found: Any, place: str) -> None:
    if not isinstance(found, Mapping):
        raise InvalidInputError("profiles.import.object_expected", place=place)
    entry = cast(Mapping[str, Any], found)
    for name in TEXTS:
        if not isinstance(entry.get(name), str | int | float | None):
            raise InvalidInputError("profiles.import.text_expected", place=f"{place}.{name}")
    for name in TEXT_LISTS:
        value = entry.get(name)
        if value is not None and not isinstance(value, list):
            raise InvalidInputError("profiles.import.list_expected", place=f"{place}.{name}")
        for at, item in enumerate(cast(list[Any], value or [])):
            if not isinstance(item, str | int | float):
                raise InvalidInputError("profiles.import.text_expected", place=f"{place}.{name}[{at}]")


def _check_value(value: Any, place: str, depth: int, budget: list[int]) -> None:
    budget[0] -= 1
    if budget[0] < 0:
        raise InvalidInputError("profiles.import.too_many", place=place or "{}", n=MAX_VALUES)
    if depth == 0:
        raise InvalidInputError("profiles.import.too_deep", levels=MAX_DEPTH)
    if isinstance(value, str):
        _check_text(value, place)
    elif isinstance(value, float) and not math.isfinite(value):
        raise InvalidInputError("profiles.import.not_json")
    elif isinstance(value, int) and abs(value) > 10**18:
        raise InvalidInputError("profiles.import.number", place=place)
    elif isinstance(value, Mapping):
        for name, inner in cast(Mapping[str, Any], value).items():
            _check_text(name, place)
            _check_value(inner, f"{place}.{name[:40]}" if place else name[:40], depth - 1, budget)
    elif isinstance(value, list):
        for at, inner in enumerate(cast(list[Any], value)):
            _check_value(inner, f"{place}[{at}]", depth - 1, budget)


def _check_text(words: str, place: str) -> None:
    if len(words) > MAX_TEXT:
        raise InvalidInputError("profiles.import.too_long", place=place, n=MAX_TEXT)
    if "\x00" in words or any("\ud800" <= letter <= "\udfff" for letter in words):
        raise InvalidInputError("profiles.import.characters", place=place.encode("utf-8", "replace").decode())


def _with_new_names(record: Json) -> Json:
    """Files of JSON Resume 0.x call some things by other names."""
    turned = dict(record)
    for section, names in _OLD_NAMES.items():
        part: Any = turned.get(section)
        if isinstance(part, list):
            turned[section] = [_renamed(cast(Json, entry), names) for entry in cast(list[Any], part)]
        elif isinstance(part, Mapping):
            turned[section] = _renamed(dict(cast(Json, part)), names)
    return turned


def _renamed(entry: Json, names: Mapping[str, str]) -> Json:
    """Keys in their order; an old name gives way when the new one is there."""
    return {(names[key] if key in names and names[key] not in entry else key): value for key, value in entry.items()}
