"""A resume against a role: what is had, close and missing, the verdict, and the shortest path to FIT.

Readiness = 100 x (0.75 x critical share + 0.25 x preferred share), less up to a quarter for missing years.
FIT when readiness is at least 70 and no critical skill of weight 4 or 5 is missing (soft skills never block: a
resume seldom proves them).
"""

from collections.abc import Mapping
from typing import NamedTuple

from careercoach.content import load
from careercoach.content.graph import NONE, Credit, graph, level_index
from careercoach.content.shapes import Need, Role
from careercoach.core.texts import text, text_n
from careercoach.features.matching.rules.paths import Step, smallest_set
from careercoach.features.matching.rules.reasons import NAMED_MOST, credit_reason, join, level_reason
from careercoach.features.matching.rules.reasons import skill_name as name_of
from careercoach.features.matching.schemas import (
    Importance,
    MatchProfile,
    RoleGap,
    RoleVerdict,
    SkillStanding,
    Status,
)

FIT_FROM = 70.0
CRITICAL_PART, PREFERRED_PART = 0.75, 0.25
YEARS_PART = 0.25
"""What is lost of the readiness when no year of the wanted ones is there."""
HAD_FROM, CLOSE_FROM = 0.85, 0.4
LEVEL_STEP = 0.25
"""What each level short of the wanted one costs of a skill's share."""
BLOCKING_WEIGHT = 4
SOFT_WEIGHT = 0.5
"""A soft skill weighs half: resumes name it or not by habit, not by ability."""


class _Sums(NamedTuple):
    """Weight of each part of the role's needs."""

    critical: float
    preferred: float


def role_gap(profile: MatchProfile, role: Role, language: str) -> RoleGap:
    """Where the person stands for a role of the catalogue, in the words of `language`."""
    credits = graph().expand(profile.skills)
    standings = [_standing(profile, need, "critical", credits, language) for need in role.critical]
    standings += [_standing(profile, need, "preferred", credits, language) for need in role.preferred]
    verdict, ready = verdict_of(standings, profile.years, role.min_years)
    blocked = any(_blocks(skill) for skill in standings)
    path = _path(standings, profile.years, role.min_years, ready) if verdict == "NOT_YET" else []
    hours = {skill.slug: skill.hours for skill in standings}
    return RoleGap(
        role=role.slug,
        title=role.title.in_(language),
        field=role.field,
        verdict=verdict,
        readiness=round(ready) if ready >= FIT_FROM else min(round(ready), round(FIT_FROM) - 1),
        confidence=_confidence(profile, ready, blocked),
        skills=sorted(standings, key=_shown_order),
        hours_to_fit=sum(hours[slug] for slug in path),
        hours_all=sum(hours.values()),
        path=path,
        years=profile.years,
        years_wanted=role.min_years,
        reasons=_reasons(profile, role, standings, verdict, language),
        rule=text("matching.role.rule", language, threshold=round(FIT_FROM)),
    )


def verdict_of(standings: list[SkillStanding], years: float | None, years_wanted: int) -> tuple[RoleVerdict, float]:
    """The rule of the verdict, and the readiness (0-100, unrounded) it looks at."""
    sums = _sums(standings)
    ready = 100 * _years_factor(years, years_wanted) * sum(_gain(skill, skill.share, sums) for skill in standings)
    blocked = any(_blocks(skill) for skill in standings)
    return ("FIT" if ready >= FIT_FROM - 1e-9 and not blocked else "NOT_YET"), ready


def _sums(standings: list[SkillStanding]) -> _Sums:
    return _Sums(_weight(standings, "critical"), _weight(standings, "preferred"))


def _standing(
    profile: MatchProfile, need: Need, importance: Importance, credits: Mapping[str, Credit], language: str
) -> SkillStanding:
    credit = credits.get(need.skill, NONE)
    had = profile.skills.get(need.skill)
    share, reason = credit.share, credit_reason(need.skill, credit, had, language)
    short = level_index(need.level) - level_index(had.level) if had else 0
    if had and short > 0:
        share = 1 - LEVEL_STEP * short
        reason = level_reason(need.skill, had.level, need.level, language)
    status: Status = "had" if share >= HAD_FROM else "close" if share >= CLOSE_FROM else "missing"
    proof = had or (profile.skills.get(credit.through) if credit.through else None)
    hours = 0
    if status != "had":
        hours = graph().hours(need.skill, have=had.level if had else None, want=need.level, share=0.0 if had else share)
    return SkillStanding(
        slug=need.skill,
        name=name_of(need.skill, language),
        importance=importance,
        status=status,
        wanted_level=need.level,
        level=had.level if had else None,
        share=round(share, 3),
        through=credit.through,
        reason=reason,
        evidence=proof.evidence if proof else [],
        hours=hours,
        weight=need.weight,
    )


