"""The language a resume is written in, by its script and its commonest words."""

import re

COMMON: dict[str, frozenset[str]] = {
    "en": frozenset(
        [
            "the",
            "and",
            "of",
            "in",
            "to",
            "for",
            "with",
            "on",
            "at",
            "by",
            "from",
            "a",
            "an",
            "using",
            "as",
            "that",
            "this",
            "is",
            "was",
            "are",
            "which",
        ]
    ),
    "es": frozenset(
        [
            "el",
            "la",
            "de",
            "en",
            "y",
            "con",
            "los",
            "las",
            "para",
            "por",
            "del",
            "una",
            "un",
            "que",
            "se",
            "al",
            "como",
            "más",
            "su",
            "desde",
        ]
    ),
    "fr": frozenset(
        [
            "le",
            "la",
            "les",
            "de",
            "des",
            "et",
            "en",
            "pour",
            "avec",
            "du",
            "une",
            "un",
            "dans",
            "sur",
            "par",
            "au",
            "aux",
            "que",
            "est",
            "à",
        ]
    ),
    "de": frozenset(
        [
            "der",
            "die",
            "das",
            "und",
            "von",
            "mit",
            "in",
            "für",
            "im",
            "zu",
            "auf",
            "den",
            "bei",
            "als",
            "eine",
            "ein",
            "des",
            "zur",
            "dem",
            "nach",
        ]
    ),
    "pt": frozenset(
        [
            "o",
            "a",
            "os",
            "as",
            "de",
            "do",
            "da",
            "em",
            "e",
            "com",
            "para",
            "por",
            "dos",
            "das",
            "uma",
            "um",
            "no",
            "na",
            "que",
            "ao",
        ]
    ),
    "it": frozenset(
        [
            "il",
            "lo",
            "la",
            "gli",
            "di",
            "e",
            "in",
            "con",
            "per",
            "del",
            "della",
            "una",
            "un",
            "che",
            "nel",
            "alla",
            "le",
            "dei",
            "da",
            "sono",
        ]
    ),
    "nl": frozenset(
        [
            "de",
            "het",
            "een",
            "en",
            "van",
            "in",
            "op",
            "met",
            "voor",
            "bij",
            "naar",
            "als",
            "aan",
            "door",
            "dat",
            "is",
            "om",
            "te",
            "zijn",
            "tot",
        ]
    ),
    "pl": frozenset(
        [
            "i",
            "w",
            "z",
            "na",
            "do",
            "dla",
            "oraz",
            "od",
            "przy",
            "po",
            "ze",
            "jako",
            "się",
            "jest",
            "przez",
            "nad",
            "za",
            "o",
        ]
    ),
}
LEAST_SHARE = 0.04
"""Fewer common words than this among all: a list of names and tools, from which nobody can tell."""
_WORD = re.compile(r"[^\W\d_]+")


def language_of(text: str) -> str:
    """ISO 639-1, or "" when nobody can tell."""
    letters = [letter for letter in text if letter.isalpha()]
    if not letters:
        return ""
    if sum("\u0900" <= letter <= "\u097f" for letter in letters) > 0.3 * len(letters):
        return "hi"
    if sum("\u4e00" <= letter <= "\u9fff" for letter in letters) > 0.2 * len(letters):
        return "zh"
    words = [word.casefold() for word in _WORD.findall(text)]
    counts = {language: sum(word in common for word in words) for language, common in COMMON.items()}
    best = max(counts, key=lambda language: counts[language])
    if counts[best] < max(3, LEAST_SHARE * len(words)):
        return "en" if best == "en" and counts[best] >= 2 else ""
    return best
