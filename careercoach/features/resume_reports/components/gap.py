"""The file against the wanted role, straight after the upload."""

import reflex as rx

from careercoach.features.resume_reports.state import ResumeReportState
from careercoach.ui.components.buttons import link_button, text_link
from careercoach.ui.components.chips import skill_chip
from careercoach.ui.components.meters import bar
from careercoach.ui.components.surfaces import card, card_title
from careercoach.ui.texts import t, t_n, t_var


def gap_card() -> rx.Component:
    """What the role asks for and the file does not show; without a role, the way to one."""
    return rx.cond(ResumeReportState.shortfall, _gap(), rx.cond(ResumeReportState.has_role, rx.fragment(), _no_role()))


def _no_role() -> rx.Component:
    return card(
        rx.el.p(t("resume_reports.gap.no_role"), class_name="text-sm mb-3"),
        link_button(t("resume_reports.choose_role"), href="/settings", variant="secondary", size="sm", icon="target"),
    )


def _gap() -> rx.Component:
    gap = ResumeReportState.shortfall
    ready = t("resume_reports.gap.readiness", n=gap.readiness)
    return card(
        card_title(t("resume_reports.gap.title", role=t_var(gap.title))),
        rx.el.p(ready, class_name="tiny mt-1 mb-2"),
        bar(gap.readiness, label=ready, thin=True),
        rx.cond(gap.fits, rx.el.p(t("resume_reports.gap.fits"), class_name="text-sm mt-3"), rx.fragment()),
        _chips(t("resume_reports.gap.missing"), gap.missing, "missing"),
        _chips(t("resume_reports.gap.close"), gap.close, "part"),
        rx.el.p(t_n("resume_reports.gap.had", gap.had), class_name="tiny mt-3"),
        rx.cond(
            ResumeReportState.has_draft,
            rx.el.p(
                t("resume_reports.gap.confirm"), " ", text_link(t("resume_reports.check"), href="/resume/review"),
                class_name="tiny mt-1",
            ),
            rx.fragment(),
        ),
        link_button(
            t("resume_reports.gap.see"), href="/match", variant="secondary", size="sm", icon="target", class_name="mt-3",
            data_testid="see-gap",
        ),
        data_testid="shortfall",
    )  # fmt: skip


def _chips(title: rx.Var, names: rx.Var, state: str) -> rx.Component:
    chips = rx.el.ul(
        rx.foreach(names, lambda name: rx.el.li(skill_chip(t_var(name), state))), class_name="flex flex-wrap gap-1.5"
    )
    return rx.cond(
        names.length() > 0,
        rx.el.div(rx.el.h3(title, class_name="label mb-1.5"), chips, class_name="mt-3"),
        rx.fragment(),
    )
