"""The sections of a record (a JSON Resume) and their fields, between the document and the forms people fill in.

What a form does not show stays in the document as it was. A skill is shown by itself with all that is known of it;
the document keeps skills under their headings (see `rules.skills`).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal, cast, get_args

from careercoach.core.errors import CoachError
from careercoach.core.partial_dates import dates_fit, read_partial_date
from careercoach.features.profiles.rules.roles import may_be_linked
from careercoach.features.profiles.rules.skills import flat_skills, objects_of, with_flat_skills
from careercoach.features.profiles.schemas import Json, Section

Kind = Literal["line", "text", "lines", "words", "date", "url", "mail", "level", "refs"]
"""`lines`: a list, one a line; `words`: a list, separated by commas; `refs`: entries that prove a skill."""
FIELD_MAX, LIST_MAX, ENTRIES_MAX = 4_000, 60, 200
LEVELS = ("Beginner", "Intermediate", "Advanced", "Expert")
SKILLS_FIELD = "x-skills"
"""Names of the skills that a post proves, a school gave or a certificate attests."""
EXPIRES_FIELD = "x-expires"
NEWEST_FIRST = ("work", "education", "projects", "volunteer", "certificates")


@dataclass(frozen=True)
class Field:
    """One field of a form; `needed` when an entry says nothing without it."""

    name: str
    kind: Kind = "line"
    needed: bool = False


def _fields(*specs: str) -> tuple[Field, ...]:
    """From "name*", "url:url", "highlights:lines"."""
    parts = [spec.partition(":") for spec in specs]
    return tuple(Field(name.rstrip("*"), cast(Kind, kind or "line"), name.endswith("*")) for name, _, kind in parts)


FIELDS: dict[Section, tuple[Field, ...]] = {
    "basics": _fields(
        "name*", "label", "email:mail", "phone", "url:url", "city", "region", "countryCode", "summary:text"
    ),
    "profiles": _fields("network*", "username", "url:url"),
    "work": _fields(
        "position*", "name", "location", "startDate:date", "endDate:date", "url:url", "summary:text",
        "highlights:lines", f"{SKILLS_FIELD}:words",
    ),
    "education": _fields(
        "institution*", "studyType", "area", "startDate:date", "endDate:date", "score", "url:url", "courses:lines",
        f"{SKILLS_FIELD}:words",
    ),
    "projects": _fields(
        "name*", "description:text", "startDate:date", "endDate:date", "url:url", "highlights:lines", "keywords:words"
    ),
    "certificates": _fields(
        "name*", "issuer", "date:date", f"{EXPIRES_FIELD}:date", "url:url", f"{SKILLS_FIELD}:words"
    ),
    "languages": _fields("language*", "fluency"),
    "skills": _fields("name*", "level:level", "category", "lastUsed:date", "evidence:refs"),
    "volunteer": _fields(
        "organization*", "position", "startDate:date", "endDate:date", "url:url", "summary:text", "highlights:lines"
    ),
    "awards": _fields("title*", "awarder", "date:date", "summary:text"),
    "publications": _fields("name*", "publisher", "releaseDate:date", "url:url", "summary:text"),
    "interests": _fields("name*", "keywords:words"),
    "references": _fields("name*", "reference:text"),
}  # fmt: skip
SECTIONS: tuple[Section, ...] = get_args(Section)
SPANS = (("startDate", "endDate"), ("date", EXPIRES_FIELD))
PLACE_FIELDS = ("city", "region", "countryCode")


class FieldsInvalidError(CoachError):
    """A form cannot be kept as it is: `problems` names the sentence for each field."""

    text_key = "profiles.record.check_fields"
    status = 422

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__()
        self.problems = problems


def entries_of(record: Mapping[str, Any], section: Section) -> list[Json]:
    """The entries of a section, copied; what is no object is left out. `basics` is one entry."""
    if section == "basics":
        return [dict(basics_of(record))]
    if section == "skills":
        return flat_skills(record)
    found: Any = basics_of(record).get("profiles") if section == "profiles" else record.get(section)
    return [dict(entry) for entry in objects_of(found)]


def basics_of(record: Mapping[str, Any]) -> Mapping[str, Any]:
    """The part about the person; empty when it is missing or broken."""
    found = record.get("basics")
    return cast(Mapping[str, Any], found) if isinstance(found, Mapping) else {}


def with_entries(record: Mapping[str, Any], section: Section, entries: list[Json]) -> Json:
    """The record with these entries in a section, everything else as it was. An emptied section goes."""
    if section == "skills":
        return with_flat_skills(record, entries)
    if section == "basics":
        return {**record, "basics": entries[0]}
    if section == "profiles":
        basics = {name: value for name, value in basics_of(record).items() if name != section or entries}
        return {**record, "basics": basics | ({"profiles": entries} if entries else {})}
    kept = {name: value for name, value in record.items() if name != section or entries}
    return kept | ({section: entries} if entries else {})


def words_of(value: object) -> str:
    """A value as text; lists become lines."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n".join(filter(None, (words_of(item) for item in cast(list[Any], value))))
    return "" if value is None or isinstance(value, (Mapping, bool)) else str(value)


