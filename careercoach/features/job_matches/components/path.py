"""The shortest path to FIT, and what other hours or another deadline would make of it."""

import reflex as rx

from careercoach.features.job_matches.schemas import PathLine
from careercoach.features.job_matches.state.match import MatchState
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card, card_title, notice
from careercoach.ui.primitives.slider import slider
from careercoach.ui.texts import t, t_n, t_var


def path() -> rx.Component:
    """Steps and sliders; for a FIT, or where learning does not help, a sentence."""
    fits = card(
        card_title(t("job_matches.page.path")), rx.el.p(t("job_matches.page.path_fit"), class_name="muted text-sm mt-1")
    )
    far = card(
        card_title(t("job_matches.page.path")), rx.el.p(t("job_matches.page.path_far"), class_name="muted text-sm mt-1")
    )
    none = rx.cond(MatchState.verdict.verdict == "FIT", fits, far)
    return rx.cond(
        MatchState.parts.contains("path"), rx.cond(MatchState.path.length() > 0, _steps(), none), rx.fragment()
    )


def _steps() -> rx.Component:
    hours = rx.cond(
        MatchState.hours_to_fit > 0,
        rx.el.span(
            t_n("matching.page.hours", MatchState.hours_to_fit),
            class_name="tiny whitespace-nowrap",
            data_testid="path-hours",
        ),
        rx.fragment(),
    )
    return card(
        card_title(t("job_matches.page.path"), hours),
        rx.el.p(t("job_matches.page.path_why"), class_name="tiny mt-0.5"),
        rx.el.div(
            rx.el.ol(rx.foreach(MatchState.path, _step), class_name="divided", data_testid="path"),
            rx.cond(MatchState.hours_to_fit > 0, _what_if(), notice(t("job_matches.page.no_hours_help"))),
            class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-x-8 gap-y-5 mt-3 items-start",
        ),
    )


def _step(step: rx.Var[PathLine], place: rx.Var[int]) -> rx.Component:
    done = MatchState.pace.reached.contains(step.key)
    hours = rx.cond(step.hours > 0, t_n("matching.page.hours", step.hours), t("job_matches.page.not_hours"))
    sign = rx.cond(
        done,
        rx.el.span(
            icon("check", 15),
            rx.el.span(t("job_matches.page.in_time"), class_name="sr-only"),
            class_name="avatar text-have",
        ),
        rx.el.span((place + 1).to_string(), class_name="avatar", aria_hidden="true"),
    )
    return rx.el.li(
        sign,
        rx.el.span(t_var(step.name), class_name="flex-1 min-w-0 text-sm"),
        rx.el.span(hours, class_name="tiny whitespace-nowrap"),
        class_name="flex items-center gap-3 py-2.5",
        custom_attrs={"data-key": step.key},
    )


def _what_if() -> rx.Component:
    pace = MatchState.pace
    outcome = rx.cond(
        pace.makes_it,
        notice(t("job_matches.page.makes_it", date=t_var(MatchState.done_on)), tone="good"),
        notice(t("job_matches.page.too_slow", date=t_var(MatchState.done_on), hours=pace.hours_needed), tone="warning"),
    )
    return rx.el.div(
        rx.el.h3(t("job_matches.page.what_if"), class_name="label"),
        slider(
            "what-if-hours",
            t("job_matches.page.weekly"),
            minimum=1,
            maximum=40,
            shown=t_n("job_matches.page.hours_week", MatchState.weekly_hours),
            default_value=rx.Var.create([MatchState.weekly_hours]),
            on_value_change=MatchState.set_weekly.throttle(100),
        ),
        slider(
            "what-if-deadline",
            t("job_matches.page.deadline"),
            minimum=1,
            maximum=52,
            shown=t_n("job_matches.page.weeks_n", MatchState.deadline_weeks),
            default_value=rx.Var.create([MatchState.deadline_weeks]),
            on_value_change=MatchState.set_deadline.throttle(100),
        ),
        rx.el.div(outcome, data_testid="what-if", aria_live="polite"),
        rx.cond(MatchState.needs_more, rx.el.p(t("job_matches.chat.long_not_hours"), class_name="tiny"), rx.fragment()),
        class_name="flex flex-col gap-4 min-w-0",
    )
