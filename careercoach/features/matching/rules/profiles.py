"""From a JSON Resume to what counts for matching: skills with evidence and level, years, degree, titles, place.

Name, school names, addresses and numbers that identify a person are blanked before anything is read, so they can
move no score; gender words, ages and nationality are words without weight (`recognition/background.toml`).
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from careercoach.content import load
from careercoach.content.graph import graph
from careercoach.content.scan import Found, find_skills
from careercoach.content.shapes import Level
from careercoach.content.terms import fold
from careercoach.features.matching.rules.evidence import Owners, quote_around
from careercoach.features.matching.rules.fields import guess_fields
from careercoach.features.matching.rules.personal import without_personal
from careercoach.features.matching.rules.pieces import Piece, entries, lay_out, read_date, words_of
from careercoach.features.matching.rules.said import said_by_person
from careercoach.features.matching.rules.spells import months_of, years_dated, years_said
from careercoach.features.matching.rules.studies import highest
from careercoach.features.matching.rules.titles import find_role, find_titles
from careercoach.features.matching.rules.words import count_stems, weigh
from careercoach.features.matching.schemas import (
    Evidence,
    MatchProfile,
    ProfileEdits,
    ProfileSkill,
    RoleGuess,
    WorkSpell,
)

STRONG_YEARS = 3.0
TITLE_WEIGHT = 2.0
"""How many times a word of a job title counts among the words of the resume."""

_ADDRESS = re.compile(
    r"[^\s@]{1,64}@[^\s@]{1,255}|(?:https?://|www\.)\S+|(?<![\w.-])[\w.-]{1,80}\.(?:com|org|io|net|in|dev)/\S*"
    r"|\+?\d[\d ()./-]{7,20}\d"
)
_SELF_RATED: tuple[tuple[Level, re.Pattern[str]], ...] = (
    (
        "strong",
        re.compile(r"\b(?:expert|advanced|master|proficient|strong|fluent|native|avanzado|experto)\b|विशेषज्ञ", re.I),
    ),
    ("basic", re.compile(r"\b(?:beginner|basics?|novice|elementary|familiar|b[aá]sico|principiante)\b|बुनियादी", re.I)),
)


def build_profile(
    resume: Mapping[str, Any], *, today: date, text: str = "", edits: ProfileEdits | None = None
) -> MatchProfile:
    """What of a JSON Resume counts. `text` is the file's own text when there is one: places then count in it."""
    pieces = lay_out(resume)
    text = text.strip("\ufeff") or "\n".join(piece.text for piece in pieces)
    blanked = _blank(text, resume)
    profile = MatchProfile(text=text, **_facts(resume, pieces, blanked, today))
    profile.skills = _skills(text, blanked, pieces, today)
    _add_own_language(profile)
    counts = count_stems(blanked)
    for title in profile.titles[:3]:
        count_stems(title, factor=TITLE_WEIGHT, into=counts)
    profile.words = weigh(counts)
    profile.fields = guess_fields(blanked, profile.titles)
    profile.roles = _roles(profile.titles)
    for change in (said_by_person(resume), edits):
        profile = _apply(profile, change) if change else profile
    return profile


def _add_own_language(profile: MatchProfile) -> None:
    """Whoever writes a resume in a language can use it at work."""
    words = fold(profile.text).split()
    counts = {slug: sum(word in common for word in words) for slug, common in _LANGUAGES.items()}
    slug = max(counts, key=lambda name: counts[name])
    skill = load.skills().get(slug)
    if skill and slug not in profile.skills and counts[slug] >= 3:
        profile.skills[slug] = ProfileSkill(slug=slug, name=skill.name, level="working", mentions=0)


_LANGUAGES = {
    "english": frozenset(["the", "and", "of", "in", "to", "for", "with", "on", "at", "by", "from", "a", "an"]),
    "spanish": frozenset(["el", "la", "de", "en", "y", "con", "los", "las", "para", "por", "del", "una", "un"]),
    "hindi": frozenset(["में", "और", "का", "की", "के", "से", "है", "पर"]),
}


