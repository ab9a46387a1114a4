"""What a page shows when there is nothing yet, when it waits, and when something is locked."""

from typing import Any

import reflex as rx

from careercoach.ui.components.icons import icon
from careercoach.ui.components.pictures import picture
from careercoach.ui.theme import class_names

Words = str | rx.Var


def empty_state(
    picture_name: str,
    sentence: Words,
    action: rx.Component | None = None,
    *,
    hint: Words | None = None,
    test_id: str = "empty",
) -> rx.Component:
    """A picture, one sentence, one action."""
    return rx.el.div(
        picture(picture_name),
        rx.el.p(sentence, class_name="subtitle mt-2 max-w-[40ch]"),
        *([rx.el.p(hint, class_name="muted text-sm max-w-[48ch]")] if hint is not None else []),
        *([rx.el.div(action, class_name="mt-3")] if action is not None else []),
        class_name="flex flex-col items-center text-center gap-1.5 py-10 px-4",
        data_testid=test_id,
    )


def skeleton(class_name: str = "h-4 w-full") -> rx.Component:
    """A grey place where something is about to be; give it the size of what comes."""
    return rx.el.div(class_name=class_names("skeleton", class_name), aria_hidden="true")


def skeleton_lines(count: int = 3) -> rx.Component:
    """The shape of a paragraph that is loading."""
    widths = ("w-full", "w-11/12", "w-4/5", "w-2/3")
    return rx.el.div(
        *(skeleton(f"h-4 {widths[index % len(widths)]}") for index in range(count)),
        class_name="flex flex-col gap-3",
        aria_hidden="true",
    )


def loading(
    is_ready: rx.Var[bool], content: rx.Component, *, waiting: rx.Component | None = None, label: Words
) -> rx.Component:
    """`content` once ready; before that its grey shape, and `label` for screen readers."""
    shape = waiting if waiting is not None else rx.el.div(skeleton_lines(4), class_name="card")
    return rx.cond(is_ready, content, rx.el.div(shape, rx.el.span(label, class_name="sr-only"), role="status"))


def locked_state(sentence: Words, unlock: Words, action: rx.Component | None = None, **props: Any) -> rx.Component:
    """Something that is not open yet, and what opens it."""
    return rx.el.div(
        rx.el.span(
            icon("lock", 20),
            class_name="grid place-items-center w-11 h-11 rounded-full bg-sunken text-ink-3 shrink-0",
        ),
        rx.el.div(
            rx.el.p(sentence, class_name="label"),
            rx.el.p(unlock, class_name="small muted"),
            *([rx.el.div(action, class_name="mt-3")] if action is not None else []),
            class_name="min-w-0",
        ),
        class_name="card flex gap-4 items-start",
        **props,
    )
