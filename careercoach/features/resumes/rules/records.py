"""Between a JSON Resume and the form in which its owner checks it. Nothing that was read gets lost on the way."""

import re
from collections.abc import Mapping
from typing import Any, Literal
from uuid import uuid4

from careercoach.core.errors import InvalidInputError, NotFoundError
from careercoach.core.partial_dates import dates_fit, read_partial_date
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes.rules.spans import span_words
from careercoach.features.resumes.schemas import (
    Entry,
    FieldSource,
    Json,
    Line,
    OtherItem,
    ParsedResume,
    Post,
    RecordForm,
    Removed,
    School,
    SkillItem,
)

Part = Literal["basics", "work", "education"]
RemovablePart = Literal["work", "education", "skills", "others"]
SURE_FROM = 0.7
FIELD_MAX, ROWS_MAX, SKILLS_MAX = 4_000, 40, 200
QUOTE_MAX = 160
BASICS = ("name", "label", "email", "phone", "url", "summary")
OTHER_SECTIONS = (
    "projects",
    "volunteer",
    "certificates",
    "awards",
    "publications",
    "languages",
    "interests",
    "references",
)
_SHOWN = ("basics", "work", "education", "skills", *OTHER_SECTIONS)
_TITLES = ("name", "title", "organization", "language", "network", "reference")
_DETAILS = ("fluency", "issuer", "awarder", "publisher", "position", "description", "summary", "username", "url")


def new_key() -> str:
    """An id for a row of the form."""
    return uuid4().hex[:12]


class _Source:
    """Finds the words a field was read from."""

    def __init__(self, parsed: ParsedResume | None) -> None:
        self._text = parsed.text if parsed else ""
        self._found: dict[str, FieldSource] = {source.path: source for source in parsed.sources} if parsed else {}

    def line(self, path: str, value: object) -> Line:
        words = words_of(value)
        source = self._found.get(path)
        if source is None or not words:
            return Line(value=words)
        first = self._text.rfind("\n", 0, source.start) + 1
        last = self._text.find("\n", source.end)
        quote = self._text[first : last if last >= 0 else len(self._text)].strip()
        return Line(value=words, quote=quote[:QUOTE_MAX], page=source.page + 1, unsure=source.confidence < SURE_FROM)


