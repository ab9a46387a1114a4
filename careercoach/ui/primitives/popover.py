"""Floating content that the browser itself opens, places, and closes (click beside it, Escape, focus returns).

The opener is the anchor; browsers that cannot place by anchor show the content in the middle (shell.css).
"""

from typing import Any

import reflex as rx
from reflex.event import EventSpec

from careercoach.ui.browser import does, element
from careercoach.ui.theme import class_names

Words = str | rx.Var
Name = str | rx.Var


def opens(name: Name) -> dict[str, Any]:
    """Attributes that make a button open the popover `name`: `button("…", custom_attrs=opens("why"))`."""
    return {"popoverTarget": name}


def closes(name: Name) -> dict[str, Any]:
    """Attributes that make a button inside the popover `name` close it."""
    return {"popoverTarget": name, "popoverTargetAction": "hide"}


def popover(name: Name, *children: rx.Component, label: Words, class_name: str = "", **props: Any) -> rx.Component:
    """The content; `name` is its id, unique on the page (build it from the row's id inside a foreach)."""
    return rx.el.div(
        *children,
        id=name,
        role="dialog",
        aria_label=label,
        custom_attrs={"popover": "auto"},
        class_name=class_names("popover anchored float", class_name),
        **props,
    )


def close_popover(name: str) -> EventSpec:
    """Close a popover from an event of the page."""
    return does(element(name).hidePopover)
