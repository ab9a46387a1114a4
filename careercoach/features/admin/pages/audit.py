"""What admins did: who, what, to what, when; and whether the list is as it was written."""

import typing

import reflex as rx

from careercoach.features.accounts.schemas import Act
from careercoach.features.admin.components import admin_frame, table
from careercoach.features.admin.pages.connections import NAMES
from careercoach.features.admin.schemas import ActRow
from careercoach.features.admin.state import AuditState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.moments import when
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, notice, stack
from careercoach.ui.page import page
from careercoach.ui.texts import t

ACTS = typing.get_args(Act)


@page("/admin/audit", title="admin.audit", description="admin.audit_why", on_load=AuditState.load)
def audit_page() -> rx.Component:
    heads = [t("admin.head.when"), t("admin.head.who"), t("admin.head.what"), t("admin.head.on")]
    more = rx.el.div(button(t("admin.more"), variant="secondary", on_click=AuditState.more))
    listed = stack(
        card(table(t("admin.audit"), heads, rx.foreach(AuditState.rows, _row)), flush=True, data_testid="acts"),
        rx.cond(AuditState.total > AuditState.rows.length(), more, rx.fragment()),
    )
    nothing = card(empty_state("bell", t("admin.no_acts"), rx.fragment()))
    return admin_frame(
        "audit",
        loading(
            AuditState.is_ready,
            stack(
                rx.el.p(t("admin.audit_why"), class_name="text-ink-2 max-w-[72ch]"),
                _check(),
                rx.cond(AuditState.rows.length() > 0, listed, nothing),
            ),
            label=t("admin.audit"),
        ),
    )


def _check() -> rx.Component:
    broken = t("admin.chain_broken", n=AuditState.broken_at)
    return rx.cond(
        AuditState.is_intact,
        notice(t("admin.chain_intact"), tone="good", test_id="chain-intact"),
        notice(broken, tone="problem", test_id="chain-broken"),
    )


def _row(act: rx.Var[ActRow]) -> rx.Component:
    gone = rx.el.span(t("admin.account_gone"), class_name="muted")
    who = rx.cond(act.by_command, t("admin.command_line"), rx.cond(act.who != "", act.who, gone))
    what = rx.match(act.action, *((name, t(f"admin.act.{name}")) for name in ACTS), act.action)
    return rx.el.tr(
        rx.el.td(when(act.at)),
        rx.el.td(who, class_name="min-w-[9ch]"),
        rx.el.td(
            what,
            rx.cond(
                act.facts != "", rx.el.div(act.facts, class_name="tiny break-words whitespace-normal"), rx.fragment()
            ),
            class_name="min-w-[26ch]",
        ),
        rx.el.td(_target(act), class_name="min-w-[22ch]"),
    )


def _target(act: rx.Var[ActRow]) -> rx.Component:
    whole = rx.el.span(act.target, class_name="tiny break-all whitespace-normal")
    account = rx.cond(act.name != "", act.name, rx.el.span(t("admin.account_gone"), class_name="muted"))
    connection = rx.match(act.target, *((name, t(f"connections.{name}.name")) for name in NAMES), act.target)
    return rx.match(act.target_kind, ("account", rx.el.span(account)), ("connection", rx.el.span(connection)), whole)
