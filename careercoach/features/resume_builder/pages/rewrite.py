"""Better wordings, line by line."""

import reflex as rx

from careercoach.features.resume_builder.components.content import content
from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.states import loading
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page("/resume/rewrite", title="resume_builder.title", description="resume_builder.purpose", on_load=RewriteState.load)
def rewrite_page() -> rx.Component:
    view = RewriteState.view
    undo = button(
        t("resume_builder.undo"), variant="ghost", icon="undo-2", on_click=RewriteState.undo, data_testid="undo-choice"
    )
    everything = button(
        t("resume_builder.accept_all"), icon="check-check", on_click=RewriteState.accept_all, data_testid="accept-all"
    )
    return page_frame(
        loading(RewriteState.is_ready, content(), label=t("resume_builder.loading")),
        title=t("resume_builder.title"),
        purpose=t("resume_builder.purpose"),
        actions=[
            rx.cond(view & view.can_undo, undo, rx.fragment()),
            rx.cond(view & (view.counts.open > 0) & (view.run.state != "running"), everything, rx.fragment()),
        ],
        active="resume",
    )
