"""The check itself: choices between an old and a new file, the editor, and the machine's view beside it."""

from typing import Any

import reflex as rx

from careercoach.features.profiles.schemas import FIELD_KEYS, PART_KEYS
from careercoach.features.resumes.components.editor import editor
from careercoach.features.resumes.components.machine import machine_view
from careercoach.features.resumes.schemas import Difference
from careercoach.features.resumes.state import PROBLEMS, ReviewState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.dialogs import undo_toast
from careercoach.ui.components.differences import difference_name, difference_row
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import loading, skeleton
from careercoach.ui.components.surfaces import card, card_title, notice
from careercoach.ui.texts import t, t_n, t_of


def review(*, on_confirm: Any, confirm_words: rx.Var) -> rx.Component:
    """Everything between the title and the foot of the page."""
    content = rx.el.div(
        rx.cond(ReviewState.comparing != "", _comparison(), _edit(on_confirm, confirm_words)),
        undo_toast(
            rx.cond(ReviewState.removed_words != "", t("resumes.removed", name=ReviewState.removed_words), ""),
            on_undo=ReviewState.undo,
            on_close=ReviewState.close_undo,
        ),
    )
    return loading(ReviewState.is_ready, content, waiting=_waiting(), label=t("resumes.loading"))


def _waiting() -> rx.Component:
    return rx.el.div(*(skeleton("h-[180px] w-full") for _ in range(3)), class_name="flex flex-col gap-4")


def _edit(on_confirm: Any, confirm_words: rx.Var) -> rx.Component:
    aside = rx.el.aside(
        rx.el.details(
            rx.el.summary(
                rx.el.span(
                    rx.el.span(t("resumes.machine"), class_name="subtitle block"),
                    rx.el.span(t("resumes.machine_why"), class_name="tiny block mt-0.5"),
                    class_name="min-w-0",
                ),
                icon("chevron-down", 18, "text-ink-3"),
                class_name="flex items-start justify-between gap-3 min-h-[44px]",
                data_testid="machine",
            ),
            rx.cond(
                ReviewState.machine,
                rx.el.div(machine_view(ReviewState.machine, tall=True), class_name="mt-3"),
                rx.fragment(),
            ),
            class_name="card",
            custom_attrs={"open": True},
        ),
        class_name="lg:sticky lg:top-5",
    )
    with_file = rx.el.div(
        rx.el.div(editor(), class_name="min-w-0"),
        aside,
        class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-[minmax(0,1fr)_360px] gap-5 items-start",
    )
    problem = rx.el.div(
        notice(t_of(ReviewState.problem_key, PROBLEMS), tone="problem", test_id="problem"), class_name="w-full"
    )
    return rx.el.div(
        rx.cond(ReviewState.machine, with_file, editor()),
        rx.el.div(
            rx.cond(ReviewState.problem_key != "", problem, rx.fragment()),
            rx.el.p(
                rx.cond(ReviewState.saved, t("resumes.draft_saved"), t("resumes.not_yet_facts")),
                class_name="tiny",
                role="status",
                data_testid="draft-state",
            ),
            button(confirm_words, size="lg", icon="check", on_click=on_confirm, data_testid="confirm"),
            class_name="confirm-bar",
        ),
        class_name="flex flex-col gap-5",
    )


def _comparison() -> rx.Component:
    return card(
        card_title(
            rx.cond(
                ReviewState.comparing == "file",
                t_n("resumes.differs", ReviewState.differences.length()),
                t("resumes.confirmed_elsewhere"),
            )
        ),
        rx.el.p(t("resumes.differs_why"), class_name="muted text-sm mt-1"),
        rx.el.ul(
            rx.foreach(ReviewState.differences, _difference), class_name="divided mt-3", data_testid="differences"
        ),
        rx.el.div(
            button(t("resumes.keep_mine"), variant="ghost", on_click=ReviewState.keep_record, data_testid="keep-mine"),
            button(
                t("resumes.use_choices"),
                icon_end="arrow-right",
                on_click=ReviewState.use_choices,
                data_testid="use-choices",
            ),
            class_name="flex flex-wrap justify-end gap-2 pt-4 border-t border-line",
        ),
    )


def _difference(difference: rx.Var[Difference]) -> rx.Component:
    found = rx.cond(ReviewState.comparing == "file", t("resumes.in_new_file"), t("resumes.in_draft"))
    return difference_row(
        difference,
        name=difference_name(difference, parts=PART_KEYS, fields=FIELD_KEYS, room="profiles"),
        left=t("resumes.as_confirmed"),
        right=found,
        nothing=t("resumes.leave_out"),
        on_choose=ReviewState.choose,
    )