def words_of(value: object) -> str:
    """A field as text; lists become lines."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list):
        return "\n".join(words for item in value if (words := words_of(item)))  # pyright: ignore[reportUnknownVariableType]
    return "" if value is None or isinstance(value, Mapping) else str(value)


def to_form(record: Mapping[str, Any], parsed: ParsedResume | None = None) -> RecordForm:
    """The form of a JSON Resume; with `parsed` each field knows the words it was read from."""
    source = _Source(parsed)
    said: Any = record.get("basics")
    basics: dict[str, Any] = dict(said) if isinstance(said, Mapping) else {}
    location = basics.pop("location", None)
    links = _entries(basics, "profiles")
    basics.pop("profiles", None)
    lines: dict[str, Any] = {name: source.line(f"basics.{name}", basics.pop(name, "")) for name in BASICS}
    return RecordForm(
        **lines,
        city=Line(value=_city(location)),
        basics=basics | ({"location": location} if isinstance(location, Mapping) else {}),
        work=[_post(entry, f"work[{n}]", source) for n, entry in enumerate(_entries(record, "work"))],
        education=[_school(entry, f"education[{n}]", source) for n, entry in enumerate(_entries(record, "education"))],
        skills=skills_of(record),
        others=[_other("profiles", entry) for entry in links] + _others(record),
        kept_skills=_entries(record, "skills"),
        rest={name: value for name, value in record.items() if name not in _SHOWN},
    )


def _entries(record: Mapping[str, Any], section: str) -> list[dict[str, Any]]:
    found: Any = record.get(section)
    if not isinstance(found, list):
        return []
    return [dict(entry) for entry in found if isinstance(entry, Mapping)]  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]


def _city(location: Any) -> str:
    if not isinstance(location, Mapping):
        return words_of(location)
    place: Mapping[str, Any] = location  # pyright: ignore[reportUnknownVariableType]
    parts = [words_of(place.get(name)) for name in ("city", "region", "countryCode")]
    return ", ".join(part for part in parts if part) or words_of(place.get("address"))


def _post(entry: dict[str, Any], path: str, source: _Source) -> Post:
    lines: dict[str, Any] = {
        name: source.line(f"{path}.{name}", entry.pop(name, ""))
        for name in ("position", "name", "location", "startDate", "endDate", "summary", "highlights")
    }
    return Post(id=new_key(), rest=entry, **lines)


def _school(entry: dict[str, Any], path: str, source: _Source) -> School:
    lines: dict[str, Any] = {
        name: source.line(f"{path}.{name}", entry.pop(name, ""))
        for name in ("studyType", "area", "institution", "startDate", "endDate")
    }
    return School(id=new_key(), rest=entry, **lines)


def skills_of(record: Mapping[str, Any]) -> list[SkillItem]:
    """Each skill once, with the heading it stands under."""
    found: dict[str, SkillItem] = {}
    for entry in _entries(record, "skills"):
        listed: Any = entry.get("keywords")
        words = [words_of(word) for word in listed] if isinstance(listed, list) else []  # pyright: ignore[reportUnknownVariableType]
        keywords = [word for word in words if word]
        group = words_of(entry.get("name")) if keywords else ""
        for name in keywords or [words_of(entry.get("name"))]:
            if name and name.casefold() not in found:
                found[name.casefold()] = SkillItem(id=new_key(), name=name, group=group)
    return list(found.values())


def _others(record: Mapping[str, Any]) -> list[OtherItem]:
    return [_other(section, entry) for section in OTHER_SECTIONS for entry in _entries(record, section)]


def _other(section: str, entry: Mapping[str, Any]) -> OtherItem:
    title = next((words for name in _TITLES if (words := words_of(entry.get(name)))), "")
    detail = next((words for name in _DETAILS if (words := words_of(entry.get(name))) and words != title), "")
    return OtherItem(id=new_key(), section=section, title=title[:200], detail=detail[:200], entry=dict(entry))


def to_record(form: RecordForm) -> Json:
    """The JSON Resume that the form says. Empty fields and empty entries are left out."""
    basics: Json = {**form.basics, **{name: getattr(form, name).value for name in BASICS}}
    if form.city.value and form.city.value != _city(form.basics.get("location")):
        before: Json = form.basics.get("location") or {}
        rest = {name: value for name, value in before.items() if name not in ("region", "countryCode")}
        basics["location"] = {**rest, "city": form.city.value}
    elif not form.city.value:
        basics.pop("location", None)
    basics["profiles"] = [item.entry for item in form.others if item.section == "profiles"]
    record: Json = {**form.rest, "basics": _full(basics), "work": [], "education": []}
    for part in ("work", "education"):
        entries: list[Entry] = getattr(form, part)
        record[part] = [entry for item in entries if (entry := _entry(item))]
    for section in OTHER_SECTIONS:
        if kept := [item.entry for item in form.others if item.section == section]:
            record[section] = kept
    return {"skills": [], **_with_skills(record, form)}


def _entry(item: Entry) -> Json:
    said: Json = {name: line.value for name in type(item).model_fields if isinstance(line := getattr(item, name), Line)}
    if "highlights" in said:
        said["highlights"] = [line.strip() for line in said["highlights"].splitlines() if line.strip()]
    said = _full(said)
    return {**item.rest, **said} if said else {}


def _full(entry: Json) -> Json:
    return {name: value for name, value in entry.items() if value not in ("", None, [], {})}


def _with_skills(record: Json, form: RecordForm) -> Json:
    """The record with the skills of the form, those it knew before with all that was said of them."""
    record = {**record, "skills": form.kept_skills}
    known = {skill["name"].casefold(): skill for skill in profiles.flat_skills(record)}
    return profiles.with_flat_skills(
        record, [known.get(skill.name.casefold()) or _new_skill(skill) for skill in form.skills]
    )


def _new_skill(skill: SkillItem) -> Json:
    return {"name": skill.name} | ({"category": skill.group} if skill.group else {})


# Changing the form


def shown(form: RecordForm) -> RecordForm:
    """The form as the browser needs it: without what it only carries along."""
    return form.model_copy(
        update={
            "basics": {},
            "rest": {},
            "kept_skills": [],
            "work": [post.model_copy(update={"rest": {}, "dates": span_words(post)}) for post in form.work],
            "education": [row.model_copy(update={"rest": {}, "dates": span_words(row)}) for row in form.education],
            "others": [item.model_copy(update={"entry": None}) for item in form.others],
        }
    )


def text_of(form: RecordForm) -> str:
    """All the words of the record, line by line."""
    lines = [form.label, form.summary, *(line for row in (*form.work, *form.education) for line in _lines(row))]
    words = [line.value for line in lines if line.value]
    words += [f"{item.title}\n{item.detail}" for item in form.others]
    return "\n".join([*words, ", ".join(skill.name for skill in form.skills)])


def _lines(row: Entry) -> list[Line]:
    return [line for name in type(row).model_fields if isinstance(line := getattr(row, name), Line)]


def edit(form: RecordForm, part: Part, item_id: str, field: str, value: str) -> None:
    """Set one field. It is now the person's own word. Raises NotFoundError for a row or field that is not there."""
    target: Any = form if part == "basics" else _row(form, part, item_id)
    line = getattr(target, field, None) if field in type(target).model_fields else None
    if not isinstance(line, Line):
        raise NotFoundError
    words = value.strip()[:FIELD_MAX]
    if field in ("startDate", "endDate"):
        words = read_partial_date(words) or words
    if words != line.value:
        setattr(target, field, Line(value=words))


