"""Asking before, and undoing after."""

from typing import Any

import reflex as rx

from careercoach.ui.bridge import AfterBridge
from careercoach.ui.components.buttons import button, icon_button
from careercoach.ui.primitives.dialog import dialog, dialog_close
from careercoach.ui.texts import t

Words = str | rx.Var


def confirm_dialog(
    title: Words,
    sentence: Words,
    *,
    confirm: Words,
    on_confirm: Any,
    trigger: rx.Component | None = None,
    open: rx.Var[bool] | None = None,
    on_open_change: Any = None,
    danger: bool = True,
    test_id: str = "confirm",
) -> rx.Component:
    """A question before something that cannot be undone; say in `sentence` what will be gone."""
    return dialog(
        title,
        description=sentence,
        trigger=trigger,
        open=open,
        on_open_change=on_open_change,
        footer=[
            dialog_close(button(t("ui.cancel"), variant="secondary")),
            dialog_close(
                button(
                    confirm,
                    variant="danger" if danger else "primary",
                    on_click=on_confirm,
                    data_testid=f"{test_id}-yes",
                )
            ),
        ],
        test_id=test_id,
    )


def undo_toast(
    words: rx.Var[str],
    *,
    on_undo: Any = None,
    on_close: Any,
    seconds: int = 8,
    token: rx.Var[str] | None = None,
) -> rx.Component:
    """A line at the bottom that says what was done and takes it back; shows while `words` is not empty.

    `on_close` empties `words`; it is called after `seconds` and by the cross. `token` restarts the clock.
    """
    toast = rx.el.div(
        rx.el.span(words, class_name="flex-1 min-w-0"),
        *(
            [button(t("ui.undo"), variant="secondary", size="sm", on_click=on_undo, data_testid="undo")]
            if on_undo is not None
            else []
        ),
        icon_button("x", t("ui.close"), size="sm", on_click=on_close),
        AfterBridge.create(seconds=seconds, token=words if token is None else token, on_end=on_close),
        class_name="toast",
    )
    return rx.el.div(
        rx.cond(words != "", toast, rx.fragment()), class_name="toasts", role="status", data_testid="toast"
    )
