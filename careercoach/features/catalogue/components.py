"""What the catalogue's pages share: the search row, links to skills and roles, lists in columns."""

from typing import Any

import reflex as rx

from careercoach.features.catalogue.schemas import Choice, Tie
from careercoach.ui.components.buttons import page_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.forms import field
from careercoach.ui.components.surfaces import card, card_title
from careercoach.ui.texts import t, t_var

Words = str | rx.Var

LEVELS = ("basic", "working", "strong")


def search_row(
    *, label: Words, on_search: Any, asked: rx.Var, picker: str, choices: rx.Var, chosen: rx.Var, on_choose: Any
) -> rx.Component:
    """Words to search for, at first those `asked` for in the address, and one category or field to stay in."""
    return rx.el.div(
        field(
            "catalogue-search",
            label,
            type="search",
            key=asked,
            default_value=asked,
            on_change=on_search.debounce(120),
            auto_complete="off",
            max_length=80,
        ),
        rx.el.div(
            rx.el.label(t(picker), html_for="catalogue-group", class_name="label"),
            rx.el.select(
                rx.el.option(t("catalogue.all"), value=""),
                rx.foreach(choices, _choice),
                id="catalogue-group",
                value=chosen,
                on_change=on_choose,
                class_name="input",
            ),
            class_name="field",
        ),
        role="search",
        class_name="grid gap-4 sm:grid-cols-[minmax(0,1fr)_260px] mt-6",
    )


def _choice(choice: rx.Var[Choice]) -> rx.Component:
    return rx.el.option(f"{t_var(choice.name)} ({choice.count})", value=choice.slug)


def tie_card(title: Words, note: Words, ties: rx.Var[list[Tie]], *, test_id: str) -> rx.Component:
    """Other skills as links, with how much each counts; nothing when there are none."""
    return rx.cond(
        ties.length() > 0,
        card(
            card_title(title),
            rx.el.p(note, class_name="tiny mt-1"),
            rx.el.ul(rx.foreach(ties, _tie), class_name="flex flex-wrap gap-2 mt-3"),
            data_testid=test_id,
        ),
        rx.fragment(),
    )


def _tie(tie: rx.Var[Tie]) -> rx.Component:
    share = rx.cond(tie.percent > 0, rx.el.span(f"{tie.percent} %", class_name="text-ink-3 ml-1.5"), rx.fragment())
    words = rx.el.span(t_var(tie.name), share)
    return rx.el.li(page_link(chip(words, tone="plain"), href=f"/skills/{tie.slug}"))


def level_word(level: rx.Var[str]) -> rx.Component:
    """basic, working or strong in words."""
    return rx.match(
        level,
        *((name, rx.el.span(t(f"catalogue.level.{name}"))) for name in LEVELS),
        rx.el.span(""),
    )


def fact(name: Words, value: Words | rx.Component) -> rx.Component:
    """One line of a list of facts."""
    return rx.el.div(
        rx.el.dt(name, class_name="muted small"),
        rx.el.dd(value, class_name="text-md text-right min-w-0"),
        class_name="flex items-baseline justify-between gap-4 py-2 border-b border-line last:border-0",
    )


def missing(back: str) -> rx.Component:
    """Nothing of that name."""
    return rx.el.div(
        rx.el.h1(t("catalogue.missing"), class_name="heading"),
        rx.el.p(page_link(t("catalogue.to_list"), href=back, class_name="link"), class_name="mt-4"),
        class_name="py-12",
        data_testid="missing",
    )


def count_line(words: Words) -> rx.Component:
    """How many were found, told to screen readers too."""
    return rx.el.p(words, class_name="small muted mt-4", role="status", data_testid="count")
