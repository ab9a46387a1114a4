"""Which learning material suits a person for a skill at a level."""

from collections.abc import Sequence
from functools import cache
from typing import Literal

from careercoach.content import load
from careercoach.content.graph import graph, level_index
from careercoach.content.shapes import Level, Resource

FORMATS = {
    "video": ("video", "course"),
    "article": ("article", "documentation", "book"),
    "interactive": ("interactive", "practice", "course"),
}
"""What counts as each preferred format, the closest first."""
OWN_LANGUAGE, ENGLISH = 60, 20
FORMAT, NEAR_FORMAT, STYLE = 25, 15, 10
LEVEL = (20, 5, -15)
"""By how many levels the material is off."""
PRICE = {"free": 10, "freemium": 6, "paid": 0}
PRACTICE = 40
SPECIFIC = 6
SHOWN = 3

Use = Literal["learn", "practise"]


@cache
def _by_skill() -> dict[str, list[Resource]]:
    found: dict[str, list[Resource]] = {}
    for slug in load.resources():
        resource = load.resources()[slug]
        for skill in resource.skills:
            found.setdefault(skill, []).append(resource)
    return found


def choose_resources(
    skill: str, level: Level, *, language: str, format: str, learning_type: str, use: Use = "learn"
) -> list[Resource]:
    """The material for a skill, best first.

    The person's own language counts most, then the level, the preferred format, the way of learning and the price.
    Material in a language that is neither the person's nor English is only taken when there is nothing else. A
    skill without material of its own borrows that of the nearest broader skill.
    """
    for source in (skill, *graph().parents(skill)):
        known = _by_skill().get(source, [])
        if known:
            break
    else:
        return []
    readable = [resource for resource in known if resource.language in (language, "en")] or known

    def score(resource: Resource) -> float:
        return _score(resource, level, language, format, learning_type, use)

    return sorted(readable, key=lambda resource: (-score(resource), resource.minutes, resource.slug))


def _score(resource: Resource, level: Level, language: str, format: str, learning_type: str, use: Use) -> float:
    score = float(OWN_LANGUAGE if resource.language == language else ENGLISH)
    score += LEVEL[abs(level_index(resource.level) - level_index(level))]
    liked: Sequence[str] = FORMATS.get(format, ())
    if resource.format in liked:
        score += FORMAT if resource.format == liked[0] else NEAR_FORMAT
    if learning_type != "mixed" and resource.style == learning_type:
        score += STYLE
    if use == "practise" and (resource.format in ("practice", "interactive") or resource.style == "project"):
        score += PRACTICE
    return score + PRICE[resource.price] + SPECIFIC / len(resource.skills)
