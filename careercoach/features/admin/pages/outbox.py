"""Outbox: every mail the app wrote, and what it says."""

import reflex as rx

from careercoach.features.admin.components import admin_frame, state_chip, table
from careercoach.features.admin.pages.trial_mail import trial_mail
from careercoach.features.admin.schemas import MailRow
from careercoach.features.admin.state import OutboxState
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.components.chips import chip
from careercoach.ui.components.moments import when
from careercoach.ui.components.states import empty_state
from careercoach.ui.components.surfaces import card, card_title, row, stack
from careercoach.ui.page import page
from careercoach.ui.texts import t

STATES = ["queued", "sending", "sent", "failed"]


@page("/admin/outbox", title="admin.outbox", description="admin.purpose", on_load=OutboxState.load)
def outbox_page() -> rx.Component:
    return admin_frame(
        "outbox",
        trial_mail(),
        rx.cond(
            OutboxState.total > 0,
            stack(rx.cond(OutboxState.open_id != "", _letter(), rx.fragment()), _list()),
            card(empty_state("bell", t("admin.no_mail"), rx.fragment())),
        ),
    )


def _list() -> rx.Component:
    heads = [
        t("admin.head.when"),
        t("admin.head.to"),
        t("admin.head.subject"),
        t("admin.head.state"),
        t("admin.head.act"),
    ]
    return stack(
        card(table(t("admin.outbox"), heads, rx.foreach(OutboxState.rows, _row)), flush=True),
        rx.cond(
            OutboxState.total > OutboxState.rows.length(),
            rx.el.div(button(t("admin.more"), variant="secondary", on_click=OutboxState.more)),
            rx.fragment(),
        ),
    )


def _row(mail: rx.Var[MailRow]) -> rx.Component:
    return rx.el.tr(
        rx.el.td(when(mail.at)),
        rx.el.td(mail.recipient),
        rx.el.td(mail.subject),
        rx.el.td(
            _state(mail),
            rx.cond(mail.reason != "", rx.el.div(mail.reason, class_name="tiny break-words"), rx.fragment()),
        ),
        rx.el.td(button(t("admin.read"), variant="secondary", size="sm", on_click=OutboxState.open(mail.id))),
    )


def _state(mail: rx.Var[MailRow]) -> rx.Component:
    """What the provider told about it, or how far it is with us."""
    return rx.match(
        mail.state,
        ("delivered", chip(t("notifications.state.delivered"), tone="have")),
        ("bounced", chip(t("notifications.state.bounced"), tone="missing")),
        ("complained", chip(t("notifications.state.complained"), tone="missing")),
        state_chip(mail.state, STATES),
    )


def _letter() -> rx.Component:
    return card(
        card_title(OutboxState.open_subject, button(t("admin.close"), variant="ghost", on_click=OutboxState.close)),
        rx.el.p(OutboxState.open_to, class_name="small muted"),
        rx.el.pre(
            OutboxState.open_text, class_name="whitespace-pre-wrap break-words mt-3 text-sm", data_testid="letter"
        ),
        row(
            link_button(
                t("admin.download_mail"),
                href=f"/api/admin/outbox/{OutboxState.open_id}.eml",
                variant="secondary",
                size="sm",
                reload=True,
            ),
            class_name="mt-3",
        ),
    )
