"""Words by which answers are read, from `signs.toml`: small words, STAR cues, fillers and vague phrases."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from careercoach.features.interviews.rules.wording import Phrase, fold_words, phrase

_FILE = Path(__file__).with_name("signs.toml")


@cache
def _tables() -> Mapping[str, Mapping[str, str]]:
    return tomllib.loads(_FILE.read_text(encoding="utf-8"))


@cache
def single_words(table: str, key: str) -> frozenset[str]:
    """The words of one entry, each for itself and folded."""
    return frozenset(fold_words(_tables()[table][key]))


@cache
def word_lists(table: str) -> Mapping[str, frozenset[str]]:
    """All entries of a table of single words, by language."""
    return {key: frozenset(fold_words(words)) for key, words in _tables()[table].items()}


@cache
def phrases(table: str) -> tuple[Phrase, ...]:
    """All phrases of a table, of every language: people mix them."""
    lines = [line for words in _tables()[table].values() for line in words.replace("\n", " ").split(",")]
    return tuple(dict.fromkeys(phrase(line) for line in lines if line.strip()))


@cache
def needles(table: str) -> tuple[str, ...]:
    """What shows a phrase of the table in a folded sentence: any of these strings."""
    return tuple(dict.fromkeys(needle for wanted in phrases(table) for needle in wanted.needles))
