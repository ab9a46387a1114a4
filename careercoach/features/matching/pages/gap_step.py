"""Onboarding, step four: the first gap report."""

import reflex as rx

from careercoach.features.matching.components import planned_as, report, role_title
from careercoach.features.matching.state import GapState
from careercoach.features.profiles.schemas import JOURNEY
from careercoach.ui.components.buttons import link_button
from careercoach.ui.journey import journey_frame
from careercoach.ui.page import page
from careercoach.ui.texts import t


@page(
    "/onboarding/gap",
    title="matching.page.title",
    description="matching.page.purpose",
    on_load=GapState.load_step,
)
def gap_step() -> rx.Component:
    return journey_frame(
        planned_as(),
        report(),
        rx.el.div(
            link_button(t("matching.page.to_today"), href="/today", variant="ghost", icon_end="arrow-right"),
            class_name="flex justify-end mt-5",
        ),
        steps=[t(key) for key in JOURNEY],
        current=3,
        label=t("profiles.journey"),
        title=role_title(),
        why=t("matching.page.step_why"),
        back="/onboarding/review",
        wide=True,
    )
