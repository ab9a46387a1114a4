"""What to do about an analysis: improvements in order, how the resume can say more, the next steps, material.

This is the embedded coach of the room. Each tip names the requirements it is about; their quotes go with it, so that
nothing is advised that does not rest on words of the posting or the resume.
"""

from collections.abc import Mapping, Sequence

from careercoach.content import load
from careercoach.content.shapes import Resource
from careercoach.core.texts import LANGUAGES, text, text_n
from careercoach.features.job_matches.schemas import (
    Advice,
    Citation,
    Claim,
    LearningLine,
    Report,
    ResourceLine,
    SkillLine,
    Tip,
)
from careercoach.features.matching.schemas import Sentence

STRENGTHS_MOST, PRIORITIES_MOST, RECOMMENDED_MOST, LEARNT_MOST, MATERIAL_MOST = 6, 3, 6, 5, 3
FACTS_MOST = 40
"""Requirements told to a coach."""


def strengths_of(skills: Sequence[SkillLine]) -> list[Claim]:
    """What speaks for the person: covered requirements, must-haves and proven ones first. Only what can be quoted."""
    order = {"must": 0, "duty": 1, "nice": 2}
    had = [line for line in skills if line.status == "had" and any(c.side != "posting" for c in line.citations)]
    had.sort(key=lambda line: (line.kind == "soft", order[line.strength], line.is_claimed, _is_only_listed(line)))
    return [Claim(key=line.key, sentence=line.reason, citations=line.citations) for line in had[:STRENGTHS_MOST]]


def _is_only_listed(line: SkillLine) -> bool:
    proofs = [citation for citation in line.citations if citation.side == "resume"]
    # The language of a resume needs no job to prove it.
    return bool(proofs) and line.kind != "language" and all(citation.where == "skills" for citation in proofs)


def advise(report: dict[str, object], title: str, title_is_close: bool, language: str, **_others: object) -> Advice:
    """The advice in one language, from the parts that are measured."""
    known = Report.model_validate(report)
    return Advice(
        priorities=_priorities(known, language),
        recommendations=_recommendations(known, title, title_is_close, language),
        next_steps=_next_steps(known, language),
    )


def _name(line: SkillLine, language: str) -> str:
    others = line.others.in_(language)
    name = line.name.in_(language)
    return text("job_matches.or", language, name=name, others=others) if others else name


def _priorities(report: Report, language: str) -> list[Tip]:
    """The gaps that move most, one sentence each; with a FIT, what would make it safer."""
    tips: list[Tip] = []
    for line in [gap for gap in report.gaps() if gap.kind != "soft"][:PRIORITIES_MOST]:
        key = "path" if line.on_path else "close" if line.status == "close" else line.severity or "minor"
        hours = text_n("job_matches.priority_hours", language, line.hours) if line.hours else ""
        words = text(f"job_matches.priority.{key}", language, skill=_name(line, language), hours=hours)
        tips.append(Tip(text=words, keys=[line.key], hours=line.hours))
    if report.experience and report.experience.short_by:
        years = {"short": report.experience.short_by}
        tips.append(Tip(text=text("job_matches.priority.years", language, **years), keys=["experience_match"]))
    return tips


def _recommendations(report: Report, title: str, title_is_close: bool, language: str) -> list[Tip]:
    """How the resume can show more of what is there. Nothing in it asks to claim what is not."""
    tips: list[Tip] = []
    listed = [line for line in report.skills if line.status == "had" and line.kind != "soft" and _is_only_listed(line)]
    for line in listed[:2]:
        words = text("job_matches.tip.proof", language, skill=line.name.in_(language))
        tips.append(Tip(text=words, keys=[line.key], href="/resume"))
    close = [line for line in report.gaps() if line.status == "close"]
    for line in close[:2]:
        words = text(
            "job_matches.tip.name_it", language, skill=line.name.in_(language), reason=line.reason.in_(language)
        )
        tips.append(Tip(text=words, keys=[line.key], href="/resume"))
    soft = [line for line in report.skills if line.kind == "soft" and line.status != "had"]
    if soft:
        names = ", ".join(line.name.in_(language) for line in soft[:3])
        tips.append(
            Tip(
                text=text_n("job_matches.tip.soft", language, len(soft[:3]), skills=names),
                keys=[line.key for line in soft[:3]],
            )
        )
    claimed = [line for line in report.skills if line.is_claimed]
    if claimed:
        names = ", ".join(line.name.in_(language) for line in claimed[:3])
        words = text("job_matches.tip.claimed", language, skills=names)
        tips.append(Tip(text=words, keys=[line.key for line in claimed[:3]], href="/resume"))
    if title and not title_is_close:
        words = text("job_matches.tip.title", language, title=title)
        tips.append(Tip(text=words, keys=["domain_knowledge"], href="/resume"))
    return tips[:RECOMMENDED_MOST]


