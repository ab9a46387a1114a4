"""The field for one's own words."""

import reflex as rx

from careercoach.features.resume_builder.schemas import Passage
from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import button, text_link
from careercoach.ui.components.surfaces import notice, row
from careercoach.ui.components.writing import autosave_text
from careercoach.ui.texts import t, t_of

PROBLEMS = [
    "resume_builder.empty",
    "resume_builder.new_numbers",
    "resume_builder.not_in_resume",
    "core.changed_elsewhere",
]


def editor(passage: rx.Var[Passage]) -> rx.Component:
    """Own words in the place of the passage, and why they cannot stand there."""
    numbers = RewriteState.edit_problem == "resume_builder.new_numbers"
    problem = rx.el.div(
        t_of(RewriteState.edit_problem, PROBLEMS, words=RewriteState.edit_words),
        rx.el.div(
            rx.cond(
                numbers,
                button(
                    t("resume_builder.stand_by"), variant="secondary", size="sm",
                    on_click=RewriteState.stand_by_numbers, data_testid="stand-by",
                ),
                rx.cond(
                    RewriteState.edit_problem == "resume_builder.not_in_resume",
                    text_link(t("resume_builder.to_record"), href="/resume/review"),
                    rx.fragment(),
                ),
            ),
            class_name="mt-2",
        ),
    )  # fmt: skip
    return rx.el.div(
        autosave_text(
            "own-words",
            t("resume_builder.edit_label"),
            draft_key="rewrite/" + passage.key,
            saved=RewriteState.saved,
            on_save=RewriteState.keep_draft,
            reset=RewriteState.reset_count,
            local=True,
            max_length=2_000,
            rows=3,
            test_id="own-words",
        ),
        rx.el.p(t("resume_builder.edit_hint"), class_name="tiny"),
        rx.cond(
            RewriteState.edit_problem != "", notice(problem, tone="warning", test_id="edit-problem"), rx.fragment()
        ),
        row(
            button(t("resume_builder.save_own"), size="sm", on_click=RewriteState.save_own, data_testid="save-own"),
            button(t("resume_builder.cancel"), variant="ghost", size="sm", on_click=RewriteState.close_edit),
        ),
        class_name="flex flex-col gap-2.5",
        key=passage.key,
    )
