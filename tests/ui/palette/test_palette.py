"""What the palette holds, and what is found in it: the browser's own lines, run by the node the pages are built with."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.core.texts import LANGUAGES, catalogue
from careercoach.ui import navigation
from careercoach.ui.page import ROUTES
from careercoach.ui.palette.bridge import FIND, PaletteWindow
from careercoach.ui.palette.door import PaletteDoor
from careercoach.ui.palette.entries import GROUPS, LEFT_OUT, entries, for_browser, sentences
from careercoach.ui.shell import LANGUAGE_NAMES
from tests.doors import all_routes

NODE = Path(sys.executable).with_name("node")
RUN = """
const [entries, asked] = JSON.parse(require("fs").readFileSync(0));
console.log(JSON.stringify(asked.map(([language, query]) =>
  ccFind(entries.map((entry) => ccKnown(entry, language)), query).map((entry) => entry.name))));
"""
FIRST = {
    ("en", "cv"): "do-upload",
    ("en", "DARK"): "theme-dark",
    ("en", "resume rep"): "resume_report",
    ("en", "resumes"): "resume",
    ("en", "change language"): "language-en",
    ("en", "sign out"): "log-out",
    ("en", "  "): "do-upload",
    ("en", "please open the outbox"): "outbox",
    ("en", "posting"): "do-posting",
    ("es", "curriculum"): "resume",
    ("es", "CONTRASENA"): "do-password",
    ("es", "oscuro"): "theme-dark",
    ("hi", "योज"): "plan",
    ("hi", "हिंदी"): "language-hi",
    ("hi", "रेज्यूमे रिपोर्ट"): "resume_report",
    ("hi", "योजनाओं"): "plan",
    ("hi", "resume"): "do-upload",
    ("hi", "español"): "language-es",
}


@cache
def found() -> dict[tuple[str, str], list[str]]:
    asked = [*FIRST, ("en", "kubernetes"), ("hi", "ñandú"), ("en", "<xq>(.*"), ("en", "cv")]
    told = json.dumps([for_browser(), asked])
    done = subprocess.run([NODE, "-e", FIND + RUN], input=told, capture_output=True, text=True, check=True)
    return dict(zip(asked, json.loads(done.stdout), strict=True))


@pytest.mark.parametrize(("language", "query"), FIRST)
def test_what_is_meant_comes_first(language: str, query: str):
    assert found()[language, query][0] == FIRST[language, query]


def test_nothing_typed_shows_all_and_nonsense_shows_none():
    assert found()["en", "  "] == [entry.name for entry in entries()]
    assert [found()[asked] for asked in (("en", "kubernetes"), ("hi", "ñandú"), ("en", "<xq>(.*"))] == [[], [], []]


def test_synonyms_find_everything_that_is_about_a_resume():
    assert {"resume", "resume_report", "do-paper", "compare", "wording", "review"} <= set(found()["en", "cv"])


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
        assert all("{" not in label for label in labels) and set(sentences()[language]) == set(sentences()["en"])


def test_no_synonym_is_for_nobody():
    used = {key for entry in entries() for key in (*entry.words, *entry.labels)}
    assert {key for key in catalogue() if key.startswith(("palette.do.", "palette.page."))} <= used


def test_pages_carry_the_door_and_leave_the_window_to_be_fetched():
    door = PaletteDoor.create()
    code = "".join(door.add_custom_code())
    assert 'import("$/app_components/careercoach/ui/palette/window")' in code and len(code) < 2600
    assert not [library for library in door._get_all_imports() if "palette" in library]
    window = "".join(PaletteWindow.create().add_custom_code())
    assert '"/admin/outbox"' in window and not {"ENTRIES", "SENTENCES", "GROUPS", "SEARCH"} & set(window.split())