def _next_steps(report: Report, language: str) -> list[Tip]:
    fits = report.verdict is not None and report.verdict.verdict == "FIT"
    tips: list[Tip] = []
    shown = [line for line in report.skills if line.status == "close" or _is_only_listed(line)]
    if shown:
        words = text("job_matches.step.resume", language, skill=shown[0].name.in_(language))
        tips.append(Tip(text=words, keys=[shown[0].key], href="/resume"))
    first = next((gap for gap in report.gaps() if gap.slug and gap.hours and gap.kind != "soft"), None)
    if first:
        words = text_n("job_matches.step.learn", language, first.hours, skill=first.name.in_(language))
        tips.append(Tip(text=words, keys=[first.key], hours=first.hours))
    asked = [line for line in report.scores if line.ask]
    if asked:
        words = text_n("job_matches.step.answer", language, len(asked))
        tips.append(Tip(text=words, keys=[line.metric for line in asked]))
    had = [line for line in report.skills if line.status == "had" and line.citations]
    if had:
        words = text("job_matches.step.interview", language, skill=had[0].name.in_(language))
        tips.append(Tip(text=words, keys=[had[0].key], href="/interviews"))
    end = "apply" if fits else "again"
    tips.append(Tip(text=text(f"job_matches.step.{end}", language), keys=["readiness_percentage"]))
    return tips


def facts_of(report: Report) -> str:
    """The analysis in plain lines, for a model that shall speak about it."""
    verdict = report.verdict
    lines = [f"verdict: {verdict.verdict}, overall {verdict.overall}, needed {verdict.threshold}"] if verdict else []
    lines += [f"score {line.metric}: {'unknown' if line.value is None else line.value}" for line in report.scores]
    for line in report.skills[:FACTS_MOST]:
        lines.append(
            f"requirement [{line.key}] {line.name.en}: {line.strength}, {line.status}, share {line.share} %, "
            f"{line.hours} h, {line.reason.en}"
        )
    lines += [f"on the shortest path: {step.name.en}, {step.hours} h" for step in report.path]
    if report.experience:
        lines.append(report.experience.sentence.en)
    return "\n".join(lines)


def keys_of(report: Report) -> dict[str, list[Citation]]:
    """What may be spoken about, and the words it rests on."""
    known: dict[str, list[Citation]] = {line.metric: line.citations for line in report.scores}
    return known | {line.key: line.citations for line in report.skills}


def only_known(answer: Advice, inputs: Mapping[str, object], embedded: Advice) -> Advice:
    """Drops tips about requirements that the analysis does not have, and links that are not ours."""
    known = keys_of(Report.model_validate(inputs["report"]))
    hrefs = {"", "/resume", "/interviews", "/plan"}

    def true(tips: list[Tip], otherwise: list[Tip]) -> list[Tip]:
        kept = [tip for tip in tips if tip.keys and all(key in known for key in tip.keys) and tip.href in hrefs]
        return kept or otherwise

    return answer.model_copy(
        update={
            "priorities": true(answer.priorities, embedded.priorities),
            "recommendations": true(answer.recommendations, embedded.recommendations),
            "next_steps": true(answer.next_steps, embedded.next_steps),
        }
    )


def claims_of(tips: Mapping[str, list[Tip]], report: Report) -> list[Claim]:
    """Tips of one kind in the languages they came in, with the words they rest on."""
    known = keys_of(report)
    first = next(iter(tips.values()))
    claims: list[Claim] = []
    for place, tip in enumerate(first):
        said = {language: (tips[language][place] if language in tips else tip).text for language in LANGUAGES}
        claims.append(
            Claim(
                key=tip.keys[0] if tip.keys else "",
                sentence=Sentence(**said),
                citations=[citation for key in tip.keys for citation in known.get(key, [])][:4],
                href=tip.href,
                hours=tip.hours,
            )
        )
    return claims


def learning_of(report: Report, language: str) -> list[LearningLine]:
    """Material for the gaps that count most; those without any are left out."""
    lines: list[LearningLine] = []
    for gap in report.gaps():
        if gap.slug and gap.hours and len(lines) < LEARNT_MOST and (material := _material(gap.slug, language)):
            lines.append(LearningLine(key=gap.key, slug=gap.slug, name=gap.name, hours=gap.hours, resources=material))
    return lines


def _material(slug: str, language: str) -> list[ResourceLine]:
    def order(resource: Resource) -> tuple[bool, bool, int, bool, str]:
        levels = {"basic": 0, "working": 1, "strong": 2}
        readable = resource.language not in (language, "en")
        return readable, resource.language != language, levels[resource.level], resource.price != "free", resource.slug

    found = [one for one in load.resources().values() if slug in one.skills]
    return [
        ResourceLine(**one.model_dump(include=set(ResourceLine.model_fields)))
        for one in sorted(found, key=order)[:MATERIAL_MOST]
    ]
