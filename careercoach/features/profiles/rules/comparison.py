"""Two records of one person side by side: where they differ, and the record put together as the person chose.

Entries are matched by what names them, so that a corrected date is one difference and not a lost and a new post.
"""

import json
from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from careercoach.features.profiles.rules.sections import basics_of, entries_of, with_entries, words_of
from careercoach.features.profiles.rules.skills import flat_skills, items_of, objects_of, text_of
from careercoach.features.profiles.schemas import Difference, Json, ListSection, label_key

ALIKE_FROM = 0.75
SHOWN_MOST = 600
NEW_SKILLS = "skills:new"
LISTS: tuple[ListSection, ...] = (
    "work", "education", "projects", "volunteer", "certificates", "languages", "awards", "publications", "interests",
    "references", "profiles",
)  # fmt: skip
_NAMED_BY: dict[str, tuple[str, ...]] = {
    "work": ("position", "name"),
    "education": ("institution", "studyType"),
    "projects": ("name",),
    "volunteer": ("organization", "position"),
    "certificates": ("name",),
    "languages": ("language",),
    "awards": ("title", "awarder"),
    "publications": ("name",),
    "interests": ("name",),
    "references": ("name",),
    "profiles": ("network", "username"),
}
_PLACE = ("city", "region", "countryCode")


def compare(
    record: Mapping[str, Any], found: Mapping[str, Any], choices: Mapping[str, str] | None = None
) -> list[Difference]:
    """Each place where `found` says something else or something more than the record. What it leaves out stays.

    Where both say something, the record's words stay unless the person chooses; what only `found` says is proposed.
    Nothing counts before they confirm it.
    """
    differences = [*_basics(record, found), *_skills(record, found)]
    for section in LISTS:
        differences += _entries(record, found, section)
    differences += _others(record, found)
    for difference in differences:
        chosen = (choices or {}).get(difference.id)
        if chosen in ("kept", "found"):
            difference.take = "found" if chosen == "found" else "kept"
    return differences


def contrast(one: Mapping[str, Any], other: Mapping[str, Any]) -> list[Difference]:
    """Every difference both ways: `kept` is one's side, `found` the other's, empty where that side is silent."""
    back = [difference for difference in compare(other, one) if not difference.kept]
    for difference in back:
        difference.id, difference.kept, difference.found = f"one:{difference.id}", difference.found, ""
    return [*compare(one, other), *back]


def merge(record: Mapping[str, Any], found: Mapping[str, Any], choices: Mapping[str, str]) -> Json:
    """The record with every difference taken from `found` that the person chose, all else as it was.

    A record that is still empty becomes just what `found` is when all of it is taken, to the last unknown field.
    """
    differences = compare(record, found, choices)
    taken = {difference.id for difference in differences if difference.take == "found"}
    if differences and not any(record.values()) and len(taken) == len(differences):
        return dict(found)
    merged: Json = dict(record)
    for part, name in ((part, name) for place in taken for part, _, name in [place.partition(":")]):
        if part == "basics":
            merged["basics"] = {**basics_of(merged), name: basics_of(found)[name]}
        elif part == "other":
            merged[name] = found[name]
    if NEW_SKILLS in taken:
        merged["skills"] = _with_new(record, _new_skills(record, found))
    for section in LISTS:
        entries = _merged(record, found, section, taken)
        if entries != entries_of(record, section):
            merged = with_entries(merged, section, entries)
    return merged


def _merged(record: Mapping[str, Any], found: Mapping[str, Any], section: ListSection, taken: set[str]) -> list[Json]:
    mine, new = entries_of(record, section), list[tuple[int, Json]]()
    merged = [dict(entry) for entry in mine]
    for at, entry in enumerate(entries_of(found, section)):
        twin = _twin(mine, entry, section)
        if twin is not None:
            merged[twin] |= {name: entry[name] for name in entry if f"{section}:{at}.{name}" in taken}
        elif f"{section}:{at}" in taken:
            new.append((at, entry))
    for at, entry in new:
        merged.insert(min(at, len(merged)), entry)
    return merged


def _basics(record: Mapping[str, Any], found: Mapping[str, Any]) -> list[Difference]:
    mine, theirs = basics_of(record), basics_of(found)
    names = [name for name in theirs if name != "profiles" and _says_else(theirs[name], mine.get(name))]
    return [_difference(f"basics:{name}", "basics", name, mine.get(name), theirs[name]) for name in names]


def _skills(record: Mapping[str, Any], found: Mapping[str, Any]) -> list[Difference]:
    known = {skill["name"].casefold() for skill in flat_skills(record)}
    new = [skill["name"].replace(", ", " ") for skill in flat_skills(found) if skill["name"].casefold() not in known]
    return [_difference(NEW_SKILLS, "skills", "", "", ", ".join(new))] if new else []


def _new_skills(record: Mapping[str, Any], found: Mapping[str, Any]) -> list[Json]:
    """The entries of `found` with only the skills that the record does not name."""
    known = {skill["name"].casefold() for skill in flat_skills(record)}
    new: list[Json] = []
    for entry in objects_of(found.get("skills")):
        words = items_of(entry.get("keywords"))
        if words:
            left = [word for word in words if isinstance(word, str) and word.strip().casefold() not in known]
            new += [{**entry, "keywords": left}] if left else []
        elif text_of(entry.get("name")).casefold() not in known:
            new.append(dict(entry))
    return new


