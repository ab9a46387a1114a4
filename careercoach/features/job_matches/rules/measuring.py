"""What a comparison says: scores, verdict, skills and path as lines."""

from collections.abc import Mapping
from typing import Literal

from careercoach.core.texts import LANGUAGES
from careercoach.features.job_matches.rules.asking import ask_for
from careercoach.features.job_matches.rules.citing import cite, cite_context, cite_proofs, cite_quotes
from careercoach.features.job_matches.rules.comparing import Compared
from careercoach.features.job_matches.rules.cultures import culture_fit, find_cultures
from careercoach.features.job_matches.rules.wanted import key_of, say, skill_words
from careercoach.features.job_matches.schemas import (
    Citation,
    Culture,
    ExperienceGap,
    PathLine,
    Report,
    ScoreLine,
    Severity,
    SkillLine,
    VerdictPart,
)
from careercoach.features.matching.schemas import (
    Evidence,
    Quote,
    RequirementStanding,
    Sentence,
    Strength,
)

POSTS_MOST = 3
STRENGTH_ORDER: dict[Strength, int] = {"must": 0, "duty": 1, "nice": 2}


def _all(compared: Compared, pick: str, place: int | None = None) -> Sentence:
    """One sentence of the three reports."""
    said = {language: getattr(report, pick) for language, report in compared.reports.items()}
    return Sentence(**(said if place is None else {language: lines[place] for language, lines in said.items()}))


def verdict_of(compared: Compared) -> VerdictPart:
    """The verdict with its rule and what weighed most."""
    said = compared.said
    return VerdictPart(
        verdict=said.verdict,
        confidence=round(100 * said.confidence),
        overall=round(said.overall),
        threshold=round(said.threshold),
        rule=_all(compared, "rule"),
        reasons=[_all(compared, "reasons", place) for place in range(len(said.reasons))],
        blockers=[_all(compared, "blockers", place) for place in range(len(said.blockers))],
    )


def scores_of(compared: Compared) -> list[ScoreLine]:
    """The eleven scores; each that cannot be known names the one thing that is missing."""
    lines: list[ScoreLine] = []
    shown = _cultures(compared)
    for place, score in enumerate(compared.said.scores):
        value = None if score.value is None else round(score.value)
        reason = Sentence(**{language: report.scores[place].reason for language, report in compared.reports.items()})
        if score.metric == "culture_fit":
            value = culture_fit(compared.material.answers.cultures, shown)
            reason = reason if value is None else say("job_matches.why.culture_fit")
        ask = "" if value is not None else ask_for(score.metric, compared.profile, compared.posting, bool(shown))
        lines.append(
            ScoreLine(
                metric=score.metric,
                value=value,
                reason=reason,
                ask=ask,
                question=say(f"job_matches.ask.{ask}") if ask else Sentence(),
                citations=_score_words(compared, score.metric, shown),
            )
        )
    return lines


def _cultures(compared: Compared) -> dict[Culture, Quote | None]:
    said = compared.material.edits.cultures
    found = find_cultures(compared.posting.text)
    return {name: found.get(name) for name in (said if said is not None else found)}


def _score_words(compared: Compared, metric: str, cultures: Mapping[Culture, Quote | None]) -> list[Citation]:
    """The words of the posting that a score is measured on."""
    posting = compared.posting
    kinds = {"technical_skills": ("technical", "tool"), "soft_skills": ("soft",)}
    quotes: list[Quote | None] = []
    if metric in ("skills_match", "readiness_percentage"):
        quotes = [item for item in posting.requirements if item.strength == "must"]
    elif metric in kinds:
        quotes = [item for item in posting.requirements if item.kind in kinds[metric]]
    elif metric == "experience_match":
        quotes = [posting.years_at or posting.title_at]
    elif metric == "education_match":
        quotes = [posting.education_at]
    elif metric == "culture_fit":
        quotes = list(cultures.values())
    elif metric == "location_match" and posting.location:
        start = posting.text.find(posting.location)
        quotes = [Quote(quote=posting.location, start=start, end=start + len(posting.location))] if start >= 0 else []
    elif metric == "domain_knowledge":
        quotes = [posting.title_at]
    return cite_quotes(compared.texts, quotes)


def skills_of(compared: Compared) -> list[SkillLine]:
    """Each requirement once, alternatives together; gaps in the order in which to close them."""
    groups: dict[int, list[int]] = {}
    for place, standing in enumerate(compared.said.standings):
        groups.setdefault(standing.requirement.group, []).append(place)
    path = {step.slug: place for place, step in enumerate(compared.said.path) if step.slug}
    lines = [_line(compared, members, path) for members in groups.values()]
    open_ones = sorted((line for line in lines if line.status != "had"), key=lambda line: _urgency(line, path))
    places = {line.key: number + 1 for number, line in enumerate(open_ones)}
    return [line.model_copy(update={"priority": places.get(line.key, 0)}) for line in lines]


