"""What the palette offers: every page, real deeds, in every language."""

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.core.texts import LANGUAGES, catalogue
from careercoach.ui import navigation
from careercoach.ui.page import ROUTES
from careercoach.ui.palette.entries import GROUPS, LEFT_OUT, entries
from careercoach.ui.shell import LANGUAGE_NAMES
from tests.doors import all_routes


def test_every_page_can_be_reached_or_is_left_out_on_purpose():
    led_to = {entry.act[1].partition("?")[0] for entry in entries() if entry.act[0] == "to"}
    assert led_to | LEFT_OUT == {route for route in ROUTES if "[" not in route}
    assert not led_to & LEFT_OUT
    places = {place.path for _, group in navigation.GROUPS for place in group} | {
        place.path for place in navigation.BELOW
    }
    assert places | {navigation.ADMIN.path} <= led_to


def test_pages_of_administrators_are_offered_to_them_alone():
    assert {entry.act[1] for entry in entries() if entry.group == "admin"} == {
        route for route in ROUTES if route.startswith("/admin")
    }


def test_deeds_are_real():
    doors = {(method, door.path) for door in all_routes() for method in door.methods}
    files = {("GET", entry.act[1]) for entry in entries() if entry.act[0] == "file"}
    forms = {("POST", entry.act[1]) for entry in entries() if entry.act[0] == "form"}
    assert files and forms and files | forms <= doors
    own = [(entry.act[1], entry.tail) for entry in entries() if entry.act[0] == "language"]
    assert own == list(LANGUAGE_NAMES)


def test_entries_are_told_apart_and_said_in_every_language():
    names = [entry.name for entry in entries()]
    assert len(set(names)) == len(names) and {entry.group for entry in entries()} == set(GROUPS)
    for language in LANGUAGES:
        labels = [entry.said(language)["label"] for entry in entries()]
        assert len(set(labels)) == len(labels), language
        assert all("{" not in label for label in labels)


def test_no_synonym_is_for_nobody():
    used = {key for entry in entries() for key in (*entry.words, *entry.labels)}
    assert {key for key in catalogue() if key.startswith(("palette.do.", "palette.page."))} <= used
