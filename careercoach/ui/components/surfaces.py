"""Cards, headings and notices: where content sits."""

from typing import Any, Literal

import reflex as rx

from careercoach.ui.components.icons import icon as draw_icon
from careercoach.ui.theme import class_names

Words = str | rx.Var


def card(*children: rx.Component, flush: bool = False, class_name: str | rx.Var = "", **props: Any) -> rx.Component:
    """One bordered surface. `flush` when rows inside reach its edges. Never a card in a card."""
    return rx.el.section(*children, class_name=class_names("card", "card-flush" if flush else "", class_name), **props)


def card_title(words: Words, *aside: rx.Component, level: int = 2) -> rx.Component:
    """The heading of a card with, at its end, a chip, a figure or a link."""
    heading = rx.el.h2 if level == 2 else rx.el.h3
    return rx.el.div(
        heading(words, class_name="subtitle min-w-0 grow basis-[7rem]"),
        *aside,
        class_name="flex flex-wrap items-center justify-between gap-x-3 gap-y-2",
    )


def page_header(
    title: Words, *, purpose: Words | rx.Component | None = None, actions: list[rx.Component] | None = None
) -> rx.Component:
    """The title of a page, one line above it that says why it is there, and its main actions."""
    return rx.el.header(
        rx.el.div(
            *([rx.el.div(purpose, class_name="small muted mb-0.5")] if purpose is not None else []),
            rx.el.h1(title, class_name="title"),
            class_name="min-w-0",
        ),
        *([rx.el.div(*actions, class_name="flex flex-wrap items-center gap-3 no-print")] if actions else []),
        class_name="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 mb-[22px]",
    )


def stack(
    *children: rx.Component, gap: Literal["sm", "md", "lg"] = "md", class_name: str = "", **props: Any
) -> rx.Component:
    """Children below each other: 8, 16 or 24 pixels apart."""
    space = {"sm": "gap-2", "md": "gap-4", "lg": "gap-6"}[gap]
    return rx.el.div(*children, class_name=class_names("flex flex-col min-w-0", space, class_name), **props)


def row(*children: rx.Component, class_name: str = "", **props: Any) -> rx.Component:
    """Children in a line that wraps."""
    return rx.el.div(*children, class_name=class_names("flex flex-wrap items-center gap-3", class_name), **props)


def two_columns(main: rx.Component, aside: rx.Component, *, wide_aside: bool = False) -> rx.Component:
    """A wide and a narrow column on desktop, one below the other on phones and tablets."""
    grid = "lg:grid-cols-[minmax(0,1fr)_380px]" if wide_aside else "lg:grid-cols-[minmax(0,1fr)_304px]"
    return rx.el.div(main, aside, class_name=f"grid grid-cols-[minmax(0,1fr)] {grid} gap-6 items-start")


def stat_tile(
    label: Words, value: Words | rx.Component, *, note: Words | None = None, good: bool = False
) -> rx.Component:
    """One figure with what it is and, small, what it means. Place several in `stat_row`."""
    return rx.el.div(
        rx.el.dt(label, class_name="small muted"),
        rx.el.dd(value, class_name="text-title font-[670] tracking-[-.03em] leading-tight"),
        *([rx.el.dd(note, class_name=f"tiny {'text-have' if good else ''}".strip())] if note is not None else []),
    )


def stat_row(*tiles: rx.Component) -> rx.Component:
    """Stat tiles side by side in one card; two a line on phones."""
    return rx.el.dl(*tiles, class_name="card card-flush columns columns-2-phone")


def notice(
    words: Words | rx.Component,
    *,
    tone: Literal["plain", "good", "warning", "problem"] = "plain",
    test_id: str = "",
) -> rx.Component:
    """A short message in the page. Warnings and problems are read out at once."""
    look, sign = {
        "plain": ("bg-sunken text-ink-2", "info"),
        "good": ("bg-have-soft text-have", "circle-check"),
        "warning": ("bg-amber-soft text-amber", "triangle-alert"),
        "problem": ("bg-gap-soft text-gap", "circle-alert"),
    }[tone]
    return rx.el.div(
        draw_icon(sign, class_name="mt-0.5"),
        rx.el.div(words, class_name="min-w-0"),
        role="alert" if tone == "problem" else "status",
        class_name=f"flex gap-3 items-start rounded-lg px-4 py-3 text-sm font-medium {look}",
        **({"data_testid": test_id} if test_id else {}),
    )
