"""Onboarding, step three: the check of what was read."""

import reflex as rx

from careercoach.features.profiles.schemas import JOURNEY
from careercoach.features.resumes.components.review import review
from careercoach.features.resumes.state import ReviewState, UploadState
from careercoach.ui.components.buttons import button
from careercoach.ui.journey import journey_frame
from careercoach.ui.page import page
from careercoach.ui.texts import t


@page(
    "/onboarding/review",
    title="resumes.review_title",
    description="resumes.review_why",
    on_load=ReviewState.load,
)
def review_step() -> rx.Component:
    return journey_frame(
        review(on_confirm=ReviewState.confirm_step, confirm_words=t("resumes.confirm_step")),
        rx.el.div(
            button(t("resumes.skip"), variant="ghost", on_click=UploadState.skip, data_testid="skip"),
            class_name="flex justify-end mt-1",
        ),
        steps=[t(key) for key in JOURNEY],
        current=2,
        label=t("profiles.journey"),
        title=t("resumes.review_title"),
        why=t("resumes.review_why"),
        back="/onboarding/resume",
        wide=True,
    )
