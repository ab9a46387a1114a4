"""Where the palette is opened: once per frame the door, and a button wherever it shall be offered."""

from typing import Any

import reflex as rx

from careercoach.ui.components.icons import icon
from careercoach.ui.palette.bridge import DOOR
from careercoach.ui.palette.window import palette
from careercoach.ui.texts import t


class PaletteDoor(rx.Component):
    """Opens the palette by Ctrl/⌘ K and by every button that carries `data-palette`."""

    tag = "CcPaletteDoor"

    def add_imports(self) -> dict[str, Any]:
        hooks = [rx.ImportVar(name) for name in ("useEffect", "useRef", "useState")]
        return {"react": hooks, "@emotion/react": [rx.ImportVar("jsx")]}

    def add_custom_code(self) -> list[str]:
        window = palette(ahead="")
        return [DOOR.replace("LIBRARY", str(window.library)).replace("TAG", str(window.tag))]


def palette_door() -> rx.Component:
    """Nothing to see: listens for the shortcut and for the buttons."""
    return PaletteDoor.create()


def palette_button(class_name: str, size: int = 18) -> rx.Component:
    """Opens the palette, and says by which keys it also opens."""
    return rx.el.button(
        icon("search", size),
        rx.el.span(t("palette.open"), class_name="flex-1 text-left truncate"),
        rx.el.kbd(class_name="palette-shortcut", aria_hidden="true"),
        type="button",
        class_name=class_name,
        aria_haspopup="dialog",
        custom_attrs={"data-palette": "", "aria-keyshortcuts": "Control+K Meta+K"},
        data_testid="palette-button",
    )
