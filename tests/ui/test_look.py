"""The rules of the look, checked on the sources and on the blocks themselves."""

import re
from pathlib import Path

import pytest
import reflex as rx

from careercoach.core.texts import PACKAGE
from careercoach.ui import navigation, theme
from careercoach.ui.components.buttons import button
from careercoach.ui.components.forms import field, native_form
from careercoach.ui.components.meters import progress_ring
from careercoach.ui.components.tasks import task_row
from careercoach.ui.gallery import gallery
from careercoach.ui.theme import ASSETS, class_names

LITERAL_COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|\brgb\(")
SOURCES = [path for path in PACKAGE.rglob("*.py") if {"ui", "pages", "components"} & set(path.parts)]


def names(path: Path) -> str:
    return str(path.relative_to(PACKAGE))


@pytest.mark.parametrize("path", SOURCES, ids=names)
def test_colours_are_tokens(path: Path):
    text = path.read_text(encoding="utf-8")
    if path.name == "theme.py":  # the browser's own bar takes no variable
        text = re.sub(r'name="theme-color", content="#\w+"', "", text)
    assert not LITERAL_COLOUR.search(text)


def test_both_modes_define_the_same_colours():
    css = (ASSETS / "styles" / "tokens.css").read_text(encoding="utf-8")
    light, dark = css.split(".dark {")[0], css.split(".dark {")[1].split("}")[0]
    colours = set(re.findall(r"(--[\w-]+): (?:#|rgb)", light))
    assert colours == set(re.findall(r"(--[\w-]+): (?:#|rgb)", dark))
    assert {f"--{name}" for name in theme._COLOURS} <= colours


def luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    bright, dim = sorted((luminance(one), luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


READ_ON = [
    *((ink, ground) for ink in ("ink", "ink-2", "ink-3", "accent") for ground in ("paper", "surface", "sunken")),
    ("on-accent", "accent"), ("on-accent", "accent-hover"), ("on-gap", "gap"), ("on-gap", "gap-hover"),
    ("amber", "amber-soft"), ("gap", "gap-soft"), ("have", "have-soft"), ("part", "part-soft"), ("paper", "ink"),
    ("accent", "accent-soft"), ("ink", "accent-soft"), ("ink-2", "accent-soft"), ("gap", "surface"),
    ("have", "surface"), ("code-ink", "code-paper"),
]  # fmt: skip


@pytest.mark.parametrize("mode", ["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), READ_ON)
def test_words_can_be_read_in_both_modes(mode: str, ink: str, ground: str):
    css = (ASSETS / "styles" / "tokens.css").read_text(encoding="utf-8")
    block = css.split(".dark {")[0] if mode == "light" else css.split(".dark {")[1].split("}")[0]
    values = dict(re.findall(r"--([\w-]+): (#\w{6})", block))
    assert contrast(values[ink], values[ground]) >= 4.5


def test_fonts_named_in_the_sheet_are_there():
    css = (ASSETS / "styles" / "fonts.css").read_text(encoding="utf-8")
    named = set(re.findall(r'url\("/fonts/([^"]+)"\)', css))
    assert named == {path.name for path in (ASSETS / "fonts").glob("*.woff2")}


def test_gallery_stands_without_the_radix_theme_sheet():
    assert not [library for library in gallery()._get_all_imports() if library.startswith("@radix-ui/themes")]


def test_packages_are_pinned():
    ours = [name for name in gallery()._get_all_imports() if name.startswith(("@radix-ui/", "cmdk", "react-markdown"))]
    assert ours and all(re.search(r"@\d+\.\d+\.\d+$", name) for name in ours)


def test_class_names_join_words_and_vars():
    assert class_names("a", "", None, "b") == "a b"
    joined = class_names("a", rx.cond(rx.Var("x"), "b", ""))
    assert isinstance(joined, rx.Var) and "a " in str(joined)


def test_buttons_do_not_send_forms_unless_asked():
    assert 'type:"button"' in str(button("Go"))
    assert 'type:"submit"' in str(button("Go", type="submit"))


def test_native_form_reaches_its_route():
    shown = str(native_form(action="/api/auth/logout"))
    assert 'action:"/api/auth/logout"' in shown and 'method:"post"' in shown and "onSubmit" not in shown


def test_field_ties_label_hint_and_problem_to_the_input():
    shown = str(field("mail", "Mail", hint="Yours", problem="Not an address"))
    assert 'htmlFor:"mail"' in shown
    assert '"aria-describedby":"mail-hint mail-problem"' in shown
    assert '"aria-invalid":true' in shown


def test_ring_starts_at_twelve_and_says_itself():
    shown = str(progress_ring(40, figure="20", label="20 of 50 minutes"))
    assert "rotate(-90.0 42 42)" in shown and '"aria-label":"20 of 50 minutes"' in shown


def test_task_says_whether_it_is_done():
    assert '"aria-pressed":true' in str(task_row("Read", why="It helps", done=True))


def test_every_place_has_its_word_and_a_path():
    places = [place for _, group in navigation.GROUPS for place in group] + list(navigation.BELOW)
    assert len({place.path for place in places}) == len(places)
    assert set(navigation.BOTTOM_BAR) | set(navigation.MORE) == set(places)  # a phone reaches what a desktop reaches
