"""Turns what the rules found into sentences, in one language or in all."""

from collections.abc import Sequence
from typing import NamedTuple

from careercoach.core.texts import LANGUAGES, text
from careercoach.features.interviews.schemas import Advice, Passage, Trio


def tell(advice: Advice, language: str) -> str:
    """The sentence in one language."""
    values = {name: value.in_(language) if isinstance(value, Trio) else value for name, value in advice.values.items()}
    return text(advice.key, language, **values)


def tell_all(advice: Advice) -> Trio:
    """The sentence in every language, for pages that switch without asking."""
    return Trio.model_validate({language: tell(advice, language) for language in LANGUAGES})


def say(key: str, **values: str | int | Trio) -> Trio:
    """A sentence of the catalogue in every language."""
    return tell_all(Advice(key=key, values=dict(values)))


class Piece(NamedTuple):
    """A part of an answer: marked when it belongs to a passage."""

    text: str
    passage: Passage | None


def cut(answer: str, passages: Sequence[Passage]) -> list[Piece]:
    """The answer in pieces, which joined are the answer again. Passages beyond its end are left out."""
    pieces: list[Piece] = []
    at = 0
    for passage in passages:
        if passage.start < at or passage.end > len(answer):
            continue
        if passage.start > at:
            pieces.append(Piece(answer[at : passage.start], None))
        pieces.append(Piece(answer[passage.start : passage.end], passage))
        at = passage.end
    if at < len(answer):
        pieces.append(Piece(answer[at:], None))
    return pieces
