"""`t("room.key")`: a sentence that follows the reader's language in the browser, without a round trip.

All languages of the sentences a page uses ship with the page. A missing key or language fails the build.
"""

from typing import Any

import reflex as rx

from careercoach.core.texts import catalogue, placeholders
from careercoach.ui.session import SessionState


def _in(language: str, key: str, values: dict[str, Any]) -> Any:
    sentence = catalogue()[key][language]
    # Formatting a var leaves its mark in the text; the compiler turns that into a template literal.
    return rx.Var.create(sentence.format(**values)) if values else sentence


def t(key: str, **values: Any) -> rx.Var[str]:
    """The sentence in the language of the page; placeholders take vars or plain values."""
    return rx.match(  # pyright: ignore[reportReturnType]
        SessionState.language, ("hi", _in("hi", key, values)), ("es", _in("es", key, values)), _in("en", key, values)
    )


def t_n(key: str, n: Any, **values: Any) -> rx.Var[str]:
    """The `.one` or `.other` form for a count."""
    one, other = t(f"{key}.one", n=n, **values), t(f"{key}.other", n=n, **values)
    return rx.cond(n == 1, one, other)  # pyright: ignore[reportReturnType]


def t_var(words: Any) -> rx.Var[str]:
    """The right one of three words that come with the data: a var with `en`, `hi` and `es`."""
    return rx.match(SessionState.language, ("hi", words.hi), ("es", words.es), words.en)  # pyright: ignore[reportReturnType]


def t_figure(figure: Any) -> rx.Var[str]:
    """A number that comes as a word ("7.5"), with the decimal comma where the language writes one."""
    return rx.cond(SessionState.language == "es", figure.to(str).replace(".", ","), figure)  # pyright: ignore[reportReturnType]


def t_of(key: Any, keys: list[str], otherwise: str = "core.something_went_wrong", **values: Any) -> rx.Var[str]:
    """The sentence a var names, out of the ones listed here (error keys, states of a job).

    `values` fill the placeholders of those sentences that have them.
    """

    def sentence(name: str) -> rx.Var[str]:
        wanted = placeholders(catalogue()[name]["en"])
        return t(name, **{place: value for place, value in values.items() if place in wanted})

    return rx.match(key, *((name, sentence(name)) for name in keys), sentence(otherwise))  # pyright: ignore[reportReturnType]
