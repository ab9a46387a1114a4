"""A resume against a posting: the report, and the short form that ranks many postings."""

from typing import NamedTuple

from careercoach.core.texts import text
from careercoach.features.matching.rules.credible import Credible, credible
from careercoach.features.matching.rules.flips import shortest_path
from careercoach.features.matching.rules.reasons import join, number, skill_name
from careercoach.features.matching.rules.scores import Parts, measure
from careercoach.features.matching.rules.standings import stand, weight_of
from careercoach.features.matching.rules.verdicts import FIT_FROM, Block, blocks, confidence, is_fit
from careercoach.features.matching.schemas import (
    MatchProfile,
    MatchReport,
    Metric,
    Posting,
    RequirementStanding,
    Score,
    Verdict,
)

SUGGESTED_MOST = 6
SENTENCE_MOST = 160
YEARS_PART = 0.25
PER_BLOCK = 0.88
"""What is left of the overall for each kind of block, so that a job out of reach ranks below one within it. Too
few must-haves are no such kind: their share is in the overall already."""


class Ranked(NamedTuple):
    """The short form: enough to order postings."""

    verdict: Verdict
    confidence: float
    overall: float
    parts: Parts
    blocks: list[Block]


def rank(profile: MatchProfile, posting: Posting, language: str = "en") -> Ranked:
    """Verdict, confidence and overall of one posting."""
    return _judge(profile, posting, language)[1]


def _judge(profile: MatchProfile, posting: Posting, language: str) -> tuple[Credible, Ranked]:
    """The ranking, and the profile it rests on: whoever would pass is looked at twice."""
    short = _rank(profile, posting, language)
    if short.verdict == "UNFIT" and short.parts.overall < FIT_FROM:
        return Credible(profile), short
    found = credible(profile, posting)
    return found, _rank(found.profile, posting, language) if found.doubt else short


def _rank(profile: MatchProfile, posting: Posting, language: str) -> Ranked:
    parts = measure(profile, posting)
    found = blocks(profile, posting, parts, parts.items, language)
    verdict: Verdict = "FIT" if is_fit(parts.overall, parts.must, is_blocked=bool(found)) else "UNFIT"
    sure = confidence(profile, posting, parts, bool(found))
    overall = parts.overall * PER_BLOCK ** len({block.kind for block in found} - {"musts"})
    return Ranked(verdict, sure, round(overall, 3), parts, found)


def match(profile: MatchProfile, posting: Posting, language: str = "en") -> MatchReport:
    """The whole report, with its sentences in `language`."""
    (profile, doubt), short = _judge(profile, posting, language)
    parts = short.parts
    standings = stand(profile, posting, language)
    path = [] if short.verdict == "FIT" else shortest_path(short.blocks, parts, standings, language)
    return MatchReport(
        verdict=short.verdict,
        confidence=short.confidence,
        overall=short.overall,
        threshold=FIT_FROM,
        rule=text("matching.match.rule", language, threshold=number(FIT_FROM)),
        title=posting.title,
        scores=scores(profile, posting, short, language),
        standings=standings,
        blockers=[block.sentence for block in short.blocks],
        blocking=[slug for block in short.blocks for slug in block.slugs],
        reasons=_reasons(parts, short, doubt, language),
        strengths=_strengths(standings, language),
        suggestions=_suggestions(posting, parts, standings, {step.slug for step in path}, language),
        path=path,
        years=profile.years,
        years_wanted=posting.years_least,
    )


def scores(profile: MatchProfile, posting: Posting, short: Ranked, language: str) -> list[Score]:
    """The eleven metrics in their order; None where resume or posting do not say enough."""
    values = _values(posting, short)
    return [
        Score(
            metric=metric,
            value=None if value is None else round(100 * value, 1),
            reason=_why(metric, profile, posting, short.parts, language)
            if value is not None
            else text("matching.unknown", language),
            question="" if value is not None else text(f"matching.ask.{metric}", language),
        )
        for metric, value in values.items()
    ]


