"""Rows of work: tasks of a day, things learnt over time."""

from typing import Any

import reflex as rx

from careercoach.ui.components.icons import icon
from careercoach.ui.texts import t
from careercoach.ui.theme import class_names

Words = str | rx.Var
Truth = bool | rx.Var[bool]


def task_check(title: Words, done: Truth, on_toggle: Any, **props: Any) -> rx.Component:
    """The round tick of a task. Pressed = done; pressing again takes it back."""
    label = rx.cond(done, t("ui.task.undo", title=title), t("ui.task.complete", title=title))
    return rx.el.button(
        icon("check", 14),
        type="button",
        aria_pressed=rx.Var.create(done),
        aria_label=label,
        on_click=on_toggle,
        class_name="check mt-px",
        **props,
    )


def task_row(
    title: Words,
    *,
    why: Words | rx.Component,
    minutes: Words | int | None = None,
    done: Truth = False,
    current: Truth = False,
    on_toggle: Any = None,
    details: list[rx.Component] | None = None,
    menu: rx.Component | None = None,
    test_id: str | rx.Var = "task",
) -> rx.Component:
    """One task: tick, title, why it is there, minutes; below, `details` (start button, resources) in a line.

    `current` lights the one to do next. `menu` is a control at the end of the title line (swap, move, skip).
    Put rows into `task_list`.
    """
    aside: list[rx.Component] = []
    if minutes is not None:
        aside.append(rx.el.span(t("ui.minutes", n=minutes), class_name="tiny whitespace-nowrap"))
    if menu is not None:
        aside.append(rx.el.span(menu, class_name="-my-1.5 -mr-2"))
    head = rx.el.div(
        rx.el.h3(title, class_name="task-title min-w-0"),
        rx.el.span(*aside, class_name="flex items-center gap-1 shrink-0"),
        class_name="flex items-start justify-between gap-3",
    )
    extra = [rx.el.div(*details, class_name="flex flex-wrap items-center gap-2 mt-3 empty:hidden")] if details else []
    return rx.el.li(
        task_check(title, done, on_toggle),
        rx.el.div(head, rx.el.p(why, class_name="task-why"), *extra, class_name="flex-1 min-w-0"),
        class_name=class_names("task", rx.cond(done, "task-done", ""), rx.cond(current, "task-now", "")),
        data_testid=test_id,
    )


def task_list(*rows: rx.Component | rx.Var, label: Words) -> rx.Component:
    """The card that holds task rows; `rows` may be one `rx.foreach`."""
    return rx.el.section(
        rx.el.h2(label, class_name="sr-only"),  # the rows have headings of the third level
        rx.el.ul(*rows),
        class_name="card card-flush",
    )


def timeline(*entries: rx.Component | rx.Var) -> rx.Component:
    """Entries below each other on a line; build them with `timeline_entry`."""
    return rx.el.ol(*entries, class_name="timeline")


def timeline_entry(
    title: Words, *details: Words | rx.Component, when: Words | None = None, state: str | rx.Var = "next"
) -> rx.Component:
    """One entry; `state` is "done", "now" or "next"."""
    return rx.el.li(
        rx.el.span(class_name="timeline-dot", custom_attrs={"data-state": state}, aria_hidden="true"),
        rx.el.div(
            rx.el.span(title, class_name="label"),
            *([rx.el.span(when, class_name="tiny whitespace-nowrap")] if when is not None else []),
            class_name="flex items-baseline justify-between gap-3",
        ),
        *(rx.el.div(detail, class_name="small muted") for detail in details),
    )
