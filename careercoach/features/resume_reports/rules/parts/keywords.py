"""Keywords: the skills that the wanted role asks for, found by any of their usual names."""

from fractions import Fraction

from careercoach.content.graph import credit
from careercoach.content.load import skills
from careercoach.features.resume_reports.rules.losses import Loss
from careercoach.features.resume_reports.rules.material import Material
from careercoach.features.resume_reports.rules.questions import if_used
from careercoach.features.resume_reports.schemas import Place

TOTAL = Fraction(15)
CRITICAL = 2
"""How much more a critical skill counts than a preferred one of the same weight."""
IMPLIED = 0.8
LISTED = 3


def judge(material: Material) -> list[Loss] | None:
    """Skills of the role that are not named; None without a role."""
    role = material.role
    if role is None:
        return None
    named = {mention.slug for mention in material.mentions}
    weights: dict[str, int] = {}
    for needs, factor in ((role.critical, CRITICAL), (role.preferred, 1)):
        for need in needs:
            weights.setdefault(need.skill, need.weight * factor)
    total = sum(weights.values())
    critical = {need.skill for need in role.critical}
    place = _skills_place(material)
    return [
        _loss(material, slug, TOTAL * weight / total, named, place, slug in critical)
        for slug, weight in weights.items()
        if slug not in named
    ]


def _loss(material: Material, slug: str, points: Fraction, named: set[str], place: Place, is_critical: bool) -> Loss:
    through = max(sorted(named), key=lambda have: credit([have], slug).share, default="")
    implied = bool(through) and credit([through], slug).share >= IMPLIED
    kind = "keyword_implied" if implied else ("keyword_critical" if is_critical else "keyword")
    name = skills()[slug].name
    listed = material.listed_skills[:LISTED]
    offered = name if implied else if_used(name, material.language)
    return Loss(
        kind, points, Place(page=place.page, box=place.box, start=place.start, end=place.end), skill=slug, sign=slug,
        words=skills()[through].name if implied else "", example=", ".join([*listed, offered]),
    )  # fmt: skip


def _skills_place(material: Material) -> Place:
    """Where the skills stand: that is where a keyword is added first."""
    for section in material.reading.sections:
        if section.kind == "skills":
            return material.place(section.start, min(section.end, section.start + 60))
    return Place()
