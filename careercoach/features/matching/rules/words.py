"""Words of a text as weighted stems, and how alike two texts are by them.

The weights come from a fixed background (`content/recognition/background.toml`), not from the texts compared, so the
likeness of a resume and a posting does not depend on which other postings are looked at.
"""

import math
import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from careercoach.content.compiled import FOLDER, recall
from careercoach.content.terms import fold, split

_SUFFIXES = (
    "ization", "isation", "ational", "fulness", "iveness", "ations", "ements", "ments", "ation", "ement", "ingly",
    "edly", "ically", "ement", "ities", "ances", "ences", "ment", "ness", "able", "ible", "ance", "ence", "ists",
    "ical", "ions", "ings", "ators", "ator", "ants", "ents", "ers", "ors", "ing", "ion", "ist", "ity", "ive",
    "ize", "ise", "ant", "ent", "ies", "ers", "ial", "ian", "eds", "ed", "er", "or", "al", "ly", "ic", "es", "s", "e",
    "y",
)  # fmt: skip
_IRREGULAR = {
    "analyses": "analys", "analysis": "analys", "analyst": "analys", "analysts": "analys", "analytics": "analyt",
    "analytical": "analys", "analyze": "analys", "analyse": "analys", "analyzing": "analys", "analyzed": "analys",
    "sales": "sale", "sold": "sale", "selling": "sale", "sell": "sale", "taught": "teach", "built": "build",
    "led": "lead", "ran": "run", "wrote": "writ", "written": "writ", "writing": "writ", "business": "business",
    "nurse": "nurs", "nurses": "nurs", "nursing": "nurs", "hr": "human", "cook": "chef", "lawyer": "attorney",
    "advocate": "attorney", "advocates": "attorney", "lawyers": "attorney", "data": "data", "media": "media",
    "dress": "dress", "process": "process", "access": "access", "news": "news", "physics": "physics",
}  # fmt: skip


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """What the forms of an English or Spanish word share: engineer, engineers, engineering -> engineer."""
    known = _IRREGULAR.get(word)
    if known:
        return known
    if len(word) < 4 or not word.isalpha():
        return word
    for _ in range(2):
        for suffix in _SUFFIXES:
            if word.endswith(suffix) and len(word) - len(suffix) >= (4 if len(suffix) > 1 else 3):
                word = word[: -len(suffix)]
                break
        else:
            break
    if len(word) > 4 and word[-1] == word[-2] and word[-1] not in "sl":
        word = word[:-1]
    return word


def _compile_background() -> dict[str, float]:
    tiers: list[dict[str, Any]] = tomllib.loads(
        (FOLDER / "recognition" / "background.toml").read_text(encoding="utf-8")
    )["tier"]
    weights: dict[str, float] = {}
    for tier in tiers:
        for word in split(fold(tier["words"]))[1::2]:
            weights.setdefault(stem(word), tier["weight"])
    return weights


@cache
def background() -> Mapping[str, float]:
    """Weight by stem for the words that say less than 1."""
    return recall("background", ("recognition",), _compile_background, __file__)


_LAST_LATIN = "\u024f"


def comparable(words: Mapping[str, float], other: Mapping[str, float]) -> Mapping[str, float]:
    """A vector of length 1 without the words in letters that the other text has none of: they could not be alike, so
    they say nothing about how alike the two are."""
    if all(word <= _LAST_LATIN for word in words) or any(word > _LAST_LATIN for word in other):
        return words
    kept = {word: weight for word, weight in words.items() if word <= _LAST_LATIN}
    length = math.hypot(*kept.values()) or 1.0
    return {word: weight / length for word, weight in kept.items()}


def count_stems(text: str, *, factor: float = 1.0, into: dict[str, float] | None = None) -> dict[str, float]:
    """How often each telling stem stands in the text, times `factor`; added to `into` when given."""
    counts: dict[str, float] = {} if into is None else into
    weights = background()
    for word in split(fold(text))[1::2]:
        if len(word) < 2 or word[0].isdigit():
            continue
        root = stem(word)
        if weights.get(root, 1.0) > 0.0:
            counts[root] = counts.get(root, 0.0) + factor
    return counts


def weigh(counts: Mapping[str, float]) -> dict[str, float]:
    """Damped counts times background weight, scaled to length 1."""
    weights = background()
    vector = {root: (1.0 + math.log(n) if n > 1 else n) * weights.get(root, 1.0) for root, n in counts.items()}
    length = math.sqrt(sum(value * value for value in vector.values())) or 1.0
    return {root: value / length for root, value in vector.items()}


def cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Likeness 0..1 of two vectors of length 1."""
    if len(one) > len(other):
        one, other = other, one
    return sum(value * other.get(root, 0.0) for root, value in one.items())


def coverage(wanted: Mapping[str, float], had: Mapping[str, float]) -> float:
    """The share 0..1 of the wanted words' squared weight that the other text has at all."""
    total = sum(value * value for value in wanted.values())
    return sum(value * value for root, value in wanted.items() if root in had) / total if total else 0.0
