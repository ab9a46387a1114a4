"""The record as cards: one a section, its rows, and the form of the entry that is being changed."""

from typing import Any

import reflex as rx

from careercoach.features.profiles.components.fields import entry_form
from careercoach.features.profiles.rules.sections import LEVELS
from careercoach.features.profiles.schemas import EntryRow, ListSection
from careercoach.features.profiles.state import ProfileState
from careercoach.ui.components.buttons import button, icon_button, outside_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card
from careercoach.ui.primitives.menu import action_menu, menu_item
from careercoach.ui.texts import t, t_of, t_var

LEVEL_KEYS = [f"profiles.level.{level}" for level in LEVELS]


def section_card(section: ListSection, sign: str, *, hint: bool = True) -> rx.Component:
    """A section with its rows. `hint`: say what belongs here while it is empty; else the card is there only when
    something is in it or is being added."""
    rows = ProfileState.rows[section]
    is_new = (ProfileState.editing == section) & (ProfileState.at == -1)
    add = button(
        t("profiles.record.add"),
        variant="ghost",
        size="sm",
        icon="plus",
        on_click=ProfileState.open_form(section, -1),
        id=f"add-{section}",
        aria_label=t("profiles.record.add_to", section=t(f"profiles.part.{section}")),
        data_testid=f"add-{section}",
    )
    empty = rx.el.p(t(f"profiles.none.{section}"), class_name="muted text-sm py-2") if hint else rx.fragment()
    listed = rx.el.ul(
        rx.foreach(rows, lambda row: entry_row(section=section, row=row, key=f"{section}-{row.at}")),
        class_name="divided mt-1",
        data_testid=f"rows-{section}",
    )
    body = card(
        rx.el.div(
            rx.el.h2(
                icon(sign, 18, "text-ink-3"),
                rx.el.span(t(f"profiles.part.{section}")),
                class_name="subtitle flex items-center gap-2.5",
            ),
            rx.el.span(_waits(section), add, class_name="flex items-center gap-2"),
            class_name="flex items-center justify-between gap-3 min-h-[40px]",
        ),
        rx.cond(is_new, entry_form(), rx.fragment()),
        rx.cond(rows.length() > 0, listed, rx.cond(is_new, rx.fragment(), empty)),
        *([_not_counted()] if section == "skills" else []),
        data_testid=f"part-{section}",
    )
    return body if hint else rx.cond((rows.length() > 0) | (ProfileState.editing == section), body, rx.fragment())


def _waits(section: ListSection) -> rx.Component:
    """Something was typed here and not saved, and another form is open now."""
    go_on = rx.el.button(
        icon("pencil", 14),
        rx.el.span(t("profiles.record.draft_waits"), " · ", t("profiles.record.go_on")),
        type="button",
        on_click=ProfileState.go_on(section),
        class_name="chip chip-amber chip-sm min-h-[28px]",
        data_testid=f"waits-{section}",
    )
    return rx.cond(ProfileState.waiting.contains(section) & (ProfileState.editing != section), go_on, rx.fragment())


@rx.memo
def entry_row(section: rx.Var[str], row: rx.Var[EntryRow]) -> rx.Component:
    """One entry, or the form that changes it. Drawn once for all sections."""
    is_open = (ProfileState.editing == section) & (ProfileState.at == row.at)
    return rx.el.li(rx.cond(is_open, entry_form(), _shown(section, row)), data_testid="row")


def _shown(section: rx.Var[str], row: rx.Var[EntryRow]) -> rx.Component:
    title = rx.cond(row.title != "", row.title, t("profiles.record.untitled"))
    head = rx.el.p(
        rx.cond(row.url != "", outside_link(title, href=row.url), title),
        rx.cond(
            row.level != "",
            chip(t_of("profiles.level." + row.level.to(str), LEVEL_KEYS), tone="accent", small=True),
            rx.fragment(),
        ),
        _mark(row),
        class_name="label flex flex-wrap items-center gap-x-2 gap-y-1 break-words min-w-0",
    )
    note = rx.el.p(row.note, class_name="small muted whitespace-pre-line mt-1 break-words")
    return rx.el.div(
        rx.el.div(
            head,
            rx.cond(section == "skills", _of_skill(row), _of_others(row)),
            rx.cond(row.note != "", note, rx.fragment()),
            rx.cond(row.chips.length() > 0, _names(row), rx.fragment()),
            class_name="min-w-0 flex-1",
        ),
        _actions(section, row, title),
        class_name="flex items-start gap-2 py-3",
    )


