"""Progress: figures, charts, and what they say in words."""

import reflex as rx

from careercoach.features.analytics.state import ProgressState
from careercoach.ui.components.buttons import link_button, text_link
from careercoach.ui.components.charts import bar_chart, heat_map, line_chart
from careercoach.ui.components.meters import bar
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, card_title, stack, stat_row, stat_tile
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_n


@page("/progress", title="analytics.title", description="analytics.purpose", on_load=ProgressState.load)
def progress_page() -> rx.Component:
    shown = rx.cond(ProgressState.is_empty, card(_empty()), stack(_tiles(), _charts(), gap="lg"))
    return page_frame(
        loading(ProgressState.is_ready, shown, label=t("analytics.counting")),
        title=t("analytics.title"),
        purpose=t("analytics.purpose"),
        active="progress",
    )


def _empty() -> rx.Component:
    return empty_state("progress", t("analytics.empty"), link_button(t("analytics.to_today"), href="/today"))


def _tiles() -> rx.Component:
    has_score = ProgressState.last_score >= 0
    return stat_row(
        stat_tile(
            t("analytics.plan_done"),
            t("core.percent", n=ProgressState.percent),
            note=t("analytics.plan_done_note", done=ProgressState.done_count, all=ProgressState.task_count),
        ),
        stat_tile(
            t("analytics.this_week"),
            t("analytics.minutes", n=ProgressState.week),
            note=t("analytics.week_before", n=ProgressState.week_before),
        ),
        stat_tile(
            t("analytics.streak"),
            t_n("analytics.days", ProgressState.streak_days),
            note=t("analytics.streak_note"),
        ),
        stat_tile(
            t("analytics.last_interview"),
            rx.cond(has_score, ProgressState.last_score.to_string(), "–"),
            note=rx.cond(has_score, t("analytics.of_100"), t("analytics.no_interview")),
        ),
    )


def _charts() -> rx.Component:
    return rx.el.div(
        card(card_title(t("analytics.chart.plan")), _plan_chart(), data_testid="plan-chart"),
        card(card_title(t("analytics.chart.minutes")), _minute_chart(), data_testid="minutes-chart"),
        card(card_title(t("analytics.chart.scores")), _score_chart(), data_testid="scores-chart"),
        card(
            card_title(t("analytics.month")),
            rx.el.div(
                heat_map(ProgressState.month_days, label=t("analytics.month_words")), class_name="mt-3 max-w-[360px]"
            ),
        ),
        rx.cond(ProgressState.resume_score >= 0, _resume(), rx.fragment()),
        class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-6 items-start",
    )


def _resume() -> rx.Component:
    """The newest resume: its score, and how many suggestions are done."""
    done = t("analytics.resume_done", fixed=ProgressState.resume_fixed, total=ProgressState.resume_total)
    return card(
        card_title(t("analytics.resume"), text_link(t("analytics.to_report"), href="/resume/report")),
        rx.el.p(t("analytics.resume_score", score=ProgressState.resume_score), class_name="figure mt-3"),
        rx.el.p(done, class_name="tiny mt-1 mb-2"),
        bar(ProgressState.resume_percent, label=done, thin=True),
        data_testid="resume-progress",
    )


def _plan_chart() -> rx.Component:
    return line_chart(
        ProgressState.plan_line,
        label=t("analytics.chart.plan"),
        summary=t(
            "analytics.chart.plan_words",
            percent=ProgressState.percent,
            done=ProgressState.done_hours,
            all=ProgressState.hours,
        ),
        name=t("analytics.axis.date"),
        value=t("analytics.axis.percent"),
    )


def _minute_chart() -> rx.Component:
    return bar_chart(
        ProgressState.minute_bars,
        label=t("analytics.chart.minutes"),
        summary=t("analytics.chart.minutes_words", days=ProgressState.active_days, minutes=ProgressState.two_weeks),
        name=t("analytics.axis.date"),
        value=t("analytics.axis.minutes"),
        goal=t("analytics.chart.goal"),
    )


def _score_chart() -> rx.Component:
    chart = line_chart(
        ProgressState.score_line,
        label=t("analytics.chart.scores"),
        summary=t("analytics.chart.scores_words", last=ProgressState.last_score, best=ProgressState.best_score),
        name=t("analytics.axis.date"),
        value=t("analytics.axis.score"),
    )
    nothing = empty_state(
        "interview",
        t("analytics.chart.no_scores"),
        link_button(t("analytics.practise"), href="/interviews", variant="secondary"),
    )
    return rx.cond(ProgressState.last_score >= 0, chart, nothing)
