"""How the score is made: ten lines, each opens what costs points there."""

import reflex as rx

from careercoach.features.resume_reports.components.suggestions import PART_NAMES
from careercoach.features.resume_reports.components.words import said
from careercoach.features.resume_reports.rules.cards import PartRow, Row
from careercoach.features.resume_reports.state import ResumeReportState
from careercoach.ui.components.buttons import text_link
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import bar
from careercoach.ui.components.surfaces import card, card_title
from careercoach.ui.texts import t, t_figure, t_of

ABOUT = [name.replace(".part.", ".part_about.") for name in PART_NAMES]


def rubric() -> rx.Component:
    """The ten parts."""
    return card(
        card_title(t("resume_reports.rubric")),
        rx.el.p(t("resume_reports.rubric_why"), class_name="tiny mt-1 mb-2"),
        rx.el.div(rx.foreach(ResumeReportState.parts, _part), class_name="divided"),
        data_testid="rubric",
    )


def _part(part: rx.Var[PartRow]) -> rx.Component:
    name = t_of("resume_reports.part." + part.name.to(str), PART_NAMES)
    judged = rx.fragment(
        bar(part.percent, label=name, thin=True),
        rx.el.b(
            t("resume_reports.part_points", earned=t_figure(part.earned), most=t_figure(part.most)),
            class_name="text-right font-semibold whitespace-nowrap",
        ),
    )
    unjudged = rx.el.span(t("resume_reports.not_judged"), class_name="tiny text-right col-span-2")
    return rx.el.details(
        rx.el.summary(
            rx.el.span(name, class_name="min-w-0"),
            rx.cond(part.judged, judged, unjudged),
            icon("chevron-down", 16),
            class_name=(
                "accordion-trigger text-xs grid grid-cols-[minmax(0,1fr)_72px_72px_16px] gap-2.5 !py-2.5 !min-h-[44px]"
            ),
        ),
        rx.el.div(
            rx.el.p(t_of("resume_reports.part_about." + part.name.to(str), ABOUT), class_name="tiny"),
            rx.cond(part.judged, _losses(part), _unjudged(part)),
            class_name="pb-3 flex flex-col gap-2",
        ),
        key=part.name,
        custom_attrs={"data-part": part.name, "data-earned": part.earned},
        data_testid="part",
    )


def _losses(part: rx.Var[PartRow]) -> rx.Component:
    lines = rx.el.ul(rx.foreach(part.rows, _loss), class_name="flex flex-col gap-1.5 text-xs")
    return rx.cond(
        part.rows.length() > 0, lines, rx.el.p(t("resume_reports.part_full"), class_name="text-xs text-have")
    )


def _loss(row: rx.Var[Row]) -> rx.Component:
    return rx.el.li(
        rx.el.span(said("title", row), class_name="min-w-0 break-words"),
        rx.el.span("−", t_figure(row.points), class_name="text-gap whitespace-nowrap"),
        class_name="flex justify-between gap-3",
    )


def _unjudged(part: rx.Var[PartRow]) -> rx.Component:
    keywords = rx.el.p(
        t("resume_reports.not_judged_keywords"), " ", text_link(t("resume_reports.choose_role"), href="/settings"),
        class_name="text-xs",
    )  # fmt: skip
    return rx.fragment(
        rx.cond(
            part.name == "keywords",
            keywords,
            rx.el.p(t("resume_reports.not_judged_verbs"), class_name="text-xs"),
        ),
        rx.el.p(t("resume_reports.rubric_unjudged"), class_name="tiny"),
    )
