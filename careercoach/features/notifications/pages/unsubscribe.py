"""The page behind the link in the foot of a mail: one button, no login."""

import reflex as rx

from careercoach.features.notifications.state import UnsubscribeState
from careercoach.ui.components.buttons import button, link_button
from careercoach.ui.components.states import skeleton_lines
from careercoach.ui.components.surfaces import notice, page_header, stack
from careercoach.ui.page import page
from careercoach.ui.shell import public_frame
from careercoach.ui.texts import t


@page(
    "/unsubscribe",
    title="notifications.unsubscribe.title",
    description="notifications.unsubscribe.ask",
    on_load=UnsubscribeState.load,
)
def unsubscribe_page() -> rx.Component:
    return public_frame(
        page_header(t("notifications.unsubscribe.title")),
        rx.match(
            UnsubscribeState.status,
            ("on", _ask()),
            ("off", _done()),
            ("bad", notice(t("notifications.bad_link"), tone="problem", test_id="bad-link")),
            skeleton_lines(3),
        ),
        narrow=True,
        login_link=False,
    )


def _ask() -> rx.Component:
    return stack(
        rx.el.p(t("notifications.unsubscribe.ask"), class_name="muted"),
        button(
            t("notifications.unsubscribe.stop"),
            size="lg",
            class_name="w-full justify-center",
            on_click=UnsubscribeState.stop,
            data_testid="unsubscribe",
        ),
    )


def _done() -> rx.Component:
    return stack(
        notice(t("notifications.unsubscribe.done"), tone="good", test_id="unsubscribed"),
        button(
            t("notifications.unsubscribe.resume"),
            variant="secondary",
            class_name="w-full justify-center",
            on_click=UnsubscribeState.resume,
            data_testid="resubscribe",
        ),
        link_button(t("notifications.to_today"), href="/today", variant="ghost", class_name="w-full justify-center"),
    )
