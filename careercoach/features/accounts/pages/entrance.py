"""Log in, sign up, forgotten password."""

import reflex as rx

from careercoach.features.accounts.schemas import PASSWORD_MIN
from careercoach.features.accounts.state import PROBLEMS, AccountState
from careercoach.ui.components.buttons import button, text_link
from careercoach.ui.components.forms import field, native_form
from careercoach.ui.components.surfaces import notice, page_header
from careercoach.ui.page import page
from careercoach.ui.session import SessionState
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t, t_of


def messages() -> rx.Component:
    """What became of the form just sent."""
    words = {"email": AccountState.email, "minutes": AccountState.minutes}
    return rx.fragment(
        rx.cond(AccountState.insecure, notice(t("accounts.insecure"), tone="warning"), rx.fragment()),
        rx.cond(
            AccountState.problem_key != "",
            rx.el.div(notice(t_of(AccountState.problem_key, PROBLEMS, **words), tone="problem"), data_testid="problem"),
            rx.fragment(),
        ),
        rx.cond(
            AccountState.note_key != "",
            rx.el.div(notice(t_of(AccountState.note_key, PROBLEMS, **words), tone="good"), data_testid="note"),
            rx.fragment(),
        ),
    )


def _mail_field() -> rx.Component:
    return field(
        "email",
        t("accounts.email"),
        type="email",
        required=True,
        max_length=254,
        auto_complete="email",
        default_value=AccountState.email,
        key=f"mail-{AccountState.email}",
    )


def password_field(name: str, label: rx.Var[str], *, new: bool) -> rx.Component:
    """A password, new (with its rule) or one to log in with."""
    return field(
        name,
        label,
        type="password",
        hint=t("accounts.password_hint") if new else None,
        required=True,
        min_length=PASSWORD_MIN if new else 1,
        max_length=1000,
        auto_complete="new-password" if new else "current-password",
    )


def _page(title: rx.Var[str], *children: rx.Component) -> rx.Component:
    return public_frame(
        page_header(title),
        rx.el.div(messages(), *children, class_name="flex flex-col gap-4"),
        narrow=True,
        login_link=False,
    )


def _send(words: rx.Var[str]) -> rx.Component:
    return button(words, type="submit", size="lg", class_name="w-full justify-center", data_testid="send")


def _hidden(name: str, value: rx.Var | str) -> rx.Component:
    return rx.el.input(type="hidden", name=name, value=value)


@page(
    "/login",
    title="accounts.log_in",
    description="accounts.log_in_about",
    on_load=AccountState.load_public,
    public=True,
)
def login_page() -> rx.Component:
    return _page(
        t("accounts.log_in"),
        native_form(
            _mail_field(),
            password_field("password", t("accounts.password"), new=False),
            _hidden("next", AccountState.next),
            _send(t("accounts.log_in")),
            action="/api/auth/login",
        ),
        rx.el.p(text_link(t("accounts.forgot"), href="/forgot")),
        rx.el.p(t("accounts.no_account"), " ", text_link(t("accounts.sign_up"), href="/signup")),
    )


@page(
    "/signup",
    title="accounts.sign_up",
    description="accounts.sign_up_about",
    on_load=AccountState.load_public,
    public=True,
)
def signup_page() -> rx.Component:
    return _page(
        t("accounts.sign_up"),
        rx.cond(AccountState.setup != "", notice(t("accounts.first_admin"), tone="plain"), rx.fragment()),
        native_form(
            field(
                "name",
                t("accounts.name"),
                required=True,
                max_length=120,
                auto_complete="name",
                default_value=AccountState.name,
                key=f"name-{AccountState.name}",
            ),
            _mail_field(),
            password_field("password", t("accounts.password"), new=True),
            _hidden("language", SessionState.language),
            _hidden("setup", AccountState.setup),
            _send(t("accounts.sign_up")),
            action="/api/auth/signup",
        ),
        rx.el.p(t("accounts.have_account"), " ", text_link(t("accounts.log_in"), href="/login")),
    )


@page(
    "/forgot",
    title="accounts.forgot",
    description="accounts.forgot_how",
    on_load=AccountState.load_reset,
    public=True,
)
def forgot_page() -> rx.Component:
    return _page(
        t("accounts.forgot"),
        rx.el.p(t("accounts.forgot_how"), class_name="muted"),
        native_form(_mail_field(), _send(t("accounts.send_link")), action="/api/auth/forgot"),
        rx.el.p(text_link(t("accounts.back_to_login"), href="/login")),
    )


@page("/reset", title="accounts.new_password", description="accounts.forgot_how", on_load=AccountState.load_reset)
def reset_page() -> rx.Component:
    return _page(
        t("accounts.new_password"),
        native_form(
            password_field("password", t("accounts.new_password"), new=True),
            _send(t("accounts.save_password")),
            action=f"/api/auth/reset?token={AccountState.token}",
        ),
        rx.el.p(text_link(t("accounts.new_link"), href="/forgot")),
    )
