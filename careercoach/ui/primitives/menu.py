"""A short list of actions behind one button."""

from typing import Any

import reflex as rx

from careercoach.ui.components.buttons import icon_button
from careercoach.ui.components.icons import icon as draw_icon
from careercoach.ui.primitives.popover import Name, closes, opens

Words = str | rx.Var


def action_menu(name: Name, label: Words, *items: rx.Component, opener: rx.Component | None = None) -> rx.Component:
    """A button (three dots, or `opener` made with `custom_attrs=opens(name)`) and the list it opens."""
    return rx.el.span(
        opener if opener is not None else icon_button("ellipsis", label, size="sm", custom_attrs=opens(name)),
        rx.el.div(
            *items,
            id=name,
            role="group",
            aria_label=label,
            custom_attrs={"popover": "auto"},
            class_name="menu anchored float",
        ),
        class_name="inline-flex",
    )


def menu_item(
    words: Words,
    *,
    menu: Name,
    icon: str | None = None,
    danger: bool = False,
    on_click: Any = None,
    test_id: str = "",
) -> rx.Component:
    """An action; the menu closes when it is chosen."""
    return rx.el.button(
        *([draw_icon(icon, 16)] if icon else []),
        words,
        type="button",
        on_click=on_click,
        class_name="menu-item",
        custom_attrs={**closes(menu), **({"data-tone": "danger"} if danger else {})},
        **({"data_testid": test_id} if test_id else {}),
    )
