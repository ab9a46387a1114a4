"""What a model read in a posting, held against the posting: cited or dropped. Nothing here changes what is compared."""

import re
from collections.abc import Mapping, Sequence

from careercoach.content.orders import is_order, without_commands
from careercoach.content.scan import find_skills
from careercoach.features.job_matches.rules.correcting import with_field
from careercoach.features.job_matches.rules.wanted import say, skill_words
from careercoach.features.job_matches.schemas import (
    AddedSkill,
    Fact,
    FurtherReading,
    PostingEdits,
    ReadFact,
    ReadSkill,
    Suggestion,
)
from careercoach.features.matching import service as matching
from careercoach.features.matching.schemas import Posting, Requirement, Sentence
from careercoach.ports.ai.guard.quoting import find_quote, mentions

SKILLS_MOST = 8
QUOTE_MOST = 200
NAME_MOST = 60
"""Characters of a title or a place."""
ROLE_LEAST = 0.5
"""How sure it must be that words are the title of a job."""
FACTS: tuple[Fact, ...] = ("title", "location", "contract", "education")

_SAYS: Mapping[str, Mapping[str, re.Pattern[str]]] = {
    field: {value: re.compile(words, re.IGNORECASE) for value, words in table.items()}
    for field, table in {
        "contract": {
            "full-time": r"full[- ]?time|permanent|\b(?:3[5-9]|40) (?:hours|horas)|jornada completa|tiempo completo"
            r"|indefinid|vollzeit|unbefristet|temps plein|\bcdi\b|पूर्णकालिक|फ़ुल[- ]?टाइम|फुल[- ]?टाइम|स्थायी",
            "part-time": r"part[- ]?time|half[- ]time|tiempo parcial|media jornada|teilzeit|temps partiel|अंशकालिक|पार्ट[- ]?टाइम",
            "temporary": r"temporar|fixed|contract|seasonal|cover|temporal|befristet|\bcdd\b|अस्थायी|संविदा",
            "freelance": r"freelan|contractor|self-employed|aut[oó]nomo|फ़्रीलांस|फ्रीलांस",
            "internship": r"\bintern|trainee|placement|pr[aá]cticas|becari|praktik|\bstage\b|इंटर्न",
        },
        "education": {
            "none": r"\b(?:no|without|not)\b.{0,30}\b(?:degree|diploma|school|qualification)|degree.{0,20}\bnot\b"
            r"|sin (?:t[ií]tulo|estudios)",
            "secondary": r"high school|secondary|\b12th\b|a-levels?|abitur|bachillerato|secundari|12वीं|माध्यमिक",
            "vocational": r"diploma|vocational|apprentic|\biti\b|formaci[oó]n profesional|\bfp\b|ausbildung|डिप्लोमा|आईटीआई",
            "bachelor": r"bachelor|degree|graduate|universit|\bb\.? ?(?:sc|tech|com|eng|e|a)\b|licenciatura|\bgrado\b|स्नातक",
            "master": r"master|\bm\.? ?(?:sc|tech|com|eng|a)\b|\bmba\b|post-?graduate|m[aá]ster|स्नातकोत्तर",
            "doctorate": r"\bph\.? ?d|doctora|पीएच",
        },
    }.items()
}  # fmt: skip
"""Words that a quote must hold for a value: wider than what our rules read, as nobody is judged by it unasked."""


def nothing_further(language: str, posting: str, known: Sequence[str], missing: Sequence[str]) -> FurtherReading:
    """What the rules read is all that they read."""
    return FurtherReading()


def only_cited(answer: FurtherReading, inputs: Mapping[str, object], by_rules: FurtherReading) -> FurtherReading:
    """Entries whose words stand in the posting, speak to people, and say what is claimed; each thing once."""
    text, known = str(inputs["posting"]), inputs["known"]
    skills = {one.name: one for one in (_true_skill(one, text) for one in reversed(answer.skills)) if one}
    facts = {one.field: one for one in (_true_fact(one, text) for one in reversed(answer.facts)) if one}
    kept = [one for slug, one in skills.items() if isinstance(known, list) and slug not in known][::-1]
    missing = inputs["missing"]
    update = {
        "skills": kept[:SKILLS_MOST],
        "facts": [
            one for field in FACTS if isinstance(missing, list) and field in missing and (one := facts.get(field))
        ],
    }
    return answer.model_copy(update=update)


