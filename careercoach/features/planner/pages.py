"""The plan: weeks, days and tasks."""

import reflex as rx

from careercoach.features.planner.components import (
    build_panel,
    days,
    empty,
    notices,
    summary,
    toast,
    waiting,
    week_strip,
)
from careercoach.features.planner.state import MaterialState, PlanState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.states import loading
from careercoach.ui.components.surfaces import stack
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page(
    "/plan",
    title="planner.page.title",
    description="planner.page.description",
    on_load=[PlanState.load, MaterialState.load],
)
def plan_page() -> rx.Component:
    again = rx.cond(
        PlanState.has_plan,
        button(
            t("planner.page.replan"),
            variant="secondary",
            icon="refresh-cw",
            busy=PlanState.building,
            on_click=PlanState.build,
            data_testid="replan",
        ),
        rx.fragment(),
    )
    plan = stack(summary(), week_strip(), days())
    content = rx.cond(PlanState.has_plan, plan, rx.cond(PlanState.building, rx.fragment(), empty()))
    return page_frame(
        notices(),
        build_panel(),
        loading(PlanState.is_ready, content, waiting=waiting(), label=t("planner.page.loading")),
        toast(),
        title=t("planner.page.title"),
        purpose=t("planner.page.purpose"),
        actions=[again],
        active="plan",
    )
