"""Is it running text, and in a language we can judge?

Catchwords in a row prove nothing: only sentences with small words ("is", "the", "के", "que") count as said.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from careercoach.features.interviews.rules.signs import word_lists
from careercoach.features.interviews.rules.wording import Sentence

Spoken = Literal["en", "hi", "es", "unknown"]

LEAST_WORDS = 4
SHORT_SENTENCE = 24
"""Words up to which a terse sentence ("Metric: recall.") counts as said when those around it are running text."""
LEAST_SHARE = 0.12
"""Share of small words that a running sentence has at least; real answers have 0.25 to 0.5."""
LEAST_KINDS = 2
LEAST_VARIETY = 0.3
"""Different small words by all small words in a long sentence; the same glue between catchwords has less."""
LONG = 20
MOST_COMMAS = 0.34
"""Separators per word; a list of catchwords has more."""
JOINERS = frozenset({"and", "or", "y", "o", "और", "या", "aur", "ya", "e", "u"})
"""They hold lists together as well, so they prove no sentence."""
ENOUGH_TO_TELL = 6
"""Words from which on a foreign language can be told."""

_SEPARATORS = re.compile(r"[,;|•·](?!\d)")
_DEVANAGARI = re.compile("[\u0904-\u0939\u0958-\u0961]")
_LATIN = re.compile("[a-z\u00df-\u024f]")


class Prose(NamedTuple):
    """The sentences that count as said, and the rest."""

    said: tuple[Sentence, ...]
    lists: tuple[Sentence, ...]


@cache
def _ours() -> frozenset[str]:
    return frozenset().union(*word_lists("small").values()) - JOINERS


def is_running(block: Sequence[Sentence], least_share: float = LEAST_SHARE) -> bool:
    """Whether these sentences, taken together, read like speech and not like a list of catchwords."""
    # A calculation is full of figures; they say nothing either way.
    words = [word for sentence in block for word in sentence.words if not word[0].isdigit()]
    if len(words) < LEAST_WORDS:
        return False
    small = [word for word in words if word in _ours()]
    commas = sum(len(_SEPARATORS.findall(sentence.text)) for sentence in block)
    return (
        len(small) / len(words) >= least_share
        and len(set(small)) >= min(LEAST_KINDS, len(words) // 4)
        and (len(words) < LONG or len(set(small)) >= LEAST_VARIETY * len(small))
        and commas / len(words) <= MOST_COMMAS
    )


def _is_sum(sentence: Sentence) -> bool:
    """A calculation, step by step: "350 times 60 is 21,000"."""
    figures = sum(word[0].isdigit() for word in sentence.words)
    return figures >= 2 and figures >= 0.2 * len(sentence.words)


def part_prose(found: Sequence[Sentence]) -> Prose:
    """Tell running sentences from lists; a terse one is judged together with those around it."""
    said: list[Sentence] = []
    lists: list[Sentence] = []
    for number, sentence in enumerate(found):
        around = found[max(0, number - 1) : number + 2]
        is_terse = len(sentence.words) <= SHORT_SENTENCE and len(around) > 1
        fine = is_running([sentence]) or (is_terse and is_running(around)) or _is_sum(sentence)
        (said if fine else lists).append(sentence)
    return Prose(tuple(said), tuple(lists))


def spoken_language(words: Sequence[str]) -> Spoken:
    """The language most of the words belong to; "unknown" for one that we do not judge."""
    letters = [word for word in words if not word.isdigit()]
    hindi = [word for word in letters if _DEVANAGARI.search(word)]
    latin = [word for word in letters if _LATIN.search(word)]
    if len(letters) > 2 * (len(hindi) + len(latin)):
        return "unknown"
    if len(hindi) >= 0.25 * len(letters) and hindi:
        return "hi" if _share(hindi, "small", "hi") >= 0.1 or len(hindi) < ENOUGH_TO_TELL else "unknown"
    return _latin_language(latin)


def _latin_language(latin: Sequence[str]) -> Spoken:
    ours: dict[Spoken, float] = {
        "en": _share(latin, "small", "en"),
        "hi": _share(latin, "small", "hi_latin"),
        "es": _share(latin, "small", "es"),
    }
    best = max(ours, key=lambda language: ours[language])
    foreign = max(_share(latin, "foreign", code) for code in word_lists("foreign"))
    if len(latin) >= ENOUGH_TO_TELL and foreign >= 0.15 and foreign > 1.1 * ours[best]:
        return "unknown"
    return best


def _share(words: Sequence[str], table: str, key: str) -> float:
    known = word_lists(table)[key]
    return sum(word in known for word in words) / max(1, len(words))
