"""My analyses."""

import reflex as rx

from careercoach.features.job_matches.components.start import verdict_chip
from careercoach.features.job_matches.schemas import ComparedRow
from careercoach.features.job_matches.state.listing import PROBLEMS, MatchesState, Row
from careercoach.features.matching.schemas import Sentence
from careercoach.ui.components.buttons import icon_button, link_button, page_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, card_title, notice, stack
from careercoach.ui.texts import t, t_of, t_var

SOURCES = [f"job_matches.source.{one}" for one in ("paste", "file", "link", "role", "dream")]


def listing() -> rx.Component:
    """The list, or what to do before there is one."""
    first = card(
        empty_state(
            "search",
            t("job_matches.page.empty"),
            link_button(t("job_matches.page.new"), href="/jobs/match", icon="plus"),
            hint=t("job_matches.page.empty_hint"),
        )
    )
    wrong = notice(t_of(MatchesState.problem_key, PROBLEMS), tone="problem")
    content = stack(
        rx.cond(MatchesState.problem_key != "", wrong, rx.fragment()),
        _search(),
        _comparison(),
        _rows(),
    )
    shown = rx.cond(MatchesState.has_any, content, first)
    return rx.fragment(loading(MatchesState.is_ready, shown, label=t("job_matches.page.loading")), _undo())


def _search() -> rx.Component:
    return rx.el.div(
        rx.el.label(t("job_matches.page.search"), html_for="match-search", class_name="sr-only"),
        rx.el.input(
            id="match-search",
            type="search",
            placeholder=t("job_matches.page.search"),
            max_length=200,
            auto_complete="off",
            on_change=MatchesState.find.debounce(250),
            class_name="input max-w-[420px]",
        ),
        rx.el.p(t("job_matches.page.choose_two"), class_name="tiny"),
        class_name="flex flex-wrap items-center gap-x-4 gap-y-2",
    )


def _rows() -> rx.Component:
    nothing = rx.el.p(t("ui.nothing_found"), class_name="muted text-sm p-5", data_testid="nothing-found")
    return card(
        rx.el.ul(rx.foreach(MatchesState.rows, _row), class_name="divided", data_testid="matches"),
        rx.cond(MatchesState.rows.length() == 0, nothing, rx.fragment()),
        flush=True,
    )


def _row(row: rx.Var[Row]) -> rx.Component:
    line = row.line
    title = rx.cond(line.title != "", line.title, t("job_matches.page.untitled"))
    stale = chip(t("job_matches.page.stale_short"), tone="outline", small=True)
    return rx.el.li(
        rx.el.label(
            rx.el.input(
                type="checkbox",
                checked=row.is_chosen,
                on_change=lambda _on: MatchesState.choose(line.id),
                aria_label=t("job_matches.page.put_beside", title=title),
                class_name="tickbox",
                data_testid="choose",
            ),
            class_name="grid place-items-center w-11 h-11 -m-3 cursor-pointer",
        ),
        rx.el.div(
            page_link(
                title, href="/jobs/match/" + line.id, class_name="label hover:underline block truncate py-2.5 -my-2.5"
            ),
            rx.el.span(
                t_of("job_matches.source." + line.source.to(str), SOURCES), " · ", t_var(row.day), class_name="tiny"
            ),
            class_name="min-w-0 flex-1 basis-[70%] sm:basis-0",
        ),
        rx.cond(line.is_stale, stale, rx.fragment()),
        verdict_chip(line),
        icon_button(
            "rotate-cw",
            t("job_matches.page.again"),
            size="sm",
            on_click=MatchesState.again(line.id),
            data_testid="again",
        ),
        icon_button(
            "trash-2",
            t("job_matches.page.delete"),
            size="sm",
            on_click=MatchesState.remove(line.id),
            data_testid="delete",
        ),
        class_name="flex flex-wrap items-center gap-3 px-5 py-3",
    )


def _comparison() -> rx.Component:
    both = MatchesState.comparison
    head = rx.el.tr(
        rx.el.td(),
        *(
            rx.el.th(side.title, scope="col", class_name="text-left px-3 py-2 font-semibold")
            for side in (both.left, both.right)
        ),
    )
    table = rx.el.table(
        rx.el.caption(t("job_matches.page.side_by_side"), class_name="sr-only"),
        rx.el.thead(head),
        rx.el.tbody(rx.foreach(both.rows, _compared)),
        class_name="w-full text-sm",
    )
    shown = card(
        card_title(t("job_matches.page.side_by_side")),
        rx.el.div(table, class_name="overflow-auto mt-2"),
        rx.el.div(
            _names(t("job_matches.page.lacks", title=both.left.title), both.only_left),
            _names(t("job_matches.page.lacks", title=both.right.title), both.only_right),
            _names(t("job_matches.page.both_lack"), both.both),
            class_name="grid grid-cols-[minmax(0,1fr)] md:grid-cols-3 gap-4 mt-4",
        ),
        data_testid="comparison",
    )
    return rx.cond(MatchesState.comparison, shown, rx.fragment())


def _compared(row: rx.Var[ComparedRow]) -> rx.Component:
    def cell(words: rx.Var[Sentence], side: str) -> rx.Component:
        sign = rx.el.span(
            icon("check", 14), rx.el.span(t("job_matches.page.better"), class_name="sr-only"), class_name="text-have"
        )
        return rx.el.td(
            rx.el.span(
                t_var(words),
                rx.cond(row.better == side, sign, rx.fragment()),
                class_name="inline-flex items-center gap-1.5",
            ),
            class_name="px-3 py-2 tabular-nums",
        )

    return rx.el.tr(
        rx.el.th(t_var(row.name), scope="row", class_name="text-left font-normal text-ink-2 pr-3 py-2"),
        cell(row.left, "left"),
        cell(row.right, "right"),
        class_name="border-t border-line",
    )


def _names(title: rx.Var, names: rx.Var[list[Sentence]]) -> rx.Component:
    chips = rx.el.div(
        rx.foreach(names, lambda name: chip(t_var(name), tone="outline", small=True)),
        class_name="flex flex-wrap gap-1.5 mt-2",
    )
    shown = rx.el.div(rx.el.h3(title, class_name="small muted"), chips, class_name="min-w-0")
    return rx.cond(names.length() > 0, shown, rx.fragment())


def _undo() -> rx.Component:
    words = rx.cond(
        MatchesState.removed_title != "", t("job_matches.page.deleted", title=MatchesState.removed_title), ""
    )
    return undo_toast(words, on_undo=MatchesState.undo_remove, on_close=MatchesState.close_undo)  # pyright: ignore[reportArgumentType]
