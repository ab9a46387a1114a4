"""Fairness: the self-audit, run at a click."""

import reflex as rx

from careercoach.features.admin.components import admin_frame, table
from careercoach.features.admin.state import FairnessState
from careercoach.features.matching.schemas import AuditLine
from careercoach.ui.components.buttons import button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.surfaces import card, stack
from careercoach.ui.page import page
from careercoach.ui.texts import t, t_of

TOPICS = [f"admin.fairness_about.{topic}" for topic in ("name", "gender", "age", "photo", "nationality", "school")]


@page("/admin/fairness", title="admin.fairness", description="admin.purpose", on_load=FairnessState.load)
def fairness_page() -> rx.Component:
    words = rx.cond(FairnessState.done, t("admin.fairness_again"), t("admin.fairness_run"))
    return admin_frame(
        "fairness",
        stack(
            card(
                rx.el.p(t("admin.fairness_why"), class_name="text-md"),
                rx.el.p(t("admin.fairness_scope"), class_name="small muted mt-2"),
                rx.el.div(
                    button(
                        words, icon="scale", on_click=FairnessState.run, busy=FairnessState.running, data_testid="run"
                    ),
                    class_name="mt-4",
                ),
            ),
            rx.cond(FairnessState.lines.length() > 0, _lines(), rx.fragment()),
            gap="lg",
        ),
    )


def _lines() -> rx.Component:
    heads = [t(f"admin.fairness_{name}") for name in ("swapped", "swaps", "compared", "moved")]
    total = t(
        "admin.fairness_sum", people=FairnessState.people, postings=FairnessState.postings, roles=FairnessState.roles
    )
    return card(
        table(t("admin.fairness"), heads, rx.foreach(FairnessState.lines, _line)),
        rx.el.p(
            rx.cond(FairnessState.done, total, t("admin.fairness_running")),
            class_name="small muted mt-3",
            role="status",
            data_testid="audit-state",
        ),
    )


def _line(line: rx.Var[AuditLine]) -> rx.Component:
    fine = chip(t("admin.fairness_none"), tone="have", icon="check")
    bad = rx.el.div(chip(line.moved.to_string(), tone="missing"), rx.el.p(line.example, class_name="tiny mt-1"))
    return rx.el.tr(
        rx.el.td(t_of("admin.fairness_about." + line.about.to(str), TOPICS)),
        rx.el.td(line.swaps),
        rx.el.td(line.comparisons),
        rx.el.td(rx.cond(line.moved > 0, bad, fine)),
    )
