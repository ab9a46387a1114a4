"""Text without what the eye does not see, and a folded view of it that knows where each letter stood."""

import unicodedata
from functools import cache
from typing import NamedTuple

_KEPT = frozenset("\n\t")
# Joiners that Hindi needs to spell: dropped elsewhere, kept between two Devanagari letters.
_JOINERS = frozenset("\u200c\u200d")
_FILLERS = frozenset("\u115f\u1160\u17b4\u17b5\u180b\u180c\u180d\u180e\u2800\u3164\uffa0\u034f\u061c")
_MARKS = range(0x300, 0x370)


@cache
def _is_unseen(letter: str) -> bool:
    if letter in _KEPT:
        return False
    code = ord(letter)
    if letter in _FILLERS or 0xFE00 <= code <= 0xFE0F or 0xE0000 <= code <= 0xE0FFF:
        return True
    return unicodedata.category(letter) in ("Cc", "Cf", "Cs", "Co", "Cn")


def plain_text(text: str) -> str:
    """The text without control, zero-width, direction, tag and private letters; lines end in "\\n"."""
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\u2028", "\n").replace("\u2029", "\n")
    text = text.replace("\x0b", "\n").replace("\x0c", "\n").replace("\x85", "\n")
    if text.isascii() and text.isprintable():
        return text
    letters = [letter for place, letter in enumerate(text) if not _is_unseen(letter) or _joins(text, place)]
    return "".join(letters)


def _joins(text: str, place: int) -> bool:
    return (
        text[place] in _JOINERS
        and 0 < place < len(text) - 1
        and "\u0900" <= text[place - 1] <= "\u097f"
        and "\u0900" <= text[place + 1] <= "\u097f"
    )


class Folded(NamedTuple):
    """`text` in lower case, without accents, wide forms and foreign digits; `places[i]` is where its i-th letter
    stood in the original, whose length closes the list."""

    text: str
    places: list[int]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of the folded text stood: `original[start:end]`."""
        first = self.places[start]
        last = self.places[end - 1]
        after = end
        while after < len(self.places) - 1 and self.places[after] == last:
            after += 1
        return first, max(self.places[after], last + 1)


@cache
def _fold_letter(letter: str) -> str:
    digit = unicodedata.digit(letter, None)
    if digit is not None and unicodedata.category(letter) == "Nd":
        return str(digit)
    parts = unicodedata.normalize("NFKD", letter).casefold()
    kept = "".join(part for part in parts if ord(part) not in _MARKS)
    return _LOOKALIKES.get(kept, kept)


# Letters of other alphabets that look like ours: a name written with one is still the name.
_LOOKALIKES = dict(zip("абвеіјкмнорсѕтухԁԛԝαεικνορτυχ", "abbeijkmhopcstyxdqwaeiknoptux", strict=True)) | {
    "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "‘": "'", "“": '"', "”": '"',
    "–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-", "\u00a0": " ",
}  # fmt: skip


def fold(text: str) -> Folded:
    """The folded view. Quotes and dashes become the plain ones."""
    if text.isascii():
        return Folded(text.lower(), list(range(len(text) + 1)))
    letters: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter.isascii():
            letters.append(letter.lower())
            places.append(place)
            continue
        for part in _fold_letter(letter):
            letters.append(part)
            places.append(place)
    places.append(len(text))
    return Folded("".join(letters), places)
