"""Line icons, silent for screen readers: the word beside them speaks."""

import tomllib
from functools import cache
from pathlib import Path

import reflex as rx


@cache
def paths() -> dict[str, str]:
    """What each icon in icons.toml draws."""
    return tomllib.loads(Path(__file__).with_name("icons.toml").read_text(encoding="utf-8"))


def icon(name: str, size: int = 18, class_name: str = "") -> rx.Component:
    """A line icon, `size` in pixels (18 in text, 15 in chips). Name every control that holds nothing else.

    Names are those of lucide.dev; add a missing one to icons.toml. Drawn in place: a component per icon would cost
    each page a request for each.
    """
    return rx.el.svg(
        rx.el.path(d=paths()[name]),
        width=size,
        height=size,
        view_box="0 0 24 24",
        class_name=f"icon {class_name}".strip(),
        aria_hidden="true",
    )
