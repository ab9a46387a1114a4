"""Finds the skills named in a text, in one walk over its words.

The longest name wins ("SQL Server Reporting Services" is not also "SQL"). A name that is also a plain word ("Go",
"R", "Excel") counts only with one of its context words within 60 characters, or as an item of a list of skills.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from itertools import accumulate
from typing import Any, NamedTuple

from careercoach.content.compiled import recall
from careercoach.content.terms import Node, compile_skills, fold, joint, split, unpack

BESIDE = 3
"""Mentions on each side that may be neighbours in a list."""
ADDRESS_MOST = 80
"""Characters of an address looked at on each side of a word in it."""
IN_CONTEXT, IN_LIST = 1, 2
SHORT = 4
"""Names shorter than this count in their exact spelling only, in a list too: "go", "c", "r"."""
REACH = 60
"""Characters on each side within which a context word speaks for an ambiguous name."""

_BEFORE_ITEM = re.compile(
    r"(?:^|[,;|/\n\u2022\u00b7:(\[\u25aa\u25cf\u2013\uf0b7*-]|\b(?:and|or|y|e|o|und|with|using|in)|\u0914\u0930)\s*$"
)
_AFTER_ITEM = re.compile(r"\s*(?:$|[,;|/\n\u2022\u00b7)\]\u25aa\u25cf(]|\.(?:\s|$)|(?:and|or|y|e|o)\b|\u0914\u0930)")
_ADDRESS = re.compile(
    r"@|://|^www\.|\.(?:com|org|io|edu|gov|in|co|me|dev|ai)(?:[/.,;)]|$)|(?<!\basp)(?<!\bado)(?<!\bvb)\.(?:net|app)/\w",
    re.IGNORECASE,
)

_PARTING = re.compile(r"[,;|/\n\u2022\u00b7]|\b(?:and|or|y|o|e|und)\b|\u0914\u0930|\u092f\u093e")
_HINT_OF_ADDRESS = re.compile(r"\.(?:com|org|io|edu|gov|in|co|me|dev|ai|net|app)\b|www\.")
_NAMING = re.compile(r"(?<!\bthis)(?<!\bnext)(?<!\blast)(?<!\bearly)(?<!\blate)(?<=[a-z,\u0900-\u097f]) $")
_NUMBERED = re.compile(
    r"\b(?:building|block|suite|grade|class|vitamin|hepatitis|plan|type|usb|option|section|series) $"
)
"""Before a letter that is a number, not a name: "Building C"."""
_FOLLOWED = re.compile(r"\s+(?:[A-Z]|of\b|\d{4})|['\u2019]s\b")


class Found(NamedTuple):
    """One mention: `start` and `end` are places in the text, `surface` the words as written there."""

    slug: str
    name: str
    start: int
    end: int
    surface: str


Hit = tuple[str, int, int, int]
"""One term met in a text, before its surroundings were looked at: slug, start, end, and what it needs (0 nothing,
IN_CONTEXT or IN_LIST). A plain tuple, because a named one takes three times as long to make and there are dozens in
a kilobyte."""


class Trie:
    """A packed trie (`terms.pack`) whose branches are opened when a text first needs them."""

    def __init__(self, packed: Mapping[str, str]) -> None:
        self._packed = packed
        self.opened: dict[str, Node] = {}
        self.firsts = frozenset(word.removeprefix(".") for word in packed)
        """The words a term can begin with, as they stand in a text (".net" begins with "net")."""

    def get(self, word: str) -> Node | None:
        """The branch of a word; None when no term begins with it."""
        node = self.opened.get(word)
        if node is None and word in self._packed:
            node = self.opened[word] = unpack(self._packed[word])
        return node


def walk(trie: Trie, text: str, folded: str) -> list[Hit]:
    """All terms of the trie in the text, longest first at each place, none overlapping another.

    `folded` is `terms.fold(text)`.
    """
    parts = split(folded)
    firsts, opened = trie.firsts, trie.opened
    starts: list[int] = []
    hits: list[Hit] = []
    free_from = 0
    for number in [number for number, word in enumerate(parts[1::2]) if word in firsts]:
        place = 2 * number + 1
        if place < free_from:
            continue
        word = parts[place]
        node = opened.get(word) or trie.get(word)
        met = _dotted(trie, parts, place) if parts[place - 1][-1:] == "." else None
        met = met or (_down(node, parts, place, 0) if node else None)
        if met is None:
            continue
        starts = starts or list(accumulate(map(len, parts), initial=0))
        for last, ends, lead in reversed(met):
            start, end = starts[place] - lead, starts[last + 1]
            entry = ends[0]
            if len(ends) == 1 and entry.__class__ is str:
                hits.append((entry, start, end, 0))
            elif found := [hit for entry in ends if (hit := _hit(entry, text, start, end))]:
                hits += found
            else:
                continue
            free_from = last + 1
            break
    return hits


Met = list[tuple[int, list[Any], int]]
"""Ends of terms that begin at one place: the last word's place, the terms, and 1 when a dot leads."""


def _dotted(trie: Trie, parts: list[str], place: int) -> Met | None:
    """The terms that begin with the dot before this word (".NET"), unless the dot ends another word."""
    if len(parts[place - 1]) == 1 and place > 1:
        return None
    return _down(trie.get("." + parts[place]), parts, place, 1)


def _down(node: Node | None, parts: list[str], at: int, lead: int) -> Met | None:
    """All terms that go on from here, the longest last."""
    met: Met | None = None
    last = len(parts) - 2
    while node:
        ends = node.get("")
        if ends:
            met = [*(met or ()), (at, ends, lead)]
        if at >= last:
            break
        between = parts[at + 1]
        at += 2
        if between == " ":
            node = node.get(parts[at])
            continue
        sign = joint(between)
        if sign is None:
            break
        node = node.get(sign + parts[at])
    return met


