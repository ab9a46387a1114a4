"""Letters against hostile words, and both parts always with the same content."""

import re
from pathlib import Path

import pytest

from careercoach.core.documents import (
    Button,
    Figures,
    Heading,
    Item,
    Items,
    Notice,
    Paragraph,
    Quote,
    letter,
    one_line,
    unlinked,
)
from careercoach.core.documents.blocks import DARK, LIGHT

NAMES = [
    "Win at http://evil.example/prize now",
    "www.evil.example",
    "evil.example/x",
    "mail me@evil.example",
    "<a href='http://evil.example'>x</a>",
    "Asha\r\nBcc: all@example.org",
    "A\u2028B\u0085C",
    "\u202egnp.exe",
]
# What mail programs turn into links by themselves: a scheme, a dotted name with letters on both sides, an address.
AUTOLINK = re.compile(r"https?://|\w@\w|\w\.\w{2,}", re.ASCII)


def _letter(words):
    blocks = [
        Paragraph(words),
        Heading(words),
        Notice(words),
        Quote(words),
        Figures([(words, words)]),
        Items([Item(words, words, words, "https://ours.example.org/a")]),
        Button("Go", "https://ours.example.org/today"),
    ]
    return letter(
        title=words,
        language="en",
        blocks=blocks,
        why=words,
        preview=words,
        unsubscribe_url="https://ours.example.org/unsubscribe?u=1&s=2",
    )


@pytest.mark.parametrize("name", NAMES)
def test_no_name_becomes_a_link_or_markup(name):
    written = _letter(name)
    links = re.findall(r'href="([^"]*)"', written.html)
    assert all(link.startswith("https://ours.example.org/") for link in links)
    assert "<a href='http" not in written.html
    shown = re.sub(r"<head>.*?</head>|<[^>]*>", " ", written.html, flags=re.DOTALL)
    assert not AUTOLINK.search(shown), AUTOLINK.search(shown)
    text = re.sub(r"https://ours\.example\.org/\S*", "", written.text)
    assert not AUTOLINK.search(text), AUTOLINK.search(text)


def test_words_are_still_readable_and_copyable():
    assert unlinked("Node.js, at 9 a.m. on 3.5").replace("\u200c", "") == "Node.js, at 9 a.m. on 3.5"


@pytest.mark.parametrize("name", NAMES)
def test_one_line_is_one_line(name):
    found = one_line(name)
    assert len(found.splitlines()) == 1 and "\r" not in found and "\u202e" not in found


def test_one_line_keeps_hindi_joiners_and_cuts():
    assert one_line("क्\u200dष") == "क्\u200dष"
    assert one_line("x" * 300) == "x" * 199 + "…"


def test_both_parts_say_the_same():
    written = letter(
        title="Your Friday",
        language="es",
        why="Porque sí.",
        preview="3 tareas",
        blocks=[
            Paragraph("Hola"),
            Items([Item("Leer", "Cierra SQL", "25 min", "https://example.org/sql")]),
            Button("Ir a Hoy", "http://localhost:3000/today"),
        ],
        unsubscribe_url="http://localhost:3000/unsubscribe?u=1&s=2",
    )
    for words in (
        "Your Friday",
        "Hola",
        "Leer",
        "Cierra SQL",
        "25 min",
        "https://example.org/sql",
        "Ir a Hoy",
        "http://localhost:3000/today",
        "Porque sí.",
        "Dejar de recibir el correo diario",
    ):
        assert words in written.html.replace("\u200c", "") and words in written.text.replace("\u200c", ""), words
    assert 'lang="es"' in written.html and "prefers-color-scheme:dark" in written.html
    assert "<img" not in written.html and "max-width:600px" in written.html
    assert max(len(line) for line in written.text.split("\n") if "http" not in line) <= 76


def test_bad_resource_addresses_are_left_out():
    written = letter(title="t", language="en", why="w", blocks=[Items([Item("Read", url="javascript:alert(1)")])])
    assert "javascript" not in written.html and "javascript" not in written.text


def test_colours_are_the_tokens():
    css = (Path(__file__).parents[3] / "assets/styles/tokens.css").read_text(encoding="utf-8")
    light, dark = css.split(".dark {")
    for colours, part in ((LIGHT, light), (DARK, dark)):
        for name, value in colours.items():
            assert re.search(rf"--{name}: {value};", part), (name, value)
