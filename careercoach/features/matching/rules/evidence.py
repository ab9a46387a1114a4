"""The words of a resume that a claim rests on, and the part of the life they tell of."""

import re
from collections.abc import Iterable

from careercoach.features.matching.rules.pieces import Piece

QUOTE_MOST = 240
"""Characters of a quote; longer lines are cut at a sentence, else around the skill."""


def quote_around(text: str, start: int, end: int) -> tuple[int, int]:
    """The line that holds a mention, cut to a sentence or to `QUOTE_MOST` characters when it is longer."""
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    last = len(text) if last < 0 else last
    if last - first > QUOTE_MOST:
        before = max(text.rfind(". ", first, start) + 2, start - QUOTE_MOST // 2)
        after = text.find(". ", end, last)
        first = max(first, before)
        last = min(last, after + 1 if after >= 0 else last, end + QUOTE_MOST // 2)
        while first > 0 and first < start and not text[first - 1].isspace():
            first += 1
        while last > end and last < len(text) and not text[last].isspace():
            last -= 1
    while first < start and text[first] in " \t\r\u2022\u00b7*-\u25aa\u25cf\uf0b7":
        first += 1
    while last > end and text[last - 1].isspace():
        last -= 1
    return first, last


class Owners:
    """Finds the piece of the resume that a line of its text belongs to."""

    def __init__(self, pieces: Iterable[Piece]) -> None:
        self._pieces = [(_plain(piece.text), piece) for piece in pieces]
        self._known: dict[str, Piece] = {}

    def of(self, line: str) -> Piece:
        """The piece that holds the line, or that the line holds; a piece of no section when none does."""
        found = self._known.get(line)
        if found is None:
            found = self._known[line] = self._search(_plain(line))
        return found

    def _search(self, line: str) -> Piece:
        for plain, piece in self._pieces:
            if line in plain:
                return piece
        inside = [(len(plain), piece) for plain, piece in self._pieces if len(plain) > 2 and plain in line]
        return max(inside, key=lambda item: item[0])[1] if inside else Piece("", "other")


def _plain(text: str) -> str:
    return re.sub(r"[\W_]+", " ", text.lower()).strip()
