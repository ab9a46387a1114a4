"""What lies around all pages: the notice of a lost connection and the last net under a broken page.

Both replace Reflex's own, which show raw addresses and stack traces, in English, with inline styles.
"""

from collections.abc import Callable

import reflex as rx
from reflex_base.event import noop
from reflex_base.vars.base import Var
from reflex_components_core.base.error_boundary import ErrorBoundary
from reflex_components_core.core.banner import has_connection_errors

from careercoach.core.texts import LANGUAGES, text
from careercoach.ui.components.buttons import icon_button
from careercoach.ui.components.pictures import picture
from careercoach.ui.session import GENERAL_PROBLEMS, ProblemState
from careercoach.ui.texts import t, t_of

Wrap = Callable[[bool], rx.Component | None]


def app_wraps() -> dict[tuple[int, str], Wrap]:
    """For `rx.App(extra_app_wraps=...)`: same places and names as the framework's wraps, so ours win."""
    return {
        (55, "ErrorBoundary"): _last_net,
        (5, "Overlay"): lambda stateful: (
            rx.fragment(reconnecting_banner(), problem_banner()) if stateful else rx.fragment()
        ),
    }


def reconnecting_banner() -> rx.Component:
    """Shown while the connection is lost. Says what happens, not which address it tries."""

    def banner(class_name: str = "") -> rx.Component:
        return rx.el.div(
            rx.el.span(class_name="spinner", aria_hidden="true"),
            rx.el.span(t("ui.reconnecting")),
            class_name=f"app-banner {class_name}".strip(),
        )

    # A browser knows at once that its network is gone; that a connection is dead takes half a minute to notice.
    return rx.fragment(
        rx.el.div(rx.cond(has_connection_errors, banner(), rx.fragment()), role="status", data_testid="reconnecting"),
        rx.el.div(banner("while-offline"), role="status", data_testid="offline"),
    )


def problem_banner() -> rx.Component:
    """What went wrong outside of any form, in words; a number when even we were surprised."""
    words = rx.cond(
        ProblemState.error_id != "",
        t("core.unexpected", error_id=ProblemState.error_id),
        t_of(ProblemState.text_key, GENERAL_PROBLEMS),
    )
    shown = rx.el.div(
        rx.el.span(words, class_name="flex-1 min-w-0"),
        icon_button("x", t("ui.close"), on_click=ProblemState.dismiss),
        class_name="app-banner",
    )
    is_there = (ProblemState.error_id != "") | (ProblemState.text_key != "")
    return rx.el.div(rx.cond(is_there, shown, rx.fragment()), role="alert", data_testid="problem-banner")


def _last_net(stateful: bool) -> rx.Component:
    # State may be what broke, so the words of all languages stand here and the language of <html> picks (base.css).
    words = [
        rx.el.p(text("ui.page_broke", language), lang=language, class_name="subtitle max-w-[44ch] by-language")
        for language in LANGUAGES
    ]
    page = rx.el.div(
        picture("search"),
        *words,
        rx.el.a("CareerCoach", href="", class_name="btn btn-primary"),
        role="alert",
        class_name="min-h-[80vh] flex flex-col gap-4 items-center justify-center text-center p-6",
    )
    return ErrorBoundary.create(fallback_render=Var.create(page), **({} if stateful else {"on_error": noop()}))