def add_entry(form: RecordForm, part: Part) -> str:
    """A new empty row on top; its id."""
    rows: list[Any] = getattr(form, part)
    if len(rows) >= ROWS_MAX:
        raise InvalidInputError("resumes.too_many_rows")
    row = Post(id=new_key()) if part == "work" else School(id=new_key())
    rows.insert(0, row)
    return row.id


def add_skills(form: RecordForm, words: str) -> None:
    """Add skills separated by commas or lines; one that is there stays once."""
    known = {skill.name.casefold() for skill in form.skills}
    for name in re.split(r"[,;\n]+", words):
        name = " ".join(name.split())[:80]
        if name and name.casefold() not in known and len(form.skills) < SKILLS_MAX:
            known.add(name.casefold())
            form.skills.append(SkillItem(id=new_key(), name=name))


def remove(form: RecordForm, part: RemovablePart, item_id: str) -> None:
    """Take a row out; `undo` puts it back. Raises NotFoundError."""
    row = _row(form, part, item_id)
    rows: list[Any] = getattr(form, part)
    form.removed = Removed(part=part, place=rows.index(row), item=row.model_dump(), words=_words_for(row))
    rows.remove(row)


def undo(form: RecordForm) -> None:
    """Put back what was taken out last, where it was."""
    gone = form.removed
    if gone is None:
        return
    kinds: dict[str, type[Any]] = {"work": Post, "education": School, "skills": SkillItem, "others": OtherItem}
    rows: list[Any] = getattr(form, gone.part)
    rows.insert(min(gone.place, len(rows)), kinds[gone.part].model_validate(gone.item))
    form.removed = None


def wrong_dates(form: RecordForm) -> list[str]:
    """Rows whose dates cannot be read or run backwards, by id."""
    rows: list[Post | School] = [*form.work, *form.education]
    return [row.id for row in rows if not dates_fit(row.startDate.value, row.endDate.value)]


def _row(form: RecordForm, part: str, item_id: str) -> Any:
    for row in getattr(form, part):
        if row.id == item_id:
            return row
    raise NotFoundError


def _words_for(row: Any) -> str:
    if isinstance(row, Post | School):
        lines = (row.position, row.name) if isinstance(row, Post) else (row.studyType, row.institution)
        return ", ".join(line.value for line in lines if line.value)
    return row.name if isinstance(row, SkillItem) else row.title
