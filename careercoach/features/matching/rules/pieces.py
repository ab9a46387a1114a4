"""A JSON Resume laid out as lines, each knowing which part of the life it tells of."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, NamedTuple

from careercoach.features.matching.schemas import Where

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2}))?(?:-(\d{1,2}))?")


_SPELLS: tuple[tuple[str, Where], ...] = (("work", "work"), ("volunteer", "other"), ("projects", "project"))


class Piece(NamedTuple):
    """One line of the resume. `place` is the employer, project, school or issuer."""

    text: str
    where: Where
    place: str = ""
    start: date | None = None
    end: date | None = None
    is_title: bool = False


def words_of(value: Any) -> str:
    """A value of a foreign JSON file as one line; empty for anything that is no text or number."""
    if isinstance(value, str):
        return " ".join(value.split())
    return str(value) if isinstance(value, (int, float)) and not isinstance(value, bool) else ""


def entries(resume: Mapping[str, Any], section: str) -> list[Mapping[str, Any]]:
    """The entries of a section that are objects; foreign files hold anything."""
    found: Any = resume.get(section)
    items: list[Any] = list(found) if isinstance(found, list) else []  # pyright: ignore[reportUnknownArgumentType]
    return [item for item in items if isinstance(item, Mapping)]


def strings(entry: Mapping[str, Any], key: str) -> list[str]:
    """A list of texts under a key, each as one line; a single text counts as a list of one."""
    found: Any = entry.get(key)
    items: list[Any] = list(found) if isinstance(found, list) else [found]  # pyright: ignore[reportUnknownArgumentType]
    return [line for line in map(words_of, items) if line]


def read_date(value: Any, *, is_end: bool = False) -> date | None:
    """A JSON Resume date: year, year-month or full; a bare year ends in December when it is an end."""
    match = _DATE.match(words_of(value))
    if not match or not 1930 <= int(match[1]) <= 2100:
        return None
    month = int(match[2]) if match[2] else (12 if is_end else 1)
    return date(int(match[1]), min(max(month, 1), 12), 1)


def lay_out(resume: Mapping[str, Any]) -> list[Piece]:
    """All lines of the resume that say what the person did and can, in its own order; no name and no contact."""
    found: list[Piece] = []
    basics = resume.get("basics")
    if isinstance(basics, Mapping):
        head: Mapping[str, Any] = basics  # pyright: ignore[reportUnknownVariableType]
        found.append(Piece(words_of(head.get("label")), "summary", is_title=True))
        found.append(Piece(words_of(head.get("summary")), "summary"))
    for section, where in _SPELLS:
        for entry in entries(resume, section):
            found += _spell(entry, where)
    found += _learnt(resume)
    for entry in entries(resume, "skills"):
        name, level = words_of(entry.get("name")), words_of(entry.get("level"))
        keywords = ", ".join(strings(entry, "keywords"))
        title = f"{name} ({level})" if level else name
        found.append(Piece(f"{title}: {keywords}" if keywords else title, "skills"))
    for entry in entries(resume, "languages"):
        found.append(Piece(_row(entry, "language", "fluency"), "skills"))
    for section in ("awards", "publications", "interests"):
        for entry in entries(resume, section):
            line = _row(entry, "title", "name", "awarder", "publisher", "summary")
            found.append(Piece(", ".join([line, *strings(entry, "keywords")]), "other"))
    return [piece for piece in found if piece.text.strip(" ,:")]


def _spell(entry: Mapping[str, Any], where: Where) -> Iterable[Piece]:
    """A post or project: its title line, then what was done."""
    place = words_of(entry.get("name")) or words_of(entry.get("company")) or words_of(entry.get("organization"))
    start, end = read_date(entry.get("startDate")), read_date(entry.get("endDate"), is_end=True)
    title = words_of(entry.get("position"))
    yield Piece(title or (place if where == "project" else ""), where, place, start, end, is_title=where == "work")
    for line in (words_of(entry.get("description")), words_of(entry.get("summary")), *strings(entry, "highlights")):
        yield Piece(line, where, place, start, end)
    named = (*strings(entry, "keywords"), *strings(entry, "technologies"), *strings(entry, "x-skills"))
    yield Piece(", ".join(named), where, place, start, end)


def _learnt(resume: Mapping[str, Any]) -> Iterable[Piece]:
    for entry in entries(resume, "education"):
        school = words_of(entry.get("institution"))
        start, end = read_date(entry.get("startDate")), read_date(entry.get("endDate"), is_end=True)
        yield Piece(_row(entry, "studyType", "area"), "education", school, start, end)
        yield Piece(
            ", ".join([*strings(entry, "courses"), *strings(entry, "highlights"), *strings(entry, "x-skills")]),
            "education",
            school,
            start,
            end,
        )
    for entry in [*entries(resume, "certificates"), *entries(resume, "certifications")]:
        yield Piece(
            ", ".join([words_of(entry.get("name")), *strings(entry, "x-skills")]),
            "certificate",
            words_of(entry.get("issuer")),
            read_date(entry.get("date")),
            read_date(entry.get("date")),
        )


def _row(entry: Mapping[str, Any], *keys: str) -> str:
    return ", ".join(line for line in (words_of(entry.get(key)) for key in keys) if line)
