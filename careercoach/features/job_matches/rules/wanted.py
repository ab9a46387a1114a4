"""What is compared with: a posting as read, a role of the catalogue or a dream as a posting, and its corrections."""

from functools import lru_cache

from careercoach.content import load
from careercoach.content.scan import find_skills
from careercoach.content.shapes import Role
from careercoach.core.texts import LANGUAGES, text
from careercoach.features.job_matches.rules.cultures import find_cultures
from careercoach.features.job_matches.schemas import (
    AddedSkill,
    FieldOption,
    PostingEdits,
    Reading,
    Sheet,
    SheetSkill,
    Suggestion,
)
from careercoach.features.matching import service as matching
from careercoach.features.matching.schemas import Pay, Posting, Quote, Requirement, Sentence

NAMED_MOST = 40
"""Requirements listed in the text that stands for a role."""


def role_posting(role: Role) -> str:
    """A role of the catalogue in the form of a posting, so that it is read, corrected and quoted like any other."""
    skills = load.skills()
    must = [f"- {skills[need.skill].name}" for need in role.critical[:NAMED_MOST]]
    nice = [f"- {skills[need.skill].name}" for need in role.preferred[:NAMED_MOST]]
    years = [f"- {role.min_years}+ years of experience"] if role.min_years else []
    degree = {"bachelor": "Bachelor's degree", "master": "Master's degree", "doctorate": "PhD degree"}
    study = [f"- {degree[role.education]}"] if role.education in degree else []
    return "\n".join(
        [role.title.en, "", role.summary.en, "", "Requirements", *must, *years, *study, "", "Nice to have", *nice]
    )


def dream_posting(words: str, role: Role) -> str:
    """The same with the person's own words in it: what they name counts too."""
    return f"{role_posting(role)}\n\nAlso wanted\n- {' '.join(words.split())}"


def key_of(item: Requirement) -> str:
    """What a requirement is called in corrections: the skill, or the words themselves for an unknown one."""
    return item.slug or f"~{item.name.casefold()}"[:120]


def correct(posting: Posting, edits: PostingEdits) -> Posting:
    """The posting with what the person corrected in it."""
    changes: dict[str, object] = {
        name: value
        for name in ("title", "seniority", "years_least", "place", "location", "contract")
        if (value := getattr(edits, name)) is not None
    }
    if edits.education is not None and edits.education != posting.education:
        changes |= {"education": edits.education, "education_is_must": False, "education_at": None}
    if edits.title:
        changes["roles"] = matching.find_role(edits.title, "en", limit=3)
    field = next((one for one in posting.fields if one.slug == edits.field), None)
    if field is not None:
        changes["fields"] = [field.model_copy(update={"share": 1.0})]
    if (pay := _pay(posting, edits)) is not None:
        changes["pay"] = pay
    dropped = {name.casefold() for name in edits.removed_certificates}
    changes["certificates"] = [one for one in posting.certificates if one.quote.casefold() not in dropped]
    changes["requirements"] = _kept([*posting.requirements, *_added(posting, edits)], edits)
    changes["languages"] = _kept(posting.languages, edits)
    return posting.model_copy(update=changes)


def _pay(posting: Posting, edits: PostingEdits) -> Pay | None:
    least, most = edits.pay_least, edits.pay_most
    if least is None and most is None:
        return None
    before = posting.pay
    least = least or most or 0
    most = max(least, most or least)
    return Pay(least_year=least, most_year=most, currency=edits.currency or (before.currency if before else ""))


def _kept(items: list[Requirement], edits: PostingEdits) -> list[Requirement]:
    kept: list[Requirement] = []
    for item in items:
        key = key_of(item)
        strength = edits.strengths.get(key, item.strength)
        if strength != "removed":
            kept.append(
                item.model_copy(update={"strength": strength, "years": edits.years.get(key, item.years) or None})
            )
    return kept


