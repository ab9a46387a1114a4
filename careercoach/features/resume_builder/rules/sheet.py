"""A resume as it is set on paper: one column of sections, the same for every format it leaves in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from careercoach.core.texts import text
from careercoach.core.urls import safe_url

Json = dict[str, Any]
MONTHS = {
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    "es": ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    "hi": (
        "जनवरी", "फ़रवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
    ),
}  # fmt: skip
DASH = " – "
_IN = {"en": " in ", "es": " en ", "hi": ", "}
"""Between a degree and its subject."""
_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")
_TITLED = {
    "certificates": ("name", "issuer", "date"),
    "awards": ("title", "awarder", "date"),
    "publications": ("name", "publisher", "releaseDate"),
}


@dataclass
class Entry:
    """A post, a school, a project, a certificate."""

    title: str
    when: str = ""
    place: str = ""
    """Employer, school, issuer."""
    where: str = ""
    """City."""
    url: str = ""
    notes: list[str] = field(default_factory=list[str])
    points: list[str] = field(default_factory=list[str])


@dataclass
class Group:
    """Words under a name, or alone when it has none: skills, languages, interests."""

    name: str
    words: list[str]


@dataclass
class Section:
    """One part of the sheet; only what it has is filled."""

    kind: str
    title: str
    prose: list[str] = field(default_factory=list[str])
    entries: list[Entry] = field(default_factory=list[Entry])
    groups: list[Group] = field(default_factory=list[Group])

    @property
    def is_empty(self) -> bool:
        """Nothing to set."""
        return not (self.prose or self.entries or self.groups)


@dataclass
class Sheet:
    """The whole resume."""

    language: str
    name: str
    label: str
    contacts: list[str]
    sections: list[Section]


def make_sheet(record: Mapping[str, Any], language: str) -> Sheet:
    """The sheet of a JSON Resume, its headings and months in `language` (that of the resume)."""
    said: Any = record.get("basics")
    basics: Mapping[str, Any] = said if isinstance(said, Mapping) else {}
    summary = words_of(basics.get("summary"))
    sections = [
        Section("summary", _title("summary", language), prose=[summary] if summary else []),
        Section(
            "work", _title("work", language), entries=[_post(entry, language) for entry in _entries(record, "work")]
        ),
        Section(
            "projects",
            _title("projects", language),
            entries=[_project(entry, language) for entry in _entries(record, "projects")],
        ),
        Section(
            "education",
            _title("education", language),
            entries=[_school(entry, language) for entry in _entries(record, "education")],
        ),
        Section("skills", _title("skills", language), groups=_skills(record)),
        *(_titled(record, kind, language) for kind in _TITLED),
        Section("languages", _title("languages", language), groups=_languages(record)),
        Section(
            "volunteer",
            _title("volunteer", language),
            entries=[
                _post(entry | {"name": entry.get("organization", "")}, language)
                for entry in _entries(record, "volunteer")
            ],
        ),
        Section("interests", _title("interests", language), groups=_groups(_entries(record, "interests"))),
        Section("references", _title("references", language), prose=_references(record)),
    ]
    kept = [section for section in sections if not section.is_empty]
    return Sheet(language, words_of(basics.get("name")), words_of(basics.get("label")), _contacts(basics), kept)


def words_of(value: Any) -> str:
    """A field as one line of text; whatever is no text or number is nothing."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(str(value).split())


def _entries(record: Mapping[str, Any], name: str) -> list[dict[str, Any]]:
    found: Any = record.get(name)
    return [dict(entry) for entry in found if isinstance(entry, Mapping)] if isinstance(found, list) else []  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _lines(value: Any) -> list[str]:
    """The lines of a list of texts; a text with line breaks gives several."""
    items: list[Any] = value if isinstance(value, list) else [value]  # pyright: ignore[reportUnknownVariableType]
    texts = [item for item in items if isinstance(item, str)]
    return [line for item in texts for part in item.splitlines() if (line := words_of(part))]


def _title(kind: str, language: str) -> str:
    return text(f"resume_builder.paper.{kind}", language)


def _contacts(basics: Mapping[str, Any]) -> list[str]:
    shown = [words_of(basics.get(name)) for name in ("email", "phone")]
    shown.append(place_of(basics.get("location")))
    own = words_of(basics.get("url"))
    shown += [own] if safe_url(own) else []
    links = [words_of(one.get("url")) for one in _entries(basics, "profiles")]
    shown += [re.sub(r"^https?://(?:www\.)?|/$", "", link) for link in links if safe_url(link)]
    return list(dict.fromkeys(one for one in shown if one))


