"""The report of an interview."""

import reflex as rx

from careercoach.features.interviews.components.report import header, report, waiting
from careercoach.features.interviews.state import ReportState
from careercoach.ui.components.states import loading
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t


@page(
    "/interviews/[iid]/report",
    title="interviews.report.title",
    description="interviews.report.description",
    on_load=ReportState.load,
)
def report_page() -> rx.Component:
    return page_frame(
        header(),
        loading(ReportState.is_ready, report(), waiting=waiting(), label=t("interviews.loading")),
        active="interviews",
    )
