"""The record, checked again: after a newer upload, or to change it by hand."""

import reflex as rx

from careercoach.features.resumes.components.review import review
from careercoach.features.resumes.state import ReviewState
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page(
    "/resume/review",
    title="resumes.record_title",
    description="resumes.review_why",
    on_load=ReviewState.load,
)
def review_page() -> rx.Component:
    return page_frame(
        review(on_confirm=ReviewState.confirm, confirm_words=t("resumes.confirm")),
        title=t("resumes.record_title"),
        purpose=t("resumes.record_why"),
        actions=[
            rx.cond(
                ReviewState.saved | (ReviewState.resume.to(bool)),
                button(
                    t("resumes.drop_changes"), variant="ghost", on_click=ReviewState.drop_changes, data_testid="drop"
                ),
                rx.fragment(),
            ),
            link_button(t("resumes.to_resume"), href="/resume", variant="secondary"),
        ],
        active="resume",
    )
