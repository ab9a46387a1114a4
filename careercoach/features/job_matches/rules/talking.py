"""The embedded coach of the chat: finds out what is asked about an analysis, and answers from it alone."""

import re
from collections.abc import Callable, Mapping
from typing import NamedTuple

from careercoach.content.scan import find_skills
from careercoach.content.terms import fold
from careercoach.core.texts import text
from careercoach.features.job_matches.rules.intents import INTENTS, METRICS
from careercoach.features.job_matches.schemas import AnalysisLine, Reply, Report, ScoreLine, SkillLine
from careercoach.features.matching.schemas import Metric

NAMED_MOST = 4


class Asked(NamedTuple):
    """A question and all it may be answered from."""

    question: str
    report: Report
    title: str
    weekly_hours: int
    others: list[tuple[AnalysisLine, Report]]
    """Other analyses of the same person, newest first."""
    language: str

    def say(self, key: str, **values: object) -> str:
        """A sentence of the room in the person's language."""
        return text(f"job_matches.chat.{key}", self.language, **values)

    def names(self, lines: list[SkillLine]) -> str:
        """A few names, for a sentence."""
        shown = [line.name.in_(self.language) for line in lines[:NAMED_MOST]]
        more = len(lines) - len(shown)
        return ", ".join(shown) + (self.say("more", n=more) if more > 0 else "")


def talk(
    question: str,
    report: dict[str, object],
    title: str,
    weekly_hours: int,
    others: list[tuple[dict[str, object], dict[str, object]]],
    language: str,
    **_rest: object,
) -> Reply:
    """The answer to one question, in `language`, from the analysis and the person's other ones."""
    known = [(AnalysisLine.model_validate(line), Report.model_validate(one)) for line, one in others]
    asked = Asked(question, Report.model_validate(report), title, max(1, weekly_hours), known, language)
    if asked.report.verdict is None:
        return Reply(text=asked.say("not_ready"))
    return _answer(asked)


def _answer(asked: Asked) -> Reply:
    words = _folded(asked.question)
    skill = _skill_in(asked)
    metric: Metric | None = next((name for name, pattern in METRICS.items() if pattern.search(words)), None)
    intents = [name for name, pattern in INTENTS.items() if pattern.search(words)]
    if "compare" in intents:
        return _compare(asked)
    if "say" in intents:
        return _what_to_say(asked, skill)
    if "apply" in intents:
        return _apply(asked)
    if "long" in intents:
        return _how_long(asked, skill)
    if skill and not metric:
        return _about_skill(asked, skill)
    if metric and not {"first"} & set(intents):
        return _about_score(asked, metric)
    for name, answer in _PLAIN.items():
        if name in intents:
            return answer(asked)
    return Reply(text=asked.say("cannot"))


def _folded(words: str) -> str:
    return " ".join(fold(words).replace("\u00bf", " ").split())


def _skill_in(asked: Asked) -> SkillLine | None:
    """The requirement a question names: by the skills graph, else by its own words."""
    by_slug = {line.slug: line for line in asked.report.skills if line.slug}
    for found in find_skills(asked.question):
        if found.slug in by_slug:
            return by_slug[found.slug]
    words = f" {re.sub(r'[?!.,;:]', ' ', _folded(asked.question))} "
    named = [
        line
        for line in asked.report.skills
        if any(f" {_folded(line.name.in_(one))} " in words for one in ("en", "hi", "es"))
    ]
    return max(named, key=lambda line: len(line.name.en), default=None)