def _hit(entry: Any, text: str, start: int, end: int) -> Hit | None:
    if isinstance(entry, str):
        return entry, start, end, 0
    slug, context, exact = entry
    surface = text[start:end]
    if not exact or surface == exact or (surface == exact.upper() and len(exact) >= SHORT):
        return slug, start, end, IN_CONTEXT if context else 0
    # "word, excel, powerpoint" names them although it is not their spelling.
    return (slug, start, end, IN_LIST) if len(exact) >= SHORT else None


class Scanner:
    """A trie of skills ready to be walked; `compiled` is what `terms.compile_skills` returns."""

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        self._trie = Trie(compiled["trie"])
        self._names: Mapping[str, str] = compiled["names"]
        self._context_words: Mapping[str, list[str]] = compiled["context"]
        self._context: dict[str, re.Pattern[str]] = {}

    def find(self, text: str) -> list[Found]:
        """Every mention of a known skill, in the order of the text."""
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            return self._find_in_decomposed(text)
        folded = fold(text)
        hits = walk(self._trie, text, folded)
        if any(hit[3] for hit in hits):
            hits = self._settle(text, folded, hits)
        if "@" in text or "://" in text or _HINT_OF_ADDRESS.search(folded):
            hits = [hit for hit in hits if not _in_address(text, hit)]
        names, new = self._names, tuple.__new__  # pyright: ignore[reportUnknownMemberType, reportUnknownVariableType]
        return [new(Found, (slug, names[slug], start, end, text[start:end])) for slug, start, end, _ in hits]

    def _settle(self, text: str, folded: str, hits: list[Hit]) -> list[Hit]:
        """Keep an ambiguous name only where its context or a list of skills speaks for it."""
        hits = [
            hit for hit in hits if hit[2] - hit[1] > 1 or not _NUMBERED.search(folded[max(0, hit[1] - 12) : hit[1]])
        ]
        return [
            hit
            for place, hit in enumerate(hits)
            if not hit[3]
            or (hit[3] == IN_CONTEXT and (self._has_context(folded, hit) or _is_named(text, hit)))
            or _is_listed(text, hits, place)
        ]

    def _has_context(self, folded: str, hit: Hit) -> bool:
        slug, start, end, _ = hit
        pattern = self._context.get(slug)
        if pattern is None:
            words = "|".join(map(re.escape, self._context_words.get(slug, [])))
            pattern = self._context[slug] = re.compile(rf"(?<![0-9a-z])(?:{words})(?![0-9a-z])")
        before = folded[max(0, start - REACH) : start]
        return bool(pattern.search(before) or pattern.search(folded[end : end + REACH]))

    def _find_in_decomposed(self, text: str) -> list[Found]:
        """The same for text with parted accents: composed first, places counted back to the given text."""
        pieces: list[str] = []
        places: list[int] = []
        for match in re.finditer(r".[\u0300-\u036f\u093c]*", text, re.DOTALL):
            composed = unicodedata.normalize("NFC", match.group())
            pieces.append(composed)
            places += [match.start()] * len(composed)
        places.append(len(text))
        return [
            Found(slug, name, places[start], places[end], text[places[start] : places[end]])
            for slug, name, start, end, _ in self.find("".join(pieces))
        ]


@cache
def scanner() -> Scanner:
    """The scanner of all reviewed skills, made once per process."""
    return Scanner(recall("skill-terms", ("skills",), compile_skills))


def find_skills(text: str) -> list[Found]:
    """Every mention of a known skill, in the order of the text."""
    return scanner().find(text)


def _is_item(text: str, hit: Hit) -> bool:
    before = text[max(0, hit[1] - 8) : hit[1]]
    return bool(_BEFORE_ITEM.search(before) and _AFTER_ITEM.match(text, hit[2], hit[2] + 5))


def _is_named(text: str, hit: Hit) -> bool:
    """True for a capital in the middle of a sentence, where only a name has one: "building React applications"."""
    _, start, end, _ = hit
    if end - start < 2 or not text[start].isupper() or _FOLLOWED.match(text, end):
        return False
    if start and "\u4e00" <= text[start - 1] <= "\u9fff":
        return True  # Among Chinese signs only a name is written in letters.
    return _NAMING.search(text[max(0, start - 14) : start]) is not None


def _is_listed(text: str, hits: list[Hit], place: int) -> bool:
    """True for an item between separators with another skill as an item right beside it."""
    slug, start, end, _ = hits[place]
    if not _is_item(text, hits[place]):
        return False
    for other in hits[max(0, place - BESIDE) : place + BESIDE + 1]:
        if other[0] == slug or other[1] == start:
            continue
        gap = text[other[2] : start] if other[2] <= start else text[end : other[1]]
        if len(gap) <= 30 and _PARTING.search(gap) and _is_item(text, other):
            return True
    return False


def _in_address(text: str, hit: Hit) -> bool:
    """True inside an e-mail or web address, where a word names no skill."""
    _, left, right, _ = hit
    first, last = max(0, left - ADDRESS_MOST), min(len(text), right + ADDRESS_MOST)
    while left > first and not text[left - 1].isspace() and text[left - 1] not in "(<[,;|":
        left -= 1
    while right < last and not text[right].isspace() and text[right] not in ")>],;|":
        right += 1
    return right - left > hit[2] - hit[1] and _ADDRESS.search(text[left:right]) is not None