def _urgency(line: SkillLine, path: Mapping[str, int]) -> tuple[bool, int, int, int, int]:
    """The shortest path in its own order, then by how heavy a gap is, then the quicker one."""
    order = {"critical": 0, "major": 1, "minor": 2, "": 3}
    on_path = path.get(line.slug, len(path))
    return (not line.on_path, on_path, order[line.severity], STRENGTH_ORDER[line.strength], line.hours)


def _line(compared: Compared, members: list[int], path: Mapping[str, int]) -> SkillLine:
    standings = [compared.said.standings[place] for place in members]
    blocking = {slug for slug in compared.said.blocking if slug}
    on_path = [s for s in standings if s.requirement.slug in path and s.requirement.slug]
    best = max(standings, key=lambda s: (s.share, s in on_path, -s.hours, -s.requirement.start))
    place = members[standings.index(best)]
    item = best.requirement
    strengths: list[Strength] = [s.requirement.strength for s in standings]
    strength = min(strengths, key=lambda one: STRENGTH_ORDER[one])
    others = [skill_words(s.requirement.slug, s.requirement.name) for s in standings if s is not best]
    skill = compared.profile.skills.get(item.slug or "")
    return SkillLine(
        key=key_of(item),
        slug=item.slug or "",
        name=skill_words(item.slug, item.name),
        others=Sentence(**{lang: ", ".join(name.in_(lang) for name in others[:3]) for lang in LANGUAGES}),
        kind=item.kind,
        strength=strength,
        status=best.status,
        share=round(100 * best.share),
        years=item.years,
        reason=Sentence(**{lang: report.standings[place].reason for lang, report in compared.reports.items()}),
        hours=best.hours,
        severity=_severity(best, strength, bool(on_path) or any(s.requirement.slug in blocking for s in standings)),
        on_path=bool(on_path),
        is_claimed=bool(skill and skill.is_claimed),
        citations=_skill_words(compared, best),
    )


def _severity(best: RequirementStanding, strength: Strength, stands_between: bool) -> Severity | Literal[""]:
    """Critical is what stands between the person and FIT; who is a FIT already has no such gap."""
    if best.status == "had":
        return ""
    if stands_between:
        return "critical"
    return "major" if strength == "must" or (strength == "duty" and best.status == "missing") else "minor"


def _skill_words(compared: Compared, standing: RequirementStanding) -> list[Citation]:
    item = standing.requirement
    source = standing.through or item.slug
    words = cite_quotes(compared.texts, [item] if item.quote else [])
    words += cite_proofs(compared.texts, standing.evidence, source)
    skill = compared.profile.skills.get(source or "")
    return words + (cite_context(compared.texts, source or "", item.name) if skill and skill.is_claimed else [])


def path_of(compared: Compared) -> list[PathLine]:
    """The smallest set of gaps that turns the verdict, in the order of the skills line."""
    return [
        PathLine(
            key=step.slug or f"{step.kind}:{step.name}"[:120],
            kind=step.kind,
            name=skill_words(step.slug, step.name)
            if step.slug
            else say(f"job_matches.path.{step.kind}", name=step.name),
            hours=step.hours or 0,
        )
        for step in compared.said.path
    ]


def experience_of(compared: Compared) -> ExperienceGap:
    """Years of work against those asked for, in words."""
    had, wanted = compared.profile.years, compared.posting.years_least
    short = max(0.0, round(wanted - had, 1)) if had is not None and wanted else 0.0
    numbers = {"years": had or 0.0, "wanted": wanted or 0.0, "short": short}
    key = "none" if not wanted else "unknown" if had is None else "short" if short else "enough"
    return ExperienceGap(
        sentence=say(f"job_matches.experience.{key}", **numbers),
        years=had,
        wanted=wanted,
        short_by=short,
        citations=[*cite_quotes(compared.texts, [compared.posting.years_at]), *_posts(compared)],
    )


def _posts(compared: Compared) -> list[Citation]:
    """The posts whose years were counted, as the record names them."""
    found: list[Citation] = []
    for spell in [spell for spell in compared.profile.work if spell.title and spell.months][:POSTS_MOST]:
        start = compared.profile.text.find(spell.title)
        proof = Evidence(
            quote=spell.title, start=start, end=start + len(spell.title), where="work", place=spell.employer
        )
        citation = cite(compared.texts, "resume", proof.start, proof.end, proof) if start >= 0 else None
        if citation:
            found.append(citation)
    return found


def measured(compared: Compared, parts: list[str]) -> Report:
    """The parts of a report that need no coach: `scores` (with the verdict), `skills` (with experience), `path`."""
    report = Report()
    if "scores" in parts:
        report.verdict, report.scores = verdict_of(compared), scores_of(compared)
    if "skills" in parts:
        report.skills, report.experience = skills_of(compared), experience_of(compared)
    if "path" in parts:
        report.path = path_of(compared)
        report.hours_to_fit = sum(step.hours for step in report.path)
    return report
