"""Usage: what models cost, who fails, how long they take, and what the ones that are set up can do."""

import reflex as rx

from careercoach.features.admin.components import admin_frame, table
from careercoach.features.admin.state import UsageState
from careercoach.features.admin.usage import FailureRow, LatencyRow, ModelRow, UsageRow
from careercoach.ui.components.buttons import button
from careercoach.ui.components.charts import bar_chart
from careercoach.ui.components.chips import chip
from careercoach.ui.components.coaches import NAMES
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, card_title, notice, stack, stat_row, stat_tile
from careercoach.ui.page import page
from careercoach.ui.texts import t

OUTCOMES = [
    "refused", "filtered", "cut", "invalid", "rate", "quota", "key", "missing", "server", "timeout", "network",
    "request",
]  # fmt: skip


@page("/admin/usage", title="admin.usage", description="admin.purpose", on_load=UsageState.load)
def usage_page() -> rx.Component:
    return admin_frame(
        "usage",
        loading(
            UsageState.is_ready,
            stack(
                _providers(),
                rx.cond(UsageState.is_empty, card(empty_state("progress", t("admin.no_usage"), rx.fragment())), _all()),
                gap="lg",
            ),
            label=t("admin.counting"),
        ),
    )


def _provider_name(name: rx.Var[str]) -> rx.Component:
    return rx.match(name, *NAMES.items(), ("local", t("admin.local_model")), name)


def _providers() -> rx.Component:
    nobody = rx.el.p(t("admin.no_providers"), class_name="muted mt-2", data_testid="no-providers")
    return card(
        card_title(t("admin.models_set_up")),
        rx.cond(
            UsageState.providers.length() > 0,
            rx.el.ul(rx.foreach(UsageState.providers, _provider), class_name="mt-2", data_testid="providers"),
            nobody,
        ),
    )


def _provider(row: rx.Var[ModelRow]) -> rx.Component:
    head = rx.el.div(
        rx.el.div(
            rx.el.div(_provider_name(row.name), class_name="font-medium"),
            rx.el.div(row.model, " · ", row.host, class_name="tiny muted break-words"),
            class_name="min-w-0 flex-1",
        ),
        button(
            t("admin.probe"), variant="secondary", size="sm", on_click=UsageState.probe(row.name),
            disabled=UsageState.probing != "", busy=UsageState.probing == row.name, data_testid="probe",
        ),
        class_name="flex flex-wrap items-center gap-3",
    )  # fmt: skip
    retired = rx.cond(
        row.ends_on != "",
        t("admin.model_ends", model=row.model, day=row.ends_on),
        t("admin.model_gone", model=row.model),
    )
    instead = rx.cond(row.instead != "", rx.fragment(" ", t("admin.model_instead", model=row.instead)), rx.fragment())
    return rx.el.li(
        head,
        rx.cond(
            row.is_retired,
            rx.el.div(notice(rx.fragment(retired, instead), tone="warning", test_id="retired"), class_name="mt-2"),
            rx.fragment(),
        ),
        rx.cond(row.has_price, rx.fragment(), rx.el.p(t("admin.no_price"), class_name="tiny muted mt-1")),
        rx.cond(row.is_probed, _found(row), rx.fragment()),
        class_name="py-3 border-t border-line first:border-0",
    )


def _found(row: rx.Var[ModelRow]) -> rx.Component:
    def can(is_so: rx.Var[bool], key: str) -> rx.Component:
        return rx.cond(
            is_so,
            chip(t(f"admin.can.{key}"), tone="have", icon="check", small=True),
            chip(t(f"admin.cannot.{key}"), tone="missing", icon="x", small=True),
        )

    def fact(value: rx.Var[str], words: rx.Var[str]) -> rx.Component:
        return rx.cond(value != "", chip(words, small=True), rx.fragment())

    problem = rx.match(row.problem, *((one, t(f"admin.outcome.{one}")) for one in OUTCOMES), row.problem)
    return rx.el.div(
        rx.cond(row.problem != "", chip(problem, tone="missing", icon="circle-alert", small=True), rx.fragment()),
        rx.cond(
            row.answers,
            rx.fragment(
                can(row.json_schema, "schema"),
                can(row.streaming, "stream"),
                fact(row.first_word, t("admin.first_word", n=row.first_word)),
                fact(row.speed, t("admin.speed", n=row.speed)),
                fact(row.context, t("admin.context", n=row.context)),
            ),
            rx.fragment(),
        ),
        class_name="flex flex-wrap gap-1.5 mt-2",
        role="status",
        data_testid="probed",
    )