def _how_long(asked: Asked, skill: SkillLine | None) -> Reply:
    if skill and skill.status != "had" and skill.hours:
        weeks = -(-skill.hours // asked.weekly_hours)
        values = {
            "skill": skill.name.in_(asked.language),
            "hours": skill.hours,
            "weeks": weeks,
            "weekly": asked.weekly_hours,
        }
        return Reply(text=asked.say("long_skill", **values), keys=[skill.key])
    report = asked.report
    if report.verdict and report.verdict.verdict == "FIT":
        return Reply(text=asked.say("long_fit"), keys=["readiness_percentage"])
    if not report.path:
        return Reply(text=asked.say("long_none"), keys=["readiness_percentage"])
    weeks = -(-report.hours_to_fit // asked.weekly_hours)
    names = ", ".join(step.name.in_(asked.language) for step in report.path[:NAMED_MOST])
    values = {"hours": report.hours_to_fit, "weeks": weeks, "weekly": asked.weekly_hours, "skills": names}
    words = asked.say("long_path", **values)
    if any(not step.hours for step in report.path):
        words += " " + asked.say("long_not_hours")
    return Reply(text=words, keys=_known(asked, [step.key for step in report.path]))


def _known(asked: Asked, keys: list[str]) -> list[str]:
    there = {line.key for line in asked.report.skills}
    return [key for key in keys if key in there][:NAMED_MOST]


def _about_skill(asked: Asked, skill: SkillLine) -> Reply:
    words = skill.reason.in_(asked.language)
    if skill.status != "had" and skill.hours:
        words += " " + asked.say("skill_hours", hours=skill.hours)
    strength = asked.say(f"strength_{skill.strength}", skill=skill.name.in_(asked.language))
    return Reply(text=f"{strength} {words}", keys=[skill.key])


def _about_score(asked: Asked, metric: Metric) -> Reply:
    line = next(one for one in asked.report.scores if one.metric == metric)
    name = text(f"job_matches.metric.{metric}", asked.language)
    if line.value is None:
        return Reply(
            text=asked.say("score_unknown", name=name, question=line.question.in_(asked.language)), keys=[metric]
        )
    words = asked.say("score", name=name, value=line.value, reason=line.reason.in_(asked.language))
    missing = _behind(asked, line)
    if missing and line.value < 90:
        words += " " + asked.say("score_open", skills=asked.names(missing))
    return Reply(text=words, keys=[metric, *(one.key for one in missing[:NAMED_MOST])])


def _behind(asked: Asked, line: ScoreLine) -> list[SkillLine]:
    """The gaps that hold a score down."""
    kinds = {"technical_skills": ("technical", "tool"), "soft_skills": ("soft",)}
    if line.metric in kinds:
        return [gap for gap in asked.report.gaps() if gap.kind in kinds[line.metric]]
    if line.metric == "readiness_percentage":
        return [gap for gap in asked.report.gaps() if gap.strength == "must"]
    return asked.report.gaps() if line.metric == "skills_match" else []


def _what_to_say(asked: Asked, skill: SkillLine | None) -> Reply:
    line = skill or next(iter(asked.report.gaps()), None)
    if line is None:
        return Reply(text=asked.say("say_nothing"))
    name = line.name.in_(asked.language)
    cited = next((citation for citation in line.citations if citation.side == "resume"), None)
    proof = f"{cited.before}{cited.quote}{cited.after}".strip() if cited else ""
    key = "say_had" if line.status == "had" else "say_close" if line.status == "close" else "say_missing"
    strongest = next((one for one in asked.report.strengths), None)
    values = {
        "skill": name,
        "proof": proof or name,
        "hours": line.hours,
        "strength": strongest.sentence.in_(asked.language) if strongest else "",
        "reason": line.reason.in_(asked.language),
    }
    keys = [line.key, *([strongest.key] if strongest and strongest.key != line.key else [])]
    return Reply(text=asked.say(key, **values), keys=keys)


def _compare(asked: Asked) -> Reply:
    done = [(line, report) for line, report in asked.others if report.verdict is not None]
    if not done or asked.report.verdict is None:
        return Reply(text=asked.say("compare_none"))
    folded = _folded(asked.question)
    other, theirs = next((pair for pair in done if _folded(pair[0].title) in folded and pair[0].title), done[0])
    ours = asked.report
    verdict = theirs.verdict
    values = {
        "title": asked.title,
        "overall": ours.verdict.overall if ours.verdict else 0,
        "hours": ours.hours_to_fit,
        "other": other.title,
        "other_overall": verdict.overall if verdict else 0,
        "other_hours": theirs.hours_to_fit,
    }
    nearer = asked.title if _nearness(ours) >= _nearness(theirs) else other.title
    gaps = [gap for gap in ours.gaps() if gap.key not in {line.key for line in theirs.gaps()}]
    words = asked.say("compare", **values) + " " + asked.say("compare_nearer", title=nearer)
    if gaps:
        words += " " + asked.say("compare_only", title=asked.title, skills=asked.names(gaps))
    return Reply(text=words, keys=[gap.key for gap in gaps[:NAMED_MOST]])


def _nearness(report: Report) -> tuple[bool, int, int]:
    verdict = report.verdict
    return (verdict is not None and verdict.verdict == "FIT", -report.hours_to_fit, verdict.overall if verdict else 0)


def _why(asked: Asked) -> Reply:
    verdict = asked.report.verdict
    if verdict is None:
        return Reply(text=asked.say("not_ready"))
    reasons = " ".join(reason.in_(asked.language) for reason in (*verdict.blockers, *verdict.reasons))
    name = text(f"job_matches.verdict.{verdict.verdict}", asked.language)
    values = {"verdict": name, "overall": verdict.overall, "threshold": verdict.threshold, "reasons": _once(reasons)}
    keys = [gap.key for gap in asked.report.gaps() if gap.severity == "critical"][:NAMED_MOST]
    return Reply(text=asked.say("why", **values), keys=keys or ["readiness_percentage"])


def _once(sentences: str) -> str:
    return " ".join(dict.fromkeys(re.split(r"(?<=[.!?\u0964]) ", sentences)))


def _missing(asked: Asked) -> Reply:
    gaps = asked.report.gaps()
    if not gaps:
        return Reply(text=asked.say("missing_none"))
    by_weight = [[gap for gap in gaps if gap.severity == severity] for severity in ("critical", "major")]
    heavy = next(filter(None, by_weight), gaps)
    light = [gap for gap in gaps if gap not in heavy]
    words = asked.say("missing", skills=asked.names(heavy))
    if light:
        words += " " + asked.say("missing_light", skills=asked.names(light))
    return Reply(text=words, keys=[gap.key for gap in heavy[:NAMED_MOST]])


def _strengths(asked: Asked) -> Reply:
    claims = asked.report.strengths[:3]
    if not claims:
        return Reply(text=asked.say("strengths_none"))
    words = " ".join(claim.sentence.in_(asked.language) for claim in claims)
    return Reply(text=asked.say("strengths", sentences=words), keys=[claim.key for claim in claims])


def _first(asked: Asked) -> Reply:
    tips = asked.report.priorities[:2] or asked.report.next_steps[:1]
    if not tips:
        return Reply(text=asked.say("long_fit"))
    words = " ".join(tip.sentence.in_(asked.language) for tip in tips)
    step = asked.report.next_steps[0].sentence.in_(asked.language) if asked.report.next_steps else ""
    return Reply(text=asked.say("first", sentences=words, step=step), keys=[tip.key for tip in tips if tip.key])


def _apply(asked: Asked) -> Reply:
    verdict = asked.report.verdict
    if verdict is None or verdict.verdict == "FIT":
        return Reply(text=asked.say("apply_yes"), keys=["readiness_percentage"])
    key = "apply_hard" if verdict.blockers else "apply_close"
    reason = (verdict.blockers or verdict.reasons)[0].in_(asked.language)
    return Reply(text=asked.say(key, reason=reason), keys=_known(asked, [gap.key for gap in asked.report.gaps()])[:2])


_PLAIN: Mapping[str, Callable[[Asked], Reply]] = {
    "first": _first,
    "missing": _missing,
    "strengths": _strengths,
    "why": _why,
}


def only_known_keys(answer: Reply, inputs: Mapping[str, object], embedded: Reply) -> Reply:
    """Keys that the analysis does not have are dropped: nothing is quoted for them."""
    report = Report.model_validate(inputs["report"])
    known = {line.key for line in report.skills} | {line.metric for line in report.scores}
    return answer.model_copy(update={"keys": [key for key in answer.keys if key in known]})
