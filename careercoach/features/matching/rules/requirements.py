"""Which skills a posting asks for, how strongly, and which of them are alternatives of each other."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Sequence

from careercoach.content import load
from careercoach.content.scan import Found, find_skills
from careercoach.content.terms import fold
from careercoach.features.matching.rules.advantages import is_nice
from careercoach.features.matching.rules.choices import Mention, alternatives
from careercoach.features.matching.rules.denials import denied_in
from careercoach.features.matching.rules.sections import Clause, Kind
from careercoach.features.matching.rules.studies import areas_in
from careercoach.features.matching.rules.unknown import find_phrases, find_unknown
from careercoach.features.matching.schemas import Quote, Requirement, RoleGuess, SkillKind, Strength

_MUST = re.compile(
    r"\b(?:required|must[- ]have|must (?:be|know)|essential|mandatory|needed|need(?:s)? to (?:have|know)"
    r"|you (?:have|know|bring|should have|need)|experience (?:with|in|of|using|as|building|working)"
    r"|experienced (?:with|in)|proficien\w+ (?:in|with)|knowledge of|skilled in|expertise (?:in|with)"
    r"|familiar(?:ity)? with|background in|fluent in|understanding of|looking for (?:someone|a person"
    r"|people) (?:with|who)|command of|strong \w+ skills|ability to|imprescindible|experiencia (?:en|con)"
    r"|conocimientos? (?:de|en)|dominio de|manejo de|capacidad (?:de|para))\b|अनुभव|ज्ञान|आना चाहिए|अनिवार्य",
    re.IGNORECASE,
)
_SAME_PHRASE = re.compile(
    r"(?:\s+(?!(?:and|or|with|in|of|for|to|from|using|y|o|con|de|en)\b)[\w-]+){0,2}\s+", re.IGNORECASE
)
_YEARS = re.compile(
    r"(?<![\d$.])(\d{1,2})\)?\s*(?:\+|plus)?\s*(?:(?:-|\u2013|to|a)\s*(\d{1,2})\s*\+?\s*)?(?:years?|yrs?|años|anos|ans\b|jahre|साल|वर्ष|年)",
    re.IGNORECASE,
)
_YEARS_SKILLS_MOST = 3
_OWN_YEARS = re.compile(
    r"\s*(?:\(|:|-|\u2013)\s*(?:at least |min(?:imum|\.)? |mind(?:estens|\.) |m[ií]nimo )?(\d{1,2})\s*(?:\+|plus)?(?:\s*-\s*\d{1,2})?"
    r"\s*(?:years?|yrs?|años|anos|ans\b|jahre|साल|वर्ष|年)",
    re.IGNORECASE,
)
_OF_A_COUNTRY = re.compile(
    r"\s+(?:kitchen|cuisine|food|restaurants?|cooking|dishes|menu|wines?|markets?|tax|law|gaap|compan(?:y|ies)|clients?"
    r"|customers?|history|offices?|stores?|de semana)\b",
    re.IGNORECASE,
)
"""After the name of a tongue: "Italian kitchen" asks for no Italian."""
_OF_THE_FIRM = re.compile(
    r"\s+(?:stores?|shops?|compan(?:y|ies)|firms?|manufacturers?|retailers?|start-?ups?)\b",
    re.IGNORECASE,
)
"""After the name of a trade: "our electronics store" tells what the firm sells."""
_MONEY = re.compile(r"\d[\d,.]*\s?k? $", re.IGNORECASE)
_MONEY_SAID = re.compile(r"[$\u20ac\u00a3\u20b9]\s?\d|\d\s?[$\u20ac\u00a3\u20b9]|\b(?:EUR|USD|GBP|CHF|INR|MXN)\b")
"""A sentence of pay lists no skills."""
_MONEY_AFTER = re.compile(r" ?\$? ?\d{2,3}[,.\dk]")
_TOWN_BEFORE = re.compile(r"\b[A-Z][a-z]{2,}, $")
"""Before the two letters of a state: "Oakland, CA"."""
_ACCREDITED = re.compile(r"-(?:accredited|approved|recogni[sz]ed)\b", re.IGNORECASE)
"""After the name of a body: "ABA-accredited" asks for no behaviour analysis."""
_FIRM_NAME = re.compile(r"[A-Z][\w&.]+ $")
_WRITTEN_CODE = re.compile(
    r"\s+(?:(?:a|an|the|our|some|more|clean|good|fair|amount|lot|lots|of|maintainable|testable|production|unit|complex"
    r"|high-quality|robust|new)\s+){0,5}(?:code|tests?|quer(?:y|ies)|scripts?|software|programs?|[A-Z][\w+#.]*)\b"
)
TRADE_FROM = 0.8
"""How surely the title must be one of the catalogue for its trade to be asked."""
TRADE_GROUP = 100_000
"""A group of its own, beyond all others."""
MENTIONS_MOST = 80
"""Skills looked at in one sentence; no honest one names so many."""


def find_requirements(
    text: str,
    parts: Sequence[Clause],
    title: tuple[int, int] = (0, 0),
    trade: Collection[str] = (),
    *,
    trains: bool = False,
) -> list[Requirement]:
    """Everything asked for, in the order of the text; a skill named twice stands once, with its strongest form.

    `trade` are the skills that the title itself means: a degree in them is a must, one in anything else helps. Where the
    employer `trains`, what the tasks name is learnt there.
    """
    has_must = trains or any(part.kind == "must" for part in parts)
    # The whole text is scanned at once, so that a name alone in its bullet is seen in its list.
    mentioned = find_skills(text)
    found: list[Requirement] = []
    group = 0
    for part in parts:
        base = _base_strength(part.kind, part.text, has_must)
        if base is None:
            continue
        mentions = _mentions(part, mentioned)
        groups = alternatives(part.text, mentions)
        years = _years(part.text, mentions)
        own_years = [_own_years(part.text, mention) for mention in mentions]
        studied = areas_in(part.text)
        for mention, number, own in zip(mentions, groups, own_years, strict=True):
            # Which degree somebody has says a little; the degree itself is read apart (conditions.py).
            is_studied = mention.slug not in trade and any(start <= mention.start < end for start, end in studied)
            strength: Strength = "nice" if is_studied else _strength(part, mention, base)
            if not _is_only_title(part, mention, title):
                asked = own or (None if any(own_years) else years)
                found.append(_requirement(text, part, mention, strength, group + number, asked))
        group += max(groups, default=-1) + 1
    return _strongest(found)


def trade_skills(roles: Sequence[RoleGuess]) -> frozenset[str]:
    """The fields of knowledge that a title means, when it is surely one of the catalogue."""
    if not roles or roles[0].score < TRADE_FROM:
        return frozenset()
    needs = load.roles()[roles[0].slug].critical
    return frozenset(need.skill for need in needs if load.skills()[need.skill].kind == "domain")


def trade_of(title: Quote, roles: Sequence[RoleGuess]) -> Requirement | None:
    """What a posting asks that says no more than "Licensed plumber needed": the first skill of the trade itself."""
    if not roles or roles[0].score < TRADE_FROM:
        return None
    order = {"domain": 0, "technical": 1}
    needs = [need for need in load.roles()[roles[0].slug].critical if load.skills()[need.skill].kind in order]
    need = min(needs, key=lambda need: (order[load.skills()[need.skill].kind], -need.weight), default=None)
    if need is None:
        return None
    skill = load.skills()[need.skill]
    return Requirement(
        slug=need.skill, name=skill.name, kind=skill.kind, strength="must", group=TRADE_GROUP, sentence=title.quote,
        quote=title.quote, start=title.start, end=title.end,
    )  # fmt: skip


def _base_strength(kind: Kind, sentence: str, has_must: bool) -> Strength | None:
    if kind in ("about", "offer"):
        return None
    if kind in ("must", "nice"):
        return kind
    if _MUST.search(sentence) or not has_must:
        return "must"
    return "duty"


def _mentions(part: Clause, mentioned: Sequence[Found]) -> list[Mention]:
    end = part.start + len(part.text)
    first = bisect_left(mentioned, part.start, key=lambda found: found.start)
    mentions: list[Mention] = []
    for found in mentioned[first:]:
        if found.start >= end or len(mentions) >= MENTIONS_MOST:
            break
        if found.end <= end and not (_is_of_a_country(part, found) or _is_no_skill(part, found)):
            name = " ".join(found.surface.split())
            mentions.append(Mention(found.slug, name, found.start - part.start, found.end - part.start))
    if part.kind in ("must", "nice"):
        taken = [(mention.start, mention.end) for mention in mentions]
        unknown = find_unknown(part.text, taken, is_welcome=part.kind == "nice")
        if not _MONEY_SAID.search(part.text):
            unknown += find_phrases(part.text, [*taken, *((start, end) for _, start, end in unknown)])
        mentions += [Mention(None, name, start, end) for name, start, end in unknown]
    if mentions and (denied := denied_in(part.text)):
        mentions = [one for one in mentions if not any(start <= one.start and one.end <= end for start, end in denied)]
    mentions.sort(key=lambda mention: mention.start)
    return [
        one for before, one in zip([None, *mentions], mentions, strict=False) if not _is_tail(part.text, before, one)
    ]


def _is_of_a_country(part: Clause, found: Found) -> bool:
    """True for a language that only says from where something is: "Italian kitchen"."""
    if load.skills()[found.slug].kind != "language":
        return False
    return _OF_A_COUNTRY.match(part.text, found.end - part.start) is not None


def _is_no_skill(part: Clause, found: Found) -> bool:
    """True for a word that only looks like a skill here: "Smith Holdings plc", "you will be writing Python"."""
    start, end = found.start - part.start, found.end - part.start
    word = part.text[start:end]
    if word == "CAD" and (_MONEY.search(part.text, max(0, start - 20), start) or _MONEY_AFTER.match(part.text, end)):
        return True
    if word == "mes" or _ACCREDITED.match(part.text, end) or (word == "CA" and part.text[end : end + 1] == "$"):
        return True
    if len(word) == 2 and word.isupper() and _TOWN_BEFORE.search(part.text, max(0, start - 30), start):
        return True
    if word == "plc":
        return _FIRM_NAME.search(part.text, max(0, start - 40), start) is not None
    return word.lower() == "writing" and _WRITTEN_CODE.match(part.text, end) is not None


def _is_tail(sentence: str, before: Mention | None, mention: Mention) -> bool:
    """True for a plain word that only ends the phrase of another skill: "Python programming", "WCAG compliance"."""
    if before is None or not mention.name.islower() or " " in mention.name:
        return False
    return _SAME_PHRASE.fullmatch(sentence, before.end, mention.start) is not None


def _is_only_title(part: Clause, mention: Mention, title: tuple[int, int]) -> bool:
    """The title says what the job is called: "backend" in it asks for no skill of its own, but "Java" does."""
    inside = title[0] <= part.start + mention.start and part.start + mention.end <= title[1]
    return (
        inside
        and (mention.slug is None or load.skills()[mention.slug].kind not in ("tool", "certificate"))
        and not (mention.slug and load.skills()[mention.slug].category == "languages")
    )


def _strength(part: Clause, mention: Mention, base: Strength) -> Strength:
    if base == "nice" or is_nice(part.text, mention):
        return "nice"
    # A trade that the firm is in helps, and is no must: "for our electronics store".
    is_tool = mention.slug is not None and load.skills()[mention.slug].kind == "tool"
    return "nice" if not is_tool and _OF_THE_FIRM.match(part.text, mention.end) else base


def _years(sentence: str, mentions: list[Mention]) -> float | None:
    match = _YEARS.search(sentence)
    return float(match[1]) if match and 0 < len(mentions) <= _YEARS_SKILLS_MOST else None


def _own_years(sentence: str, mention: Mention) -> float | None:
    """Years in brackets or behind a colon right after a skill: "Python (3+ years), Django"."""
    match = _OWN_YEARS.match(sentence, mention.end)
    return float(match[1]) if match else None


def _requirement(
    text: str, part: Clause, mention: Mention, strength: Strength, group: int, years: float | None
) -> Requirement:
    skill = load.skills()[mention.slug] if mention.slug else None
    kind: SkillKind = skill.kind if skill else "technical"
    start, end = part.start + mention.start, part.start + mention.end
    return Requirement(
        slug=mention.slug,
        name=mention.name,
        kind=kind,
        strength=strength,
        years=years if kind in ("technical", "tool", "domain") else None,
        group=group,
        sentence=part.text,
        quote=text[start:end],
        start=start,
        end=end,
    )


_ORDER: tuple[Strength, ...] = ("must", "nice", "duty")
"""What is said in so many words wins over what the tasks name."""


def _strongest(found: list[Requirement]) -> list[Requirement]:
    best: dict[str, Requirement] = {}
    sizes = Counter(item.group for item in found)
    same: dict[int, int] = {}
    for item in found:
        key = item.slug or fold(item.name)
        known = best.setdefault(key, item)
        if known is item:
            continue
        if sizes[item.group] > 1 and sizes[known.group] == 1:
            # "Our stack: Go" and later "Go or Rust": what may stand in for Go does so in the whole posting.
            same[known.group] = item.group
        if _ORDER.index(item.strength) < _ORDER.index(known.strength):
            best[key] = item.model_copy(update={"years": item.years or known.years})
        elif item.years and not known.years:
            known.years = item.years
    for item in best.values():
        item.group = same.get(item.group, item.group)
    return sorted(best.values(), key=lambda item: item.start)
