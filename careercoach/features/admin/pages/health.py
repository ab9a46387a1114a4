"""Health: what the app depends on."""

import reflex as rx

from careercoach.features.admin.components import admin_frame
from careercoach.features.admin.schemas import Check
from careercoach.features.admin.state import HealthState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.surfaces import card, card_title, stack, stat_row, stat_tile
from careercoach.ui.page import page
from careercoach.ui.texts import t

CHECKS = ["database", "schema", "storage", "disk", "scheduler", "jobs"]
REASONS = ["slow", "error", "old", "not-writable", "full", "silent", "late"]


@page("/admin", title="admin.health", description="admin.purpose", on_load=HealthState.load)
def health_page() -> rx.Component:
    return admin_frame(
        "health",
        stack(
            stat_row(
                stat_tile(t("admin.people"), HealthState.people),
                stat_tile(t("admin.jobs_waiting"), HealthState.waiting),
                stat_tile(t("admin.jobs_running"), HealthState.running),
                stat_tile(t("admin.jobs_failed"), HealthState.failed),
            ),
            card(
                card_title(
                    t("admin.checks"),
                    button(t("admin.look_again"), variant="secondary", size="sm", on_click=HealthState.load),
                ),
                rx.el.ul(rx.foreach(HealthState.checks, _check), class_name="mt-3", data_testid="checks"),
            ),
            gap="lg",
        ),
    )


def _check(check: rx.Var[Check]) -> rx.Component:
    name = rx.match(check.name, *((one, t(f"admin.check.{one}")) for one in CHECKS), check.name)
    reason = rx.match(check.reason, *((one, t(f"admin.reason.{one}")) for one in REASONS), check.reason)
    return rx.el.li(
        rx.el.span(name, class_name="grow basis-[7rem] min-w-0"),
        rx.cond(check.detail != "", rx.el.span(check.detail, class_name="tiny min-w-0 break-words"), rx.fragment()),
        rx.cond(
            check.ok,
            chip(t("admin.fine"), tone="have", icon="check"),
            chip(reason, tone="missing", icon="circle-alert"),
        ),
        class_name="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 border-t border-line first:border-0",
    )
