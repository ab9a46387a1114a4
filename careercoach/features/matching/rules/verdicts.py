"""FIT or UNFIT by one rule, and how sure that is.

FIT when nothing blocks and either the overall score is at least `FIT_FROM`, or at least `MUSTS_ENOUGH` of the weight
of the must-haves is covered. What blocks:

- a tool or programming language named in the title, or asked for with years, is missing (a near neighbour stands in for
  it, unless two must-haves are missing altogether and less than half of their weight is had itself)
- a field of patients asked for with years ("2 years of ICU") is missing: years on another ward are no years on this one
- less than 30 % of the weight of the must-haves is covered
- more than half of the years asked for are missing (where at least two are asked for)
- a required degree or licence is missing
- a language that the posting wants fluent is none of those that the resume names

A job that trains anybody is open to anybody: its score starts at `FIT_FROM` (scores.py).

What counts of a resume at all, `credible.py` decides.
"""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from careercoach.content import load
from careercoach.content.scan import find_skills
from careercoach.content.terms import fold
from careercoach.core.texts import text
from careercoach.features.matching.rules.classes import lacks_class
from careercoach.features.matching.rules.credible import credible
from careercoach.features.matching.rules.places import is_place
from careercoach.features.matching.rules.reasons import number, skill_name
from careercoach.features.matching.rules.scores import Parts, measure
from careercoach.features.matching.rules.standings import CLOSE_FROM, HAD_FROM, Covered, weight_of
from careercoach.features.matching.schemas import (
    EDUCATION,
    MatchProfile,
    Posting,
    Quote,
    Requirement,
    Verdict,
)

FIT_FROM = 45.0
MUSTS_ENOUGH = 0.85
MUSTS_SOLID = 2.0
"""Weight of must-haves from which covering nearly all of them is enough: two or three skills of the trade."""
MUSTS_LEAST = 0.3
MUSTS_COUNT = 1.5
"""Weight of must-haves from which covering hardly any of them blocks."""
YEARS_LEAST = 0.5
MISSING_BELOW = 0.5
"""A named tool with less than this share is missing: a near neighbour may stand in for it, its basis may not."""
HAD_SHARE = 0.5
MISSING_SOME = 2
SAME_TITLE = 0.75
LICENCES = frozenset(
    (
        "nclex-rn",
        "teaching-license",
        "clinical-social-work-license",
        "social-work-license",
        "cdl",
        "cpa",
        "medical-license",
        "pharmacist-license",
        "plumbing-license",
        "journeyman-electrician",
        "real-estate-license",
        "security-license",
        "bar-admission",
        "pe-license",
        "architect-license",
        "epa-608",
        "cosmetology-license",
        "cna-certification",
        "emt-certification",
    )
)
"""Certificates without which the work is forbidden."""
_FLUENT = re.compile(
    r"fluen|nativ|\b[BC][12]\b|proficien|bilingu|biling[uü]|mother tongue|flie(?:ß|ss)end|verhandlungssicher|sehr gut|courant|langue maternelle"
    r"|fluid|must|required|mandatory|essential|imprescindible|obligat|speak|excellent|धाराप्रवाह|अनिवार्य|精通|流利",
    re.IGNORECASE,
)
_CAPITALS = re.compile(r"[A-Z]{2,6}(?: [A-Z]?\d{1,3})?")
_MANDATORY = re.compile(r"[^.;,]{0,40}\b(?:required|mandatory|essential|must)\b", re.IGNORECASE)
_LICENCE = re.compile(r"licen[sc]|\b(?:CPA|RN|CDL|CISSP|PMP|NCLEX|CFA)\b|registered|\bbar$", re.IGNORECASE)


class Block(NamedTuple):
    """Something that makes a FIT impossible; `slugs` are the skills whose gain lifts it, if skills can."""

    kind: str
    sentence: str
    name: str
    slugs: tuple[str, ...] = ()