def _values(posting: Posting, short: Ranked) -> dict[Metric, float | None]:
    parts = short.parts
    must = parts.must if parts.must.weight else parts.all_skills
    years = 1.0 if parts.years is None else parts.years
    return {
        "skills_match": parts.all_skills.share if parts.all_skills.weight else None,
        "experience_match": parts.experience,
        "education_match": 1.0 if posting.education in (None, "none") else parts.education,
        "culture_fit": None,
        "location_match": parts.location,
        "salary_match": parts.pay,
        "technical_skills": parts.technical.share if parts.technical.weight else None,
        "soft_skills": parts.soft.share if parts.soft.weight else None,
        "domain_knowledge": 0.7 * parts.field + 0.3 * (parts.domain.share if parts.domain.weight else parts.field),
        "readiness_percentage": must.share * (1 - YEARS_PART * (1 - years)) if must.weight else None,
        "confidence_level": short.confidence,
    }


def _why(metric: Metric, profile: MatchProfile, posting: Posting, parts: Parts, language: str) -> str:
    if metric == "skills_match":
        had = sum(share >= 0.8 for _, share in parts.items)
        return text("matching.why.skills_match", language, had=had, total=len(parts.items))
    if metric == "experience_match":
        if parts.years is not None and profile.years is not None and posting.years_least is not None:
            years = {"years": round(profile.years, 1), "wanted": round(posting.years_least, 1)}
            return text("matching.why.experience_years", language, **years)
        return text("matching.why.experience_rank", language)
    if metric == "education_match" and posting.education in (None, "none"):
        return text("matching.why.education_none", language)
    return text(f"matching.why.{metric}", language)


def _reasons(parts: Parts, short: Ranked, doubt: str, language: str) -> list[str]:
    share = {"share": round(100 * parts.must.share)}
    covered = text(
        "matching.match.reason.covered" if parts.must.weight else "matching.match.reason.no_musts", language, **share
    )
    if short.verdict == "FIT":
        close = parts.title is not None and parts.title >= 0.7
        return [covered, text("matching.match.reason.title", language)] if close else [covered]
    found = [text(f"matching.match.doubt.{doubt}", language)] if doubt else []
    found += [block.sentence for block in short.blocks]
    if short.overall < FIT_FROM:
        limits = {"score": round(short.overall, 1), "threshold": number(FIT_FROM)}
        found.append(text("matching.match.reason.score", language, **limits))
    if parts.field < 0.2:
        found.append(text("matching.match.reason.field", language))
    return [*found, covered][:2]


def _by_weight(standings: list[RequirementStanding]) -> list[RequirementStanding]:
    return sorted(standings, key=lambda s: (-weight_of(s.requirement), s.requirement.start))


def _name(standing: RequirementStanding, language: str) -> str:
    slug = standing.requirement.slug
    return skill_name(slug, language) if slug else standing.requirement.name


def _strengths(standings: list[RequirementStanding], language: str) -> list[str]:
    had = [s for s in _by_weight(standings) if s.status == "had" and s.requirement.kind != "soft"]
    return [standing.reason for standing in had[:5]]


def _suggestions(
    posting: Posting, parts: Parts, standings: list[RequirementStanding], path: set[str | None], language: str
) -> list[str]:
    """What to do first: the shortest path, then the heaviest of the rest, then proof for what is only listed."""
    met = {s.requirement.group for s in standings if s.status == "had"}
    open_ones = [s for s in _by_weight(standings) if s.requirement.group not in met]
    open_ones.sort(key=lambda s: s.requirement.slug is None or s.requirement.slug not in path)
    found = [_suggestion(s, language) for s in open_ones if s.requirement.strength != "nice"][: SUGGESTED_MOST - 1]
    listed = [
        _name(s, language)
        for s in _by_weight(standings)
        if s.status == "had" and s.evidence and all(proof.where == "skills" for proof in s.evidence)
    ]
    if listed:
        found.append(text("matching.suggest.proof", language, skill=join(listed, language)))
    if posting.title and (parts.title or 0.0) < 0.5 and parts.field > 0.3:
        found.append(text("matching.suggest.title", language, title=posting.title))
    return found[:SUGGESTED_MOST]


def _suggestion(standing: RequirementStanding, language: str) -> str:
    sentence = " ".join(standing.requirement.sentence.split())
    sentence = (
        sentence if len(sentence) <= SENTENCE_MOST else sentence[: SENTENCE_MOST - 1].rsplit(" ", 1)[0] + "\u2026"
    )
    name = _name(standing, language)
    if standing.status == "close":
        return text("matching.suggest.close", language, skill=name, reason=standing.reason)
    if standing.hours and standing.requirement.kind != "soft":
        return text("matching.suggest.learn", language, skill=name, hours=standing.hours, sentence=sentence)
    return text("matching.suggest.show", language, skill=name, sentence=sentence)