def _is_soft(slug: str) -> bool:
    return load.skills()[slug].kind == "soft"


def _own_weight(skill: SkillStanding) -> float:
    return skill.weight * (SOFT_WEIGHT if _is_soft(skill.slug) else 1.0)


def _weight(standings: list[SkillStanding], importance: Importance) -> float:
    return sum(_own_weight(skill) for skill in standings if skill.importance == importance)


def _gain(skill: SkillStanding, share: float, sums: _Sums) -> float:
    """What a share of this skill adds to the readiness, 0..1."""
    if skill.importance == "critical":
        return CRITICAL_PART * _own_weight(skill) * share / sums.critical
    return PREFERRED_PART * _own_weight(skill) * share / sums.preferred


def _blocks(skill: SkillStanding) -> bool:
    return (
        skill.importance == "critical"
        and skill.status == "missing"
        and skill.weight >= BLOCKING_WEIGHT
        and not _is_soft(skill.slug)
    )


def _years_factor(years: float | None, wanted: int) -> float:
    if not wanted or years is None:
        return 1.0
    return 1.0 - YEARS_PART * max(0.0, (wanted - years) / wanted)


def _path(standings: list[SkillStanding], years: float | None, years_wanted: int, ready: float) -> list[str]:
    sums, factor = _sums(standings), _years_factor(years, years_wanted)
    steps = [
        Step(skill.slug, 100 * factor * _gain(skill, 1 - skill.share, sums), skill.hours)
        for skill in standings
        if skill.status != "had"
    ]
    blocking = {skill.slug for skill in standings if _blocks(skill)}
    chosen = smallest_set(steps, lambda step: step.key in blocking, FIT_FROM - ready)
    if chosen is None:
        # Years are missing too: all gaps are the nearest to FIT that learning can reach.
        chosen = steps
    return graph().in_learning_order(step.key for step in chosen)


def _confidence(profile: MatchProfile, ready: float, is_blocked: bool) -> float:
    """From the distance to the limit, less when the resume shows little to judge by."""
    distance = min(1.0, abs(ready - FIT_FROM) / 30)
    sure = 0.55 + 0.4 * (max(distance, 0.5) if is_blocked else distance)
    known = min(1.0, 0.6 + 0.05 * len(profile.skills)) * (1.0 if profile.years is not None else 0.9)
    return round(sure * known, 2)


_STATUS_ORDER = {"missing": 0, "close": 1, "had": 2}


def _shown_order(skill: SkillStanding) -> tuple[bool, int, int, str]:
    return skill.importance != "critical", _STATUS_ORDER[skill.status], -skill.weight, skill.name


def _reasons(
    profile: MatchProfile, role: Role, standings: list[SkillStanding], verdict: RoleVerdict, language: str
) -> list[str]:
    """The two facts that decide most, those against it first when it is NOT YET."""
    critical = sorted((s for s in standings if s.importance == "critical"), key=lambda s: -_own_weight(s))
    had = [skill.name for skill in critical if skill.status == "had"]
    total = len(critical)
    against = _against(profile, role, critical, language)
    said = "had_all_named" if len(had) <= NAMED_MOST else "had"
    support = [
        text(f"matching.role.reason.{said}", language, n=len(had), total=total, skills=join(had, language))
        if had
        else text("matching.role.reason.had_none", language, total=total)
    ]
    if role.min_years and profile.years is not None and profile.years >= role.min_years:
        years = {"years": round(profile.years, 1), "wanted": role.min_years}
        support.append(text("matching.role.reason.years_ok", language, **years))
    preferred = [skill for skill in standings if skill.importance == "preferred"]
    shown = sum(skill.status == "had" for skill in preferred)
    support.append(text("matching.role.reason.preferred", language, n=shown, total=len(preferred)))
    return ([*against, *support] if verdict == "NOT_YET" else [*support, *against])[:2]


def _against(profile: MatchProfile, role: Role, critical: list[SkillStanding], language: str) -> list[str]:
    found: list[str] = []
    for status in ("missing", "close"):
        names = [skill.name for skill in critical if skill.status == status]
        if names:
            skills = join(names, language)
            found.append(text_n(f"matching.role.reason.{status}", language, len(names), skills=skills))
        if status == "missing" and role.min_years and profile.years is not None and profile.years < role.min_years:
            years = {"years": round(profile.years, 1), "wanted": role.min_years}
            found.append(text("matching.role.reason.years", language, **years))
    return found
