"""The front door of the catalogue: skills and roles, found and in full. It reads content, never the database."""

from collections.abc import Iterable
from functools import cache

from careercoach.content import load
from careercoach.content.graph import graph
from careercoach.content.shapes import Need
from careercoach.core.errors import NotFoundError
from careercoach.features.catalogue.rules import (
    categories,
    category_of,
    fields,
    find_roles,
    find_skills,
    name_of,
    role_row,
)
from careercoach.features.catalogue.schemas import (
    NeedRow,
    ResourceRow,
    RoleList,
    RolePage,
    RoleTie,
    Rung,
    SkillList,
    SkillPage,
    Tie,
)

__all__ = ["categories", "fields", "get_role", "get_skill", "list_roles", "list_skills"]

PAGE = 60
"""Rows of the list of skills at a time."""


def list_skills(*, words: str = "", category: str = "", most: int = PAGE) -> SkillList:
    """The first `most` skills that fit the words, and how many there are."""
    found = find_skills(words[:80], category)
    return SkillList(rows=found[:most], total=len(found))


def list_roles(*, words: str = "", field: str = "") -> RoleList:
    """All roles that fit the words."""
    found = find_roles(words[:80], field)
    return RoleList(rows=found, total=len(found))


def get_skill(slug: str) -> SkillPage:
    """Everything about one skill. Raises NotFoundError."""
    skill = load.skills().get(slug)
    if skill is None:
        raise NotFoundError
    known = graph()
    return SkillPage(
        slug=slug,
        name=name_of(slug),
        aliases=[*skill.aliases, *skill.exact],
        category=category_of(skill.category),
        kind=skill.kind,
        basic_hours=skill.hours.basic,
        working_hours=skill.hours.working,
        strong_hours=skill.hours.strong,
        needs_context=bool(skill.context),
        parents=_ties(skill.broader),
        children=_ties(known.children(slug)),
        implies=_weighed(skill.implies.items()),
        related=_weighed(known.neighbours(slug).items()),
        first=_ties(skill.prerequisites),
        opens=_ties(_opens().get(slug, ())),
        roles=_roles_by_skill().get(slug, []),
        resources=_resources_by_skill().get(slug, []),
    )


def get_role(slug: str) -> RolePage:
    """Everything about one role. Raises NotFoundError."""
    role = load.roles().get(slug)
    if role is None:
        raise NotFoundError
    row = role_row(slug)
    return RolePage(
        **row.model_dump(),
        synonyms=role.synonyms,
        critical=_needs(role.critical),
        preferred=_needs(role.preferred),
        ladder=[Rung(title=rung.title, years=rung.years) for rung in role.ladder],
        certificates=role.certificates,
        education=role.education,
        min_years=role.min_years,
    )


@cache
def _opens() -> dict[str, list[str]]:
    """What names a skill as a prerequisite."""
    opens: dict[str, list[str]] = {}
    for slug, raw in load.raw_skills().items():
        for before in raw.get("prerequisites", ()):
            opens.setdefault(before, []).append(slug)
    return opens


def _ties(slugs: Iterable[str]) -> list[Tie]:
    return sorted((Tie(slug=slug, name=name_of(slug)) for slug in slugs), key=lambda tie: tie.name.en.lower())


def _weighed(edges: Iterable[tuple[str, float]]) -> list[Tie]:
    ties = [Tie(slug=slug, name=name_of(slug), percent=round(100 * share)) for slug, share in edges]
    return sorted(ties, key=lambda tie: (-tie.percent, tie.name.en.lower()))


@cache
def _roles_by_skill() -> dict[str, list[RoleTie]]:
    """Who asks for each skill, those that must have it first."""
    found: dict[str, list[RoleTie]] = {}
    for role in load.roles().values():
        for needs, is_critical in ((role.critical, True), (role.preferred, False)):
            for need in needs:
                tie = RoleTie(slug=role.slug, title=role.title, level=need.level, is_critical=is_critical)
                found.setdefault(need.skill, []).append(tie)
    return {slug: sorted(ties, key=lambda tie: (not tie.is_critical, tie.title.en)) for slug, ties in found.items()}


@cache
def _resources_by_skill() -> dict[str, list[ResourceRow]]:
    """What there is to learn each skill from."""
    found: dict[str, list[ResourceRow]] = {}
    for resource in load.resources().values():
        row = ResourceRow.model_validate(
            resource.model_dump(include=set(ResourceRow.model_fields))
            | {"hours": round(resource.minutes / 60) if resource.minutes >= 120 else 0}
        )
        for slug in resource.skills:
            found.setdefault(slug, []).append(row)
    return found


def _needs(needs: Iterable[Need]) -> list[NeedRow]:
    return [NeedRow(slug=need.skill, name=name_of(need.skill), level=need.level, weight=need.weight) for need in needs]
