"""Onboarding, step two: the resume."""

import reflex as rx

from careercoach.features.profiles.schemas import JOURNEY
from careercoach.features.resumes.state import UploadState
from careercoach.settings import settings
from careercoach.ui.components.buttons import button
from careercoach.ui.components.icons import icon
from careercoach.ui.components.uploads import file_drop
from careercoach.ui.journey import journey_frame
from careercoach.ui.page import page
from careercoach.ui.texts import t


@page(
    "/onboarding/resume",
    title="resumes.upload_title",
    description="resumes.upload_why",
    on_load=UploadState.load_step,
)
def upload_page() -> rx.Component:
    return journey_frame(
        file_drop(
            "resume-file",
            action="/api/resumes",
            max_bytes=settings.upload_max_bytes,
            on_done=UploadState.arrived,
            test_id="resume-drop",
        ),
        rx.el.p(
            icon("lock", 15, "text-ink-3 mt-0.5"),
            rx.el.span(t("resumes.upload_privacy")),
            class_name="tiny flex gap-2 items-start mt-3",
        ),
        rx.el.div(
            button(
                t("resumes.no_file"),
                variant="secondary",
                icon="keyboard",
                on_click=UploadState.type_it,
                data_testid="type-it",
            ),
            button(t("resumes.skip"), variant="ghost", on_click=UploadState.skip, data_testid="skip"),
            class_name="flex flex-col sm:flex-row sm:justify-between gap-3 mt-8 pt-6 border-t border-line",
        ),
        steps=[t(key) for key in JOURNEY],
        current=1,
        label=t("profiles.journey"),
        title=t("resumes.upload_title"),
        why=t("resumes.upload_why"),
        back="/onboarding?step=goal",
    )
