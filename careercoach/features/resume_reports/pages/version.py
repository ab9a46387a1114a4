"""The report on one version of the resume."""

import reflex as rx

from careercoach.features.resume_reports.components.report import report_frame
from careercoach.features.resume_reports.state import ResumeReportState
from careercoach.ui.page import page


@page(
    "/resume/report/[rid]",
    title="resume_reports.title",
    description="resume_reports.purpose",
    on_load=ResumeReportState.load,
)
def version_page() -> rx.Component:
    return report_frame()