def _all() -> rx.Component:
    return stack(
        stat_row(
            stat_tile(t("admin.cost"), UsageState.cost, note=t("admin.thirty_days")),
            stat_tile(t("admin.calls"), UsageState.calls),
            stat_tile(t("admin.calls_failed"), UsageState.failed),
            stat_tile(t("admin.people"), UsageState.people),
        ),
        rx.el.div(
            _chart("admin.cost_per_day", "admin.axis.dollars", UsageState.cost_bars, UsageState.cost),
            _chart("admin.calls_per_day", "admin.calls", UsageState.call_bars, UsageState.calls),
            class_name="grid grid-cols-[minmax(0,1fr)] lg:grid-cols-2 gap-6 items-start",
        ),
        _shares("admin.by_task", "admin.head.task", UsageState.tasks, "tasks"),
        _shares("admin.by_model", "admin.head.model", UsageState.models, "models"),
        _shares("admin.by_person", "admin.head.name", UsageState.persons, "persons"),
        _failures(),
        _latencies(),
        gap="lg",
    )


def _chart(title: str, value: str, drawn: rx.Var, total: rx.Var) -> rx.Component:
    chart = bar_chart(
        drawn,
        label=t(title),
        summary=t("admin.chart_words", total=total),
        name=t("admin.head.when"),
        value=t(value),
    )
    return card(card_title(t(title)), chart, data_testid=title.removeprefix("admin."))


def _shares(title: str, head: str, rows: rx.Var[list[UsageRow]], test_id: str) -> rx.Component:
    heads = [t(head), t("admin.calls"), t("admin.tokens"), t("admin.cost"), t("admin.calls_failed")]

    def row(one: rx.Var[UsageRow]) -> rx.Component:
        return rx.el.tr(
            rx.el.td(one.name, class_name="min-w-[9rem] break-words"),
            rx.el.td(one.calls),
            rx.el.td(one.tokens),
            rx.el.td(
                one.cost,
                rx.cond(one.has_unpriced, rx.el.span(" + ", t("admin.unpriced"), class_name="tiny muted"), ""),
                class_name="whitespace-nowrap",
            ),
            rx.el.td(one.failed),
        )

    return card(
        rx.el.div(card_title(t(title)), class_name="px-4 pt-4"),
        table(t(title), heads, rx.foreach(rows, row)),
        flush=True,
        data_testid=test_id,
    )


def _failures() -> rx.Component:
    heads = [t("admin.head.provider"), t("admin.head.reason"), t("admin.calls")]

    def row(one: rx.Var[FailureRow]) -> rx.Component:
        reason = rx.match(one.outcome, *((name, t(f"admin.outcome.{name}")) for name in OUTCOMES), one.outcome)
        return rx.el.tr(rx.el.td(_provider_name(one.provider)), rx.el.td(reason), rx.el.td(one.calls))

    shown = card(
        rx.el.div(card_title(t("admin.failures")), class_name="px-4 pt-4"),
        table(t("admin.failures"), heads, rx.foreach(UsageState.failures, row)),
        flush=True,
        data_testid="failures",
    )
    return rx.cond(UsageState.failures.length() > 0, shown, rx.fragment())


def _latencies() -> rx.Component:
    heads = [t("admin.head.model"), t("admin.calls"), t("admin.median"), t("admin.slowest"), t("admin.to_first_word")]

    def row(one: rx.Var[LatencyRow]) -> rx.Component:
        return rx.el.tr(
            rx.el.td(one.model, class_name="break-words"),
            rx.el.td(one.calls),
            rx.el.td(t("admin.seconds", n=one.median)),
            rx.el.td(t("admin.seconds", n=one.slow)),
            rx.el.td(rx.cond(one.first_word != "", t("admin.seconds", n=one.first_word), "–")),
        )

    shown = card(
        rx.el.div(card_title(t("admin.latency")), class_name="px-4 pt-4"),
        table(t("admin.latency"), heads, rx.foreach(UsageState.latencies, row)),
        flush=True,
        data_testid="latencies",
    )
    return rx.cond(UsageState.latencies.length() > 0, shown, rx.fragment())
