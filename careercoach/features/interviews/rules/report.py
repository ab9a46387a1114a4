"""The report on a whole interview: four figures, strengths, weaknesses and what to do next.

- overall: mean of all questions; one without an answer counts as 0
- technical: mean of the technical and situational questions
- communication: clarity (0.6) and structure, or specificity where no structure is asked for (0.4), of each answer;
  an answer that says nothing communicates nothing, so this is at most 25 above its score
- job match: weight of the role's critical needs that the answers showed. A question about the skill, or about one
  that speaks for it in the skill graph, shows it in full from 75 on, 0.8 from 60, 0.4 from 40; a mere mention in a
  solid answer 0.5. None when fewer than four answers or a third of the needs came up: then it would say nothing.
"""

from collections.abc import Iterable, Sequence
from statistics import fmean
from typing import NamedTuple

from careercoach.content import load
from careercoach.content.graph import graph
from careercoach.content.shapes import Question, Skill
from careercoach.features.interviews.schemas import Advice, AnswerScore, Figures, Trio

SOLID, STRONG, THIN, NOTHING = 60, 75, 40, 16
SHOWN = ((STRONG, 1.0), (SOLID, 0.8), (THIN, 0.4))
MENTION, LEAST_REACH, COUNTS_FROM = 0.5, 0.6, 0.5
LEAST_ANSWERS, LEAST_TOUCHED = 4, 0.34
MOST_LINES = 4


class Judged(NamedTuple):
    """One question of the interview with the score of its answer."""

    question: Question
    score: AnswerScore


class JobMatch(NamedTuple):
    """Score of 0-100 (None: too little to tell), needs shown, critical needs of the role, needs that came up,
    and answers that say anything."""

    score: int | None
    shown: int
    needs: int
    touched: int
    answered: int


def skill_trio(slug: str) -> Trio:
    """The name of a skill in the three languages."""
    skill: Skill = load.skills()[slug]
    return Trio(en=skill.name, hi=skill.names.get("hi", skill.name), es=skill.names.get("es", skill.name))


def figures(role: str, judged: Sequence[Judged]) -> Figures:
    """The four figures of the report with a note to each."""
    content = [entry.score.overall for entry in judged if entry.question.kind != "behavioural"]
    match = job_match(role, judged)
    return Figures(
        overall=_mean(entry.score.overall for entry in judged) or 0,
        technical=_mean(content),
        communication=_mean(map(_communication, judged)) or 0,
        job_match=match.score,
        technical_note=_technical_note(judged),
        communication_note=_communication_note(judged),
        job_match_note=_job_match_note(match),
    )


def _mean(values: Iterable[float]) -> int | None:
    row = list(values)
    return round(fmean(row)) if row else None


def _communication(entry: Judged) -> float:
    score = entry.score
    second = score.specificity if score.structure is None else score.structure
    return min(0.6 * score.clarity + 0.4 * second, score.overall + 25)


def job_match(role: str, judged: Sequence[Judged]) -> JobMatch:
    """How much of what the role needs the answers showed."""
    known = load.roles().get(role)
    if known is None:
        return JobMatch(None, 0, 0, 0, 0)
    total = sum(need.weight for need in known.critical)
    earned = touched_weight = 0.0
    shown = touched = 0
    for need in known.critical:
        came_up, share = _shown(need.skill, judged)
        touched += came_up
        touched_weight += need.weight * came_up
        earned += need.weight * share
        shown += share >= COUNTS_FROM
    answered = sum(entry.score.overall >= NOTHING for entry in judged)
    enough = len(judged) >= LEAST_ANSWERS and touched_weight / total >= LEAST_TOUCHED and answered > 0
    return JobMatch(round(100 * earned / total) if enough else None, shown, len(known.critical), touched, answered)


def _shown(need: str, judged: Sequence[Judged]) -> tuple[bool, float]:
    """Whether a need came up at all, and how far the answers showed it (0-1)."""
    came_up, best = False, 0.0
    for question, score in judged:
        asked = max((_reach(skill, need) for skill in question.skills), default=0.0)
        if asked >= LEAST_REACH:
            came_up = True
            best = max(best, asked * next((share for least, share in SHOWN if score.overall >= least), 0.0))
        named = max((_reach(skill, need) for skill in score.skills), default=0.0)
        if named >= LEAST_REACH and score.overall >= SOLID:
            came_up = True
            best = max(best, MENTION * named)
    return came_up, best


def _reach(skill: str, need: str) -> float:
    credit = graph().reach(skill).get(need)
    return credit.share if credit and credit.way != "parent" else 0.0


def _by_skill(judged: Sequence[Judged]) -> list[tuple[str, int]]:
    """Main skills of the questions with the mean score on each, best first."""
    scores: dict[str, list[int]] = {}
    for question, score in judged:
        if question.skills and question.kind != "behavioural":
            scores.setdefault(question.skills[0], []).append(score.overall)
    means = [(skill, round(fmean(values))) for skill, values in scores.items() if skill in load.skills()]
    return sorted(means, key=lambda entry: (-entry[1], entry[0]))


