"""Forms and their fields: label, input, hint, error, wired for screen readers."""

from collections.abc import Sequence
from typing import Any

import reflex as rx
from reflex_components_core.el.elements.base import BaseHTML

from careercoach.ui.components.icons import icon
from careercoach.ui.theme import class_names

Words = str | rx.Var
Problem = str | rx.Var[str] | None


class NativeForm(BaseHTML):
    """A form the browser itself posts (rx.el.form never leaves the page): for routes that set cookies."""

    tag = "form"
    action: rx.Var[str]
    method: rx.Var[str]
    enc_type: rx.Var[str]
    no_validate: rx.Var[bool]


def native_form(
    *children: rx.Component, action: str, class_name: str = "flex flex-col gap-4", **props: Any
) -> rx.Component:
    """POST the named fields inside to `action`, an HTTP route of ours, with a page load."""
    return NativeForm.create(*children, action=action, method="post", class_name=class_name, **props)


def _shell(
    name: str,
    label: Words,
    control: rx.Component,
    *,
    hint: Words | None,
    problem: Problem,
    optional: Words | None,
    hide_label: bool,
) -> rx.Component:
    marks = [rx.el.span(optional, class_name="tiny font-normal ml-2")] if optional is not None else []
    parts = [
        rx.el.label(label, *marks, html_for=name, class_name="sr-only" if hide_label else "label"),
        control,
    ]
    if hint is not None:
        parts.insert(1, rx.el.p(hint, id=f"{name}-hint", class_name="tiny"))
    if problem is not None:
        parts.append(field_problem(name, problem))
    return rx.el.div(*parts, class_name="field")


def field_problem(name: str, problem: str | rx.Var[str]) -> rx.Component:
    """The error line under the field `name`: empty and silent while `problem` is an empty sentence."""
    line = rx.el.p(icon("circle-alert", 15), rx.el.span(problem), class_name="problem")
    shown = (
        rx.cond(problem != "", line, rx.fragment())
        if isinstance(problem, rx.Var)
        else line
        if problem
        else rx.fragment()
    )
    return rx.el.div(shown, id=f"{name}-problem", aria_live="polite")


def _aria(name: str, hint: Words | None, problem: Problem) -> dict[str, Any]:
    described = [f"{name}-hint"] if hint is not None else []
    aria: dict[str, Any] = {}
    if problem is not None:
        described.append(f"{name}-problem")
        aria["aria_invalid"] = problem != "" if isinstance(problem, rx.Var) else bool(problem)
    if described:
        aria["aria_describedby"] = " ".join(described)
    return aria


def field(
    name: str,
    label: Words,
    *,
    hint: Words | None = None,
    problem: Problem = None,
    optional: Words | None = None,
    hide_label: bool = False,
    type: str = "text",
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """A labelled input; `name` is also its id. Give `problem` a var to show an error in place when not empty.

    Uncontrolled by default (`default_value`); pass `auto_complete`, `required`, `max_length` as for an input.
    """
    props.setdefault("id", name)
    control = rx.el.input(
        name=name,
        type=type,
        class_name=class_names("input", class_name),
        **_aria(name, hint, problem),
        **props,
    )
    return _shell(name, label, control, hint=hint, problem=problem, optional=optional, hide_label=hide_label)


def text_area(
    name: str,
    label: Words,
    *,
    hint: Words | None = None,
    problem: Problem = None,
    optional: Words | None = None,
    hide_label: bool = False,
    rows: int = 5,
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """A labelled field of several lines. Always give `max_length`: the socket refuses very long messages."""
    props.setdefault("max_length", 20_000)
    control = rx.el.textarea(
        id=name,
        name=name,
        rows=rows,
        class_name=class_names("input", class_name),
        **_aria(name, hint, problem),
        **props,
    )
    return _shell(name, label, control, hint=hint, problem=problem, optional=optional, hide_label=hide_label)


def select_field(
    name: str,
    label: Words,
    options: Sequence[tuple[str, Words]] | rx.Var,
    *,
    hint: Words | None = None,
    problem: Problem = None,
    hide_label: bool = False,
    class_name: str = "",
    **props: Any,
) -> rx.Component:
    """The browser's own list of choices: right for up to about 20. For more use `primitives.combobox`.

    `options` are (value, words) pairs, or a list var of objects with `value` and `label`.
    """
    if isinstance(options, rx.Var):
        choices = [rx.foreach(options, lambda option: rx.el.option(option.label, value=option.value))]
    else:
        choices = [rx.el.option(words, value=value) for value, words in options]
    control = rx.el.select(
        *choices,
        id=name,
        name=name,
        class_name=class_names("input", class_name),
        **_aria(name, hint, problem),
        **props,
    )
    return _shell(name, label, control, hint=hint, problem=problem, optional=None, hide_label=hide_label)


def choice_group(
    name: str,
    legend: Words,
    options: Sequence[tuple[str, Words, Words | None]],
    *,
    value: rx.Var[str] | str = "",
    on_choose: Any = None,
    multiple: bool = False,
    hint: Words | None = None,
) -> rx.Component:
    """Radio cards (or tick boxes when `multiple`): (value, words, explanation or None).

    `on_choose` is a handler or a function of the value; leave it out inside a form that is sent as a whole.
    With `multiple`, `value` is a list var.
    """

    def one(key: str, words: Words, note: Words | None) -> rx.Component:
        picked: dict[str, Any] = {}
        if on_choose is not None:
            chosen = value.contains(key) if multiple and isinstance(value, rx.Var) else value == key  # type: ignore[union-attr]
            picked = {"checked": chosen, "on_change": lambda _checked: on_choose(key)}
        elif not isinstance(value, rx.Var):
            picked = {"default_checked": value == key}
        return rx.el.label(
            rx.el.input(type="checkbox" if multiple else "radio", name=name, value=key, **picked),
            rx.el.span(
                rx.el.span(words, class_name="label block"),
                *([rx.el.span(note, class_name="tiny block mt-0.5")] if note is not None else []),
                class_name="min-w-0",
            ),
            class_name="choice",
        )

    return rx.el.fieldset(
        rx.el.legend(legend, class_name="label mb-2"),
        *([rx.el.p(hint, class_name="tiny mb-2")] if hint is not None else []),
        rx.el.div(
            *(one(*option) for option in options),
            class_name="grid gap-2 sm:grid-cols-[repeat(auto-fit,minmax(180px,1fr))]",
        ),
        class_name="min-w-0",
    )


def tick(name: str, label: Words, *, note: Words | None = None, **props: Any) -> rx.Component:
    """One tick box with its words."""
    return rx.el.label(
        rx.el.input(type="checkbox", name=name, class_name="tickbox mt-0.5", **props),
        rx.el.span(
            rx.el.span(label, class_name="label block"),
            *([rx.el.span(note, class_name="tiny block")] if note is not None else []),
        ),
        class_name="flex gap-3 items-start min-h-[44px] py-2",
    )
