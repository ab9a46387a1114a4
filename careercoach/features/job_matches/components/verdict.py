"""The head of an analysis: verdict, how far a run is, and what has changed since the one before."""

import reflex as rx

from careercoach.features.job_matches.schemas import Change
from careercoach.features.job_matches.state.match import PROBLEMS, STEPS, MatchState
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.components.icons import icon
from careercoach.ui.components.meters import bar, progress_ring
from careercoach.ui.components.surfaces import card, card_title, notice
from careercoach.ui.primitives.accordion import accordion_item
from careercoach.ui.texts import t, t_n, t_of, t_var

THRESHOLD = 45
"""Where the ring is marked; the figure in words comes with the analysis."""


def verdict() -> rx.Component:
    """FIT or not yet, with the two reasons that weigh most, how sure, and the rule."""
    part = MatchState.verdict
    fits = part.verdict == "FIT"
    rings = [
        progress_ring(
            part.overall,
            figure=part.overall.to_string(),
            label=t("job_matches.page.ring", n=part.overall, threshold=part.threshold),
            mark_percent=THRESHOLD,
            size=104,
            tone=tone,  # pyright: ignore[reportArgumentType]
            test_id="overall",
        )
        for tone in ("accent", "amber")
    ]
    head = rx.cond(fits, t("job_matches.page.fit"), t("job_matches.page.not_yet"))
    reasons = rx.el.ul(
        rx.foreach(part.reasons, lambda reason: rx.el.li(t_var(reason))),
        class_name="muted mt-1.5 max-w-[64ch] flex flex-col gap-0.5",
        data_testid="reasons",
    )
    hours = rx.cond(MatchState.hours_to_fit > 0, t_n("job_matches.page.hours_to_fit", MatchState.hours_to_fit), "")
    plan = button(
        t("job_matches.page.plan_all"),
        size="lg",
        icon="route",
        on_click=MatchState.learn_all,
        class_name="verdict-action",
        data_testid="plan-gaps",
    )
    body = rx.el.div(
        rx.el.h2(head, class_name="verdict", data_testid="verdict", custom_attrs={"data-verdict": part.verdict}),
        reasons,
        rx.el.p(hours, " ", t("job_matches.page.sure", n=part.confidence), class_name="small muted mt-2"),
        class_name="min-w-0",
    )
    shown = card(
        rx.el.div(
            rx.cond(fits, *rings),
            body,
            rx.cond(MatchState.gaps.length() > 0, plan, rx.fragment()),
            class_name="verdict-card p-0",
        ),
        rx.el.div(
            accordion_item(
                t("job_matches.page.rule", n=part.overall, threshold=part.threshold),
                rx.el.p(t_var(part.rule), class_name="text-sm"),
            ),
            class_name="border-t border-line mt-5 -mb-4",
        ),
    )
    return rx.cond(MatchState.verdict, shown, rx.fragment())


def running() -> rx.Component:
    """How far a run is, with Stop; what came of it when it did not come to its end."""
    words = t_of(MatchState.step_key, STEPS)
    at_work = card(
        rx.el.div(
            rx.el.span(
                rx.el.span(class_name="spinner", aria_hidden="true"),
                words,
                class_name="flex items-center gap-2.5 text-sm",
            ),
            button(
                t("ui.stop"),
                variant="secondary",
                size="sm",
                icon="square",
                on_click=MatchState.stop,
                data_testid="stop",
            ),
            class_name="flex items-center justify-between gap-3",
        ),
        rx.el.div(bar(MatchState.percent, label=words, thin=True), class_name="mt-3"),
        role="status",
        data_testid="running",
    )
    again = button(
        t("job_matches.page.again"), size="sm", variant="secondary", icon="rotate-cw", on_click=MatchState.analyse
    )
    stopped = notice(_beside(t("job_matches.page.stopped"), again), test_id="stopped")
    failed = notice(_beside(t("job_matches.page.failed"), again), tone="warning")
    stale = notice(_beside(t("job_matches.page.stale"), again), tone="warning", test_id="stale")
    return rx.match(  # pyright: ignore[reportReturnType]
        MatchState.head.state,
        ("running", at_work),
        ("stopped", stopped),
        ("failed", failed),
        rx.cond(MatchState.head.is_stale, stale, rx.fragment()),
    )


def _beside(words: rx.Var, action: rx.Component) -> rx.Component:
    return rx.el.div(rx.el.span(words), action, class_name="flex flex-wrap items-center gap-3")


def problem() -> rx.Component:
    """What went wrong, and for want of a record the way to one."""
    add = link_button(t("job_matches.page.add_resume"), href="/onboarding/resume", size="sm", icon="upload")
    words = rx.el.div(
        rx.el.span(t_of(MatchState.problem_key, PROBLEMS)),
        rx.cond(MatchState.problem_key == "job_matches.no_record", add, rx.fragment()),
        class_name="flex flex-wrap items-center gap-3",
    )
    return rx.cond(MatchState.problem_key != "", notice(words, tone="problem", test_id="match-problem"), rx.fragment())


def changes() -> rx.Component:
    """What is different since the run before."""
    shown = card(
        card_title(t("job_matches.page.changes")),
        rx.el.ul(rx.foreach(MatchState.changes, _change), class_name="divided mt-1"),
        data_testid="changes",
    )
    return rx.cond(MatchState.changes.length() > 0, shown, rx.fragment())


def _change(change: rx.Var[Change]) -> rx.Component:
    signs = rx.cond(
        change.is_better,
        rx.el.span(
            icon("trending-up", 16),
            rx.el.span(t("job_matches.page.better"), class_name="sr-only"),
            class_name="text-have",
        ),
        rx.el.span(
            icon("trending-down", 16),
            rx.el.span(t("job_matches.page.worse"), class_name="sr-only"),
            class_name="text-gap",
        ),
    )
    return rx.el.li(
        signs,
        rx.el.span(t_var(change.name), class_name="flex-1 min-w-0 text-sm"),
        rx.el.span(t_var(change.before), " → ", rx.el.b(t_var(change.after)), class_name="small whitespace-nowrap"),
        class_name="flex items-center gap-3 py-2",
    )
