"""Two records of one person side by side: where they differ, and the record put together as the person chose."""

from collections.abc import Mapping
from difflib import SequenceMatcher
from typing import Any

from careercoach.features.resumes.rules.records import BASICS, skills_of, words_of
from careercoach.features.resumes.schemas import Difference, Json

ALIKE_FROM = 0.75
KEPT, FOUND = "kept", "found"
_ENTRY_FIELDS = {
    "work": ("position", "name", "startDate", "endDate", "summary", "highlights"),
    "education": ("studyType", "area", "institution", "startDate", "endDate"),
}
_NAMED_BY = {"work": ("position", "name"), "education": ("institution", "studyType")}


def compare(
    record: Mapping[str, Any], found: Mapping[str, Any], choices: Mapping[str, str] | None = None
) -> list[Difference]:
    """Each place where `found` says something else or something more than the record. What it leaves out stays.

    Where both say something, the record's words stay unless the person chooses; what only `found` says is proposed.
    Nothing counts before they confirm it.
    """
    differences = [*_basics(record, found), *_skills(record, found)]
    for part in _ENTRY_FIELDS:
        differences += _entries(record, found, part)
    for difference in differences:
        chosen = (choices or {}).get(difference.id)
        if chosen in (KEPT, FOUND):
            difference.take = FOUND if chosen == FOUND else KEPT
    return differences


def merge(record: Mapping[str, Any], found: Mapping[str, Any], choices: Mapping[str, str]) -> Json:
    """The record with every difference taken from `found` that the person chose."""
    merged: Json = {**record, "basics": dict(record.get("basics") or {})}
    for part in ("work", "education", "skills"):
        merged[part] = [dict(entry) for entry in record.get(part) or []]
    for difference in compare(record, found, choices):
        if difference.take == FOUND:
            _take(merged, found, difference)
    return merged


def _take(record: Json, found: Mapping[str, Any], difference: Difference) -> None:
    part, _, place = difference.id.partition(":")
    if part == "basics":
        record["basics"][place] = (found.get("basics") or {}).get(place)
    elif part == "skills":
        record["skills"] += [{"name": name} for name in difference.found.split(", ")]
    else:
        at, _, name = place.partition(".")
        entry = found[part][int(at)]
        twin = _twin(record[part], entry, part)
        if twin is None:
            record[part].insert(min(int(at), len(record[part])), dict(entry))
        else:
            twin[name] = entry.get(name)


def _difference(place: str, part: str, kept: str, found: str) -> Difference:
    return Difference(id=place, part=part, kept=kept, found=found, take=KEPT if kept else FOUND)


def _basics(confirmed: Mapping[str, Any], found: Mapping[str, Any]) -> list[Difference]:
    mine: Mapping[str, Any] = confirmed.get("basics") or {}
    theirs: Mapping[str, Any] = found.get("basics") or {}
    pairs = [(name, words_of(mine.get(name)), words_of(theirs.get(name))) for name in BASICS]
    return [_difference(f"basics:{name}", name, kept, new) for name, kept, new in pairs if new and new != kept]


def _skills(confirmed: Mapping[str, Any], found: Mapping[str, Any]) -> list[Difference]:
    known = {skill.name.casefold() for skill in skills_of(confirmed)}
    new = [skill.name for skill in skills_of(found) if skill.name.casefold() not in known]
    return [_difference("skills:new", "skills", "", ", ".join(name.replace(", ", " ") for name in new))] if new else []


def _entries(confirmed: Mapping[str, Any], found: Mapping[str, Any], part: str) -> list[Difference]:
    differences: list[Difference] = []
    mine: list[Json] = list(confirmed.get(part) or [])
    for at, entry in enumerate(found.get(part) or []):
        twin = _twin(mine, entry, part)
        if twin is None:
            differences.append(_difference(f"{part}:{at}", part, "", _told(entry, part)))
            continue
        for name in _ENTRY_FIELDS[part]:
            kept, new = words_of(twin.get(name)), words_of(entry.get(name))
            if new and new != kept:
                differences.append(_difference(f"{part}:{at}.{name}", f"{part}_{name}", kept, new))
    return differences


def _twin(entries: list[Json], entry: Mapping[str, Any], part: str) -> Json | None:
    """The entry that means the same post or school."""
    best = max(entries, key=lambda other: _likeness(other, entry, part), default=None)
    return best if best is not None and _likeness(best, entry, part) >= ALIKE_FROM else None


def _likeness(one: Mapping[str, Any], other: Mapping[str, Any], part: str) -> float:
    left, right = (" ".join(words_of(entry.get(name)) for name in _NAMED_BY[part]).casefold() for entry in (one, other))
    return SequenceMatcher(None, left, right).ratio() if left.strip() and right.strip() else 0.0


def _told(entry: Mapping[str, Any], part: str) -> str:
    words = [words_of(entry.get(name)) for name in (*_NAMED_BY[part], "startDate", "endDate")]
    return " · ".join(word for word in words if word)
