"""What other pages show of this room."""

import reflex as rx

from careercoach.features.notifications.state import AddressState
from careercoach.ui.components.buttons import button
from careercoach.ui.components.surfaces import notice, stack
from careercoach.ui.places import fills
from careercoach.ui.texts import t, t_var


@fills("settings.mail")
def stopped_notice() -> rx.Component:
    """Why nothing is sent to one's address, and the button to change that; nothing when all is well."""
    return rx.el.div(
        rx.match(
            AddressState.reason,
            ("bounced", _why(t("notifications.stopped.bounced", address=AddressState.address))),
            ("complained", _why(t("notifications.stopped.complained", address=AddressState.address))),
            rx.cond(
                AddressState.is_resumed,
                notice(t("notifications.stopped.resumed"), tone="good", test_id="mail-resumed"),
                rx.fragment(),
            ),
        ),
        on_mount=AddressState.load,
        # Nothing to say takes no room: a hidden box makes no gap among its neighbours.
        class_name=rx.cond((AddressState.reason == "") & ~AddressState.is_resumed, "hidden", ""),
    )


def _why(words: rx.Var[str]) -> rx.Component:
    return notice(
        stack(
            rx.el.p(words, class_name="[overflow-wrap:anywhere]"),
            rx.el.p(t("notifications.stopped.since", when=t_var(AddressState.since)), class_name="font-normal"),
            rx.el.p(t("notifications.stopped.how"), class_name="font-normal"),
            rx.el.div(
                button(
                    t("notifications.stopped.resume"),
                    variant="secondary",
                    size="sm",
                    on_click=AddressState.resume,
                    data_testid="resume-mail",
                )
            ),
            gap="sm",
        ),
        tone="warning",
        test_id="mail-stopped",
    )
