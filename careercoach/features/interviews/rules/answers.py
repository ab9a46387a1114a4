"""The score of one answer. Pure and repeatable: same question, same answer, same score; words of instruction in an
answer are words like any others.

    earned  = weights of the kind (below) times coverage, structure, specificity and clarity
    overall = earned x depth, held down by the caps below

- coverage: weight of the key points that were made; its curve (power 0.5) lets half the points earn seven tenths
- depth: from 0.3 for a word or two to 1 from 85 words on that have to do with the question; a minute of speech
  has about 130
- cap by coverage: 12 when no key point was made, 100 from 60 % of them on
- cap by words: 10 up to eight words, 40 at 25
- cap by likeness, except for stories (behavioural, or about one's own use of a skill): 15 when the words have
  nothing to do with the question (below 0.09), 100 from 0.18 on; answers in people's own words have 0.3 to 0.5
- cap for an account of one's use of a skill that never names it: 30
- cap for an answer that plainly belongs to another question: 30
- empty, or in a language that we do not judge: 0
"""

from collections.abc import Sequence
from typing import NamedTuple

from careercoach.content.shapes import Question
from careercoach.features.interviews.rules.kinship import Kin, find_kin
from careercoach.features.interviews.rules.measures import (
    Part,
    clarity,
    missing_parts,
    named_skills,
    specificity,
    structure,
)
from careercoach.features.interviews.rules.points import PointHit, coverage, find_points, on_topic
from careercoach.features.interviews.rules.reading import Fate, Reading, read_answer
from careercoach.features.interviews.rules.remarks import advise, mark_passages
from careercoach.features.interviews.rules.wording import Sentence
from careercoach.features.interviews.schemas import AnswerScore, Flaw, PointResult, Trio, band_of
from careercoach.features.questions.service import is_reviewed


class Weights(NamedTuple):
    """What the four measures are worth; they add up to 1."""

    coverage: float
    structure: float
    specificity: float
    clarity: float


WEIGHTS = {
    "technical": Weights(0.62, 0.0, 0.18, 0.20),
    "situational": Weights(0.55, 0.15, 0.15, 0.15),
    "behavioural": Weights(0.45, 0.25, 0.15, 0.15),
}
CURVE = 0.5
FULL_DEPTH_WORDS, LEAST_DEPTH = 85, 0.3
NO_POINT_CAP, FULL_CAP_COVERAGE = 12, 0.6
FEW_WORDS, FEW_WORDS_CAP, SHORT_WORDS, SHORT_CAP = 8, 10, 25, 40
OTHER_QUESTION_CAP = 30
OTHER_LIKENESS, OTHER_LIKENESS_STORY, OWN_RATIO = 0.22, 0.45, 0.6
"""An answer belongs to another question when it is this like that one, and to ours less than this share of it. A
story has its own words, so for behavioural questions it must be nearly the same."""
STRANGE, STRANGE_CAP, FITTING = 0.09, 15, 0.18
NO_SUBJECT_CAP = 30
MOSTLY = 0.5


def score_answer(question: Question, answer: str, *, shown: Sequence[str] = ()) -> AnswerScore:
    """Judge one answer in English, Hindi or Spanish, whatever the language of the question.

    `shown`: example answers the person has seen before; repeating them earns nothing.
    """
    reading = read_answer(question, answer, shown=shown)
    hits = find_points(question, reading)
    if reading.language == "unknown":
        hits = [PointHit(0.0, None)] * len(hits)
    missing = missing_parts(question, reading.said)
    kin = find_kin(question, [sentence.text for sentence in reading.said])
    touching = on_topic(question, reading.said, hits)
    fitting = reading.said if _is_story(question) else touching
    marks = _Marks(
        round(100 * coverage(question, hits)),
        structure(question, missing),
        specificity(fitting, sum(hit.share > 0 for hit in hits)),
        clarity(reading),
        sum(len(sentence.words) for sentence in fitting),
        touching,
    )
    flaw = _flaw(reading, answer, is_other=_is_for_another(question, reading, kin))
    misses_subject = not is_reviewed(question.slug) and hits[0].share == 0
    overall = _overall(question, marks, reading, flaw, kin, misses_subject=misses_subject)
    return _score(question, reading, hits, missing, marks, flaw, overall)


