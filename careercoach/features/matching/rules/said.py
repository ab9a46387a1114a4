"""What the person said about their skills on the profile page: it counts over what is read from their texts."""

from collections.abc import Mapping
from typing import Any

from careercoach.content.scan import find_skills
from careercoach.content.shapes import Level
from careercoach.features.matching.rules.pieces import entries, strings, words_of
from careercoach.features.matching.schemas import ProfileEdits

LEVELS: dict[str, Level] = {
    "beginner": "basic",
    "intermediate": "working",
    "advanced": "strong",
    "expert": "strong",
}


def said_by_person(resume: Mapping[str, Any]) -> ProfileEdits | None:
    """Levels and last uses from `x-said` of the skills, and skills they do not have (`x-notMySkills`) unless they list
    them; None when they said nothing."""
    edits = ProfileEdits()
    for entry in entries(resume, "skills"):
        said: Any = entry.get("x-said")
        for name, facts in said.items() if isinstance(said, Mapping) else ():  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
            slug = _slug(words_of(name))
            if slug and isinstance(facts, Mapping):
                _note(edits, slug, facts)  # pyright: ignore[reportUnknownArgumentType]
    if gone := {slug for name in strings(resume, "x-notMySkills") if (slug := _slug(name))}:
        edits.removed = sorted(gone - _listed(resume))
    return edits if edits.levels or edits.last_used or edits.removed else None


def _note(edits: ProfileEdits, slug: str, facts: Mapping[str, Any]) -> None:
    level = LEVELS.get(words_of(facts.get("level")).casefold())
    if level:
        edits.levels[slug] = level
    year = words_of(facts.get("lastUsed"))[:4]
    if year.isascii() and year.isdecimal() and len(year) == 4:
        edits.last_used[slug] = int(year)


_AS_ITEM = "Skills: {name}, SQL, Python"
"""A name that is also a plain word counts in a list of skills: that is where it stands."""
_START = _AS_ITEM.index("{")


def _slug(name: str) -> str:
    """The skill that a name as a whole means; empty when it means none."""
    end = _START + len(name)
    inside = [found for found in find_skills(_AS_ITEM.format(name=name)) if found.end <= end]
    found = max(inside, key=lambda one: one.end - one.start, default=None)
    return found.slug if found and 2 * (found.end - found.start) >= len(name) else ""


def _listed(resume: Mapping[str, Any]) -> set[str]:
    names = [
        name
        for entry in entries(resume, "skills")
        for name in (words_of(entry.get("name")), *strings(entry, "keywords"))
    ]
    return {slug for name in names if (slug := _slug(name))}
