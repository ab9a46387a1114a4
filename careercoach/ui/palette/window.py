"""The palette, alone in its module: the compiler gives each module with a memo a file of its own, and nothing imports
this one but the door, at the moment it is wanted."""

import reflex as rx
from reflex.style import set_color_mode

from careercoach.ui.palette.bridge import PaletteWindow
from careercoach.ui.session import SessionState


@rx.memo
def palette(ahead: rx.Var[str]) -> rx.Component:
    """Everything that can be reached, to be found by typing. `ahead`: what was typed before this was there."""
    return PaletteWindow.create(
        ahead=ahead,
        language=SessionState.language,
        theme=SessionState.theme,
        is_admin=SessionState.is_admin,
        on_language=SessionState.choose_language,
        on_theme=lambda mode: [set_color_mode(mode), SessionState.choose_theme(mode)],
    )
