"""The top of the report: score, what the coach says, what changed, and what to know about the file."""

import reflex as rx

from careercoach.features.resume_reports.components.words import said
from careercoach.features.resume_reports.rules.cards import NoticeRow
from careercoach.features.resume_reports.schemas import Fixed, Narrative
from careercoach.features.resume_reports.state import ResumeReportState
from careercoach.ui.components.buttons import link_button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.coaches import coach_line
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import progress_ring, waiting_bar
from careercoach.ui.components.surfaces import card, notice
from careercoach.ui.session import SessionState
from careercoach.ui.texts import t, t_n, t_of

LEVELS = [f"resume_reports.verdict.{level}" for level in ("good", "fair", "low")]
NOTICES = [f"resume_reports.notice.{kind}" for kind in ("hidden", "tiny", "pictures", "unmapped", "instructions")]


def verdict() -> rx.Component:
    """The score, the coach's two sentences, and the next thing to press."""
    head = ResumeReportState.head
    ring = progress_ring(
        head.score,
        figure=head.score.to_string(),
        caption=t("resume_reports.of_100"),
        label=t("resume_reports.ring", score=head.score),
        size=104,
        test_id="ats-score",
    )
    words = rx.el.div(
        rx.el.h2(t_of("resume_reports.verdict." + head.level.to(str), LEVELS), class_name="verdict"),
        _told(lambda told: rx.el.p(told.summary, class_name="muted mt-1.5 max-w-[64ch]", data_testid="summary")),
        rx.cond(
            ResumeReportState.is_telling,
            rx.el.div(waiting_bar(t("resume_reports.writing")), class_name="mt-2 max-w-[240px]"),
            rx.fragment(),
        ),
        rx.cond(ResumeReportState.change, _change(), rx.fragment()),
        class_name="min-w-0",
    )
    rewrite = link_button(
        t("resume_reports.rewrite"), href="/resume/rewrite", size="lg", icon="sparkles", class_name="verdict-action",
        data_testid="rewrite",
    )  # fmt: skip
    return card(ring, words, rewrite, class_name="verdict-card")


def _told(view) -> rx.Component:
    """Something of the coach's words, in the language of the page."""
    told = ResumeReportState.told
    return rx.match(SessionState.language, ("hi", view(told.hi)), ("es", view(told.es)), view(told.en))


def _change() -> rx.Component:
    """What happened since the version before."""
    change, step = ResumeReportState.change, ResumeReportState.step
    moved = rx.cond(
        step > 0,
        chip(t("resume_reports.up", n=step), tone="have", icon="trending-up"),
        rx.cond(
            step < 0,
            chip(t("resume_reports.down", n=0 - step), tone="missing", icon="arrow-down"),
            chip(t("resume_reports.level"), icon="check"),
        ),
    )
    fixed = rx.el.details(
        rx.el.summary(
            icon("chevron-down", 16),
            t_n("resume_reports.fixed_since", change.fixed.length(), name=change.file_name),
            class_name="room-hint",
            data_testid="fixed-since",
        ),
        rx.el.ul(rx.foreach(change.fixed, _fixed), class_name="mt-1 flex flex-col"),
    )
    return rx.el.div(
        rx.el.div(
            moved,
            rx.cond(
                change.new > 0,
                rx.el.span(t_n("resume_reports.new_since", change.new), class_name="tiny"),
                rx.fragment(),
            ),
            class_name="flex flex-wrap items-center gap-2.5",
        ),
        rx.cond(change.fixed.length() > 0, fixed, rx.fragment()),
        class_name="mt-3 flex flex-col gap-2",
        data_testid="change",
    )


def _fixed(one: rx.Var[Fixed]) -> rx.Component:
    return rx.el.li(
        rx.el.span(icon("check"), class_name="text-have shrink-0"),
        rx.el.span(t("resume_reports.kind_gone"), ": ", class_name="sr-only"),
        rx.el.span(
            said("title", one),
            rx.cond(one.quote != "", rx.el.span("“", one.quote, "”", class_name="tiny line-clamp-1"), ""),
            class_name="min-w-0",
        ),
        class_name="key-point",
    )


def notices() -> rx.Component:
    """Hidden and tiny text, pictures, unknown letters, lines for programs."""
    return rx.fragment(rx.foreach(ResumeReportState.notices, _notice))


def _notice(one: rx.Var[NoticeRow]) -> rx.Component:
    quotes = rx.el.ul(
        rx.foreach(one.quotes, lambda quote: rx.el.li(rx.el.q(quote), class_name="break-words")),
        class_name="mt-1.5 flex flex-col gap-1 font-normal",
    )
    return notice(
        rx.el.div(
            rx.el.p(t_of("resume_reports.notice." + one.kind.to(str), NOTICES, n=one.n, pages=one.pages)),
            rx.cond(one.quotes.length() > 0, quotes, rx.fragment()),
        ),
        tone="warning",
        test_id="file-notice",
    )


def coach_card() -> rx.Component:
    """What is strong, what is weak, what comes first."""
    return _told(_coach)


def _coach(told: rx.Var[Narrative]) -> rx.Component:
    def claims(title: rx.Var, sign: str, tone: str, found: rx.Var) -> rx.Component:
        return rx.cond(
            found.length() > 0,
            rx.el.div(
                rx.el.h3(title, class_name="label"),
                rx.el.ul(
                    rx.foreach(
                        found,
                        lambda claim: rx.el.li(
                            rx.el.span(icon(sign), class_name=f"{tone} shrink-0"),
                            rx.el.span(
                                claim.text,
                                rx.cond(
                                    claim.quote != "",
                                    rx.el.span("“", claim.quote, "”", class_name="tiny line-clamp-2 mt-0.5"),
                                    "",
                                ),
                                class_name="min-w-0",
                            ),
                            class_name="key-point",
                        ),
                    )
                ),
            ),
            rx.fragment(),
        )

    return card(
        rx.el.h2(t("resume_reports.coach"), class_name="subtitle"),
        rx.el.p(told.first, class_name="text-sm mt-1 mb-3", data_testid="first"),
        rx.el.div(
            claims(t("resume_reports.weak_points"), "circle-alert", "text-part", told.weak),
            claims(t("resume_reports.strong_points"), "check", "text-have", told.strengths),
            class_name="flex flex-col gap-3 mb-3",
        ),
        coach_line(told.source, told.model, told.why),
        data_testid="coach",
    )