def _roles(titles: list[str]) -> list[RoleGuess]:
    """The roles of the newest titles, older ones counting less."""
    best: dict[str, RoleGuess] = {}
    for place, title in enumerate(titles[:5]):
        for guess in find_role(title, "en", limit=3):
            guess.score = round(guess.score * (1 - 0.1 * place), 3)
            if guess.score > (best[guess.slug].score if guess.slug in best else 0.0):
                best[guess.slug] = guess
    return sorted(best.values(), key=lambda guess: (-guess.score, guess.slug))[:6]


def _facts(resume: Mapping[str, Any], pieces: list[Piece], text: str, today: date) -> dict[str, Any]:
    work = _work(resume, today)
    dated = [span for entry in work if (span := _span(entry, today))]
    years = round(months_of(dated) / 12, 1) if dated else None
    said, ranged = years_said(text), None if dated else years_dated(text, today)
    studies = " ; ".join(
        words_of(e.get("studyType")) + " in " + words_of(e.get("area")) for e in entries(resume, "education")
    )
    titles = [piece.text for piece in pieces if piece.is_title]
    return {
        "titles": list(dict.fromkeys(titles)) or find_titles(text),
        "work": work,
        "years": max((number for number in (years, said, ranged) if number is not None), default=None),
        "education": highest(studies) or highest(text),
        "education_areas": [area for e in entries(resume, "education") if (area := words_of(e.get("area")))],
        "certificates": [piece.text for piece in pieces if piece.where == "certificate"],
        "languages": {
            name: words_of(e.get("fluency"))
            for e in entries(resume, "languages")
            if (name := words_of(e.get("language")))
        },
        "location": _location(resume),
    }


def _work(resume: Mapping[str, Any], today: date) -> list[WorkSpell]:
    spells: list[WorkSpell] = []
    for entry in entries(resume, "work"):
        spell = WorkSpell(
            title=words_of(entry.get("position")),
            employer=words_of(entry.get("name")) or words_of(entry.get("company")),
            start=read_date(entry.get("startDate")),
            end=read_date(entry.get("endDate"), is_end=True),
        )
        span = _span(spell, today)
        spell.months = months_of([span]) if span else 0
        spells.append(spell)
    return spells


def _span(spell: WorkSpell | Piece, today: date) -> tuple[date, date] | None:
    if spell.start is None or spell.start > today:
        return None
    return spell.start, min(spell.end or today, today)


def _location(resume: Mapping[str, Any]) -> str:
    basics = resume.get("basics")
    location: Any = basics.get("location") if isinstance(basics, Mapping) else None  # pyright: ignore[reportUnknownVariableType, reportUnknownMemberType]
    if isinstance(location, Mapping):
        place: Mapping[str, Any] = location  # pyright: ignore[reportUnknownVariableType]
        return ", ".join(line for key in ("city", "region", "countryCode") if (line := words_of(place.get(key))))
    return words_of(location)


def _blank(text: str, resume: Mapping[str, Any]) -> str:
    """The text with name, schools, addresses, phone numbers and what is personal blanked out, every place unchanged."""
    basics = resume.get("basics")
    name = words_of(basics.get("name")) if isinstance(basics, Mapping) else ""  # pyright: ignore[reportUnknownMemberType]
    private = [] if not name or find_titles(name) else [name]
    private += [
        school for entry in entries(resume, "education") if len(school := words_of(entry.get("institution"))) > 3
    ]
    for words in private:
        pattern = r"\s+".join(map(re.escape, words.split()))
        text = re.sub(rf"(?<!\w){pattern}(?!\w)", _spaces, text, flags=re.IGNORECASE)
    return _ADDRESS.sub(_spaces, without_personal(text))


def _spaces(match: re.Match[str]) -> str:
    return "".join(char if char == "\n" else " " for char in match.group())


def _skills(text: str, blanked: str, pieces: list[Piece], today: date) -> dict[str, ProfileSkill]:
    mentions: dict[str, list[Found]] = {}
    for found in find_skills(blanked):
        mentions.setdefault(found.slug, []).append(found)
    owners = Owners(pieces)
    skills = {slug: _skill(text, found, owners, today) for slug, found in mentions.items()}
    for shown in list(skills.values()):
        _lend_years(shown, skills)
    return skills


