"""Choosing an interview, and the list of those before."""

import reflex as rx

from careercoach.features.interviews.rules.cards import LineCard
from careercoach.features.interviews.state.start import PROBLEMS, InterviewsState
from careercoach.ui.components.buttons import button, icon_button, link_button, page_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.coaches import estimate_line
from careercoach.ui.components.dialogs import confirm_dialog
from careercoach.ui.components.forms import choice_group
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import empty_state, skeleton
from careercoach.ui.components.surfaces import card, card_title, notice, stack
from careercoach.ui.primitives.combobox import combobox
from careercoach.ui.primitives.switch import switch
from careercoach.ui.texts import t, t_of, t_var

SIZES = ((5, "quick"), (8, "usual"), (12, "long"))
LEVELS = ("easy", "medium", "hard")


def waiting() -> rx.Component:
    """The shape of the page before it is known."""
    return stack(skeleton("h-[420px] w-full rounded-lg"), skeleton("h-[160px] w-full rounded-lg"), gap="lg")


def problem() -> rx.Component:
    """What went wrong, if something did."""
    words = t_of(InterviewsState.problem_key, PROBLEMS, minutes="60")
    return rx.cond(
        InterviewsState.problem_key != "", notice(words, tone="problem", test_id="interview-problem"), rx.fragment()
    )


def open_card() -> rx.Component:
    """The interview that waits to be gone on with."""
    line = InterviewsState.open_line
    content = card(
        rx.el.div(
            rx.el.h2(t("interviews.open.title"), class_name="subtitle"),
            rx.el.p(t_var(line.title), ", ", t_var(line.note), class_name="muted text-sm"),
            class_name="min-w-[220px] flex-1",
        ),
        rx.el.div(
            link_button(t("interviews.open.go_on"), href=line.href, icon="play", data_testid="go-on"),
            confirm_dialog(
                t("interviews.open.discard"),
                t("interviews.open.discard_why"),
                confirm=t("interviews.open.discard"),
                on_confirm=InterviewsState.delete(line.id),
                trigger=button(t("interviews.open.discard"), variant="danger-quiet", data_testid="discard"),
                test_id="discard-dialog",
            ),
            class_name="flex flex-wrap gap-2",
        ),
        class_name="flex flex-wrap items-center gap-4",
        data_testid="open-interview",
    )
    return rx.cond(InterviewsState.open_line, content, rx.fragment())


def wish_card() -> rx.Component:
    """Role, length, difficulty, gaps, and the button."""
    sizes = [
        (str(n), t("interviews.wish.questions", n=n), t(f"interviews.wish.{name}", minutes=round(n * 4.4)))
        for n, name in SIZES
    ]
    levels = [(level, t(f"interviews.level.{level}"), t(f"interviews.level_note.{level}")) for level in LEVELS]
    return card(
        combobox(
            "interview-role",
            t("interviews.wish.role"),
            InterviewsState.choices,
            shown=rx.cond(InterviewsState.role != "", t_var(InterviewsState.role_title), ""),
            on_choose=InterviewsState.choose_role,
            placeholder=t("interviews.wish.any_role"),
            hint=t("interviews.wish.role_hint"),
        ),
        choice_group(
            "interview-size",
            t("interviews.wish.size"),
            sizes,
            value=InterviewsState.size.to_string(),
            on_choose=InterviewsState.choose_size,
        ),
        choice_group(
            "interview-level",
            t("interviews.wish.level"),
            levels,
            value=InterviewsState.difficulty,
            on_choose=InterviewsState.choose_difficulty,
        ),
        rx.cond(InterviewsState.has_gaps, _gaps(), rx.fragment()),
        rx.cond(
            InterviewsState.estimate,
            estimate_line(InterviewsState.estimate, t("interviews.wish.ai_judges")),
            rx.fragment(),
        ),
        rx.el.div(
            button(
                t("interviews.wish.start"),
                size="lg",
                icon="play",
                on_click=InterviewsState.start,
                busy=InterviewsState.starting,
                disabled=InterviewsState.open_line.is_not_none(),
                data_testid="start-interview",
            ),
            rx.el.p(t("interviews.wish.promise"), class_name="small muted max-w-[48ch]"),
            class_name="flex flex-wrap items-center gap-x-5 gap-y-3",
        ),
        class_name="flex flex-col gap-6",
        data_testid="interview-wish",
    )


def _gaps() -> rx.Component:
    return switch(
        "interview-gaps",
        t("interviews.wish.gaps"),
        note=t("interviews.wish.gaps_note"),
        checked=InterviewsState.use_gaps,
        on_checked_change=InterviewsState.choose_gaps,
    )


def past() -> rx.Component:
    """The interviews before, or what the first one will give."""
    rows = rx.el.ul(rx.foreach(InterviewsState.lines, _line), class_name="divided mt-2", data_testid="past-interviews")
    nothing = empty_state("interview", t("interviews.list.empty"), hint=t("interviews.list.empty_hint"))
    return card(card_title(t("interviews.list.title")), rx.cond(InterviewsState.lines.length() > 0, rows, nothing))


def _line(line: rx.Var[LineCard]) -> rx.Component:
    score = rx.match(
        line.tone,
        ("have", chip(line.score, tone="have", icon="circle-check")),
        ("part", chip(line.score, tone="part", icon="circle-alert")),
        chip(line.score, tone="missing", icon="circle-alert"),
    )
    return rx.el.li(
        page_link(
            rx.el.span(
                rx.el.span(t_var(line.title), class_name="label block truncate"),
                rx.el.span(t_var(line.when), " · ", t_var(line.note), class_name="tiny block"),
                class_name="min-w-0 flex-1",
            ),
            rx.cond(line.score != "", score, chip(t("interviews.list.scoring"), icon="timer")),
            icon("chevron-right", 16, "text-ink-3"),
            href=line.href,
            class_name="flex items-center gap-3 py-3 flex-1 min-w-0",
            data_testid="past-interview",
        ),
        confirm_dialog(
            t("interviews.list.delete"),
            t("interviews.list.delete_why"),
            confirm=t("interviews.list.delete"),
            on_confirm=InterviewsState.delete(line.id),
            trigger=icon_button("trash-2", t("interviews.list.delete"), size="sm", data_testid="delete-interview"),
            test_id="delete-dialog",
        ),
        class_name="flex items-center gap-2",
    )
