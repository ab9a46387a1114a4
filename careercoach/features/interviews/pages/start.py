"""Mock interviews: choosing one, and those before."""

import reflex as rx

from careercoach.features.interviews.components.start import open_card, past, problem, waiting, wish_card
from careercoach.features.interviews.state import InterviewsState
from careercoach.ui.components.states import loading
from careercoach.ui.components.surfaces import stack
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page("/interviews", title="interviews.title", description="interviews.description", on_load=InterviewsState.load)
def interviews_page() -> rx.Component:
    content = stack(problem(), open_card(), wish_card(), past(), class_name="gap-5")
    return page_frame(
        loading(InterviewsState.is_ready, content, waiting=waiting(), label=t("interviews.loading")),
        title=t("interviews.title"),
        purpose=t("interviews.purpose"),
        active="interviews",
    )