def _technical_note(judged: Sequence[Judged]) -> Advice:
    skills = _by_skill(judged)
    if not skills:
        return Advice(key="interviews.note.no_technical")
    (best, high), (worst, low) = skills[0], skills[-1]
    if high >= SOLID and low < SOLID:
        return Advice(key="interviews.note.best_worst", values={"best": skill_trio(best), "worst": skill_trio(worst)})
    if high >= SOLID:
        return Advice(key="interviews.note.best", values={"skill": skill_trio(best)})
    return Advice(key="interviews.note.worst", values={"skill": skill_trio(worst)})


def _communication_note(judged: Sequence[Judged]) -> Advice:
    words = [entry.score.words for entry in judged if entry.score.words]
    return Advice(key="interviews.note.words", values={"n": round(fmean(words)) if words else 0})


def _job_match_note(match: JobMatch) -> Advice:
    if not match.needs:
        return Advice(key="interviews.note.no_role")
    if match.score is None and not match.answered:
        return Advice(key="interviews.note.no_answer")
    if match.score is None:
        return Advice(key="interviews.note.not_enough", values={"n": match.touched, "needs": match.needs})
    return Advice(key="interviews.note.needs", values={"n": match.shown, "needs": match.needs})


def strengths(judged: Sequence[Judged]) -> list[Advice]:
    """What went well, at most four lines."""
    good = [skill_trio(skill) for skill, score in _by_skill(judged) if score >= STRONG]
    found = [Advice(key="interviews.good.skill", values={"skill": skill}) for skill in good[:2]]
    answered = [entry for entry in judged if entry.score.overall >= THIN]
    if answered:
        if (mean := _mean_of(answered, "structure")) is not None and mean >= 75:
            found.append(Advice(key="interviews.good.structure"))
        if (_mean_of(answered, "specificity") or 0) >= 70:
            found.append(Advice(key="interviews.good.specificity"))
        if (_mean_of(answered, "clarity") or 0) >= 85 and len(answered) * 2 >= len(judged):
            found.append(Advice(key="interviews.good.clarity"))
    if not found and any(entry.score.overall >= SOLID for entry in judged):
        found.append(Advice(key="interviews.good.some"))
    return found[:MOST_LINES]


def weaknesses(judged: Sequence[Judged]) -> list[Advice]:
    """What held the score down, at most four lines."""
    found: list[Advice] = []
    empty = sum(entry.score.flaw == "empty" for entry in judged)
    if empty:
        found.append(Advice(key=f"interviews.bad.empty.{'one' if empty == 1 else 'other'}", values={"n": empty}))
    thin = [skill_trio(skill) for skill, score in reversed(_by_skill(judged)) if score < SOLID]
    found += [Advice(key="interviews.bad.skill", values={"skill": skill}) for skill in thin[:2]]
    answered = [entry for entry in judged if entry.score.words]
    if answered:
        if (mean := _mean_of(answered, "structure")) is not None and mean < 60:
            found.append(Advice(key="interviews.bad.structure"))
        if (_mean_of(answered, "specificity") or 0) < 50:
            found.append(Advice(key="interviews.bad.specificity"))
        if fmean(entry.score.words for entry in answered) < 60:
            found.append(Advice(key="interviews.bad.short"))
        if (_mean_of(answered, "clarity") or 0) < 65:
            found.append(Advice(key="interviews.bad.clarity"))
    return found[:MOST_LINES]


def recommendations(judged: Sequence[Judged]) -> list[Advice]:
    """What to do next, the most useful first, at most four lines."""
    found: list[Advice] = []
    weak = sorted((entry for entry in judged if entry.score.overall < SOLID), key=lambda entry: entry.score.overall)
    if weak:
        question = Trio.model_validate(weak[0].question.text.model_dump())
        found.append(Advice(key="interviews.next.again", values={"question": question}))
    thin = [skill_trio(skill) for skill, score in reversed(_by_skill(judged)) if score < SOLID]
    found += [Advice(key="interviews.next.learn", values={"skill": skill}) for skill in thin[:1]]
    parts = [part for entry in judged for part in entry.score.missing_parts]
    if parts:
        most = max(sorted(set(parts)), key=parts.count)
        found.append(Advice(key=f"interviews.do.{most}"))
    if (_mean_of(judged, "specificity") or 0) < 60:
        found.append(Advice(key="interviews.do.figure"))
    if not found:
        found.append(Advice(key="interviews.next.harder"))
    return found[:MOST_LINES]


def _mean_of(judged: Sequence[Judged], measure: str) -> float | None:
    values = [value for entry in judged if (value := getattr(entry.score, measure)) is not None]
    return fmean(values) if values else None
