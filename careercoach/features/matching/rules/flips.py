"""The shortest way from UNFIT to FIT for a posting: which gaps to close, no one more than needed.

There are two ways to a FIT, a high overall or nearly all must-haves, so both are tried and the shorter is taken. What
closing a gap adds is additive in both, which makes the largest first the fewest.
"""

from collections.abc import Sequence
from typing import NamedTuple

from careercoach.content import load
from careercoach.features.matching.rules.paths import Step, smallest_set
from careercoach.features.matching.rules.reasons import skill_name
from careercoach.features.matching.rules.scores import ALL_PART, MUST_PART, Parts
from careercoach.features.matching.rules.standings import HAD_FROM, weight_of
from careercoach.features.matching.rules.verdicts import (
    FIT_FROM,
    MUSTS_COUNT,
    MUSTS_ENOUGH,
    MUSTS_LEAST,
    MUSTS_SOLID,
    Block,
    is_fit,
)
from careercoach.features.matching.schemas import PathStep, RequirementStanding


class Gap(NamedTuple):
    """One unmet group of requirements: the skill to learn for it, and what closing it adds."""

    slug: str
    overall: float
    """Points of the overall."""
    must: float
    """Share of the weight of the must-haves."""
    hours: int


def shortest_path(
    found: Sequence[Block], parts: Parts, standings: Sequence[RequirementStanding], language: str
) -> list[PathStep]:
    """The smallest set of gaps that flips the verdict; empty when closing all of them would not."""
    gaps = _gaps(parts, standings)
    blocking = {slug for block in found if block.kind in ("skill", "language") for slug in block.slugs}
    ways = [
        _way(gaps, blocking, parts, [Step(gap.slug, gap.overall, gap.hours) for gap in gaps], FIT_FROM - parts.overall)
    ]
    if parts.must.weight >= MUSTS_SOLID:
        steps = [Step(gap.slug, gap.must, gap.hours) for gap in gaps]
        ways.append(_way(gaps, blocking, parts, steps, MUSTS_ENOUGH - parts.must.share))
    open_ways = [way for way in ways if way is not None]
    if not open_ways:
        return []
    chosen = min(open_ways, key=lambda way: (len(way), sum(gap.hours for gap in way)))
    path = [PathStep(kind="skill", name=skill_name(g.slug, language), slug=g.slug, hours=g.hours) for g in chosen]
    for block in found:
        if block.kind in ("years", "education", "certificate"):
            path.append(PathStep.model_validate({"kind": block.kind, "name": block.name}))
    return path


def _way(
    gaps: Sequence[Gap], blocking: set[str], parts: Parts, steps: Sequence[Step], short_by: float
) -> list[Gap] | None:
    """The fewest gaps by one measure, then what else the rule asks for, then without what that made needless."""
    picked = smallest_set(steps, lambda step: step.key in blocking, short_by)
    if picked is None:
        return None
    keys = {step.key for step in picked}
    chosen = [gap for gap in gaps if gap.slug in keys]
    for gap in sorted(gaps, key=lambda gap: -gap.must):
        if parts.must.weight < MUSTS_COUNT or _must(parts, chosen) >= MUSTS_LEAST:
            break
        if gap not in chosen:
            chosen.append(gap)
    for gap in sorted(chosen, key=lambda gap: -gap.hours):
        rest = [other for other in chosen if other is not gap]
        if gap.slug not in blocking and _flips(parts, rest):
            chosen = rest
    return chosen if _flips(parts, chosen) else None


def _must(parts: Parts, closed: Sequence[Gap]) -> float:
    return parts.must.share + sum(gap.must for gap in closed)


def _flips(parts: Parts, closed: Sequence[Gap]) -> bool:
    must = parts.must._replace(share=_must(parts, closed))
    too_few = must.weight >= MUSTS_COUNT and must.share < MUSTS_LEAST
    return is_fit(parts.overall + sum(gap.overall for gap in closed), must, is_blocked=too_few)


def _gaps(parts: Parts, standings: Sequence[RequirementStanding]) -> list[Gap]:
    """One per unmet group of alternatives, with the skill of it that takes the fewest hours."""
    groups: dict[int, list[RequirementStanding]] = {}
    for standing in standings:
        groups.setdefault(standing.requirement.group, []).append(standing)
    skills = load.skills()
    found: dict[str, Gap] = {}
    for members in groups.values():
        best = max(member.share for member in members)
        learnable = [member for member in members if member.requirement.slug in skills]
        if best < HAD_FROM and learnable:
            pick = min(learnable, key=lambda member: (member.hours, member.requirement.start))
            gap = _gap(parts, members, str(pick.requirement.slug), pick.hours, 1 - best)
            found[gap.slug] = gap
    return list(found.values())


def _gap(parts: Parts, members: Sequence[RequirementStanding], slug: str, hours: int, missing: float) -> Gap:
    weight = max(weight_of(member.requirement) for member in members)
    musts = [weight_of(member.requirement) for member in members if member.requirement.strength == "must"]
    must = max(musts, default=0.0) * missing / parts.must.weight if parts.must.weight else 0.0
    share = weight * missing / parts.all_skills.weight
    overall = 100 * parts.skills_weight * (ALL_PART * share + MUST_PART * (must if parts.must.weight else share))
    return Gap(slug, overall, must, hours)
