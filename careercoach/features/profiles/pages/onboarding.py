"""Onboarding, step one: the goal."""

import reflex as rx

from careercoach.features.profiles.components import goal as parts
from careercoach.features.profiles.schemas import JOURNEY
from careercoach.features.profiles.state import GoalState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import loading, skeleton
from careercoach.ui.components.writing import keeps_typed
from careercoach.ui.journey import journey_frame
from careercoach.ui.page import page
from careercoach.ui.texts import t


@page(
    "/onboarding",
    title="profiles.step.goal_title",
    description="profiles.step.goal_why",
    on_load=GoalState.load_step,
)
def onboarding_page() -> rx.Component:
    return journey_frame(
        loading(GoalState.is_ready, _form(), waiting=_waiting(), label=t("profiles.loading")),
        steps=[t(key) for key in JOURNEY],
        current=0,
        label=t("profiles.journey"),
        title=t("profiles.step.goal_title"),
        why=t("profiles.step.goal_why"),
    )


def _form() -> rx.Component:
    return rx.el.form(
        keeps_typed(f"goal-{GoalState.version}", stays=True),
        parts.role_field(),
        parts.hours_field(),
        parts.zone_field(),
        _more(),
        parts.goal_problem(),
        rx.el.div(
            button(t("profiles.go_on"), type="submit", size="lg", icon_end="arrow-right", data_testid="go-on"),
            class_name="flex flex-col sm:flex-row sm:justify-end",
        ),
        on_submit=GoalState.go_on,
        class_name="flex flex-col gap-6",
    )


def _more() -> rx.Component:
    """Preferences with good defaults: folded, so that the first step takes seconds."""
    return rx.el.details(
        rx.el.summary(
            rx.el.span(
                rx.el.span(t("profiles.more"), class_name="label block"),
                rx.el.span(t("profiles.more_note"), class_name="tiny block"),
                class_name="min-w-0",
            ),
            icon("chevron-down"),
            class_name="flex items-center justify-between gap-3 py-3 min-h-[44px]",
            data_testid="more",
        ),
        rx.el.div(
            parts.days_field(),
            parts.language_field("goal-language"),
            parts.format_field(),
            parts.learning_field(),
            parts.mail_field(),
            class_name="flex flex-col gap-6 pt-3 pb-5",
        ),
        class_name="border-y border-line",
    )


def _waiting() -> rx.Component:
    return rx.el.div(*(skeleton("h-[68px] w-full") for _ in range(4)), class_name="flex flex-col gap-6")
