"""Text as the rubric reads it: folded words, phrases that match at the start of a word, sentences with their places."""

import re
import unicodedata
from functools import cache
from typing import NamedTuple

from careercoach.content.terms import fold, split

_DROPPED = {0x093C: None, 0x200C: None, 0x200D: None}
"""Nukta and joiners: "ग़लत" and "गलत" are one word to a reader."""
_NASAL = {0x0901: "\u0902"}
_ENDS = re.compile(r"[.!?।॥]+[\"'»”)]*(?=\s|$)|\n(?=\s*(?:\n|[-*•–]|\d+[.)]|[A-ZÁÉÍÓÚÑ¿¡«“\"]|$))")
"""A line break inside a sentence (pasted text) ends none; one before a blank line, a bullet or a capital does."""
SHORT = 3
"""ASCII words of at most this many letters match only as a whole: "orm" is not the start of "ormond"."""


class Phrase(NamedTuple):
    """A phrase ready to be looked for in `Wording.folded`: any of these strings shows it."""

    needles: tuple[str, ...]


class Sentence(NamedTuple):
    """One sentence: its place in the text, its words, and the same folded for looking things up."""

    start: int
    end: int
    text: str
    words: tuple[str, ...]
    folded: str


def _bare(text: str) -> str:
    return fold(unicodedata.normalize("NFC", text)).translate(_DROPPED).translate(_NASAL)


def fold_words(text: str) -> list[str]:
    """Lower case words without accents or nuktas; signs between them are gone."""
    return split(_bare(text))[1::2]


def folded(text: str) -> str:
    """The words in one line, a blank before the first and after the last."""
    return f" {' '.join(fold_words(text))} "


_ENDINGS = re.compile("(?:ing|ed|es|s|[aeiouy\u093e-\u094c\u0902])+$")


@cache
def stem(word: str) -> str:
    """The part of a folded word that its forms share: "returned" and "returns", "dejo" and "deje"."""
    short = _ENDINGS.sub("", word[:7])
    return short if len(short) >= 3 else word[:7]


@cache
def phrase(spelling: str) -> Phrase:
    """A cue as written in the data: matches at the start of a word, short ones and those with `$` as a whole."""
    wanted = spelling.strip()
    whole = wanted.endswith("$")
    words = fold_words(wanted.rstrip("$"))
    if not words:
        return Phrase(())
    line = f" {' '.join(words)}"
    last = words[-1]
    if whole or (len(last) <= SHORT and last.isascii()):
        return Phrase((f"{line} ",) if whole else (f"{line} ", f"{line}s "))
    return Phrase((line,))


def has(line: str, wanted: Phrase) -> bool:
    """Whether a folded line holds the phrase."""
    for needle in wanted.needles:  # noqa: SIM110 - called some thousand times for one answer
        if needle in line:
            return True
    return False


def sentences(text: str) -> list[Sentence]:
    """The sentences of a text in order, blank ones left out; a line break ends one as well."""
    found: list[Sentence] = []
    start = 0
    for end in [match.end() for match in _ENDS.finditer(text)] + [len(text)]:
        piece = text[start:end]
        words = tuple(fold_words(piece))
        if words:
            left = start + len(piece) - len(piece.lstrip())
            right = start + len(piece.rstrip())
            found.append(Sentence(left, right, text[left:right], words, f" {' '.join(words)} "))
        start = end
    return found
