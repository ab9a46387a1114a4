"""Which skills a posting asks for, how strongly, and which of them are alternatives of each other."""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from careercoach.content import load
from careercoach.content.scan import Found, find_skills
from careercoach.content.terms import fold
from careercoach.features.matching.rules.choices import Mention, alternatives
from careercoach.features.matching.rules.sections import Clause, Kind
from careercoach.features.matching.rules.unknown import find_phrases, find_unknown
from careercoach.features.matching.schemas import Requirement, SkillKind, Strength

_NICE_AFTER = re.compile(
    r"(?:\b(?:is|are|be|would be|will be|as|considered|strongly|highly)\s+)*\b(?:an?\s+(?:\w+\s+)?(?:plus|bonus"
    r"|advantage|asset)|preferred|desirable|desired|nice[- ]to[- ]haves?|beneficial"
    r"|advantageous|helpful|appreciated|welcome|optional|not essential|not mandatory|(?:but"
    r"|though)[, ]+not (?:required|essential|necessary|mandatory)|would be (?:great|nice|ideal)|good to have)\b"
    r"|\b(?:es|ser[aá]n?|son)\s+(?:un\s+)?(?:plus|ventaja|deseables?|valorables?)|\bdeseables?\b|\bvalorables?\b"
    r"|\bse valorar[aá]n?\b|बेहतर होगा|अतिरिक्त लाभ|वांछनीय",
    re.IGNORECASE,
)
_NICE_BEFORE = re.compile(
    r"\b(?:ideally|preferably|bonus(?: points)?(?: for| if)?|nice to have|good to have|plus points|extra points"
    r"|preference (?:for|given to)|optionally|desirable|preferred"
    r"|idealmente|preferiblemente|se valorar[aá]n?|deseable)\b|वांछनीय|बेहतर होगा",
    re.IGNORECASE,
)
_MAYBE_NICE = re.compile(
    r"plus|bonus|advanta|asset|prefer|desir|nice|good to|benefi|helpful|appreciat|welcome|optional|not |great"
    r"|ideal|extra|ventaja|valora|deseable|बेहतर|लाभ|वांछनीय",
    re.IGNORECASE,
)
_STRONG = re.compile(
    r"\b(?:strong|proficien\w+|required|must|expert\w*|solid|deep|\d+\+? years?|excellent|advanced|essential"
    r"|mandatory|hands-on|proven|in-depth|imprescindible|s[oó]lid[oa]s?)\b|अनिवार्य|आवश्यक",
    re.IGNORECASE,
)
_MUST = re.compile(
    r"\b(?:required|must[- ]have|must (?:be|know)|essential|mandatory|needed|need(?:s)? to (?:have|know)"
    r"|you (?:have|know|bring|should have|need)|experience (?:with|in|of|using|as|building|working)"
    r"|experienced (?:with|in)|proficien\w+ (?:in|with)|knowledge of|skilled in|expertise (?:in|with)"
    r"|familiar(?:ity)? with|background in|fluent in|understanding of|looking for (?:someone|a person"
    r"|people) (?:with|who)|command of|strong \w+ skills|ability to|imprescindible|experiencia (?:en|con)"
    r"|conocimientos? (?:de|en)|dominio de|manejo de|capacidad (?:de|para))\b|अनुभव|ज्ञान|आना चाहिए|अनिवार्य",
    re.IGNORECASE,
)
_NEGATED = (
    re.compile(
        r"\bno\s+(?:(?:prior|previous|specific|formal|need|knowledge|experience|background|coding|of|for|in|with"
        r"|or|and|to|know)\s+)*[^.;,]{0,60}?\b(?:required|needed|necessary|expected)\b",
        re.IGNORECASE,
    ),
    re.compile(
        r"\b(?:no need (?:for|to)|(?:do not|don't|don\u2019t|does not|won't|won\u2019t|will not) (?:need|have to"
        r"|be|use|require|write|work)|not looking for|this is not an?|rather than|instead of|away from|replac\w+"
        r"|no requiere|no es necesari[oa]|no se requiere|sin necesidad de)\b[^.;,]{0,60}",
        re.IGNORECASE,
    ),
    re.compile(r"[^.;,]{0,60}\b(?:is|are)? ?not (?:required|needed|necessary)\b", re.IGNORECASE),
    re.compile(r"\b(?:migrat\w+|moving|transition\w*) from\b\s+\w[\w.+#]*", re.IGNORECASE),
    re.compile(r"[^।;,]{0,50}(?:की ज़रूरत नहीं|आवश्यक नहीं|जरूरी नहीं|ज़रूरी नहीं)"),
)
_MAYBE_NEGATED = re.compile(
    r"\b(?:no|not|never|rather|instead|away|replac\w+|sin|from|we|our|hiring|recruiting|looking|seeking)\b"
    r"|n['\u2019]t\b|नहीं",
    re.IGNORECASE,
)
"""A quick look that spares most sentences the long patterns."""
_TALK = re.compile(
    r"\b(?:we(?: are|'re|\u2019re)|now|is|are|currently|actively) (?:hiring|recruiting|looking|seeking)\b"
    r"|\bhiring (?:an?|for|process|manager)\b"
    r"|\b(?:we|our (?:company|product|platform|software|app|solution|team)) (?:sell|make|offer|provide|help"
    r"|serve)s?\b[^.,;]{0,120}",
    re.IGNORECASE,
)
"""Words about the search itself or about what the firm sells; they ask for nothing."""
_SAME_PHRASE = re.compile(
    r"(?:\s+(?!(?:and|or|with|in|of|for|to|from|using|y|o|con|de|en)\b)[\w-]+){0,2}\s+", re.IGNORECASE
)
_YEARS = re.compile(
    r"(?<![\d$.])(\d{1,2})\s*(?:\+|plus)?\s*(?:(?:-|\u2013|to|a)\s*(\d{1,2})\s*\+?\s*)?(?:years?|yrs?|años|साल|वर्ष)",
    re.IGNORECASE,
)
_YEARS_SKILLS_MOST = 3
MENTIONS_MOST = 80
"""Skills looked at in one sentence; no honest one names so many."""