def _cited(quote: str, text: str) -> str:
    """The words of the posting that a quote means; empty when there are none, or they speak to the coach."""
    found = find_quote(quote, without_commands(text))
    if found is None or "\n" in found or len(found) > QUOTE_MOST or is_order(line_around(found, text)):
        return ""
    return found


def line_around(words: str, text: str) -> str:
    """The line in which words first stand."""
    at = text.find(words)
    end = text.find("\n", at)
    return text[text.rfind("\n", 0, at) + 1 : len(text) if end < 0 else end]


def _true_skill(one: ReadSkill, text: str) -> ReadSkill | None:
    quote = _cited(one.quote, text)
    if not quote:
        return None
    said = {found.slug for found in find_skills(one.name)}
    asked = asked_in(quote, text)
    slug = next((found.slug for found in find_skills(quote) if found.slug in said and found.slug in asked), None)
    return one.model_copy(update={"name": slug, "quote": quote}) if slug else None


def asked_in(quote: str, text: str) -> dict[str, Requirement]:
    """What our rules would read in the line of a quote, were it a requirement: nothing that it says is not needed."""
    read = matching.read_posting(f"Job\n\nRequirements\n- {line_around(quote, text).strip(' -*•')}")
    return {item.slug: item for item in (*read.requirements, *read.languages) if item.slug}


def _true_fact(one: ReadFact, text: str) -> ReadFact | None:
    quote, value = _cited(one.quote, text), " ".join(one.value.split())
    if not quote:
        return None
    if one.field in _SAYS:
        says = _SAYS[one.field].get(value)
        is_true = says is not None and says.search(quote) is not None
    else:
        is_true = len(value) <= NAME_MOST and mentions(value, quote) and _is_name(one.field, value)
    return one.model_copy(update={"value": value, "quote": quote}) if is_true else None


def _is_name(field: Fact, value: str) -> bool:
    if field == "title":
        return any(guess.score >= ROLE_LEAST for guess in matching.find_role(value, "en", limit=1))
    return len(value.split()) <= 5 and not value[:1].islower() and not find_skills(value)


def open_fields(posting: Posting) -> list[str]:
    """What the rules did not find of the job."""
    return [field for field in FACTS if not getattr(posting, field)]


def suggestions_of(answer: FurtherReading, text: str) -> list[Suggestion]:
    """What is offered to the person, from a checked answer."""
    facts = [
        Suggestion(key=one.field, field=one.field, value=one.value, name=_name(one), quote=one.quote)
        for one in answer.facts
    ]
    skills = [
        Suggestion(
            key=f"skill:{one.name}", field="skill", value=one.name, name=skill_words(one.name, one.name),
            strength=one.strength, years=asked_in(one.quote, text)[one.name].years, quote=one.quote,
        )
        for one in answer.skills
    ]  # fmt: skip
    return facts + skills


def _name(one: ReadFact) -> Sentence:
    if one.field in _SAYS:
        return say(f"job_matches.{one.field}.{one.value}")
    return Sentence(en=one.value, hi=one.value, es=one.value)


def with_suggestion(edits: PostingEdits, one: Suggestion) -> PostingEdits:
    """The corrections with a suggestion the person took."""
    if one.field != "skill":
        return with_field(edits, one.field, one.value)
    fixed = edits.model_copy(deep=True)
    others = [added for added in fixed.added if added.slug != one.value]
    fixed.added = [*others, AddedSkill(slug=one.value, strength=one.strength, quote=one.quote)][-60:]
    fixed.strengths.pop(one.value, None)
    if one.years:
        fixed.years[one.value] = one.years
    return PostingEdits.model_validate(fixed.model_dump())
