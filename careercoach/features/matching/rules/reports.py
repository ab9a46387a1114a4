"""From the gap of a record to the report a person reads: three languages at once, each claim with its words."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from careercoach.content.load import roles
from careercoach.content.scan import find_skills
from careercoach.core.texts import LANGUAGES
from careercoach.features.matching.rules.gaps import FIT_FROM, role_gap
from careercoach.features.matching.rules.profiles import build_profile
from careercoach.features.matching.rules.reasons import skill_name
from careercoach.features.matching.schemas import (
    Evidence,
    GapSkill,
    GapView,
    Proof,
    RoleGap,
    Sentence,
    SkillStanding,
)

PROOFS_MAX = 3


def report_gap(record: Mapping[str, Any], *, role_slug: str, profile_version: int, today: date) -> GapView:
    """The confirmed record against a role of the catalogue. Raises KeyError for an unknown role."""
    role = roles()[role_slug]
    profile = build_profile(record, today=today)
    gaps = {language: role_gap(profile, role, language) for language in LANGUAGES}
    said = gaps["en"]
    path = set(said.path)
    return GapView(
        role=role.slug,
        title=Sentence(**role.title.model_dump()),
        summary=Sentence(**role.summary.model_dump()),
        verdict=said.verdict,
        readiness=said.readiness,
        threshold=round(FIT_FROM),
        confidence=round(said.confidence * 100),
        reasons=_sentences([gap.reasons for gap in gaps.values()]),
        rule=Sentence(**{language: gap.rule for language, gap in gaps.items()}),
        skills=[_skill(standing, gaps, standing.slug in path) for standing in said.skills],
        path=said.path,
        hours_to_fit=said.hours_to_fit,
        hours_all=said.hours_all,
        years=said.years,
        years_wanted=said.years_wanted,
        profile_version=profile_version,
    )


def _sentences(lists: list[list[str]]) -> list[Sentence]:
    return [Sentence(**dict(zip(LANGUAGES, words, strict=True))) for words in zip(*lists, strict=True)]


def _name(slug: str) -> Sentence:
    return Sentence(**{language: skill_name(slug, language) for language in LANGUAGES})


def _skill(standing: SkillStanding, gaps: Mapping[str, RoleGap], on_path: bool) -> GapSkill:
    reasons = {
        language: next(other.reason for other in gap.skills if other.slug == standing.slug)
        for language, gap in gaps.items()
    }
    through = standing.through if standing.through and standing.through != standing.slug else ""
    kept = standing.model_dump(
        include={"slug", "importance", "status", "wanted_level", "level", "share", "hours", "weight"}
    )
    return GapSkill(
        **kept,
        name=_name(standing.slug),
        through=through,
        through_name=_name(through) if through else Sentence(),
        reason=Sentence(**reasons),
        proofs=[_proof(evidence, through or standing.slug) for evidence in _distinct(standing.evidence)[:PROOFS_MAX]],
        on_path=on_path,
    )


def _distinct(evidence: list[Evidence]) -> list[Evidence]:
    """Each quote once: a list of skills often names one twice."""
    return list({proof.quote.casefold(): proof for proof in reversed(evidence)}.values())[::-1]


def _proof(evidence: Evidence, slug: str) -> Proof:
    """The quote with the skill marked; all of it when the skill stands there in other words."""
    quote = evidence.quote
    hit = next((found for found in find_skills(quote) if found.slug == slug), None)
    start, end = (hit.start, hit.end) if hit else (0, len(quote))
    return Proof(
        before=quote[:start],
        mark=quote[start:end],
        after=quote[end:],
        where=evidence.where,
        place=evidence.place,
        year=evidence.last_used,
    )
