"""Jobs: what waits, runs or failed."""

import reflex as rx

from careercoach.features.admin.components import admin_frame, state_chip, table
from careercoach.features.admin.schemas import JobRow
from careercoach.features.admin.state import JobsState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.forms import select_field
from careercoach.ui.components.moments import when
from careercoach.ui.components.states import empty_state
from careercoach.ui.components.surfaces import card, stack
from careercoach.ui.page import page
from careercoach.ui.texts import t

STATES = ["waiting", "delayed", "running", "done", "failed", "dead", "cancelled"]


@page("/admin/jobs", title="admin.jobs", description="admin.purpose", on_load=JobsState.load)
def jobs_page() -> rx.Component:
    choices = [("", t("admin.state.all")), *((name, t(f"admin.state.{name}")) for name in STATES)]
    heads = [
        t("admin.head.when"),
        t("admin.head.job"),
        t("admin.head.state"),
        t("admin.head.runs"),
        t("admin.head.act"),
    ]
    return admin_frame(
        "jobs",
        stack(
            rx.el.div(
                select_field(
                    "state", t("admin.head.state"), choices, value=JobsState.state, on_change=JobsState.choose
                ),
                class_name="max-w-[240px]",
            ),
            rx.cond(
                JobsState.rows.length() > 0,
                card(table(t("admin.jobs"), heads, rx.foreach(JobsState.rows, _row)), flush=True),
                card(empty_state("search", t("admin.no_jobs"), rx.fragment())),
            ),
        ),
    )


def _row(job: rx.Var[JobRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(when(job.at)),
        rx.el.td(rx.el.div(job.kind), rx.el.div(job.id, class_name="tiny break-all whitespace-normal")),
        rx.el.td(
            state_chip(job.state, STATES),
            rx.cond(job.error != "", rx.el.div(job.error, class_name="tiny"), rx.fragment()),
        ),
        rx.el.td(job.attempts),
        rx.el.td(
            rx.cond(
                job.can_retry,
                button(t("admin.retry"), variant="secondary", size="sm", on_click=JobsState.retry(job.id)),
                rx.fragment(),
            ),
            rx.cond(
                job.can_cancel,
                button(t("admin.cancel"), variant="danger-quiet", size="sm", on_click=JobsState.cancel(job.id)),
                rx.fragment(),
            ),
        ),
    )
