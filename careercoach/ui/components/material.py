"""Learning material as a link that says what it is before one opens it."""

from typing import Any

import reflex as rx

from careercoach.ui.components.buttons import outside_link
from careercoach.ui.components.icons import icon
from careercoach.ui.session import SessionState
from careercoach.ui.texts import t

_SIGNS = {
    "video": "circle-play",
    "article": "file-text",
    "interactive": "square-code",
    "course": "graduation-cap",
    "book": "book-open",
    "documentation": "file-text",
    "practice": "square-code",
}


def material_chip(material: Any) -> rx.Component:
    """A pill that opens in a new tab. `material` is a var with title, provider, url, format, level, price and
    language as the content files name them; a language other than the reader's is said."""
    sign = rx.match(material.format, *((name, icon(sign, 15)) for name, sign in _SIGNS.items()), icon("file-text", 15))
    kind = rx.match(
        material.format, *((name, t(f"ui.material.format.{name}")) for name in _SIGNS), t("ui.material.format.article")
    )
    facts = [kind, _level(material.level), _price(material.price)]
    return outside_link(
        sign,
        rx.el.span(
            rx.el.span(material.title, class_name="text-ink font-medium"),
            rx.el.span(
                " · ", material.provider, *(part for fact in facts for part in (" · ", fact)), _foreign(material)
            ),
            class_name="min-w-0",
        ),
        href=material.url,
        class_name="chip",
        data_testid="material",
    )


def _level(level: rx.Var[str]) -> rx.Var[str]:
    names = {name: t(f"ui.material.level.{name}") for name in ("basic", "working", "strong")}
    return rx.match(level, ("working", names["working"]), ("strong", names["strong"]), names["basic"])  # pyright: ignore[reportReturnType]


def _price(price: rx.Var[str]) -> rx.Var[str]:
    names = {name: t(f"ui.material.price.{name}") for name in ("free", "freemium", "paid")}
    return rx.match(price, ("freemium", names["freemium"]), ("paid", names["paid"]), names["free"])  # pyright: ignore[reportReturnType]


def _foreign(material: Any) -> rx.Component:
    spoken = rx.match(
        material.language,
        ("hi", t("ui.material.spoken.hindi")),
        ("es", t("ui.material.spoken.spanish")),
        t("ui.material.spoken.english"),
    )
    return rx.cond(material.language != SessionState.language, rx.fragment(" · ", spoken), rx.fragment())
