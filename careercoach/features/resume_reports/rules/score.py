"""The score: ten parts, the points each can give, and the findings that cost some of them."""

from collections.abc import Callable
from fractions import Fraction

from careercoach.features.resume_reports.rules.losses import Loss, stable_id
from careercoach.features.resume_reports.rules.material import Material
from careercoach.features.resume_reports.rules.measures import has_measure
from careercoach.features.resume_reports.rules.notices import find_notices
from careercoach.features.resume_reports.rules.parts import (
    consistency,
    contact,
    dates,
    file,
    keywords,
    length,
    machine,
    results,
    sections,
    verbs,
)
from careercoach.features.resume_reports.rules.verbs import TONGUES, weak_words
from careercoach.features.resume_reports.schemas import (
    PARTS,
    WEIGHTS,
    Finding,
    PageSize,
    Part,
    PartName,
    Place,
    ResumeReport,
)

RUBRIC = 1
"""Counted up with every change of the rubric: older reports are made anew."""
JUDGES: dict[PartName, Callable[[Material], list[Loss] | None]] = {
    "machine": machine.judge, "contact": contact.judge, "sections": sections.judge, "dates": dates.judge,
    "length": length.judge, "keywords": keywords.judge, "results": results.judge, "verbs": verbs.judge,
    "consistency": consistency.judge, "file": file.judge,
}  # fmt: skip
STRENGTHS = 3


def judge_resume(material: Material) -> ResumeReport:
    """The report on one file."""
    judged: dict[PartName, list[Loss] | None] = {part: judge(material) for part, judge in JUDGES.items()}
    possible = sum(WEIGHTS[part] for part in PARTS if judged[part] is not None)
    factor = Fraction(100, possible)
    found: dict[PartName, list[Loss]] = {part: losses for part, losses in judged.items() if losses is not None}
    findings = [_finding(part, loss, factor) for part, losses in found.items() for loss in losses]
    lost = _lost_by_part(found, factor)
    parts = [
        Part(name=part, most=float(WEIGHTS[part] * factor), earned=float(WEIGHTS[part] * factor - lost[part]))
        if judged[part] is not None
        else Part(name=part, most=0, earned=0, judged=False)
        for part in PARTS
    ]
    exact = 100 - sum(lost.values(), Fraction(0))
    return ResumeReport(
        rubric=RUBRIC,
        score=int(exact + Fraction(1, 2)),
        exact=float(exact),
        language=material.language,
        role=material.role.slug if material.role else "",
        parts=parts,
        findings=_apart(sorted(findings, key=lambda one: (-one.points, PARTS.index(one.part), one.place.start))),
        notices=find_notices(material),
        strengths=_strengths(material),
        pages=[PageSize(width=look.width, height=look.height) for look in material.reading.looks],
    )


def _finding(part: PartName, loss: Loss, factor: Fraction) -> Finding:
    losses: dict[PartName, Fraction] = {part: loss.points, **loss.also}
    return Finding(
        id=stable_id(loss),
        kind=loss.kind,
        part=part,
        points=float(sum(losses.values(), Fraction(0)) * factor),
        losses={name: float(points * factor) for name, points in losses.items()},
        place=loss.place,
        n=loss.n,
        words=loss.words,
        skill=loss.skill,
        example=loss.example if loss.example != loss.place.quote else "",
    )


def _lost_by_part(judged: dict[PartName, list[Loss]], factor: Fraction) -> dict[PartName, Fraction]:
    lost: dict[PartName, Fraction] = dict.fromkeys(PARTS, Fraction(0))
    for part, losses in judged.items():
        for loss in losses:
            lost[part] += loss.points * factor
            for other, points in loss.also.items():
                lost[other] += points * factor
    return lost


def _apart(findings: list[Finding]) -> list[Finding]:
    """The same words twice in one resume: the second finding gets an id of its own."""
    seen: dict[str, int] = {}
    for finding in findings:
        seen[finding.id] = seen.get(finding.id, 0) + 1
        if seen[finding.id] > 1:
            finding.id = f"{finding.id}-{seen[finding.id]}"
    return findings


def _strengths(material: Material) -> list[Place]:
    """Points that say what was done and how much came of it."""
    strong = [
        point.place
        for point in material.points
        if has_measure(point.text, material.language)
        and not (material.language in TONGUES and weak_words(point.text, material.language))
    ]
    return strong[:STRENGTHS]