def _mark(row: rx.Var[EntryRow]) -> rx.Component:
    return rx.match(
        row.mark,
        ("expired", chip(t("profiles.record.expired"), tone="missing", icon="calendar-x", small=True)),
        ("soon", chip(t("profiles.record.expires_soon"), tone="part", icon="clock", small=True)),
        ("dates", chip(t("profiles.record.check_dates"), tone="part", icon="circle-alert", small=True)),
        rx.fragment(),
    )


def _of_skill(row: rx.Var[EntryRow]) -> rx.Component:
    proved = rx.cond(row.proofs != "", t("profiles.record.proved_by", names=row.proofs), t("profiles.record.unproved"))
    used = rx.fragment(" · ", t("profiles.record.last_used", when=t_var(row.last_used)))
    return rx.el.p(
        rx.cond(row.place != "", rx.fragment(row.place, " · "), rx.fragment()),
        proved,
        rx.cond(row.last_used, used, rx.fragment()),
        class_name="tiny break-words",
    )


def _of_others(row: rx.Var[EntryRow]) -> rx.Component:
    dates = rx.cond(row.dates, t_var(row.dates), "")
    between = rx.cond((row.place != "") & row.dates.to(bool), " · ", "")
    return rx.el.p(row.place, between, dates, class_name="tiny break-words")


def _names(row: rx.Var[EntryRow]) -> rx.Component:
    return rx.el.ul(
        rx.foreach(row.chips, lambda name: rx.el.li(chip(name, tone="outline", small=True))),
        class_name="flex flex-wrap gap-1.5 mt-2",
    )


def _actions(section: rx.Var[str], row: rx.Var[EntryRow], name: rx.Var) -> rx.Component:
    menu = f"menu-{section}-{row.at}"
    edit = icon_button(
        "pencil",
        t("profiles.record.edit", name=name),
        size="sm",
        on_click=ProfileState.open_form(section, row.at),
        id=rx.Var.create(f"edit-{section}-{row.at}"),
        data_testid=f"edit-{section}",
    )

    def item(name: str, icon_name: str, on_click: Any, danger: bool = False) -> rx.Component:
        words, test_id = t(f"profiles.record.{name}"), f"{name}-{section}"
        return menu_item(words, menu=menu, icon=icon_name, on_click=on_click, danger=danger, test_id=test_id)

    more = action_menu(
        menu,
        t("profiles.record.more", name=name),
        item("up", "arrow-up", ProfileState.move(section, row.at, -1)),
        item("down", "arrow-down", ProfileState.move(section, row.at, 1)),
        item("delete", "trash-2", ProfileState.remove(section, row.at), danger=True),
    )
    return rx.el.div(edit, more, class_name="flex items-center shrink-0 -mr-1.5")


def _not_counted() -> rx.Component:
    """Skills that were taken out and do not count, whatever the texts say."""
    again = lambda name: rx.el.li(  # noqa: E731
        rx.el.button(
            icon("rotate-ccw", 14),
            rx.el.span(name),
            type="button",
            aria_label=t("profiles.record.count_again", name=name),
            on_click=ProfileState.count_again(name),
            class_name="chip chip-outline chip-sm min-h-[28px]",
        )
    )
    block = rx.el.div(
        rx.el.p(t("profiles.record.not_counted"), class_name="tiny mb-2"),
        rx.el.ul(rx.foreach(ProfileState.not_counted, again), class_name="flex flex-wrap gap-2"),
        class_name="border-t border-line pt-3 mt-2",
        data_testid="not-counted",
    )
    return rx.cond(ProfileState.not_counted.length() > 0, block, rx.fragment())