def _lend_years(shown: ProfileSkill, skills: dict[str, ProfileSkill]) -> None:
    """Three years of Django at work are three years of Python, also when Python stands only in a list."""
    for slug, credit in graph().reach(shown.slug).items():
        lent = skills.get(slug)
        if lent and credit.way in ("child", "implied") and credit.share >= 0.8 and lent.years < shown.years:
            lent.years = shown.years
            if shown.years >= STRONG_YEARS:
                lent.level = "strong"


def _skill(text: str, mentions: list[Found], owners: Owners, today: date) -> ProfileSkill:
    evidence: dict[int, Evidence] = {}
    spans: list[tuple[date, date]] = []
    for found in mentions:
        start, end = quote_around(text, found.start, found.end)
        if start in evidence:
            continue
        piece = owners.of(text[start:end])
        span = _span(piece, today)
        evidence[start] = Evidence(
            quote=text[start:end],
            start=start,
            end=end,
            where=piece.where,
            place=piece.place,
            last_used=span[1].year if span else None,
        )
        if piece.where == "work" and span:
            spans.append(span)
    proofs = sorted(evidence.values(), key=_proof_order)
    years = round(months_of(spans) / 12, 1)
    return ProfileSkill(
        slug=mentions[0].slug,
        name=mentions[0].name,
        level=_level(proofs, mentions[0].surface, years, len(mentions)),
        years=years,
        mentions=len(mentions),
        evidence=proofs,
    )


_PROOF = ("work", "project", "certificate", "education", "claimed", "summary", "other", "skills")


def _proof_order(evidence: Evidence) -> tuple[int, int, int]:
    return _PROOF.index(evidence.where), -(evidence.last_used or 0), evidence.start


def _level(proofs: list[Evidence], surface: str, years: float, mentions: int) -> Level:
    """Strong after three years in posts that show it, working when a post, project or certificate shows it.

    A skill that is only listed counts as working too: the person says so, and the reason names the missing proof.
    What a skills line says in so many words ("Expert", "Basics of") wins over that.
    """
    if years >= STRONG_YEARS or (years >= 2 and mentions >= 3):
        return "strong"
    listed = [proof.quote for proof in proofs if proof.where in ("skills", "other", "summary")]
    for level, pattern in _SELF_RATED:
        if any(_is_rated(line, surface, pattern) for line in listed):
            return level
    return "working"


def _is_rated(line: str, surface: str, pattern: re.Pattern[str]) -> bool:
    place = line.lower().find(surface.lower())
    return bool(pattern.search(line[max(0, place - 30) : place + len(surface) + 20])) if place >= 0 else False


def _use_until(skill: ProfileSkill | None, year: int) -> None:
    """Lines without a date of their own take the year in which the person last used the skill."""
    if skill is None:
        return
    skill.last_used = year
    for proof in skill.evidence:
        if proof.where in ("skills", "summary", "other"):
            proof.last_used = year


def _apply(profile: MatchProfile, edits: ProfileEdits) -> MatchProfile:
    profile.disowned += edits.removed
    for slug in edits.removed:
        profile.skills.pop(slug, None)
    for slug, level in edits.levels.items():
        skill = profile.skills.get(slug)
        if skill:
            skill.is_level_said = skill.level != level
            skill.level = level
        elif slug in load.skills():
            profile.skills[slug] = ProfileSkill(
                slug=slug, name=load.skills()[slug].name, level=level, mentions=0, is_claimed=True
            )
    for slug, year in edits.last_used.items():
        _use_until(profile.skills.get(slug), year)
    profile.years = edits.years if edits.years is not None else profile.years
    profile.location = edits.location if edits.location is not None else profile.location
    profile.wished_places = edits.wished_places or profile.wished_places
    profile.wished_pay_year = edits.wished_pay_year or profile.wished_pay_year
    return profile
