"""What CareerCoach has mailed to this person."""

import reflex as rx

from careercoach.features.notifications.components import stopped_notice
from careercoach.features.notifications.state import REASONS, MailRow, NotificationState
from careercoach.ui.components.buttons import button, link_button, text_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.icons import icon
from careercoach.ui.components.states import empty_state, loading
from careercoach.ui.components.surfaces import card, notice, stack
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_of, t_var

REASON_KEYS = [f"notifications.reason.{reason}" for reason in (*REASONS, "other")]


@page(
    "/notifications",
    title="notifications.title",
    description="notifications.purpose",
    on_load=NotificationState.load,
)
def history_page() -> rx.Component:
    return page_frame(
        stack(
            rx.cond(
                NotificationState.problem_key != "",
                notice(t_of(NotificationState.problem_key, ["core.not_found"]), tone="problem", test_id="problem"),
                rx.fragment(),
            ),
            stopped_notice(),
            loading(NotificationState.is_ready, _history(), label=t("notifications.loading")),
        ),
        title=t("notifications.title"),
        purpose=t("notifications.purpose"),
        active="notifications",
    )


def _history() -> rx.Component:
    return rx.cond(
        NotificationState.mails.length() > 0,
        stack(
            card(
                rx.el.ul(rx.foreach(NotificationState.mails, _mail), class_name="flex flex-col"),
                flush=True,
                data_testid="mails",
            ),
            rx.cond(
                NotificationState.has_more,
                button(t("notifications.more"), variant="secondary", on_click=NotificationState.show_more),
                rx.fragment(),
            ),
            rx.el.p(t("notifications.change_where"), " ", _to_settings(), class_name="small muted"),
        ),
        card(
            empty_state(
                "bell",
                t("notifications.empty"),
                link_button(t("notifications.to_today"), href="/today"),
                hint=t("notifications.empty_hint"),
            )
        ),
    )


def _to_settings() -> rx.Component:
    return text_link(t("notifications.settings"), href="/settings")


def _mail(mail: rx.Var[MailRow]) -> rx.Component:
    is_open = NotificationState.opened.id == mail.id
    return rx.el.li(
        rx.el.button(
            rx.el.span(
                rx.el.span(mail.subject, class_name="label block break-words"),
                rx.el.span(t_var(mail.when), class_name="tiny block mt-0.5"),
                class_name="flex-1 min-w-0 text-left",
            ),
            _state(mail),
            icon("chevron-down", class_name=rx.cond(is_open, "rotate-180 text-ink-3 shrink-0", "text-ink-3 shrink-0")),
            type="button",
            on_click=NotificationState.open_mail(mail.id),
            aria_expanded=is_open,
            class_name="flex items-center gap-3 w-full min-h-[60px] px-5 py-3 hover:bg-sunken",
            data_testid="mail",
        ),
        rx.cond(is_open, _text(mail), rx.fragment()),
        class_name="border-t border-line first:border-0",
    )


def _state(mail: rx.Var[MailRow]) -> rx.Component:
    return rx.match(
        mail.state,
        ("sent", chip(t("notifications.state.sent"), icon="check", small=True)),
        ("delivered", chip(t("notifications.state.delivered"), tone="have", icon="check", small=True)),
        ("bounced", chip(t("notifications.state.bounced"), tone="missing", icon="x", small=True)),
        ("complained", chip(t("notifications.state.complained"), tone="missing", icon="x", small=True)),
        ("failed", chip(t("notifications.state.failed"), tone="missing", icon="x", small=True)),
        chip(t("notifications.state.queued"), tone="outline", icon="clock", small=True),
    )


def _text(mail: rx.Var[MailRow]) -> rx.Component:
    opened = NotificationState.opened
    return rx.el.div(
        rx.cond(mail.reason_key != "", notice(t_of(mail.reason_key, REASON_KEYS), tone="warning"), rx.fragment()),
        rx.cond(
            opened.is_secret,
            rx.el.p(t("notifications.secret"), class_name="muted text-sm"),
            rx.el.div(
                rx.foreach(opened.lines, lambda line: rx.el.div(line, class_name="min-h-[1.5em] whitespace-pre-wrap")),
                class_name="w-full text-sm leading-6 max-w-[72ch] [overflow-wrap:anywhere]",
                data_testid="mail-text",
            ),
        ),
        rx.foreach(
            mail.files,
            lambda name, number: link_button(
                name,
                href=f"/api/notifications/{mail.id}/attachments/{number}",
                variant="secondary",
                size="sm",
                icon="paperclip",
                reload=True,
                download=True,  # else the browser takes its leave of this page, socket and all
                data_testid="attachment",
            ),
        ),
        class_name="px-5 pb-5 pt-1 flex flex-col gap-3 items-start",
    )
