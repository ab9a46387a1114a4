"""Two uploads side by side, field by field."""

from typing import Any

import reflex as rx

from careercoach.features.profiles.schemas import FIELD_KEYS, PART_KEYS, Difference
from careercoach.features.resumes.state import CompareState, FileRow
from careercoach.ui.components.buttons import link_button
from careercoach.ui.components.differences import difference_name, difference_row
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, card_title, stack
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_n, t_var


@page("/resume/compare", title="resumes.compare", description="resumes.compare_why", on_load=CompareState.load)
def compare_page() -> rx.Component:
    return page_frame(
        loading(CompareState.is_ready, _content(), label=t("resumes.loading")),
        title=t("resumes.compare"),
        purpose=t("resumes.compare_why"),
        actions=[link_button(t("resumes.to_resume"), href="/resume", variant="secondary")],
        active="resume",
    )


def _content() -> rx.Component:
    too_few = card(
        empty_state(
            "resume",
            t("resumes.compare_needs_two"),
            link_button(t("resumes.new_file"), href="/resume", variant="secondary"),
        )
    )
    count = CompareState.differences.length()
    found = card(
        rx.cond(
            count > 0,
            rx.fragment(
                card_title(t_n("resumes.compare_differs", count)),
                rx.el.ul(
                    rx.foreach(CompareState.differences, _difference), class_name="divided mt-3", data_testid="contrast"
                ),
            ),
            rx.el.p(t("resumes.compare_same"), class_name="muted py-2", data_testid="same"),
        )
    )
    chosen = rx.el.div(
        _choice("compare-first", t("resumes.compare_first"), CompareState.first_id, CompareState.choose_first),
        _choice("compare-second", t("resumes.compare_second"), CompareState.second_id, CompareState.choose_second),
        class_name="grid grid-cols-[minmax(0,1fr)] gap-4 sm:grid-cols-2",
    )
    return rx.cond(CompareState.files.length() > 1, stack(card(chosen), found, class_name="max-w-[960px]"), too_few)


def _choice(name: str, label: rx.Var, value: rx.Var[str], on_choose: Any) -> rx.Component:
    return rx.el.div(
        rx.el.label(label, html_for=name, class_name="label"),
        rx.el.select(
            rx.foreach(CompareState.files, _option),
            id=name,
            value=value,
            on_change=on_choose,
            class_name="input",
            data_testid=name,
        ),
        class_name="field",
    )


def _option(file: rx.Var[FileRow]) -> rx.Component:
    return rx.el.option(file.file_name, " · ", t_var(file.uploaded), value=file.id)


def _difference(difference: rx.Var[Difference]) -> rx.Component:
    return difference_row(
        difference,
        name=difference_name(difference, parts=PART_KEYS, fields=FIELD_KEYS, room="profiles"),
        left=t("resumes.compare_first"),
        right=t("resumes.compare_second"),
        nothing=t("resumes.compare_silent"),
    )
