"""Skills of the wanted role that the resume does not show."""

import reflex as rx

from careercoach.features.resume_builder.schemas import Learnable
from careercoach.features.resume_builder.state import RewriteState
from careercoach.ui.components.buttons import button, text_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.surfaces import card, card_title, notice
from careercoach.ui.texts import t, t_n, t_var


def missing() -> rx.Component:
    """Things to learn, with the way into the plan."""
    view = RewriteState.view
    no_plan = notice(
        rx.el.span(
            t("resume_builder.no_plan"), " ", text_link(t("resume_builder.build_plan"), href="/plan?build=1")
        ),
        tone="warning",
    )  # fmt: skip
    return card(
        card_title(t("resume_builder.missing")),
        rx.el.p(t("resume_builder.missing_why", role=t_var(view.role_title)), class_name="tiny mt-1"),
        rx.cond(RewriteState.has_plan, rx.fragment(), rx.el.div(no_plan, class_name="mt-3")),
        rx.el.ul(rx.foreach(view.missing, _learnable), class_name="divided mt-2", data_testid="missing"),
    )


def _learnable(skill: rx.Var[Learnable]) -> rx.Component:
    learn = button(
        t("resume_builder.learn"), variant="secondary", size="sm", icon="graduation-cap",
        on_click=RewriteState.learn(skill.slug), aria_label=t("resume_builder.learn_named", name=t_var(skill.name)),
        data_testid="learn",
    )  # fmt: skip
    return rx.el.li(
        rx.el.div(
            rx.el.p(t_var(skill.name), class_name="text-sm font-medium"),
            rx.el.p(t_n("resume_builder.hours", skill.hours), class_name="tiny"),
            class_name="min-w-0 flex-1",
        ),
        rx.cond(skill.planned, chip(t("resume_builder.planned"), tone="accent", icon="check", small=True), learn),
        class_name="flex items-center gap-3 py-2.5",
        key=skill.slug,
    )
