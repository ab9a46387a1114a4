"""Which question of the bank does an answer belong to? Likeness of words, the rare ones weighing more.

Used for one thing only: an answer that plainly belongs to another question is not scored as if it fitted this one.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from careercoach.content import load
from careercoach.content.shapes import Question
from careercoach.core.texts import LANGUAGES
from careercoach.features.interviews.rules.signs import word_lists
from careercoach.features.interviews.rules.wording import fold_words, stem

Vector = dict[str, float]


class Kin(NamedTuple):
    """Likeness (0-1) to the question asked and to the other question that is likest."""

    own: float
    other: float
    other_slug: str


class Index(NamedTuple):
    """Weights of stems over the bank, and where each stem occurs."""

    rarity: dict[str, float]
    places: dict[str, list[tuple[int, float]]]
    slugs: list[str]
    ordinary: float
    """Weight of a stem that the bank does not know."""


@cache
def _skipped() -> frozenset[str]:
    return frozenset().union(*word_lists("small").values())


def stems_of(text: str) -> Counter[str]:
    """The stems of a text with how often each stands there, small words left out."""
    words = [word for word in fold_words(text) if len(word) > 1 and not word[0].isdigit()]
    return Counter(stem(word) for word in words if word not in _skipped())


def _whole(question: Question, language: str) -> str:
    points = " ".join(point.text.in_(language) for point in question.key_points)
    return f"{question.text.in_(language)} {points} {question.strong_answer.in_(language)}"


def _unit(counts: Counter[str], rarity: dict[str, float], unknown: float) -> Vector:
    weights = {word: (1 + math.log(n)) * rarity.get(word, unknown) for word, n in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {word: weight / length for word, weight in weights.items()}


@cache
def bank_index() -> Index:
    """The index of the whole bank, made once per process."""
    texts = [(slug, _whole(question, code)) for slug, question in load.questions().items() for code in LANGUAGES]
    counts = [stems_of(text) for _, text in texts]
    seen = Counter(word for count in counts for word in count)
    rarity = {word: math.log((1 + len(counts)) / (1 + n)) for word, n in seen.items()}
    places: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for number, count in enumerate(counts):
        for word, weight in _unit(count, rarity, 0.0).items():
            places[word].append((number, weight))
    return Index(rarity, dict(places), [slug for slug, _ in texts], math.log(1 + len(texts)) / 2)


def _likeness(vector: Vector, index: Index) -> dict[str, float]:
    sums: dict[int, float] = defaultdict(float)
    for word, weight in vector.items():
        for number, other in index.places.get(word, ()):
            sums[number] += weight * other
    best: dict[str, float] = {}
    for number, value in sums.items():
        slug = index.slugs[number]
        best[slug] = max(best.get(slug, 0.0), value)
    return best


def find_kin(question: Question, said: Iterable[str]) -> Kin:
    """Likeness of the words said to this question and to the likest other one."""
    index = bank_index()
    vector = _unit(stems_of(" ".join(said)), index.rarity, index.ordinary)
    best = _likeness(vector, index)
    own = best.pop(question.slug, None)
    if own is None:
        own = max(_directly(vector, question, code, index) for code in LANGUAGES)
    other = max(best, key=lambda slug: (best[slug], slug), default="")
    return Kin(own, best.get(other, 0.0), other)


def _directly(vector: Vector, question: Question, language: str, index: Index) -> float:
    mine = _unit(stems_of(_whole(question, language)), index.rarity, index.ordinary)
    return sum(weight * mine.get(word, 0.0) for word, weight in vector.items())
