"""Today: the home of the app."""

import reflex as rx

from careercoach.features.today.components import day, header, no_plan, problem, toast, waiting
from careercoach.features.today.state import TodayState
from careercoach.ui.components.states import loading
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page("/today", title="today.title", description="today.description", on_load=TodayState.load)
def today_page() -> rx.Component:
    content = rx.cond(TodayState.has_plan | (TodayState.tasks.length() > 0), day(), no_plan())
    return page_frame(
        header(),
        problem(),
        loading(TodayState.is_ready, content, waiting=waiting(), label=t("today.loading")),
        toast(),
        active="today",
    )