def fields_of(section: Section, entry: Mapping[str, Any]) -> dict[str, str]:
    """What an entry says, field by field, as a form shows it."""
    return {field.name: _text(section, field, entry) for field in FIELDS[section]}


def _text(section: Section, field: Field, entry: Mapping[str, Any]) -> str:
    words = words_of(_value(section, entry, field.name))
    return ", ".join(words.splitlines()) if field.kind == "words" else words


def _value(section: Section, entry: Mapping[str, Any], name: str) -> Any:
    if section != "basics" or name not in PLACE_FIELDS:
        return entry.get(name)
    place = entry.get("location")
    if isinstance(place, Mapping):
        return cast(Mapping[str, Any], place).get(name)
    return place if name == "city" else None


def entry_from(section: Section, form: Mapping[str, str], before: Mapping[str, Any]) -> Json:
    """The entry that a form says, on the ground of what was there before. Raises FieldsInvalidError."""
    said = {field.name: _tidy(field, form.get(field.name, "")) for field in FIELDS[section]}
    shown = {field.name: _tidy(field, _text(section, field, before)) for field in FIELDS[section]}
    problems = _problems(section, said, shown)
    if problems:
        raise FieldsInvalidError(problems)
    entry = dict(before)
    for field in FIELDS[section]:
        # What nobody touched keeps its form in the document, also one of its own.
        if said[field.name] != shown[field.name]:
            _set(section, entry, field, said[field.name])
    return entry


def _tidy(field: Field, typed: str) -> str:
    typed = typed.replace("\r\n", "\n").replace("\x00", "").strip()[:FIELD_MAX]
    if field.kind == "date":
        return read_partial_date(typed) or typed
    if field.kind == "words":
        return ", ".join(_list(typed.replace(";", "\n").replace(",", "\n")))
    if field.kind in ("lines", "refs"):
        return "\n".join(_list(typed))
    return typed if field.kind == "text" else " ".join(typed.split())


def _list(words: str) -> list[str]:
    lines = (" ".join(line.split()) for line in words.splitlines())
    return list(dict.fromkeys(line for line in lines if line))[:LIST_MAX]


def _set(section: Section, entry: Json, field: Field, words: str) -> None:
    value: Any = words
    if field.kind == "words":
        value = words.split(", ") if words else []
    elif field.kind in ("lines", "refs"):
        value = words.splitlines()
    if section == "basics" and field.name in PLACE_FIELDS:
        found = entry.get("location")
        place: Json = dict(cast(Mapping[str, Any], found)) if isinstance(found, Mapping) else {"city": found or ""}
        place = {**place, field.name: value} if value else {key: place[key] for key in place if key != field.name}
        if place:
            entry["location"] = place
        else:
            entry.pop("location", None)
    elif value:
        entry[field.name] = value
    else:
        entry.pop(field.name, None)


def _problems(section: Section, said: Mapping[str, str], shown: Mapping[str, str]) -> dict[str, str]:
    found: dict[str, str] = {}
    for field in FIELDS[section]:
        words = said[field.name]
        if not words and field.needed:
            found[field.name] = "profiles.record.needed"
        elif words == shown[field.name]:
            continue  # whatever a foreign file says there, its owner did not touch it
        elif words and field.kind == "date" and read_partial_date(words) is None:
            found[field.name] = "profiles.record.bad_date"
        elif words and field.kind == "url" and not may_be_linked(words):
            found[field.name] = "profiles.record.bad_url"
        elif words and field.kind == "mail" and not _may_be_mail(words):
            found[field.name] = "profiles.record.bad_mail"
        elif words and field.kind == "level" and words not in LEVELS:
            found[field.name] = "profiles.record.bad_level"
    for start, end in SPANS:
        touched = any(said.get(name, "") != shown.get(name, "") for name in (start, end))
        if (
            touched
            and start not in found
            and end not in found
            and not dates_fit(said.get(start, ""), said.get(end, ""))
        ):
            found[end] = "profiles.record.ends_before"
    return found


def _may_be_mail(words: str) -> bool:
    name, _, host = words.rpartition("@")
    return bool(name) and "." in host and " " not in words
