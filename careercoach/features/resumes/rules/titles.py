"""Recognising section titles by their words."""

import re
from functools import cache, lru_cache

from careercoach.features.resumes.rules.letters import bones_of, key_of, without_accents
from careercoach.features.resumes.rules.words.posts import TITLE_WORDS
from careercoach.features.resumes.rules.words.sections import ALONE, BANNERS, STRONG, WEAK

MAX_TITLE_LETTERS = 60
NARROW = ("projects", "volunteer", "publications", "certificates", "languages", "awards", "references")
"""One word of these in a longer title outweighs "experience" or "skills"."""
VAGUE = frozenset(
    [
        "community",
        "research",
        "writing",
        "reading",
        "service",
        "leadership",
        "talks",
        "training",
        "courses",
        "honors",
        "articles",
        "papers",
        "books",
    ]
)
"""Words that title a section when they stand alone, but say little inside a longer line."""
_RUN = re.compile(r"[^\W\d_]+")
NUMERAL_MOST = 4
"""Letters of a Roman number, or a letter of a spaced title: what stands before the title's own first word."""
_AND = re.compile(r"\s*(?:[&/+,|]|\band\b|\by\b|\bet\b|\bund\b|\be\b|और|एवं|及|与|和)\s*")


def _entries(block: str) -> list[str]:
    return [
        without_accents(word.strip()) for line in block.strip().splitlines() for word in line.split("|") if word.strip()
    ]


@cache
def _table() -> dict[str, str]:
    table: dict[str, str] = {}
    for kinds in (WEAK, STRONG):
        for kind, block in kinds.items():
            table.update(dict.fromkeys(_entries(block), kind))
    return table


@cache
def _first_runs() -> frozenset[str]:
    """The letters that titles begin with, up to the first mark or space."""
    return frozenset(found[0] for key in _table() if (found := _RUN.search(key)))


@cache
def _squeezed_table() -> dict[str, str]:
    """Letter-spaced titles lose the spaces between their words."""
    return {key.replace(" ", ""): kind for key, kind in _table().items()}


@cache
def _bone_table() -> dict[tuple[frozenset[str], int], str]:
    return {(bones, len(key.split())): kind for key, kind in _table().items() if len(bones := bones_of(key)) >= 3}


@cache
def _post_words() -> frozenset[str]:
    """Words of posts as they are written: "शिक्षिका" (teacher) has the consonants of "शिक्षा" (education)."""
    return frozenset(TITLE_WORDS.split())


@cache
def banners() -> frozenset[str]:
    """Words that title the whole paper."""
    return frozenset(_entries(BANNERS))


def section_kind(text: str) -> str | None:
    """Which section a line of these words opens, or None."""
    return None if len(text) > MAX_TITLE_LETTERS else _kind_of(text)


def forget_texts() -> None:
    """A file that has been read leaves nothing behind for the next one."""
    _kind_of.cache_clear()


@lru_cache(maxsize=1024)
def _kind_of(text: str) -> str | None:
    # The same line is asked about by every rule that looks at it.
    begins = _RUN.search(text)
    is_plain = begins is not None and len(begins[0]) > NUMERAL_MOST and text.isascii() and " " in text.strip()
    if begins and is_plain and begins[0].casefold() not in _first_runs():
        return None  # most lines: no title begins so
    key = key_of(text)
    table = _table()
    if key in table or key in ALONE:
        return table.get(key) or ALONE[key]
    _, _, rest = key.partition(" ")
    if not rest or not key.isascii():
        squeezed = key.replace(" ", "")
        if len(squeezed) > 1 and squeezed in _squeezed_table():
            return _squeezed_table()[squeezed]
        bones = bones_of(key)
        if len(bones) >= 3 and len(key) <= 30 and key not in _post_words():
            return _bone_table().get((bones, len(key.split())))
    pieces = _AND.split(key)
    if 2 <= len(pieces) <= 3 and all(piece in table for piece in pieces):
        kinds = [table[piece] for piece in pieces]
        return next((kind for kind in kinds if kind == "work"), kinds[0])
    what, _, last = key.rpartition(" ")
    # "Professional Skills Summary", "Work Experience Overview"
    return table[what] if last in ("summary", "overview") and table.get(what) in STRONG else None


def is_strong(text: str) -> bool:
    """True for work, education and skills: the titles that nearly every resume has."""
    return section_kind(text) in STRONG


def loose_kind(text: str) -> str | None:
    """As `section_kind`, also for titles with more words around a strong one: "Relevant work experience in law"."""
    kind = section_kind(text)
    if kind or len(text) > MAX_TITLE_LETTERS or len(text.split()) > 6 or any(mark in text for mark in ".:;!?@"):
        return kind
    key = key_of(text)
    words = key.split()
    narrower = next((kind for word in words if word not in VAGUE and (kind := _table().get(word)) in NARROW), None)
    if narrower:
        return narrower
    for size in range(min(3, len(words)), 0, -1):
        for at in range(len(words) - size + 1):
            kind = _table().get(" ".join(words[at : at + size]))
            if kind in STRONG:
                return kind
    return next((kind for piece in _AND.split(key) if (kind := _table().get(piece))), None)
