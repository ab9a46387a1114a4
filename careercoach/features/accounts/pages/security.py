"""Settings, security: the password and the logged-in browsers."""

import reflex as rx

from careercoach.features.accounts.pages.entrance import messages, password_field
from careercoach.features.accounts.schemas import SessionRow
from careercoach.features.accounts.state import SecurityState
from careercoach.ui.components.buttons import button, text_link
from careercoach.ui.components.chips import chip
from careercoach.ui.components.forms import native_form
from careercoach.ui.components.icons import icon
from careercoach.ui.components.surfaces import card, card_title, stack
from careercoach.ui.page import page
from careercoach.ui.shell import page_frame
from careercoach.ui.texts import t, t_var


@page(
    "/settings/security",
    title="accounts.security",
    description="accounts.security_purpose",
    on_load=SecurityState.load,
)
def security_page() -> rx.Component:
    return page_frame(
        stack(
            rx.el.p(text_link(t("accounts.all_settings"), href="/settings")),
            card(card_title(t("accounts.change_password")), messages(), _password_form()),
            card(card_title(t("accounts.devices")), _devices()),
            gap="lg",
        ),
        title=t("accounts.security"),
        purpose=t("accounts.security_purpose"),
        active="settings",
    )


def _password_form() -> rx.Component:
    return native_form(
        password_field("current", t("accounts.current_password"), new=False),
        password_field("new", t("accounts.new_password"), new=True),
        rx.el.div(button(t("accounts.save_password"), type="submit", data_testid="save-password")),
        action="/api/auth/password",
        class_name="flex flex-col gap-4 max-w-[440px] mt-3",
    )


def _devices() -> rx.Component:
    return rx.el.div(
        rx.el.p(t("accounts.devices_why"), class_name="muted mt-1 mb-3"),
        rx.el.ul(rx.foreach(SecurityState.sessions, _device), class_name="flex flex-col", data_testid="sessions"),
        rx.cond(
            SecurityState.sessions.length() > 1,
            button(t("accounts.end_others"), variant="danger-quiet", on_click=SecurityState.end_others),
            rx.fragment(),
        ),
    )


def _device(session: rx.Var[SessionRow]) -> rx.Component:
    return rx.el.li(
        icon("laptop", 20),
        rx.el.div(
            rx.el.div(rx.cond(session.browser != "", session.browser, t("accounts.unknown_browser"))),
            rx.el.div(t("accounts.last_used", when=t_var(session.seen)), class_name="tiny"),
            class_name="flex-1 min-w-0",
        ),
        rx.cond(
            session.is_this,
            chip(t("accounts.this_device"), tone="have"),
            button(t("accounts.end"), variant="secondary", size="sm", on_click=SecurityState.end_session(session.id)),
        ),
        class_name="flex items-center gap-3 py-3 border-t border-line first:border-0",
    )
