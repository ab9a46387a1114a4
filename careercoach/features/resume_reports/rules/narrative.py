"""The report in a few sentences: the coach's own words, and the check that every claim rests on the resume."""

import re
from collections.abc import Mapping
from typing import Any

from careercoach.core.texts import text, text_n
from careercoach.features.resume_reports.rules.losses import normalised
from careercoach.features.resume_reports.schemas import Claim, NarrativeAnswer, ResumeReport

GOOD, FAIR = 80, 60
WEAK_PARTS, WEAK_SHARE = 3, 0.75
SUMMARY_MOST = 700


def tell(*, language: str, report: dict[str, Any], role_title: str = "", resume_text: str = "") -> NarrativeAnswer:
    """The embedded answer: from the parts and findings of the report alone."""
    judged = ResumeReport.model_validate(report)
    level = "good" if judged.score >= GOOD else ("fair" if judged.score >= FAIR else "low")
    sentences = [text(f"resume_reports.tell.{level}", language, score=judged.score)]
    strong = [part for part in judged.parts if part.judged and part.earned >= 0.9 * part.most]
    if strong:
        names = _listed([text(f"resume_reports.part.{part.name}", language) for part in strong[:3]], language)
        sentences.append(text("resume_reports.tell.strong", language, parts=names))
    if judged.findings:
        best = sum(finding.points for finding in judged.findings[:3])
        sentences.append(
            text_n("resume_reports.tell.gain", language, min(3, len(judged.findings)), points=f"{best:.0f}")
        )
    return NarrativeAnswer(
        summary=" ".join(sentences),
        strengths=[
            Claim(text=text("resume_reports.tell.strength", language), quote=place.quote) for place in judged.strengths
        ],
        weak=_weak(judged, language),
        first=_first(judged, language, role_title),
    )


def _weak(report: ResumeReport, language: str) -> list[Claim]:
    """The parts that lose the largest share, each with the first passage that shows it."""
    lost = [part for part in report.parts if part.judged and part.most and part.earned < WEAK_SHARE * part.most]
    claims: list[Claim] = []
    for part in sorted(lost, key=lambda one: one.earned - one.most)[:WEAK_PARTS]:
        quote = next((one.place.quote for one in report.findings if one.part == part.name and one.place.quote), "")
        claims.append(Claim(text=text(f"resume_reports.weak.{part.name}", language), quote=quote))
    return claims


def _first(report: ResumeReport, language: str, role_title: str) -> str:
    if not report.findings:
        return text("resume_reports.tell.nothing_to_fix", language)
    part = report.findings[0].part
    if part == "keywords" and role_title:
        return text("resume_reports.tell.first_keywords", language, role=role_title)
    return text(f"resume_reports.first.{part}", language)


def _listed(names: list[str], language: str) -> str:
    if len(names) < 2:
        return "".join(names)
    return text("resume_reports.tell.and", language, first=", ".join(names[:-1]), last=names[-1])


def only_what_stands_there(
    answer: NarrativeAnswer, inputs: Mapping[str, Any], embedded: NarrativeAnswer
) -> NarrativeAnswer:
    """Claims whose quote is not in the resume are dropped; a summary with a number of its own is the coach's own."""
    resume = normalised(str(inputs.get("resume_text", "")))
    score = ResumeReport.model_validate(inputs["report"]).score
    numbers = set(
        re.findall(r"\d+", f"{inputs.get('resume_text', '')} {score} 100 {embedded.summary} {embedded.first}")
    )

    def grounded(claims: list[Claim], otherwise: list[Claim]) -> list[Claim]:
        kept = [one for one in claims if _stands(one, resume) and _same_numbers(one.text, numbers)]
        return kept or otherwise

    return answer.model_copy(
        update={
            "summary": answer.summary if _is_sober(answer.summary, numbers) else embedded.summary,
            "first": answer.first if _is_sober(answer.first, numbers) else embedded.first,
            "strengths": grounded(answer.strengths, embedded.strengths),
            "weak": grounded(answer.weak, embedded.weak),
        }
    )


def _stands(claim: Claim, resume: str) -> bool:
    return bool(claim.text.strip()) and (not claim.quote or normalised(claim.quote) in resume)


def _is_sober(words: str, numbers: set[str]) -> bool:
    return 0 < len(words.strip()) <= SUMMARY_MOST and _same_numbers(words, numbers)


def _same_numbers(words: str, numbers: set[str]) -> bool:
    return set(re.findall(r"\d+", words)) <= numbers
