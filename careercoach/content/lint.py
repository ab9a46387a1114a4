"""Checks the content files beyond their shapes. Run: `python -m careercoach.content.lint`.

A problem is one line of words. Counts (how many skills, roles, resources and questions there must be) are the
business of the tests; here is what is wrong whatever the size.
"""

import sys
from collections.abc import Iterable, Mapping

from careercoach.content import load
from careercoach.content.shapes import Need, Role, Skill
from careercoach.content.terms import fold, keys, spellings


def problems() -> list[str]:
    """Everything wrong, empty when all is well."""
    skills, roles = load.skills(), load.roles()
    found = [*_orphans(skills, roles), *_circles(skills, "prerequisites"), *_circles(skills, "broader")]
    found += [*_clashes(skills.values()), *_edges(skills.values()), *_roles(roles.values())]
    return found


def _orphans(skills: Mapping[str, Skill], roles: Mapping[str, Role]) -> Iterable[str]:
    for skill in skills.values():
        yield from _unknown(
            f"skill {skill.slug}", skills, (*skill.broader, *skill.implies, *skill.related, *skill.prerequisites)
        )
    for role in roles.values():
        yield from _unknown(f"role {role.slug}", skills, (need.skill for need in (*role.critical, *role.preferred)))
        yield from _unknown(f"role {role.slug}", load.fields(), (role.field,))
    for resource in load.resources().values():
        yield from _unknown(f"resource {resource.slug}", skills, resource.skills)
    for question in load.questions().values():
        yield from _unknown(f"question {question.slug}", skills, question.skills)
        yield from _unknown(f"question {question.slug}", roles, question.roles)


def _unknown(where: str, known: Mapping[str, object], named: Iterable[str]) -> Iterable[str]:
    return [f"{where} names {slug}, which does not exist" for slug in named if slug not in known]


def _circles(skills: Mapping[str, Skill], edge: str) -> Iterable[str]:
    done: set[str] = set()

    def visit(slug: str, path: list[str]) -> Iterable[str]:
        if slug in path:
            yield f"{edge} go in a circle: {' > '.join([*path[path.index(slug) :], slug])}"
            return
        if slug in done or slug not in skills:
            return
        for following in getattr(skills[slug], edge):
            yield from visit(following, [*path, slug])
        done.add(slug)

    for slug in skills:
        yield from visit(slug, [])


def _clashes(skills: Iterable[Skill]) -> Iterable[str]:
    """A spelling of two skills is fine only when each of them asks for context."""
    owners: dict[tuple[str, ...], list[Skill]] = {}
    for skill in skills:
        for spelling in {fold(name) for name in spellings(skill)}:
            path = tuple(keys(spelling))
            if path and skill not in owners.setdefault(path, []):
                owners[path].append(skill)
    for path, claimed in owners.items():
        if len(claimed) > 1 and not all(skill.context or skill.case_sensitive for skill in claimed):
            yield f"{' '.join(path)!r} is claimed by {', '.join(skill.slug for skill in claimed)}"


def _edges(skills: Iterable[Skill]) -> Iterable[str]:
    for skill in skills:
        if skill.slug in (*skill.broader, *skill.implies, *skill.related, *skill.prerequisites):
            yield f"skill {skill.slug} points at itself"
        for other, share in skill.related.items():
            if share > 0.75:
                yield f"skill {skill.slug} is related to {other} by {share}, more than 0.75"
        if not skill.hours.basic <= skill.hours.working <= skill.hours.strong:
            yield f"skill {skill.slug} takes fewer hours to a higher level"
        if not any(keys(spelling) for spelling in spellings(skill)):
            yield f"skill {skill.slug} can never be met in a text"


def _roles(roles: Iterable[Role]) -> Iterable[str]:
    for role in roles:
        needs: list[Need] = [*role.critical, *role.preferred]
        slugs = [need.skill for need in needs]
        for slug in {slug for slug in slugs if slugs.count(slug) > 1}:
            yield f"role {role.slug} asks for {slug} twice"
        years = [rung.years for rung in role.ladder]
        if years != sorted(years):
            yield f"role {role.slug} has a ladder whose years go down"


if __name__ == "__main__":
    lines = problems()
    print("\n".join(lines) or "content: nothing wrong")
    sys.exit(1 if lines else 0)
