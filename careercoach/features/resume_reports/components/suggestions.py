"""What to improve, one thing at a time: the passage, why, how, and how it could read."""

import reflex as rx

from careercoach.features.resume_reports.components.words import said
from careercoach.features.resume_reports.rules.cards import Row
from careercoach.features.resume_reports.state import ResumeReportState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import bar
from careercoach.ui.components.surfaces import card, card_title, notice
from careercoach.ui.texts import t, t_figure, t_of

PART_NAMES = [
    f"resume_reports.part.{part}"
    for part in ("machine", "contact", "sections", "dates", "length", "keywords", "results", "verbs", "consistency", "file")
]  # fmt: skip


TABS = ("open", "fixed", "dismissed")


def suggestions() -> rx.Component:
    """Open, done and set aside."""
    state, head = ResumeReportState, ResumeReportState.head
    done = t("resume_reports.done_of", fixed=head.fixed, total=head.total)
    counts = {"open": state.open_count, "fixed": state.fixed_count, "dismissed": state.dismissed_count}
    choose = rx.el.div(
        *(
            rx.el.button(
                t(f"resume_reports.tab.{tab}", n=counts[tab]),
                type="button",
                on_click=state.choose_tab(tab),
                custom_attrs={"aria-pressed": rx.cond(state.tab == tab, "true", "false")},
                data_testid=f"tab-{tab}",
            )
            for tab in TABS
        ),
        role="group",
        aria_label=t("resume_reports.suggestions"),
        class_name="segments max-w-full overflow-x-auto",
    )
    more = button(
        t("resume_reports.show_all", n=state.open_count),
        variant="secondary",
        on_click=state.show_all,
        class_name="mt-3",
        data_testid="show-all",
    )
    return card(
        card_title(t("resume_reports.suggestions"), rx.el.span(done, class_name="tiny", data_testid="done-of")),
        rx.el.p(t("resume_reports.suggestions_why"), class_name="tiny mt-1 mb-3"),
        bar(head.percent_done, label=done, thin=True),
        rx.el.div(choose, class_name="mt-4 mb-1"),
        rx.cond(state.rows.length() > 0, rx.fragment(), _none()),
        rx.el.div(rx.foreach(state.rows, _suggestion), class_name="divided", data_testid="rows"),
        rx.cond(state.more > 0, more, rx.fragment()),
        data_testid="suggestions",
    )


def _none() -> rx.Component:
    keys = [f"resume_reports.none.{tab}" for tab in TABS]
    words = t_of("resume_reports.none." + ResumeReportState.tab.to(str), keys)
    return rx.el.p(words, class_name="muted text-sm py-4", data_testid="none")


def _points(row: rx.Var[Row]) -> rx.Component:
    words = {form: t(f"resume_reports.points_words.{form}", n=t_figure(row.points)) for form in ("one", "other")}
    return rx.cond(row.points == "1", words["one"], words["other"])


def _suggestion(row: rx.Var[Row], index: rx.Var[int]) -> rx.Component:
    points = chip(
        rx.fragment(
            rx.el.span("+", t_figure(row.points), aria_hidden="true"),
            rx.el.span(_points(row), class_name="sr-only"),
        ),
        tone="accent",
        small=True,
    )
    place = rx.fragment(
        t_of("resume_reports.part." + row.part.to(str), PART_NAMES),
        rx.cond(row.page > 0, rx.fragment(" · ", t("resume_reports.page_n", n=row.page)), rx.fragment()),
    )
    where = rx.el.span(
        rx.cond(row.quote != "", rx.fragment("“", row.quote, "”"), place),
        class_name="tiny font-normal mt-0.5 line-clamp-1",
    )
    return rx.el.details(
        rx.el.summary(
            rx.el.span(said("title", row), where, class_name="min-w-0 flex-1 text-sm font-medium break-words"),
            points,
            icon("chevron-down"),
            class_name="accordion-trigger",
        ),
        rx.el.div(_body(row), _actions(row), class_name="pb-5 flex flex-col gap-4"),
        key=row.id,
        custom_attrs={"name": "suggestion", "data-kind": row.kind, "open": index == 0},
        data_testid="suggestion",
    )


def _body(row: rx.Var[Row]) -> rx.Component:
    passage = rx.el.blockquote(
        rx.el.p(
            t("resume_reports.passage"),
            rx.cond(row.page > 0, rx.fragment(" · ", t("resume_reports.page_n", n=row.page)), rx.fragment()),
            class_name="tiny mb-1",
        ),
        rx.el.p(row.quote),
        class_name="quote break-words",
    )
    example = rx.el.blockquote(
        rx.el.p(t("resume_reports.example"), class_name="tiny mb-1"),
        rx.el.p(row.example, class_name="font-medium", data_testid="example"),
        rx.el.p(t("resume_reports.example_own"), class_name="tiny mt-1.5"),
        class_name="quote break-words",
    )
    words = rx.el.div(
        rx.cond(row.still_there, notice(t("resume_reports.still_there"), tone="warning", test_id="still-there"), ""),
        rx.cond(row.quote != "", passage, rx.fragment()),
        _line(t("resume_reports.why"), said("why", row)),
        _line(t("resume_reports.how"), said("how", row)),
        rx.cond(row.example != "", example, rx.fragment()),
        class_name="flex flex-col gap-3 min-w-0 flex-1",
    )
    return rx.el.div(words, rx.cond(row.has_map, _map(row), rx.fragment()), class_name="flex gap-4 items-start")


def _line(name: rx.Var, words: rx.Var) -> rx.Component:
    return rx.el.p(rx.el.b(name, ": "), words, class_name="text-sm max-w-[68ch]")


def _map(row: rx.Var[Row]) -> rx.Component:
    """A small page with the place marked."""
    page = rx.el.svg(
        rx.el.rect(x="0", y="0", width="100%", height="100%", class_name="fill-surface"),
        rx.el.rect(
            x=row.x.to_string(), y=row.y.to_string(), width=row.width.to_string(), height=row.height.to_string(),
            rx="6", class_name="fill-amber-fill",
        ),
        view_box=row.view_box,
        class_name="w-full h-auto rounded-xs border border-line-strong",
        role="img",
        aria_label=t("resume_reports.place"),
    )  # fmt: skip
    return rx.el.figure(
        page,
        rx.el.figcaption(t("resume_reports.page_n", n=row.page), class_name="tiny text-center mt-1"),
        class_name="w-[84px] shrink-0 max-sm:hidden",
    )


def _actions(row: rx.Var[Row]) -> rx.Component:
    offered = rx.el.div(
        button(
            t("resume_reports.mark_fixed"), size="sm", icon="check", on_click=ResumeReportState.mark(row.id, "fixed"),
            data_testid="mark-fixed",
        ),
        button(
            t("resume_reports.dismiss"), variant="ghost", size="sm",
            on_click=ResumeReportState.mark(row.id, "dismissed"), data_testid="dismiss",
        ),
        class_name="flex flex-wrap gap-2",
    )  # fmt: skip
    back = rx.el.div(
        button(
            t("resume_reports.reopen"), variant="secondary", size="sm", icon="rotate-ccw",
            on_click=ResumeReportState.mark(row.id, "open"), data_testid="reopen",
        ),
        rx.cond(row.state == "fixed", rx.el.span(t("resume_reports.will_check"), class_name="tiny"), rx.fragment()),
        class_name="flex flex-wrap items-center gap-3",
    )  # fmt: skip
    return rx.cond(row.state == "open", offered, back)