def find_requirements(text: str, parts: Sequence[Clause], title: tuple[int, int] = (0, 0)) -> list[Requirement]:
    """Everything asked for, in the order of the text; a skill named twice stands once, with its strongest form."""
    has_must = any(part.kind == "must" for part in parts)
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
        for mention, number in zip(mentions, groups, strict=True):
            strength = _strength(part, mention, base)
            if not _is_only_title(part, mention, title):
                found.append(_requirement(text, part, mention, strength, group + number, years))
        group += max(groups, default=-1) + 1
    return _strongest(found)


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
        if found.end <= end:
            name = " ".join(found.surface.split())
            mentions.append(Mention(found.slug, name, found.start - part.start, found.end - part.start))
    if part.kind in ("must", "nice"):
        taken = [(mention.start, mention.end) for mention in mentions]
        unknown = find_unknown(part.text, taken)
        if part.kind == "must":
            unknown += find_phrases(part.text, [*taken, *((start, end) for _, start, end in unknown)])
        mentions += [Mention(None, name, start, end) for name, start, end in unknown]
    if mentions and _MAYBE_NEGATED.search(part.text):
        denied = [match for pattern in (*_NEGATED, _TALK) for match in pattern.finditer(part.text)]
        mentions = [mention for mention in mentions if not any(_covers(match, mention) for match in denied)]
    mentions.sort(key=lambda mention: mention.start)
    return [
        one for before, one in zip([None, *mentions], mentions, strict=False) if not _is_tail(part.text, before, one)
    ]


def _is_tail(sentence: str, before: Mention | None, mention: Mention) -> bool:
    """True for a plain word that only ends the phrase of another skill: "Python programming", "WCAG compliance"."""
    if before is None or not mention.name.islower() or " " in mention.name:
        return False
    return _SAME_PHRASE.fullmatch(sentence, before.end, mention.start) is not None


def _covers(match: re.Match[str], mention: Mention) -> bool:
    # "appreciated but not required" makes a thing an advantage, it does not strike it out.
    if re.search(r"\b(?:but|though),? not (?:required|needed|necessary)", match.group(), re.IGNORECASE):
        return False
    return match.start() <= mention.start and mention.end <= match.end()


def _is_only_title(part: Clause, mention: Mention, title: tuple[int, int]) -> bool:
    """The title says what the job is called: "backend" in it asks for no skill of its own, but "Java" does."""
    inside = title[0] <= part.start + mention.start and part.start + mention.end <= title[1]
    return (
        inside
        and (mention.slug is None or load.skills()[mention.slug].kind not in ("tool", "certificate"))
        and not (mention.slug and load.skills()[mention.slug].category == "languages")
    )


def _strength(part: Clause, mention: Mention, base: Strength) -> Strength:
    if base == "nice" or _is_nice(part.text, mention):
        return "nice"
    return base


def _is_nice(sentence: str, mention: Mention) -> bool:
    if not _MAYBE_NICE.search(sentence):
        return False
    for cue in _NICE_AFTER.finditer(sentence):
        if cue.start() >= mention.end and _speaks_for(sentence, mention, cue.start()):
            return True
    for cue in _NICE_BEFORE.finditer(sentence):
        closed = sentence.find(")", cue.end(), mention.start) >= 0
        if cue.end() <= mention.start and not closed:
            return True
    return False


def _speaks_for(sentence: str, mention: Mention, cue: int) -> bool:
    """True when "... a plus" further on is said of this mention, not only of a later part of the sentence."""
    between = sentence[mention.end : cue]
    opened, closed = between.rfind("("), between.rfind(")")
    if opened > closed:
        # The cue stands in brackets that open after the mention: "Terraform (a plus)", not "AWS (Terraform a plus)".
        return not find_skills(between[opened:]) and not find_skills(between[:opened])
    start = max(sentence.rfind(".", 0, mention.start), sentence.rfind(";", 0, mention.start)) + 1
    strong = _STRONG.search(sentence, start, mention.start)
    comma = between.find(",")
    return not (strong and comma >= 0) and ". " not in between


def _years(sentence: str, mentions: list[Mention]) -> float | None:
    match = _YEARS.search(sentence)
    return float(match[1]) if match and 0 < len(mentions) <= _YEARS_SKILLS_MOST else None


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


_ORDER: tuple[Strength, ...] = ("must", "duty", "nice")


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
