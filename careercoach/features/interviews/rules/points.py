"""Which key points an answer makes, sentence by sentence.

A point counts as made when one of its cues is said, or partly when a sentence is close to how the point and the
example of a strong answer put it: people say the same in other words.
"""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from careercoach.content import load
from careercoach.content.shapes import KeyPoint, Question
from careercoach.core.texts import LANGUAGES
from careercoach.features.interviews.rules.kinship import bank_index, stems_of
from careercoach.features.interviews.rules.reading import Reading
from careercoach.features.interviews.rules.wording import Sentence, folded, has, phrase, sentences

COMMON_CUE = 0.6
"""What a cue earns alone when it also stands in the strong answers of many other questions; two of them earn all."""
COMMON_FROM = 0.06
"""Share of the other questions from which on a cue is common."""
LIKE = ((0.36, 4, 0.8), (0.22, 2, 0.6))
"""Likeness from which on, with at least so many common stems, a sentence earns this share. Of sentences about
something else, one in a thousand reaches 0.17."""

TELLING = 7.5
"""Rarity of the words a sentence shares with a question, added up, from which on it has to do with it: two telling
words, or three middling ones."""

Weights = dict[str, float]


class PointHit(NamedTuple):
    """How far a key point was made (0-1), and in which sentence."""

    share: float
    sentence: Sentence | None


@cache
def _examples() -> dict[str, str]:
    """The strong answers of the bank, folded, by slug; all languages in one line."""
    return {
        slug: " ".join(folded(question.strong_answer.in_(code)) for code in LANGUAGES)
        for slug, question in load.questions().items()
    }


@cache
def is_common(cue: str) -> bool:
    """Whether many strong answers of the bank hold this cue, so that it alone proves little."""
    wanted = phrase(cue)
    lines = _examples()
    met = sum(has(line, wanted) for line in lines.values())
    return met - 1 > COMMON_FROM * len(lines)


def find_points(question: Question, reading: Reading) -> list[PointHit]:
    """What of each key point was said, in the order of the question."""
    said = reading.said
    stems = [_weigh(sentence.text) for sentence in said]
    references = _references(question)
    found: list[PointHit] = []
    for point, reference in zip(question.key_points, references, strict=True):
        hit = by_cues(point, said)
        if hit.share < 1:
            hit = max(hit, _by_likeness(said, stems, reference), key=lambda one: one.share)
        found.append(hit)
    return found


def by_cues(point: KeyPoint, said: Sequence[Sentence]) -> PointHit:
    """The sentence that makes a key point by saying one of its cues."""
    best = PointHit(0.0, None)
    met: set[str] = set()
    for sentence in said:
        hits = {cue for cue in point.cues if has(sentence.folded, phrase(cue))}
        met |= hits
        share = max((COMMON_CUE if is_common(cue) else 1.0 for cue in hits), default=0.0)
        if share > best.share:
            best = PointHit(share, sentence)
    return PointHit(1.0, best.sentence) if len(met) > 1 else best


def _by_likeness(said: Sequence[Sentence], stems: Sequence[Weights], references: Sequence[Weights]) -> PointHit:
    best = PointHit(0.0, None)
    for sentence, mine in zip(said, stems, strict=True):
        for reference in references:
            share = _earned(mine, reference)
            if share > best.share:
                best = PointHit(share, sentence)
    return best


def _earned(mine: Weights, reference: Weights) -> float:
    common = mine.keys() & reference.keys()
    if len(common) < 2:
        return 0.0
    product = sum(mine[word] * reference[word] for word in common)
    likeness = product / (_length(mine) * _length(reference))
    return next((share for least, words, share in LIKE if likeness >= least and len(common) >= words), 0.0)


def _length(weights: Weights) -> float:
    return math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0


def _weigh(text: str) -> Weights:
    index = bank_index()
    return {word: index.rarity.get(word, index.ordinary) for word in stems_of(text)}


_known: dict[str, list[list[Weights]]] = {}


def _references(question: Question) -> list[list[Weights]]:
    """For each key point and language: its words, its cues, and the sentence of the example that makes it."""
    known = _known.get(question.slug)
    if known is None or question.slug not in load.questions():
        known = _known[question.slug] = [_reference(question, point) for point in question.key_points]
    return known


def _reference(question: Question, point: KeyPoint) -> list[Weights]:
    found: list[Weights] = []
    for code in LANGUAGES:
        example = [
            sentence.text
            for sentence in sentences(question.strong_answer.in_(code))
            if any(has(sentence.folded, phrase(cue)) for cue in point.cues)
        ]
        found.append(_weigh(" ".join([point.text.in_(code), *example, *point.cues])))
    return found


_vocabularies: dict[str, frozenset[str]] = {}


def _vocabulary(question: Question) -> frozenset[str]:
    known = _vocabularies.get(question.slug)
    if known is None:
        stems = frozenset(word for references in _references(question) for weights in references for word in weights)
        asked = frozenset(word for code in LANGUAGES for word in stems_of(question.text.in_(code)))
        told = frozenset(word for code in LANGUAGES for word in stems_of(question.strong_answer.in_(code)))
        known = _vocabularies[question.slug] = stems | asked | told
    return known


def on_topic(question: Question, said: Sequence[Sentence], hits: Sequence[PointHit]) -> list[Sentence]:
    """The sentences that have to do with the question: they make a point, hold a cue or share telling words."""
    vocabulary, rarity = _vocabulary(question), bank_index().rarity
    made = {hit.sentence for hit in hits if hit.share > 0}
    cues = [phrase(cue) for point in question.key_points for cue in point.cues]
    return [
        sentence
        for sentence in said
        if sentence in made
        or any(has(sentence.folded, cue) for cue in cues)
        or sum(rarity.get(word, 0.0) for word in stems_of(sentence.text).keys() & vocabulary) >= TELLING
    ]


def coverage(question: Question, hits: Sequence[PointHit]) -> float:
    """Share of the weight of all key points that was covered, 0-1."""
    total = sum(point.weight for point in question.key_points)
    return sum(point.weight * hit.share for point, hit in zip(question.key_points, hits, strict=True)) / total