def _with_new(record: Mapping[str, Any], new: list[Json]) -> list[Any]:
    """The skills of the record and the new ones, those under a heading that the record has too among its own."""
    skills = list(items_of(record.get("skills")))
    for entry in new:
        here = [n for n, known in enumerate(skills) if _is_heading(known, entry)]
        if here and entry.get("keywords"):
            said = {**entry.get("x-said", {}), **skills[here[0]].get("x-said", {})}
            words = [*skills[here[0]]["keywords"], *entry["keywords"]]
            skills[here[0]] = {**entry, **skills[here[0]], "keywords": words} | ({"x-said": said} if said else {})
        else:
            skills.append(entry)
    return skills


def _is_heading(known: Any, entry: Json) -> bool:
    heading = next(iter(objects_of([known])), {})
    return bool(heading.get("keywords")) and heading.get("name") == entry.get("name")


def _entries(record: Mapping[str, Any], found: Mapping[str, Any], section: ListSection) -> list[Difference]:
    differences: list[Difference] = []
    mine = entries_of(record, section)
    for at, entry in enumerate(entries_of(found, section)):
        here = _twin(mine, entry, section)
        if here is None:
            differences.append(_difference(f"{section}:{at}", section, "", None, _summary(entry, section)))
            continue
        twin = mine[here]
        for name in entry:
            if _says_else(entry[name], twin.get(name)):
                place, title = f"{section}:{at}.{name}", _title(twin, section)
                differences.append(_difference(place, section, name, twin.get(name), entry[name], title))
    return differences


def _others(record: Mapping[str, Any], found: Mapping[str, Any]) -> list[Difference]:
    """What no section of ours holds: data of other programs."""
    names = [name for name in found if name not in ("basics", "skills", *LISTS)]
    changed = [name for name in names if _says_else(found[name], record.get(name))]
    return [_difference(f"other:{name}", "other", name, record.get(name), found[name]) for name in changed]


def _difference(place: str, section: str, field: str, kept: Any, found: Any, entry: str = "") -> Difference:
    ours, theirs = _told(kept), _told(found)
    if ours == theirs and ours:
        ours, theirs = _raw(kept), _raw(found)
    take = "kept" if ours else "found"
    label = label_key(section, field)
    return Difference(
        id=place, section=section, field=field, label=label, entry=entry, kept=ours, found=theirs, take=take
    )


def _is_blank(value: Any) -> bool:
    return value in (None, "", [], {}) or (isinstance(value, str) and not value.strip())


def _says_else(value: Any, mine: Any) -> bool:
    """Whether a value is more than nothing and not what the record says already, whatever its spaces."""
    if _is_blank(value) or value == mine:
        return False
    return not words_of(value) or words_of(value) != words_of(mine)


def _told(value: Any) -> str:
    if isinstance(value, Mapping):
        place = [text_of(value.get(name)) for name in _PLACE]  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        return ", ".join(part for part in place if part) or ("" if _is_blank(value) else _raw(value))
    return words_of(value)[:SHOWN_MOST] or ("" if _is_blank(value) else _raw(value))


def _raw(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)[:SHOWN_MOST]


def find_twin(entries: list[Json], entry: Mapping[str, Any], section: str) -> int | None:
    """Where the entry stands that means the same as one that was changed meanwhile."""
    if section == "basics":
        return 0
    if section == "skills":
        names = [text_of(other.get("name")).casefold() for other in entries]
        wanted = text_of(entry.get("name")).casefold()
        return names.index(wanted) if wanted in names else None
    return _twin(entries, entry, section)


def _twin(entries: list[Json], entry: Mapping[str, Any], section: str) -> int | None:
    """Where the entry stands that means the same post, school or project."""
    if entry in entries:
        return entries.index(dict(entry))
    likeness = [_likeness(other, entry, section) for other in entries]
    best = max(likeness, default=0.0)
    return likeness.index(best) if best >= ALIKE_FROM else None


def _likeness(one: Mapping[str, Any], other: Mapping[str, Any], section: str) -> float:
    left, right = (_title(entry, section).casefold() for entry in (one, other))
    if not left or not right:
        return 0.0
    same_start = text_of(one.get("startDate"))[:4] == text_of(other.get("startDate"))[:4]
    # The same post held twice is two entries: of two as alike, the one that began in the same year is meant.
    return SequenceMatcher(None, left, right).ratio() + (0.01 if same_start else 0.0)


def _title(entry: Mapping[str, Any], section: str) -> str:
    return ", ".join(words for name in _NAMED_BY[section] if (words := text_of(entry.get(name))))


def _summary(entry: Json, section: str) -> str:
    dates = [text_of(entry.get(name)) for name in ("startDate", "endDate", "date", "releaseDate")]
    words = [_title(entry, section), *dates, text_of(entry.get("url")) if section == "profiles" else ""]
    return " · ".join(word for word in words if word) or _raw(entry)
