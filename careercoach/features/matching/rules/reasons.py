"""Sentences about skills, in the language asked for."""

from collections.abc import Sequence

from careercoach.content import load
from careercoach.content.graph import Credit
from careercoach.content.shapes import Level
from careercoach.core.texts import text
from careercoach.features.matching.schemas import ProfileSkill

NAMED_MOST = 3
"""Names in one sentence; more would not be read."""


def skill_name(slug: str, language: str) -> str:
    """The usual name of a skill in a language; the slug itself for one the content no longer has."""
    skill = load.skills().get(slug)
    if skill is None:
        return slug
    return skill.names.get(language, skill.name) if language in ("hi", "es") else skill.name


def join(names: Sequence[str], language: str) -> str:
    """ "A, B and C" """
    shown = list(names[:NAMED_MOST])
    if len(shown) < 2:
        return "".join(shown)
    return text("matching.list.and", language, first=", ".join(shown[:-1]), last=shown[-1])


def number(value: float) -> str:
    """A number without a needless ".0"."""
    return f"{value:.1f}".removesuffix(".0")


def credit_reason(want: str, credit: Credit, had: ProfileSkill | None, language: str) -> str:
    """Why a wanted skill counts as much as it does."""
    name = skill_name(want, language)
    if credit.way == "none" or credit.through is None:
        return text("matching.reason.missing", language, skill=name)
    if credit.way == "have":
        return _had_reason(name, had, language)
    key = "related_shared" if credit.way == "related" and credit.shared else credit.way
    if credit.way == "implied" and credit.share < 0.8:
        key = "related"
    return text(
        f"matching.reason.{key}",
        language,
        skill=name,
        through=skill_name(credit.through, language),
        share=round(float(credit.share), 2),
        shared=skill_name(credit.shared, language) if credit.shared else "",
    )


def _had_reason(name: str, had: ProfileSkill | None, language: str) -> str:
    if had is None:
        return text("matching.reason.have", language, skill=name)
    if had.is_claimed:
        return text("matching.reason.claimed", language, skill=name)
    if had.is_level_said:
        level = text(f"matching.level.{had.level}", language)
        return text("matching.reason.said", language, skill=name, level=level)
    if had.years >= 1:
        return text("matching.reason.have_years", language, skill=name, years=round(had.years, 1))
    first = had.evidence[0] if had.evidence else None
    if first and first.where in ("work", "project") and first.place:
        return text("matching.reason.have_work", language, skill=name, place=first.place)
    if first and all(proof.where == "skills" for proof in had.evidence):
        return text("matching.reason.listed", language, skill=name)
    return text("matching.reason.have", language, skill=name)


def level_reason(want: str, level: Level, wanted: Level, language: str) -> str:
    """The skill is there, but not as far as asked."""
    return text(
        "matching.reason.level",
        language,
        skill=skill_name(want, language),
        level=text(f"matching.level.{level}", language),
        wanted=text(f"matching.level.{wanted}", language),
    )