def _added(posting: Posting, edits: PostingEdits) -> list[Requirement]:
    """Skills named by the person; only one that was suggested to them has words in the posting."""
    there = {item.slug for item in (*posting.requirements, *posting.languages)}
    group = max((item.group for item in (*posting.requirements, *posting.languages)), default=-1) + 1
    found: list[Requirement] = []
    for place, one in enumerate(edits.added):
        skill = load.skills().get(one.slug)
        if skill is None or one.slug in there:
            continue
        there.add(one.slug)
        words = _words_of(one, posting.text)
        found.append(
            Requirement(
                **words.model_dump(), slug=skill.slug, name=skill.name, kind=skill.kind, strength=one.strength,
                years=edits.years.get(one.slug) or None, group=group + place, sentence=one.quote if words.quote else "",
            )
        )  # fmt: skip
    return found


def _words_of(one: AddedSkill, text: str) -> Quote:
    """Where the posting names the skill; no words when it does not."""
    at = text.find(one.quote) if one.quote else -1
    hit = next((found for found in find_skills(one.quote) if found.slug == one.slug), None) if at >= 0 else None
    return Quote(quote=hit.surface, start=at + hit.start, end=at + hit.end) if hit else Quote(quote="", start=0, end=0)


@lru_cache(maxsize=16)
def read_once(words: str) -> Posting:
    """A posting as read. The parts of one analysis look at it one after the other; nobody changes it."""
    return matching.read_posting(words)


def read_whole(words: str) -> tuple[str, Reading]:
    """The plain text of a posting, and all that was read from it."""
    read = {language: matching.read_posting(words, language=language) for language in LANGUAGES}
    posting = read["en"]
    fields = [
        FieldOption(slug=one.slug, name=Sentence(**{lang: said.fields[place].name for lang, said in read.items()}))
        for place, one in enumerate(posting.fields)
    ]
    bare = posting.model_copy(update={"text": "", "words": {}})
    return posting.text, Reading(posting=bare, fields=fields, cultures=list(find_cultures(posting.text)))


def sheet_of(reading: Reading, edits: PostingEdits, words: str = "") -> Sheet:
    """All that was read from these words, with the corrections in it, and what may be added."""
    posting = reading.posting.model_copy(update={"text": words})
    fixed = correct(posting, edits)
    return Sheet(
        title=fixed.title,
        seniority=fixed.seniority,
        years_least=fixed.years_least,
        education=fixed.education,
        place=fixed.place,
        location=fixed.location,
        pay_least=fixed.pay.least_year if fixed.pay else None,
        pay_most=fixed.pay.most_year if fixed.pay else None,
        currency=fixed.pay.currency if fixed.pay else "",
        contract=fixed.contract,
        field=fixed.fields[0].slug if fixed.fields else "",
        fields=reading.fields,
        cultures=edits.cultures if edits.cultures is not None else reading.cultures,
        skills=[
            _sheet_skill(item, edits) for item in (*posting.requirements, *_added(posting, edits), *posting.languages)
        ],
        certificates=[one.quote for one in fixed.certificates],
        suggested=_still_open(reading.suggested, fixed),
        suggested_by=reading.suggested_by,
    )


def _still_open(suggested: list[Suggestion], fixed: Posting) -> list[Suggestion]:
    """What the corrected posting does not have yet, its words still standing there."""
    there = {item.slug for item in (*fixed.requirements, *fixed.languages)}
    return [
        one
        for one in suggested
        if one.quote in fixed.text
        and (one.value not in there if one.field == "skill" else not getattr(fixed, one.field))
    ]


def _sheet_skill(item: Requirement, edits: PostingEdits) -> SheetSkill:
    """With what was struck out, so that it can be put back."""
    return SheetSkill(
        key=key_of(item),
        name=skill_words(item.slug, item.name),
        kind=item.kind,
        strength=edits.strengths.get(key_of(item), item.strength),
        years=edits.years.get(key_of(item), item.years) or None,
        quote=item.quote,
    )


def skill_words(slug: str | None, name: str) -> Sentence:
    """A skill in all languages, or the words of the posting for one that we do not know."""
    if slug is None:
        return Sentence(en=name, hi=name, es=name)
    return Sentence(**{language: matching.skill_name(slug, language) for language in LANGUAGES})


def say(key: str, **values: object) -> Sentence:
    """A sentence of the catalogue in all languages; values that are Sentences are put in by language."""

    def one(language: str) -> str:
        filled = {name: value.in_(language) if isinstance(value, Sentence) else value for name, value in values.items()}
        return text(key, language, **filled)

    return Sentence(**{language: one(language) for language in LANGUAGES})
