"""Finding by typing: which of the entries somebody means by a few letters, nearest first. Plain functions on words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from careercoach.core.texts import LANGUAGES
from careercoach.ui.palette.entries import Entry, entries

NOT_AT_ALL = 9
MOST_WORDS = 8
"""Nobody means an entry by more; what follows is not looked at."""
_LEFT_OUT = re.compile("[\u0300-\u036f\u093c\u200c\u200d]")
_CANDRABINDU, _ANUSVARA = "\u0901", "\u0902"


@dataclass(frozen=True, slots=True)
class Known:
    """What an entry is found by in one language: its label, its synonyms, and both in the other languages."""

    entry: Entry
    whole: str
    label: tuple[str, ...]
    words: tuple[str, ...]
    others: tuple[str, ...]


def plain(words: str) -> str:
    """Accents, nukta and joiners are as good as not there; candrabindu is anusvara; everything small."""
    bare = _LEFT_OUT.sub("", unicodedata.normalize("NFD", words.casefold()))
    return bare.replace(_CANDRABINDU, _ANUSVARA)


def parts(words: str) -> tuple[str, ...]:
    """The words of a sentence, plain: letters with their marks, and digits."""
    spaced = (letter if unicodedata.category(letter)[0] in "LMN" else " " for letter in plain(words))
    return tuple("".join(spaced).split())


@cache
def known_in(language: str) -> tuple[Known, ...]:
    """All entries as they are found in a language. The pages must have been registered."""
    return tuple(_known(entry, language) for entry in entries())


def _known(entry: Entry, language: str) -> Known:
    said = entry.said(language)
    others = [entry.said(code) for code in LANGUAGES if code != language]
    return Known(
        entry,
        whole=plain(said["label"]),
        label=parts(said["label"]),
        words=parts(said["words"]),
        others=tuple(part for other in others for words in other.values() for part in parts(words)),
    )


def find(offered: Sequence[Known], query: str) -> list[Entry]:
    """Entries that fit every typed word, nearest first; when none does, those that fit the most of the longer ones.

    Nothing typed finds all, in their own order.
    """
    typed = parts(query)[:MOST_WORDS]
    if not typed:
        return [known.entry for known in offered]
    whole = plain(query).strip()
    if exact := [one for one in _judged(offered, typed, whole) if not one[0]]:
        return [known.entry for *_, known in sorted(exact, key=_near)]
    longer = [word for word in typed if len(word) > 3]
    some = [one for one in _judged(offered, longer, whole) if one[0] < len(longer)]
    return [known.entry for *_, known in sorted(some, key=_near)]


_Judged = tuple[int, int, Known]


def _near(one: _Judged) -> tuple[int, int]:
    return one[:2]


def _judged(offered: Sequence[Known], typed: Sequence[str], whole: str) -> list[_Judged]:
    """Of each entry: how many words it misses, how far it is from them, and itself."""
    found: list[_Judged] = []
    for known in offered:
        ranks = [rank(known, word) for word in typed]
        found.append((ranks.count(NOT_AT_ALL), sum(ranks) - known.whole.startswith(whole), known))
    return found


def rank(known: Known, typed: str) -> int:
    """How near a typed word is to an entry: 0 begins its label, 4 stands inside a word of it, 9 not at all."""
    first = next((place for place, word in enumerate(known.label) if _begins(word, typed)), None)
    if first is not None:
        return 1 if first else 0
    if any(_begins(word, typed) for word in known.words):
        return 2
    if any(_begins(word, typed) for word in known.others):
        return 3
    return 4 if len(typed) > 2 and any(typed in word for word in (*known.label, *known.words)) else NOT_AT_ALL


def _begins(word: str, typed: str) -> bool:
    """A word begins with what was typed, or what was typed is the word with an ending."""
    return word.startswith(typed) or (len(word) > 3 and len(typed) <= len(word) + 2 and typed.startswith(word))
