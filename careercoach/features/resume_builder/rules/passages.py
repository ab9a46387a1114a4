"""The passages of a record that can be rewritten, and the record with what was accepted in their place."""

import copy
import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from careercoach.features.resume_builder.rules.drafts import Tense
from careercoach.features.resume_builder.rules.grounding import Ground
from careercoach.features.resume_builder.rules.sheet import place_of, words_of
from careercoach.features.resume_builder.schemas import Kind

Json = dict[str, Any]
PASSAGES_MOST = 150
TEXT_MOST = 1_200
"""Letters of a passage; what is longer is no bullet and stays as it is."""


@dataclass(frozen=True)
class Spot:
    """One passage of the record. `key` stays the same while its words do, wherever its entry moves to."""

    key: str
    kind: Kind
    place: str
    text: str
    tense: Tense
    entry: str
    """All words of the entry it stands in."""

    def ground(self, resume: str) -> Ground:
        """What its new wording may rest on."""
        return Ground(self.text, resume if self.kind == "summary" else self.entry, resume)


def find_passages(record: Mapping[str, Any]) -> list[Spot]:
    """Summary, points and prose of the posts, texts of the projects, in the order of the resume."""
    found: list[Spot] = []
    seen: dict[str, int] = {}

    def note(text: str, kind: Kind, place: str, tense: Tense, entry: str) -> str:
        if len(text.split()) >= 3 and len(text) <= TEXT_MOST and len(found) < PASSAGES_MOST:
            base = hashlib.sha256(f"{kind}\n{text}".encode("utf-8", "replace")).hexdigest()[:12]
            seen[base] = seen.get(base, 0) + 1
            key = base if seen[base] == 1 else f"{base}-{seen[base]}"
            found.append(Spot(key, kind, place, text, tense, entry))
        return text

    _walk(record, note)
    return found


def with_texts(record: Mapping[str, Any], texts: Mapping[str, str]) -> Json:
    """The record with these wordings, by key; a wording of several lines gives several points."""
    seen: dict[str, int] = {}

    def put(text: str, kind: Kind, place: str, tense: Tense, entry: str) -> str:
        base = hashlib.sha256(f"{kind}\n{text}".encode("utf-8", "replace")).hexdigest()[:12]
        if len(text.split()) >= 3 and len(text) <= TEXT_MOST:
            seen[base] = seen.get(base, 0) + 1
        key = base if seen.get(base, 0) <= 1 else f"{base}-{seen[base]}"
        return texts.get(key, text)

    changed = copy.deepcopy(dict(record))
    _walk(changed, put)
    return changed


Visit = Callable[[str, Kind, str, Tense, str], str]


def _walk(record: Mapping[str, Any], visit: Visit) -> None:
    basics: Any = record.get("basics")
    if isinstance(basics, dict) and (summary := words_of(basics.get("summary"))):  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
        said = visit(summary, "summary", "", "none", "")
        if said != summary:
            basics["summary"] = " ".join(said.split("\n"))
    for entry in _entries(record, "work"):
        place = ", ".join(filter(None, (words_of(entry.get("position")), words_of(entry.get("name")))))
        tense: Tense = "past" if entry.get("endDate") or not entry.get("startDate") else "present"
        _visit_entry(entry, visit, "bullet", "about", "summary", place, tense)
    for entry in _entries(record, "projects"):
        place = words_of(entry.get("name"))
        _visit_entry(
            entry, visit, "project", "project", "description", place, "past" if entry.get("endDate") else "none"
        )


def _visit_entry(entry: Json, visit: Visit, point: Kind, prose: Kind, field: str, place: str, tense: Tense) -> None:
    told = entry_text(entry)
    if text := words_of(entry.get(field)):
        said = visit(text, prose, place, "none" if prose == "about" else tense, told)
        if said != text:
            entry[field] = " ".join(said.split("\n"))
    points: Any = entry.get("highlights")
    if not isinstance(points, list):
        return
    new: list[Any] = []
    for item in points:  # pyright: ignore[reportUnknownVariableType]
        text = words_of(item)
        said = visit(text, point, place, tense, told) if text else text
        new += said.split("\n") if text and said != text else [item]
    if new != points:
        entry["highlights"] = new


def _entries(record: Mapping[str, Any], name: str) -> Iterator[Json]:
    found: Any = record.get(name)
    if isinstance(found, list):
        yield from (entry for entry in found if isinstance(entry, dict))  # pyright: ignore[reportUnknownVariableType]


def entry_text(entry: Mapping[str, Any]) -> str:
    """The words of a post or project, line by line."""
    lines = [words_of(entry.get(name)) for name in ("position", "name", "entity", "summary", "description")]
    lines.append(place_of(entry.get("location")))
    for name in ("highlights", "keywords", "roles"):
        listed: Any = entry.get(name)
        lines += [words_of(item) for item in listed] if isinstance(listed, list) else []  # pyright: ignore[reportUnknownVariableType]
    return "\n".join(line for line in lines if line)


def record_text(record: Any) -> str:
    """Every word of a record, line by line; what is hidden in `meta` does not count."""
    if isinstance(record, Mapping):
        return "\n".join(record_text(value) for name, value in record.items() if name not in ("meta", "$schema"))  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(record, list):
        return "\n".join(record_text(item) for item in record)  # pyright: ignore[reportUnknownVariableType]
    return words_of(record)
