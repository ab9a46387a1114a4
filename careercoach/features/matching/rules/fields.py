"""Which field of work a text belongs to, told by the titles and words people of each field use."""

import math
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from careercoach.content.compiled import FOLDER, recall
from careercoach.content.scan import Trie, walk
from careercoach.content.terms import Term, build_trie, fold, pack
from careercoach.features.matching.schemas import FieldGuess, MatchProfile

TITLE_FACTOR = 3.0
"""A title of the field against a word of it."""
HEADLINE_FACTOR = 3.0
"""The same title standing as somebody's own title, against one met in running text."""
NAMED_MOST = 6
SHARPNESS = 1.6
"""How much the leading field gains over the others when points become shares."""


def _compile_fields() -> dict[str, Any]:
    source = tomllib.loads((FOLDER / "recognition" / "fields.toml").read_text(encoding="utf-8"))
    weights: dict[str, dict[str, float]] = {}
    for field in source["field"]:
        for key, factor in (("words", 1.0), ("titles", TITLE_FACTOR)):
            for term in field[key].split(";"):
                owners = weights.setdefault(" ".join(term.split()).lower(), {})
                owners[field["slug"]] = max(owners.get(field["slug"], 0.0), factor)
    terms = {
        term: {slug: _shared(factor, len(owners)) for slug, factor in owners.items()}
        for term, owners in weights.items()
    }
    return {
        "trie": pack(build_trie(Term(term, term) for term in terms)),
        "terms": terms,
        "names": {field["slug"]: field["name"] for field in source["field"]},
        "broad": {field["slug"]: field["broad"] for field in source["field"]},
    }


def _shared(factor: float, owners: int) -> float:
    """A term of many fields says little about each."""
    return round(factor / owners**0.7, 3)


@cache
def _compiled() -> Mapping[str, Any]:
    return recall("fields", ("recognition",), _compile_fields, __file__)


@cache
def _trie() -> Trie:
    return Trie(_compiled()["trie"])


def _points(text: str, factor: float, into: dict[str, float]) -> None:
    counts: dict[str, int] = {}
    compiled = _compiled()
    for slug, *_ in walk(_trie(), text, fold(text)):
        counts[slug] = counts.get(slug, 0) + 1
    for term, count in counts.items():
        for slug, weight in compiled["terms"][term].items():
            into[slug] = into.get(slug, 0.0) + factor * weight * (1.0 + math.log(count))


def guess_fields(text: str, titles: Iterable[str], *, language: str = "en") -> list[FieldGuess]:
    """The likeliest fields of a text whose owner bears these titles (newest first), best first."""
    points: dict[str, float] = {}
    _points(text, 1.0, points)
    for place, title in enumerate(list(titles)[:4]):
        _points(title, HEADLINE_FACTOR / (1 + place), points)
    total = sum(value**SHARPNESS for value in points.values())
    names = _compiled()["names"]
    ranked = sorted(points.items(), key=lambda item: (-item[1], item[0]))[:NAMED_MOST]
    return [
        FieldGuess(
            slug=slug, name=names[slug].get(language, names[slug]["en"]), share=round(value**SHARPNESS / total, 4)
        )
        for slug, value in ranked
    ]


def recognise_role(given: MatchProfile | str, *, language: str = "en") -> list[FieldGuess]:
    """The field of work of a profile, or of a text that is a resume or a posting, best first."""
    if isinstance(given, str):
        return guess_fields(given, [], language=language)
    return guess_fields(given.text, given.titles, language=language)


def kinship(one: list[FieldGuess], other: list[FieldGuess]) -> float:
    """How far two texts belong to the same fields, 0..1; neighbours under one broad field count a third."""
    broad = _compiled()["broad"]
    same = near = 0.0
    for left in one:
        for right in other:
            if left.slug == right.slug:
                same += left.share * right.share
            elif broad[left.slug] == broad[right.slug]:
                near += left.share * right.share
    norm = math.sqrt(sum(guess.share**2 for guess in one) * sum(guess.share**2 for guess in other))
    return min(1.0, (same + near / 3) / norm) if norm else 0.0


def broad_fields(guesses: list[FieldGuess]) -> dict[str, float]:
    """The same shares by broad field."""
    broad = _compiled()["broad"]
    shares: dict[str, float] = {}
    for guess in guesses:
        shares[broad[guess.slug]] = round(shares.get(broad[guess.slug], 0.0) + guess.share, 4)
    return shares
