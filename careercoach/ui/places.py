"""Parts of a page that a higher room fills: the page names the place, the room its component.

A room may not import one above it; so the settings, far down, can show what only the mail room knows.
"""

from collections import defaultdict
from collections.abc import Callable

import reflex as rx

Part = Callable[[], rx.Component]
_parts: dict[str, list[Part]] = defaultdict(list)


def fills(place: str) -> Callable[[Part], Part]:
    """Show this component at a place of that name, wherever a page has one."""

    def register(part: Part) -> Part:
        if part not in _parts[place]:
            _parts[place].append(part)
        return part

    return register


def place(name: str) -> rx.Component:
    """What the rooms have for this place; nothing if they have nothing. Pages are built when all rooms are there."""
    return rx.fragment(*(part() for part in _parts[name]))
