"""Small words in pills: states of skills, streaks, kinds of resources."""

from typing import Any, Literal

import reflex as rx

from careercoach.ui.components.icons import icon as draw_icon
from careercoach.ui.texts import t
from careercoach.ui.theme import class_names

Words = str | rx.Var
Tone = Literal["plain", "have", "part", "missing", "accent", "amber", "outline"]

_SIGNS = {"have": "check", "part": "circle-dot", "missing": "x"}


def chip(
    words: Words | rx.Component,
    *,
    tone: Tone = "plain",
    icon: str | None = None,
    small: bool = False,
    **props: Any,
) -> rx.Component:
    """A pill. Red and green only for gap and strength, amber only for streak, XP and "not yet"."""
    look = class_names(
        "chip",
        "" if tone == "plain" else f"chip-{tone}",
        "chip-sm" if small else "",
        props.pop("class_name", ""),
    )
    parts = [draw_icon(icon, 15)] if icon else []
    return rx.el.span(*parts, rx.el.span(words, class_name="min-w-0"), class_name=look, **props)


def _skill(words: Words, state: Literal["have", "part", "missing"], note: Words | None) -> rx.Component:
    return rx.el.span(
        draw_icon(_SIGNS[state], 15),
        rx.el.span(t(f"ui.skill.{state}"), class_name="sr-only"),
        rx.el.span(words, class_name="min-w-0"),
        *([rx.el.span(note, class_name="font-normal")] if note is not None else []),
        class_name=f"chip chip-{state}",
    )


def skill_chip(words: Words, state: str | rx.Var[str], *, note: Words | None = None) -> rx.Component:
    """A skill with its state, "have", "part" (close) or "missing": sign, word for screen readers, colour."""
    if isinstance(state, rx.Var):
        return rx.match(
            state,
            ("have", _skill(words, "have", note)),
            ("part", _skill(words, "part", note)),
            _skill(words, "missing", note),
        )
    return _skill(words, state, note)  # type: ignore[arg-type]


def state_count(count: Words | int, state: Literal["have", "part", "missing"]) -> rx.Component:
    """How many skills are in a state, for the head of their column."""
    return chip(rx.Var.create(count).to_string() if isinstance(count, int) else count, tone=state, icon=_SIGNS[state])


def streak_chip(days: rx.Var[int] | int, *, short: bool = False) -> rx.Component:
    """The running streak in days; only the number when `short` (on phones)."""
    number = rx.Var.create(days).to_string()
    words = number if short else t("ui.streak", days=number)
    return chip(words, tone="amber", icon="flame", aria_label=t("ui.streak", days=number), role="img")
