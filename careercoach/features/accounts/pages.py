"""Log in, sign up, forgotten password, own sessions."""

import reflex as rx

from careercoach.features.accounts.state import AccountState
from careercoach.ui.session import SessionState


@rx.page("/login", on_load=AccountState.load_public)
def login_page() -> rx.Component:
    return rx.el.main(rx.el.h1("Log in"), rx.el.p(AccountState.problem_key), rx.el.p(SessionState.name))
