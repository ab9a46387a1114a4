"""Finding skills and roles by what people call them."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from careercoach.content import load
from careercoach.content.shapes import Words
from careercoach.content.terms import fold
from careercoach.core.texts import LANGUAGES, text
from careercoach.features.catalogue.schemas import Choice, RoleRow, SkillRow

NOT_FOUND = 9


def in_all(key: str) -> Words:
    """A sentence in the three languages."""
    return Words.model_validate({language: text(key, language) for language in LANGUAGES})


def name_of(slug: str) -> Words:
    """What a skill is called."""
    raw = load.raw_skills()[slug]
    names: dict[str, str] = raw.get("names", {})
    return Words.model_validate({language: names.get(language, raw["name"]) for language in LANGUAGES})


@cache
def category_of(slug: str) -> Words:
    """The name of a category of skills."""
    return in_all(f"catalogue.category.{slug.replace('-', '_')}")


@cache
def _index() -> Mapping[str, tuple[tuple[str, str], ...]]:
    """Every name of every skill, folded and as written; its own names come first."""
    return {slug: tuple(_names(raw)) for slug, raw in load.raw_skills().items()}


def _names(raw: Mapping[str, Any]) -> Iterable[tuple[str, str]]:
    own = (raw["name"], *raw.get("names", {}).values())
    return (
        (fold(name), name if place >= len(own) else "")
        for place, name in enumerate((*own, *raw.get("aliases", ()), *raw.get("exact", ())))
    )


def find_skills(words: str, category: str = "") -> list[SkillRow]:
    """Skills by any of their names, in any language: names that begin with the words first, wanted ones before rare.

    Without words all of the category (or of all), by name.
    """
    wanted, raw = fold(words).strip(), load.raw_skills()
    found: list[tuple[int, int, str, str, str]] = []
    for slug, names in _index().items():
        if category and raw[slug]["category"] != category:
            continue
        rank, found_as = min(((rank_of(name, wanted), written) for name, written in names), default=(NOT_FOUND, ""))
        if rank < NOT_FOUND:
            demand = -raw[slug].get("wanted", 2) if wanted else 0
            found.append((rank, demand, names[0][0], slug, found_as))
    return [
        SkillRow(slug=slug, name=name_of(slug), category=category_of(raw[slug]["category"]), found_as=found_as)
        for _, _, _, slug, found_as in sorted(found)
    ]


def rank_of(name: str, wanted: str) -> int:
    """0 the very name (or nothing wanted), 1 it begins so, 2 a word of it does, 3 it holds the words, 9 none of these."""
    if name == wanted or not wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if f" {wanted}" in name:
        return 2
    return 3 if len(wanted) > 2 and wanted in name else NOT_FOUND


def find_roles(words: str, field: str = "") -> list[RoleRow]:
    """Roles by title or synonym in any language; without words all of the field (or of all), by title."""
    wanted = fold(words).strip()
    found: list[tuple[int, str, str]] = []
    for slug, role in load.roles().items():
        if field and role.field != field:
            continue
        titles = (role.title.en, role.title.hi, role.title.es)
        rank = min(rank_of(fold(name), wanted) for name in titles)
        other = min((rank_of(fold(name), wanted) for name in role.synonyms), default=NOT_FOUND)
        if (rank := min(rank, other + 1)) < NOT_FOUND:
            found.append((rank, fold(role.title.en), slug))
    return [role_row(slug) for _, _, slug in sorted(found)]


def role_row(slug: str) -> RoleRow:
    """A role as the list shows it."""
    role = load.roles()[slug]
    return RoleRow(slug=slug, title=role.title, field=load.fields()[role.field].name, summary=role.summary)


@cache
def categories() -> tuple[Choice, ...]:
    """All categories of skills, by name."""
    counts: dict[str, int] = {}
    for raw in load.raw_skills().values():
        counts[raw["category"]] = counts.get(raw["category"], 0) + 1
    found = (Choice(slug=slug, name=category_of(slug), count=count) for slug, count in counts.items())
    return tuple(sorted(found, key=lambda choice: choice.name.en))


@cache
def fields() -> tuple[Choice, ...]:
    """All fields of work, by name."""
    counts: dict[str, int] = {}
    for role in load.roles().values():
        counts[role.field] = counts.get(role.field, 0) + 1
    found = (Choice(slug=slug, name=field.name, count=counts[slug]) for slug, field in load.fields().items())
    return tuple(sorted(found, key=lambda choice: choice.name.en))
