"""Each requirement of a posting against the resume, and how much of all of them is covered."""

import math
import re
from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from careercoach.content import load
from careercoach.content.graph import NONE, Credit, graph
from careercoach.content.terms import fold
from careercoach.core.texts import text
from careercoach.features.matching.rules.evidence import quote_around
from careercoach.features.matching.rules.reasons import credit_reason
from careercoach.features.matching.rules.words import count_stems, weigh
from careercoach.features.matching.schemas import (
    Evidence,
    MatchProfile,
    Posting,
    Requirement,
    RequirementStanding,
    SkillKind,
    Status,
    Strength,
)

HAD_FROM, CLOSE_FROM = 0.8, 0.4
STRENGTH: Mapping[Strength, float] = {"must": 1.0, "duty": 0.5, "nice": 0.3}
KIND: Mapping[SkillKind, float] = {
    "technical": 1.0,
    "tool": 1.0,
    "domain": 0.8,
    "certificate": 0.8,
    "language": 0.6,
    "soft": 0.2,
}
WITH_YEARS = 1.5
"""What a skill asked for with years weighs against one without."""
UNKNOWN = 0.7
"""Weight of a name outside the graph against a known skill."""
SHORT_YEARS = 0.3
"""What is lost of a skill's share when none of its wanted years is there."""


ITEM_LEAST = 3
_BEFORE_ITEM = (
    r"(?:(?m:^)|[,;:/(|\u2022\u00b7*\u2013-][ \t]*|\b(?:and|or|with|in|of|et|und|y|e|avec|mit|con|en)[ \t]+)(?P<name>"
)
_AFTER_ITEM = r")(?=[ \t]*(?:[,;.)/|\n(]|$|\b(?:and|or|et|und|y|e)\b))"
"""Around an item of a list or of a sentence's end."""


class Covered(NamedTuple):
    """Weight of a set of requirements and how much of it is covered."""

    weight: float
    share: float


@cache
def rarity(slug: str) -> float:
    """How much naming a skill tells two jobs apart: from 1.2 for one that few roles need down to 0.5."""
    return max(0.5, 1.2 - 0.2 * math.log2(1 + _needed_by().get(slug, 0)))


@cache
def _needed_by() -> Mapping[str, int]:
    counts: dict[str, int] = {}
    for role in load.roles().values():
        for slug in {need.skill for need in (*role.critical, *role.preferred)}:
            counts[slug] = counts.get(slug, 0) + 1
    return counts


def weight_of(item: Requirement) -> float:
    """How much a requirement counts."""
    base = STRENGTH[item.strength] * KIND[item.kind] * (WITH_YEARS if item.years else 1.0)
    return base * (rarity(item.slug) if item.slug else UNKNOWN)


def credits_of(profile: MatchProfile, posting: Posting) -> Mapping[str, Credit]:
    """What the resume earns for each skill. A name that is also a plain word ("Excel", "CPA") counts when the resume has
    it as an item, spelt as the posting spells it: the two texts then mean the same thing."""
    credits = graph().expand(profile.skills)
    alike = {
        item.slug: Credit(1.0, item.slug, "have")
        for item in posting.requirements
        if item.slug and item.slug not in profile.disowned and credits.get(item.slug, NONE).share < HAD_FROM
        if _same_item(profile, item)
    }
    return {**credits, **alike} if alike else credits


def _same_item(profile: MatchProfile, item: Requirement) -> re.Match[str] | None:
    text = profile.text
    is_short = len(item.quote) < ITEM_LEAST and item.kind != "certificate"
    if is_short or item.quote.islower() or item.quote not in text:
        return None
    # Names of people and schools stand in the text, and not among its words: they must move no score.
    if not all(root in profile.words for root in count_stems(item.quote)):
        return None
    return re.search(_BEFORE_ITEM + re.escape(item.quote) + _AFTER_ITEM, text)


def stand(profile: MatchProfile, posting: Posting, language: str) -> list[RequirementStanding]:
    """Where the person stands for every requirement, with reason and evidence."""
    credits = credits_of(profile, posting)
    folded = fold(profile.text)
    return [_standing(profile, item, credits, folded, language) for item in (*posting.requirements, *posting.languages)]


def shares(
    profile: MatchProfile, posting: Posting, credits: Mapping[str, Credit], folded: str
) -> list[tuple[Requirement, float]]:
    """The same without sentences, for ranking many postings."""
    return [(item, _share(profile, item, credits, folded)) for item in (*posting.requirements, *posting.languages)]


def _share(profile: MatchProfile, item: Requirement, credits: Mapping[str, Credit], folded: str) -> float:
    if item.slug is None:
        return 1.0 if find_name(item.name, folded) is not None or _has_words(profile, item.name) else 0.0
    share = credits.get(item.slug, NONE).share
    had = profile.skills.get(item.slug)
    if had and item.years and 0 < had.years < item.years:
        share *= 1 - SHORT_YEARS * (1 - had.years / item.years)
    return share


def _has_words(profile: MatchProfile, phrase: str) -> bool:
    """True when the resume has every telling word of a phrase, in any form and order."""
    stems = weigh(count_stems(phrase))
    return len(stems) > 1 and all(root in profile.words for root in stems)


def find_name(name: str, folded: str) -> re.Match[str] | None:
    """A name outside the graph, looked for as a word."""
    return re.search(rf"(?<![\w]){re.escape(fold(name))}(?![\w])", folded)


def _standing(
    profile: MatchProfile, item: Requirement, credits: Mapping[str, Credit], folded: str, language: str
) -> RequirementStanding:
    share = _share(profile, item, credits, folded)
    status: Status = "had" if share >= HAD_FROM else "close" if share >= CLOSE_FROM else "missing"
    credit = credits.get(item.slug, NONE) if item.slug else NONE
    had = profile.skills.get(item.slug) if item.slug else None
    if item.slug:
        reason = credit_reason(item.slug, credit, had, language)
        source = had or (profile.skills.get(credit.through) if credit.through else None)
        evidence = source.evidence if source else _item_evidence(profile, item) if share else []
        hours = 0 if status == "had" else graph().hours(item.slug, have=None, want="working", share=share)
    else:
        reason = text(f"matching.reason.{'have' if share else 'missing'}", language, skill=item.name)
        evidence, hours = _name_evidence(profile, item.name, folded), 0
    return RequirementStanding(
        requirement=item,
        status=status,
        share=round(share, 3),
        through=credit.through,
        reason=reason,
        evidence=evidence,
        hours=hours,
    )


def _item_evidence(profile: MatchProfile, item: Requirement) -> list[Evidence]:
    match = _same_item(profile, item)
    if match is None:
        return []
    start, end = quote_around(profile.text, match.start("name"), match.end("name"))
    return [Evidence(quote=profile.text[start:end], start=start, end=end)]


def _name_evidence(profile: MatchProfile, name: str, folded: str) -> list[Evidence]:
    match = find_name(name, folded)
    if match is None:
        return []
    start, end = quote_around(profile.text, match.start(), match.end())
    return [Evidence(quote=profile.text[start:end], start=start, end=end)]


def covered(items: Iterable[tuple[Requirement, float]]) -> Covered:
    """Weighted share over requirements; of alternatives the best one counts, once."""
    groups: dict[int, tuple[float, float]] = {}
    for item, share in items:
        weight = weight_of(item)
        known = groups.get(item.group, (0.0, 0.0))
        groups[item.group] = (max(known[0], weight), max(known[1], share))
    total = sum(weight for weight, _ in groups.values())
    return Covered(total, sum(weight * share for weight, share in groups.values()) / total if total else 0.0)
