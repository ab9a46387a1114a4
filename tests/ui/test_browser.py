"""What the browser does by itself is compiled with the page: a function of it, never a text to be read by eval."""

import reflex as rx

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.features.profiles.state.goal import GoalState
from careercoach.ui.browser import does, element, time_zone
from careercoach.ui.palette.window import closing, palette
from careercoach.ui.primitives.popover import close_popover


def compiled(event: object) -> str:
    return str(rx.el.button(on_click=event))


def test_deeds_are_functions_of_the_page():
    shown = compiled([close_popover("sheet"), does(element("palette").showModal)])
    assert '() => ((document.getElementById("sheet"))?.["hidePopover"]())' in shown
    assert '() => ((document.getElementById("palette"))?.["showModal"]())' in shown
    assert '["callback"] : null' in shown and "eval" not in shown


def test_the_time_zone_is_asked_when_the_event_is_sent():
    assert '["resolvedOptions"]())?.["timeZone"]' in compiled(GoalState.find_zone(time_zone()))


def test_the_palette_ships_no_page_and_no_word_of_one():
    shown = "".join(str(part) for part in (palette(), closing()))
    assert "/admin" not in shown and len(shown) < 200