def blocks(
    profile: MatchProfile, posting: Posting, parts: Parts, items: Sequence[tuple[Requirement, float]], language: str
) -> list[Block]:
    """Everything that blocks, the heaviest first."""
    found = [
        Block("skill", text("matching.block.skill", language, skill=skill_name(slug, language)), slug, (slug,))
        for slug in _missing_critical(posting, items)
    ]
    found += [
        Block("skill", text("matching.block.skill", language, skill=name), name)
        for name in _missing_names(posting, items)
    ]
    if not posting.is_open and parts.must.weight >= MUSTS_COUNT and parts.must.share < MUSTS_LEAST:
        found.append(Block("musts", text("matching.block.musts", language, share=round(100 * parts.must.share)), ""))
    if posting.years_least and posting.years_least >= 2 and (parts.years or 1.0) < YEARS_LEAST:
        years = {"wanted": round(posting.years_least, 1), "years": round(profile.years or 0.0, 1)}
        found.append(Block("years", text("matching.block.years", language, **years), number(posting.years_least)))
    if _lacks_degree(profile, posting) and posting.education_at:
        quote = posting.education_at.quote
        found.append(Block("education", text("matching.block.education", language, quote=quote), quote))
    for quote in _lacking_licences(profile, posting, parts, items):
        found.append(Block("certificate", text("matching.block.licence", language, quote=quote), quote))
    if wanted := lacks_class(profile, posting):
        found.append(Block("certificate", text("matching.block.licence", language, quote=wanted), wanted))
    for slug in _lacking_languages(profile, posting, items):
        name = skill_name(slug, language)
        found.append(Block("language", text("matching.block.language", language, skill=name), name, (slug,)))
    return found


def _best(items: Sequence[tuple[Requirement, float]]) -> dict[int, float]:
    """The share of each group of alternatives."""
    best: dict[int, float] = {}
    for item, share in items:
        best[item.group] = max(best.get(item.group, 0.0), share)
    return best


def _missing_critical(posting: Posting, items: Sequence[tuple[Requirement, float]]) -> list[str]:
    """Skills that the title names or that are asked for with years; of alternatives, only if none is there."""
    best = _best(items)
    least = HAD_FROM if _shows_little(items, best) else MISSING_BELOW
    in_title = {found.slug for found in find_skills(posting.title)}
    found: dict[str, None] = {}
    for item, _ in items:
        if item.slug is None or item.strength != "must" or item.kind in ("soft", "language"):
            continue
        asked = item.slug in in_title or item.years
        if (best[item.group] < least and asked and _is_named_tool(item.slug)) or (
            best[item.group] < MISSING_BELOW and item.years and load.skills()[item.slug].category == "health"
        ):
            found[item.slug] = None
    return list(found)


def _shows_little(items: Sequence[tuple[Requirement, float]], best: Mapping[int, float]) -> bool:
    """True when less than `HAD_SHARE` of the weight of the musts is had itself and some are missing altogether: then a
    neighbour does not stand in for the main tool."""
    weights = {
        item.group: weight_of(item)
        for item, _ in items
        if item.strength == "must" and item.kind not in ("soft", "language")
    }
    had = sum(weight for group, weight in weights.items() if best[group] >= HAD_FROM)
    missing = sum(best[group] < CLOSE_FROM for group in weights)
    return missing >= MISSING_SOME and had < HAD_SHARE * sum(weights.values())


def _missing_names(posting: Posting, items: Sequence[tuple[Requirement, float]]) -> list[str]:
    """Names in capitals that no graph knows, asked for with years, as mandatory or in the title too: "2 years of
    ICU experience"."""
    best = _best(items)
    return [
        item.name
        for item, _ in items
        if item.slug is None and item.strength == "must" and best[item.group] < MISSING_BELOW
        if _CAPITALS.fullmatch(item.name) and _is_insisted_on(item, posting)
    ]


def _is_insisted_on(item: Requirement, posting: Posting) -> bool:
    after = posting.text[item.end : item.end + 60].partition("\n")[0]
    in_title = re.search(rf"\b{re.escape(item.name)}\b", posting.title)
    return bool(item.years or in_title or _MANDATORY.match(after))


def _is_named_tool(slug: str) -> bool:
    """A product or a language of machines: one has used it or not. Wider names ("retail sales") blur into others."""
    skill = load.skills()[slug]
    return skill.kind == "tool" or skill.category in ("languages", "frameworks", "databases", "cloud")