def place_of(location: Any) -> str:
    """The place as one line; the street stays off the sheet."""
    if not isinstance(location, Mapping):
        return words_of(location)
    place: Mapping[str, Any] = location  # pyright: ignore[reportUnknownVariableType]
    parts = [words_of(place.get(name)) for name in ("city", "region", "countryCode")]
    return ", ".join(part for part in parts if part)


def _post(entry: dict[str, Any], language: str) -> Entry:
    title, place = words_of(entry.get("position")), words_of(entry.get("name"))
    return Entry(
        title=title or place,
        when=period(entry, language),
        place=place if title else "",
        where=place_of(entry.get("location")),
        url=_url(entry),
        notes=_lines(entry.get("summary")),
        points=_lines(entry.get("highlights")),
    )


def _project(entry: dict[str, Any], language: str) -> Entry:
    tools = [words_of(word) for word in _listed(entry, "keywords")]
    notes = _lines(entry.get("description"))
    if any(tools):
        notes.append(", ".join(filter(None, tools)))
    return Entry(
        title=words_of(entry.get("name")) or words_of(entry.get("entity")),
        when=period(entry, language, is_open=False),
        url=_url(entry),
        notes=notes,
        points=_lines(entry.get("highlights")),
    )


def _school(entry: dict[str, Any], language: str) -> Entry:
    degree = _IN[language].join(filter(None, (words_of(entry.get("studyType")), words_of(entry.get("area")))))
    school = words_of(entry.get("institution"))
    score = words_of(entry.get("score"))
    return Entry(
        title=degree or school,
        when=period(entry, language),
        place=school if degree else "",
        url=_url(entry),
        notes=[text("resume_builder.paper.score", language, score=score)] if score else [],
        points=_lines(entry.get("courses")),
    )


def _titled(record: Mapping[str, Any], kind: str, language: str) -> Section:
    name, giver, date = _TITLED[kind]
    entries = [
        Entry(
            title=words_of(entry.get(name)),
            when=date_words(words_of(entry.get(date)), language),
            place=words_of(entry.get(giver)),
            url=_url(entry),
            notes=_lines(entry.get("summary")),
        )
        for entry in _entries(record, kind)
    ]
    return Section(kind, _title(kind, language), entries=[entry for entry in entries if entry.title])


def _listed(entry: Mapping[str, Any], name: str) -> list[Any]:
    found: Any = entry.get(name)
    return list(found) if isinstance(found, list) else []  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]


def _groups(entries: list[dict[str, Any]]) -> list[Group]:
    """Single words first, in one row; then the named groups."""
    alone: list[str] = []
    named: list[Group] = []
    for entry in entries:
        name = words_of(entry.get("name"))
        words = [word for item in _listed(entry, "keywords") if (word := words_of(item))]
        if words:
            named.append(Group(name, words))
        elif name:
            alone.append(name)
    return [*([Group("", alone)] if alone else []), *named]


def _skills(record: Mapping[str, Any]) -> list[Group]:
    return _groups(_entries(record, "skills"))


def _languages(record: Mapping[str, Any]) -> list[Group]:
    return [
        Group(name, [fluency] if (fluency := words_of(entry.get("fluency"))) else [])
        for entry in _entries(record, "languages")
        if (name := words_of(entry.get("language")))
    ]


def _references(record: Mapping[str, Any]) -> list[str]:
    found = _entries(record, "references")
    return [
        DASH.join(filter(None, (words_of(one.get("reference")), words_of(one.get("name")))))
        for one in found
        if words_of(one.get("reference"))
    ]


def _url(entry: Mapping[str, Any]) -> str:
    url = words_of(entry.get("url"))
    return url if safe_url(url) else ""


def period(entry: Mapping[str, Any], language: str, *, is_open: bool = True) -> str:
    """ "Jan 2022 – Present"; a start alone means until today when `is_open`."""
    start, end = (date_words(words_of(entry.get(name)), language) for name in ("startDate", "endDate"))
    if start and not end:
        return DASH.join((start, text("resume_builder.paper.present", language))) if is_open else start
    return DASH.join(filter(None, (start, end)))


def date_words(date: str, language: str) -> str:
    """ "2022", "Jan 2022" or "15 Jan 2022"; what is no date stays as it is."""
    match = _DATE.fullmatch(date)
    if not match or (match[2] and not 1 <= int(match[2]) <= 12):
        return date
    month = MONTHS[language][int(match[2]) - 1] if match[2] else ""
    return " ".join(filter(None, (str(int(match[3])) if match[3] else "", month, match[1])))
