"""The button that opens the palette, wherever it shall be offered."""

import reflex as rx

from careercoach.ui.components.icons import icon
from careercoach.ui.palette.window import show_palette
from careercoach.ui.primitives.popover import close_popover
from careercoach.ui.texts import t


def palette_button(class_name: str, size: int = 18, *, sheet: str = "") -> rx.Component:
    """Opens the palette, and says by which keys it also opens. Closes the `sheet` that it stands on."""
    return rx.el.button(
        icon("search", size),
        rx.el.span(t("palette.open"), class_name="flex-1 text-left truncate"),
        rx.el.kbd(class_name="palette-shortcut", aria_hidden="true"),
        type="button",
        class_name=class_name,
        aria_haspopup="dialog",
        on_click=[*([close_popover(sheet)] if sheet else []), show_palette()],
        custom_attrs={"aria-keyshortcuts": "Control+K Meta+K"},
        data_testid="palette-button",
    )
