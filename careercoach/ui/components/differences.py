"""Two sides that do not say the same: read only, or with a choice between them."""

from collections.abc import Callable
from typing import Any

import reflex as rx

from careercoach.ui.texts import t_of

Words = str | rx.Var


def difference_name(difference: rx.Var, *, parts: list[str], fields: list[str], room: str) -> rx.Component:
    """What it is about: the section, the field, the entry. `difference` has section, field, label and entry; `parts`
    and `fields` are the sentence keys to choose from, the former under `room`.part."""
    label = rx.cond(difference.label != "", t_of(difference.label, fields), difference.field)
    return rx.el.span(
        t_of(f"{room}.part." + difference.section.to(str), parts),
        rx.cond(difference.field != "", rx.fragment(" · ", label), rx.fragment()),
        rx.cond(
            difference.entry != "",
            rx.el.span(difference.entry, class_name="tiny block font-normal"),
            rx.fragment(),
        ),
    )


def difference_row(
    difference: rx.Var,
    *,
    name: rx.Component,
    left: Words,
    right: Words,
    nothing: Words,
    on_choose: Callable[[Any, str], Any] | None = None,
) -> rx.Component:
    """A list item. `difference` has id, kept (left), found (right) and take; with `on_choose(id, "kept"|"found")` the
    person picks one side. `nothing` stands where a side is silent."""
    sides = rx.el.div(
        _side(difference, "kept", difference.kept, left, nothing, on_choose),
        _side(difference, "found", difference.found, right, nothing, on_choose),
        class_name="grid grid-cols-[minmax(0,1fr)] gap-2 sm:grid-cols-2",
    )
    if on_choose is None:
        whole = rx.el.div(rx.el.h3(name, class_name="label mb-2"), sides, class_name="min-w-0")
    else:
        whole = rx.el.fieldset(rx.el.legend(name, class_name="label mb-2"), sides, class_name="min-w-0")
    return rx.el.li(whole, class_name="py-4", key=difference.id)


def _side(difference: rx.Var, take: str, words: rx.Var, source: Words, nothing: Words, on_choose: Any) -> rx.Component:
    said = rx.el.span(
        rx.el.span(source, class_name="tiny block"),
        rx.el.span(
            rx.cond(words != "", words, nothing),
            class_name=rx.cond(
                words != "",
                "text-sm block whitespace-pre-line break-words",
                "text-sm block text-ink-3",
            ),
        ),
        class_name="min-w-0",
    )
    if on_choose is None:
        return rx.el.div(said, class_name="rounded-md bg-sunken px-4 py-3 min-w-0", data_testid=f"side-{take}")
    pick = rx.el.input(
        type="radio",
        name=f"difference-{difference.id}",
        checked=difference.take == take,
        on_change=lambda _checked: on_choose(difference.id, take),
        data_testid=f"take-{take}",
    )
    return rx.el.label(pick, said, class_name="choice")
