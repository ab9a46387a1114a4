"""Cite or drop: a claim counts only when its quote is in the source, and a model's score stays near our own."""

import re
from collections.abc import Iterable

from careercoach.core.letters import Folded, fold, plain_text
from careercoach.core.urls import safe_url
from careercoach.ports.ai.guard.patterns import NO_LETTER_AFTER, NO_LETTER_BEFORE

REACH = 10
"""A model may move a score by this many points of 100 at most."""
MOST_PASSES = 8
LEAST_LETTERS = 3
"""Shorter quotes are in any text."""

_WORDS = re.compile(r"[^\W_]+(?:[\u0900-\u097f]+[^\W_]*)*|[\u0900-\u097f]+")
_GAP = re.compile(r"\s*(?:\[\s*)?(?:\.{3,}|\u2026)(?:\s*\])?\s*")


def find_quote(quote: str, source: str) -> str | None:
    """The words of the source that a quote means, exactly as they stand there, None when they are not there.

    Case, accents, spacing and punctuation may differ; no word may. Parts around "..." must follow each other, and
    what lies between them is part of the answer.
    """
    parts = [words for part in _GAP.split(plain_text(quote)) if (words := _words(fold(part)))]
    if sum(len(word) for words in parts for word, _, _ in words) < LEAST_LETTERS:
        return None
    folded = fold(source)
    there = _words(folded)
    at, first = 0, None
    for part in parts:
        wanted = [word for word, _, _ in part]
        found = _find(wanted, there, at)
        if found is None:
            return None
        first = found if first is None else first
        at = found + len(wanted)
    start, _ = folded.span(there[first or 0][1], there[first or 0][2])
    _, end = folded.span(there[at - 1][1], there[at - 1][2])
    return source[start:end]


def _words(folded: Folded) -> list[tuple[str, int, int]]:
    return [(match.group(), match.start(), match.end()) for match in _WORDS.finditer(folded.text)]


def _find(wanted: list[str], there: list[tuple[str, int, int]], start: int) -> int | None:
    for at in range(start, len(there) - len(wanted) + 1):
        if there[at][0] == wanted[0] and [word for word, _, _ in there[at : at + len(wanted)]] == wanted:
            return at
    return None


def is_quoted(quote: str, *sources: str) -> bool:
    """Whether the words stand in one of the sources."""
    return any(find_quote(quote, source) is not None for source in sources)


def bounded(score: float, embedded: float, *, reach: float = REACH, least: float = 0, most: float = 100) -> float:
    """A model's score, no further than `reach` from the embedded coach's own; NaN is the coach's own."""
    if score != score:
        return embedded
    return max(least, embedded - reach, min(most, embedded + reach, score))


_IMAGE = re.compile(r"!\[[^\[\]\n]{0,200}\]\s?(?:\([^)\n]{0,700}\)|\[[^\]\n]{0,200}\])")
_LINK = re.compile(r"\[([^\[\]\n]{1,200})\]\s?\(\s?<?([^)\s>]{1,600})[^)\n]{0,120}\)")
_REFERENCE = re.compile(r"^\s{0,3}\[[^\]\n]{1,200}\]:\s?\S+.*$", re.MULTILINE)
_SCRIPT = re.compile(
    r"<\s*(script|style|iframe|svg|object|template|noscript)\b.*?(?:<\s*/\s*\1\s*>|$)", re.IGNORECASE | re.DOTALL
)
_TAG = re.compile(r"<\s*[/!?]?\s*[a-z][^<>]{0,2000}(?:>|$)|<!--.*?(?:-->|$)", re.IGNORECASE | re.DOTALL)
_ADDRESS = re.compile(
    r"(?:\b[a-z][a-z0-9+.-]{1,20}\s?:\s?//\s?|\bwww\.|\b(?:javascript|vbscript|data|mailto|tel|file|blob)\s?:\s?(?=\S))[^\s<>\"'`)\]]*"
    r"|//[a-z0-9-]+\.[a-z]{2,}[^\s<>\"'`)\]]*",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"(?<![\w@./:-])(?:[a-z0-9-]{1,63}\.){1,5}[a-z]{2,12}/[^\s<>\"'`)\]]*"
    r"|(?<![\w@./:-])(?:[a-z0-9-]{1,63}\.){1,5}(?:example|test|invalid|com|org|net|info|xyz|top|ru|cn|click|link|biz|site|online|zip|mov)\b",
    re.IGNORECASE,
)
_NO_SITES = frozenset({"asp.net", "ado.net", "vb.net", "ml.net"})


def without_links(text: str, allowed: frozenset[str] = frozenset()) -> str:
    """A model's text without images, tags and any address that is not on the list; a link leaves its words."""
    text = plain_text(text)
    # Taking one thing out may put another together: again, until nothing changes.
    for _ in range(MOST_PASSES):
        taken = _pass(text, allowed)
        if taken == text:
            break
        text = taken
    else:
        return ""
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def _pass(text: str, allowed: frozenset[str]) -> str:
    text = _REFERENCE.sub("", _SCRIPT.sub(" ", _IMAGE.sub("", text)))
    text = _LINK.sub(lambda link: f"{link.group(1)} {_kept(link.group(2), allowed)}".rstrip(), text)
    text = _TAG.sub(" ", text)
    text = _ADDRESS.sub(lambda found: _kept(found.group(), allowed), text)
    return _BARE.sub(lambda found: found.group() if found.group().lower() in _NO_SITES else "", text)


def _kept(address: str, allowed: frozenset[str]) -> str:
    bare = address.rstrip(".,;:!?")
    return address if bare in allowed and safe_url(bare) else ""


def only_allowed(url: str, allowed: Iterable[str]) -> str:
    """The address when it is on the list and harmless, else nothing."""
    return url if url in set(allowed) and safe_url(url) else ""


def mentions(words: str, text: str) -> bool:
    """Whether a text says these words, whole."""
    pattern = r"[\s_-]{1,3}".join(map(re.escape, fold(words).text.split()))
    return bool(pattern) and re.search(NO_LETTER_BEFORE + pattern + NO_LETTER_AFTER, fold(text).text) is not None
