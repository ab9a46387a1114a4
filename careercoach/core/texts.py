"""The sentence catalogue: every word a person reads, in every language, in one place per room.

`texts.toml` files hold tables `[name]` with one sentence per language. `text("resumes.score", "hi", score=71)`
reads the one of the `resumes` room. Pages use the same catalogue through `ui.texts.t`.
"""

import string
import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path

LANGUAGES = ("en", "hi", "es")
PACKAGE = Path(__file__).resolve().parent.parent


@cache
def catalogue() -> Mapping[str, Mapping[str, str]]:
    """All sentences by key: {"resumes.score": {"en": ..., "hi": ..., "es": ...}}."""
    sentences: dict[str, dict[str, str]] = {}
    for path in sorted(PACKAGE.rglob("texts.toml")):
        _add(sentences, path.parent.name, tomllib.loads(path.read_text(encoding="utf-8")))
    return sentences


def _add(sentences: dict[str, dict[str, str]], prefix: str, table: Mapping[str, object]) -> None:
    if "en" in table:
        sentences[prefix] = {language: str(table[language]) for language in LANGUAGES if language in table}
    for name, inner in table.items():
        if isinstance(inner, Mapping):
            _add(sentences, f"{prefix}.{name}", inner)


def placeholders(sentence: str) -> set[str]:
    """Names in braces."""
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name}


def known_language(language: str | None) -> str:
    """`language` if we speak it, else English."""
    return language if language in LANGUAGES else "en"


def figure(value: float, language: str) -> str:
    """A number with two decimals at most, as the language writes it: "18.5", in Spanish "18,5"."""
    words = f"{value:.2f}".rstrip("0").rstrip(".")
    return words.replace(".", ",") if language == "es" else words


def text(key: str, language: str, **values: object) -> str:
    """One sentence with its placeholders filled; a float as `figure` writes it. Raises KeyError for an unknown key."""
    sentence = catalogue()[key][known_language(language)]
    said = {name: figure(value, language) if isinstance(value, float) else value for name, value in values.items()}
    return sentence.format(**said) if said else sentence


def text_n(key: str, language: str, n: int, **values: object) -> str:
    """The `.one` or `.other` form of a sentence for a count."""
    return text(f"{key}.{'one' if n == 1 else 'other'}", language, n=n, **values)