def _lacks_degree(profile: MatchProfile, posting: Posting) -> bool:
    if posting.education is None or not posting.education_is_must or profile.education is None:
        return False
    return EDUCATION.index(profile.education) < EDUCATION.index(posting.education) - (posting.education == "master")


def _lacking_licences(
    profile: MatchProfile, posting: Posting, parts: Parts, items: Sequence[tuple[Requirement, float]]
) -> list[str]:
    """Licences as the posting writes them, each once."""
    best = _best(items)
    asked = [item for item, _ in items if item.slug in LICENCES and item.strength == "must"]
    # Whoever bears the very title works under the licence, said or not, unless another one is named.
    is_outside = (parts.title or 0.0) < SAME_TITLE or not LICENCES.isdisjoint(profile.skills)
    known = {item.slug: item.quote for item in asked if is_outside and best[item.group] < MISSING_BELOW}
    named = [quote.quote for quote in _lacking_quotes(profile, posting)]
    written = " ".join(named)
    return [*named, *(quote for quote in known.values() if quote not in written)]


def _lacking_languages(
    profile: MatchProfile, posting: Posting, items: Sequence[tuple[Requirement, float]]
) -> list[str]:
    """Languages wanted fluent that are none of the resume's, where the resume names any."""
    names_some = any(load.skills()[slug].kind == "language" and had.evidence for slug, had in profile.skills.items())
    if not (profile.languages or names_some):
        return []
    best = _best(items)
    return [
        item.slug
        for item in posting.languages
        if item.slug and item.strength == "must" and best[item.group] < MISSING_BELOW
        if _FLUENT.search(item.sentence) or item.quote in posting.title
    ]


def _lacking_quotes(profile: MatchProfile, posting: Posting) -> list[Quote]:
    folded = fold(profile.text)
    lacking: list[Quote] = []
    for quote in posting.certificates:
        if any(found.slug in profile.skills for found in find_skills(quote.quote)):
            continue
        kept = " ".join(word for word in quote.quote.split() if not is_place(word.strip(".,")))
        words = [word for word in re.findall(r"[\w+]+", fold(kept)) if word not in _CERTIFICATE_WORDS]
        shown = sum(re.search(rf"\b{re.escape(word)}\b", folded) is not None for word in words)
        if words and _LICENCE.search(quote.quote) and 2 * shown < len(words):
            lacking.append(quote)
    return lacking


_CERTIFICATE_WORDS = frozenset(
    re.findall(
        r"\S+",
        """
        a an the valid current active state or and of in all north south west new certified certification certificate licensed license
        licence licensure
        """,
    )
)


def confidence(profile: MatchProfile, posting: Posting, parts: Parts, is_blocked: bool) -> float:
    """0.5..0.97: the farther from the limit and the more both texts say, the surer."""
    distance = min(1.0, abs(parts.overall - FIT_FROM) / 25)
    if is_blocked:
        distance = max(distance, 0.4)
    known = min(1.0, parts.all_skills.weight / 5) * min(1.0, len(profile.skills) / 6)
    return round(0.5 + 0.47 * distance * (0.5 + 0.5 * known), 3)


def is_fit(overall: float, must: Covered, *, is_blocked: bool) -> bool:
    """The rule itself."""
    enough = must.weight >= MUSTS_SOLID and must.share >= MUSTS_ENOUGH - 1e-9
    return not is_blocked and (overall >= FIT_FROM - 1e-9 or enough)


def verdict_with(profile: MatchProfile, posting: Posting, closed: frozenset[str]) -> Verdict:
    """The verdict if the person covered these skills in full and nothing else changed: the what-if of the path."""
    before = measure(profile, posting)
    found = blocks(profile, posting, before, before.items, "en")
    if before.overall >= FIT_FROM or is_fit(before.overall, before.must, is_blocked=bool(found)):
        profile = credible(profile, posting).profile
    items = measure(profile, posting).items
    groups = {item.group for item, _ in items if item.slug in closed}
    parts = measure(profile, posting, closed=groups)
    found = blocks(profile, posting, parts, parts.items, "en")
    return "FIT" if is_fit(parts.overall, parts.must, is_blocked=bool(found)) else "UNFIT"
