"""The page for addresses that lead nowhere."""

import reflex as rx

from careercoach.ui.components.buttons import link_button
from careercoach.ui.components.pictures import picture
from careercoach.ui.page import page
from careercoach.ui.session import SessionState
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t


@page("/404", title="help.not_found.title", description="help.not_found.text")
def not_found_page() -> rx.Component:
    way_on = rx.cond(
        SessionState.is_signed_in,
        link_button(t("help.not_found.today"), href="/today"),
        link_button(t("help.not_found.home"), href="/"),
    )
    return public_frame(
        rx.el.div(
            picture("search"),
            rx.el.h1(t("help.not_found.title"), class_name="title mt-2"),
            rx.el.p(t("help.not_found.text"), class_name="muted max-w-[48ch]"),
            rx.el.div(way_on, class_name="mt-3"),
            class_name="flex flex-col items-center justify-center text-center gap-2 min-h-[60vh]",
        )
    )