class _Marks(NamedTuple):
    coverage: int
    structure: int | None
    specificity: int
    clarity: int
    depth_words: int
    fitting: list[Sentence]


def _is_for_another(question: Question, reading: Reading, kin: Kin) -> bool:
    if reading.words < FEW_WORDS:
        return False
    least = OTHER_LIKENESS_STORY if _is_story(question) else OTHER_LIKENESS
    return kin.other >= least and kin.own < OWN_RATIO * kin.other


def _flaw(reading: Reading, answer: str, *, is_other: bool) -> Flaw:
    if not reading.all:
        # Letters that gave no words belong to a script that we do not read.
        return "language" if any(char.isalpha() for char in answer) else "empty"
    if reading.language == "unknown":
        return "language"
    if sum(len(sentence.words) for sentence in reading.all) < FEW_WORDS:
        return "short"
    fates: tuple[Fate, ...] = ("echo", "copied", "list", "repeated")
    for fate in fates:
        if reading.share(fate) >= MOSTLY:
            return fate
    if is_other:
        return "other_question"
    return "short" if reading.words < SHORT_WORDS else ""


def _overall(question: Question, marks: _Marks, reading: Reading, flaw: Flaw, kin: Kin, *, misses_subject: bool) -> int:
    if flaw in ("empty", "language") or not reading.said:
        return 0
    weights = WEIGHTS[question.kind]
    share = marks.coverage / 100
    earned = (
        weights.coverage * 100 * share**CURVE
        + weights.structure * (marks.structure or 0)
        + weights.specificity * marks.specificity
        + weights.clarity * marks.clarity
    )
    depth = min(1.0, LEAST_DEPTH + (1 - LEAST_DEPTH) * marks.depth_words / FULL_DEPTH_WORDS)
    caps = [
        100.0,
        NO_POINT_CAP + (100 - NO_POINT_CAP) * min(1.0, share / FULL_CAP_COVERAGE),
        _cap_by_words(reading.words),
        _cap_by_likeness(question, kin),
        NO_SUBJECT_CAP if misses_subject else 100.0,
        OTHER_QUESTION_CAP if flaw == "other_question" else 100.0,
    ]
    return max(0, round(min(earned * depth, *caps)))


def _is_story(question: Question) -> bool:
    """Whether every answer tells of something else, so that likeness to the example proves nothing."""
    return question.kind == "behavioural" or not is_reviewed(question.slug)


def _cap_by_likeness(question: Question, kin: Kin) -> float:
    if _is_story(question):
        return 100.0
    fit = max(0.0, min(1.0, (kin.own - STRANGE) / (FITTING - STRANGE)))
    return STRANGE_CAP + (100 - STRANGE_CAP) * fit


def _cap_by_words(words: int) -> float:
    if words >= SHORT_WORDS:
        return 100.0
    slope = (SHORT_CAP - FEW_WORDS_CAP) / (SHORT_WORDS - FEW_WORDS)
    return FEW_WORDS_CAP + slope * max(0, words - FEW_WORDS)


def _score(
    question: Question,
    reading: Reading,
    hits: Sequence[PointHit],
    missing: list[Part],
    marks: _Marks,
    flaw: Flaw,
    overall: int,
) -> AnswerScore:
    points = [
        PointResult(
            text=Trio(**point.text.model_dump()),
            weight=point.weight,
            share=hit.share,
            quote=hit.sentence.text if hit.sentence else "",
        )
        for point, hit in zip(question.key_points, hits, strict=True)
    ]
    counts = flaw not in ("empty", "language")
    return AnswerScore(
        overall=overall,
        band=band_of(overall),
        coverage=marks.coverage,
        structure=marks.structure if counts else (None if marks.structure is None else 0),
        specificity=marks.specificity if counts else 0,
        clarity=min(marks.clarity, overall + 40) if counts else 0,
        flaw=flaw,
        words=reading.words if counts else 0,
        words_written=sum(len(sentence.words) for sentence in reading.all),
        language=reading.language,
        points=points,
        missing_parts=missing,
        passages=mark_passages(reading, points, marks.fitting, overall) if counts else [],
        advice=advise(reading, points, missing, flaw, overall),
        skills=named_skills(reading.said) if counts else [],
    )
