"""The self-audit of fairness: made-up people are compared again with one thing about them swapped, and no score may
move."""

import asyncio

import reflex as rx

from careercoach.core.access import Access, allow
from careercoach.features.admin.components import admin_frame, table
from careercoach.features.matching import service as matching
from careercoach.features.matching.schemas import AuditLine
from careercoach.ui.components.buttons import button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.surfaces import card, card_title, notice, stack
from careercoach.ui.page import page
from careercoach.ui.texts import t, t_of

TOPICS = [f"admin.fairness.{topic}" for topic in ("name", "gender", "age", "photo", "nationality", "school")]


class FairnessState(rx.State):
    """The last audit of this tab; it is quick enough to be run anew at each visit."""

    lines: list[AuditLine] = []
    people: int = 0
    postings: int = 0
    comparisons: int = 0
    moved: int = 0
    running: bool = False
    is_done: bool = False

    @rx.event(background=True)
    @allow(Access.ADMIN)
    async def run(self):
        """Compare everybody with and without each swap."""
        async with self:
            if self.running:
                return
            self.running, self.is_done = True, False
        try:
            report = await asyncio.to_thread(matching.audit_fairness)
            async with self:
                self.lines, self.people, self.postings = report.lines, report.people, report.postings
                self.comparisons = sum(line.comparisons for line in report.lines)
                self.moved = sum(line.moved for line in report.lines)
                self.is_done = True
        finally:
            async with self:
                self.running = False


@page("/admin/fairness", title="admin.fairness", description="admin.purpose", on_load=FairnessState.run)
def fairness_page() -> rx.Component:
    fair = notice(
        t("admin.fairness.fair", comparisons=FairnessState.comparisons, people=FairnessState.people),
        tone="good",
        test_id="fair",
    )
    unfair = notice(t("admin.fairness.unfair", moved=FairnessState.moved), tone="problem", test_id="unfair")
    verdict = rx.cond(FairnessState.moved == 0, fair, unfair)
    again = button(
        t("admin.look_again"), variant="secondary", size="sm", busy=FairnessState.running, on_click=FairnessState.run
    )
    heads = [t(f"admin.fairness.head.{one}") for one in ("about", "swaps", "comparisons", "moved")]
    lines = table(t("admin.fairness"), heads, rx.foreach(FairnessState.lines, _line))  # pyright: ignore[reportArgumentType]
    return admin_frame(
        "fairness",
        stack(
            card(
                card_title(t("admin.fairness.check"), again),
                rx.el.p(t("admin.fairness.why"), class_name="muted text-sm mt-1 max-w-[68ch]"),
            ),
            rx.cond(FairnessState.is_done, verdict, rx.fragment()),
            rx.cond(FairnessState.is_done, card(lines, flush=True), rx.fragment()),
            gap="lg",
        ),
    )


def _line(line: rx.Var[AuditLine]) -> rx.Component:
    fine = chip(t("admin.fairness.none"), tone="have", icon="check")
    wrong = rx.el.div(
        chip(line.moved.to_string(), tone="missing", icon="circle-alert"),
        rx.el.span(line.example, class_name="tiny block mt-1"),
    )
    return rx.el.tr(
        rx.el.th(t_of("admin.fairness." + line.about.to(str), TOPICS), scope="row"),
        rx.el.td(line.swaps),
        rx.el.td(line.comparisons),
        rx.el.td(rx.cond(line.moved == 0, fine, wrong)),
    )
