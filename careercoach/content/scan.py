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
from careercoach.content.terms import Node, compile_skills, fold, joint, split

REACH = 60
"""Characters on each side within which a context word speaks for an ambiguous name."""

_BEFORE_ITEM = re.compile(
    r"(?:^|[,;|/\n\u2022\u00b7:(\[\u25aa\u25cf\u2013\uf0b7*-]|\b(?:and|or|y|e|o|und|with|using|in)|\u0914\u0930)\s*$"
)
_AFTER_ITEM = re.compile(r"\s*(?:$|[,;|/\n\u2022\u00b7)\]\u25aa\u25cf(]|\.(?:\s|$)|(?:and|or|y|e|o)\b|\u0914\u0930)")
_ADDRESS = re.compile(
    r"@|://|^www\.|\.(?:com|org|io|edu|gov|in|co|me|dev|ai)(?:[/.,;)]|$)|\.(?:net|app)/\w", re.IGNORECASE
)

_NAMING = re.compile(r"(?<!\bthis)(?<!\bnext)(?<!\blast)(?<!\bearly)(?<!\blate)(?<=[a-z,]) $")
_FOLLOWED = re.compile(r"\s+(?:[A-Z]|of\b|\d{4})|['\u2019]s\b")


class Found(NamedTuple):
    """One mention: `start` and `end` are places in the text, `surface` the words as written there."""

    slug: str
    name: str
    start: int
    end: int
    surface: str


class Hit(NamedTuple):
    """One term met in a text, before its context was looked at."""

    slug: str
    start: int
    end: int
    needs_context: bool


def walk(trie: Node, firsts: frozenset[str], text: str) -> list[Hit]:
    """All terms of the trie in the text, longest first at each place, none overlapping another."""
    parts = split(fold(text))
    starts: list[int] = []
    hits: list[Hit] = []
    free_from = 0
    for number in [number for number, word in enumerate(parts[1::2]) if word in firsts]:
        place = 2 * number + 1
        if place < free_from:
            continue
        starts = starts or list(accumulate(map(len, parts), initial=0))
        met = _longest(trie, text, parts, starts, place)
        if met:
            free_from = met[0] + 1
            hits += met[1]
    return hits


def first_words(trie: Node) -> frozenset[str]:
    """The words a term can begin with, as they stand in a text (".net" begins with "net")."""
    return frozenset(key.removeprefix(".") for key in trie)


def _longest(trie: Node, text: str, parts: list[str], starts: list[int], place: int) -> tuple[int, list[Hit]] | None:
    first = starts[place]
    ways = [(parts[place], first)]
    before = parts[place - 1]
    if before.endswith(".") and (len(before) > 1 or place == 1):
        ways.insert(0, (f".{parts[place]}", first - 1))
    for key, start in ways:
        node: Node | None = trie.get(key)
        best: tuple[int, list[Hit]] | None = None
        at = place
        while node is not None:
            ends = node.get("")
            if ends:
                end = starts[at + 1]
                hits = [hit for entry in ends if (hit := _hit(entry, text, start, end))]
                if hits:
                    best = (at, hits)
            if len(node) == (1 if ends else 0) or at + 2 >= len(parts):
                break
            sign = joint(parts[at + 1])
            if sign is None:
                break
            at += 2
            node = node.get(sign + parts[at])
        if best:
            return best
    return None


def _hit(entry: Any, text: str, start: int, end: int) -> Hit | None:
    if isinstance(entry, str):
        return Hit(entry, start, end, needs_context=False)
    slug, context, exact = entry
    return Hit(slug, start, end, bool(context)) if not exact or text[start:end] == exact else None


class Scanner:
    """A trie of skills ready to be walked; `compiled` is what `terms.compile_skills` returns."""

    def __init__(self, compiled: Mapping[str, Any]) -> None:
        self._trie: Node = compiled["trie"]
        self._firsts = first_words(self._trie)
        self._names: Mapping[str, str] = compiled["names"]
        self._context_words: Mapping[str, list[str]] = compiled["context"]
        self._context: dict[str, re.Pattern[str]] = {}

    def find(self, text: str) -> list[Found]:
        """Every mention of a known skill, in the order of the text."""
        if not text.isascii() and not unicodedata.is_normalized("NFC", text):
            return self._find_in_decomposed(text)
        hits = walk(self._trie, self._firsts, text)
        if any(hit.needs_context for hit in hits):
            hits = self._settle(text, hits)
        return [
            Found(hit.slug, self._names[hit.slug], hit.start, hit.end, text[hit.start : hit.end])
            for hit in hits
            if not _in_address(text, hit)
        ]

    def _settle(self, text: str, hits: list[Hit]) -> list[Hit]:
        """Keep an ambiguous name only where its context or a list of skills speaks for it."""
        folded = fold(text)
        items = [hit for hit in hits if _is_item(text, hit)]
        return [
            hit
            for hit in hits
            if not hit.needs_context
            or self._has_context(folded, hit)
            or _is_listed(text, hit, items)
            or _is_named(text, hit)
        ]

    def _has_context(self, folded: str, hit: Hit) -> bool:
        pattern = self._context.get(hit.slug)
        if pattern is None:
            words = "|".join(map(re.escape, self._context_words.get(hit.slug, [])))
            pattern = self._context[hit.slug] = re.compile(rf"(?<![0-9a-z])(?:{words})(?![0-9a-z])")
        before = folded[max(0, hit.start - REACH) : hit.start]
        return bool(pattern.search(before) or pattern.search(folded[hit.end : hit.end + REACH]))

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
    before = text[max(0, hit.start - 8) : hit.start]
    return bool(_BEFORE_ITEM.search(before) and _AFTER_ITEM.match(text, hit.end, hit.end + 5))


def _is_named(text: str, hit: Hit) -> bool:
    """True for a capital in the middle of a sentence, where only a name has one: "building React applications"."""
    if hit.end - hit.start < 2 or not text[hit.start].isupper() or _FOLLOWED.match(text, hit.end):
        return False
    return _NAMING.search(text[max(0, hit.start - 14) : hit.start]) is not None


def _is_listed(text: str, hit: Hit, items: list[Hit]) -> bool:
    """True for an item between separators with another skill as an item right beside it."""
    if hit not in items:
        return False
    for other in items:
        if other.slug == hit.slug or other.start == hit.start:
            continue
        gap = text[other.end : hit.start] if other.end <= hit.start else text[hit.end : other.start]
        if len(gap) <= 30 and re.search(
            r"[,;|/\n\u2022\u00b7]|\b(?:and|or|y|o|e|und)\b|\u0914\u0930|\u092f\u093e", gap
        ):
            return True
    return False


def _in_address(text: str, hit: Hit) -> bool:
    """True inside an e-mail or web address, where a word names no skill."""
    left, right = hit.start, hit.end
    while left > 0 and not text[left - 1].isspace() and text[left - 1] not in "(<[,;|":
        left -= 1
    while right < len(text) and not text[right].isspace() and text[right] not in ")>],;|":
        right += 1
    return right - left > hit.end - hit.start and _ADDRESS.search(text[left:right]) is not None
