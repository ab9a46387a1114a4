"""The eleven scores and the overall, from what is covered of a posting. All pure arithmetic on 0..1 parts.

A part without data is None: it is left out of the overall, and its score is "not enough information".
"""

import math
from collections.abc import Collection
from typing import NamedTuple

from careercoach.content.terms import fold
from careercoach.features.matching.rules.fields import kinship
from careercoach.features.matching.rules.kin import rank_of, rank_wanted, title_match
from careercoach.features.matching.rules.standings import Covered, covered, credits_of, shares
from careercoach.features.matching.rules.words import comparable, cosine, coverage
from careercoach.features.matching.schemas import EDUCATION, MatchProfile, Posting, Requirement

WEIGHTS = {"skills": 0.3, "title": 0.2, "field": 0.2, "words": 0.24, "experience": 0.06, "education": 0.03}
"""What each part counts in the overall; parts without data give their weight to the others."""
ALL_PART, MUST_PART = 0.75, 0.25
"""What all requirements and the must-haves among them count in the skills."""
COSINE_SCALE = 0.18
"""A likeness of words of this size counts as 0.63 and one of twice the size as 0.86: no resume repeats a posting."""
STEADY_AT = 4.0
"""Weight of requirements from which their coverage is trusted as much as its weight says."""
REMOTE_ENOUGH = 1.0
OPEN_FROM = 45.0
"""The overall that anybody has for a job which asks for nothing but the will to learn it."""


class Parts(NamedTuple):
    """Everything measured, 0..1; None where the resume or the posting does not say."""

    all_skills: Covered
    must: Covered
    technical: Covered
    soft: Covered
    domain: Covered
    title: float | None
    field: float
    words: float
    years: float | None
    rank: float | None
    education: float | None
    location: float | None
    pay: float | None
    items: list[tuple[Requirement, float]]
    """Every requirement with its share."""
    overall: float = 0.0
    """0..100."""
    skills_weight: float = 0.0
    """What the skills count in this overall, 0..1."""

    @property
    def experience(self) -> float | None:
        """Years and rank together."""
        known = [value for value in (self.years, self.rank) if value is not None]
        return sum(known) / len(known) if known else None


def measure(profile: MatchProfile, posting: Posting, *, closed: Collection[int] = ()) -> Parts:
    """All parts of a match; groups of requirements in `closed` count as covered in full."""
    items = shares(profile, posting, credits_of(profile, posting), fold(profile.text))
    items = [(item, 1.0 if item.group in closed else share) for item, share in items]
    parts = Parts(
        all_skills=covered(items),
        must=covered(pair for pair in items if pair[0].strength == "must"),
        technical=covered(pair for pair in items if pair[0].kind in ("technical", "tool")),
        soft=covered(pair for pair in items if pair[0].kind == "soft"),
        domain=covered(pair for pair in items if pair[0].kind == "domain"),
        title=title_match(profile, posting),
        field=kinship(profile.fields, posting.fields),
        words=_words(profile, posting),
        years=years_share(profile.years, posting.years_least),
        rank=_rank_share(profile, posting),
        education=education_share(profile, posting),
        location=_location_share(profile, posting),
        pay=_pay_share(profile, posting),
        items=items,
    )
    overall, skills_weight = _overall(parts)
    if posting.is_open:
        overall = OPEN_FROM + overall * (100 - OPEN_FROM) / 100
    return parts._replace(overall=overall, skills_weight=skills_weight)


def _words(profile: MatchProfile, posting: Posting) -> float:
    words = comparable(profile.words, posting.words)
    like = 1.0 - math.exp(-cosine(words, posting.words) / COSINE_SCALE)
    return 0.65 * like + 0.35 * coverage(posting.words, profile.words)


def years_share(years: float | None, least: float | None) -> float | None:
    """1 with the years asked for, falling to 0 with none of them."""
    if years is None or least is None:
        return None
    return 1.0 if least <= 0 else min(1.0, years / least)


def _rank_share(profile: MatchProfile, posting: Posting) -> float | None:
    """1 on the same rung, less for each rung above (half as much when the person stands higher)."""
    had, wanted = rank_of(profile), rank_wanted(posting)
    if had is None or wanted is None:
        return None
    distance = wanted - had
    return max(0.0, 1.0 - (0.3 * distance if distance > 0 else -0.15 * distance))


def education_share(profile: MatchProfile, posting: Posting) -> float | None:
    """1 with the degree asked for or a higher one, less for each step below."""
    if posting.education is None or profile.education is None:
        return None
    short = EDUCATION.index(posting.education) - EDUCATION.index(profile.education)
    return 1.0 if short <= 0 else max(0.0, 1.0 - 0.35 * short)


def _location_share(profile: MatchProfile, posting: Posting) -> float | None:
    if posting.place == "remote" and profile.wished_places in ([], ["remote"]):
        return REMOTE_ENOUGH
    if profile.wished_places and posting.place and posting.place not in profile.wished_places:
        return 0.3
    if not profile.location or not posting.location:
        return None
    here = {word for word in fold(profile.location).replace(",", " ").split() if len(word) > 2}
    there = {word for word in fold(posting.location).replace(",", " ").split() if len(word) > 2}
    return 1.0 if here & there else 0.3


def _pay_share(profile: MatchProfile, posting: Posting) -> float | None:
    if profile.wished_pay_year is None or posting.pay is None:
        return None
    return min(1.0, posting.pay.most_year / profile.wished_pay_year)


def _overall(parts: Parts) -> tuple[float, float]:
    steadiness = parts.all_skills.weight / (parts.all_skills.weight + STEADY_AT)
    must = parts.must if parts.must.weight else parts.all_skills
    skills = ALL_PART * parts.all_skills.share + MUST_PART * must.share
    known: list[tuple[float, float]] = [
        (WEIGHTS["skills"] * 1.5 * steadiness, skills),
        (WEIGHTS["field"], parts.field),
        (WEIGHTS["words"], parts.words),
    ]
    if parts.title is not None:
        known.append((WEIGHTS["title"], parts.title))
    if parts.experience is not None:
        # Years in another trade are no years in this one.
        known.append(
            (WEIGHTS["experience"], parts.experience * min(1.0, 2 * max(parts.field, parts.title or 0.0, skills)))
        )
    if parts.education is not None:
        known.append((WEIGHTS["education"], parts.education))
    total = sum(weight for weight, _ in known)
    return 100 * sum(weight * value for weight, value in known) / total, known[0][0] / total
