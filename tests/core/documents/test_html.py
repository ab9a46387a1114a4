"""Text stays text, whatever it looks like."""

from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.core.documents import Html, bar, el, escape, link, page
from careercoach.core.documents.html import _CONTROLS

HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</p><style>@import 'http://evil.example'</style>",
    "' onmouseover='x",
    "&lt;b&gt;",
    "javascript:alert(1)",
    "{{7*7}}",
    "<!--",
    "]]>",
    "\x00\x0b\x1f",
    "\ud800",
]


class _Seen(HTMLParser):
    def __init__(self):
        super().__init__()
        self.tags, self.words, self.attributes = [], "", []

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs

    def handle_data(self, data):
        self.words += data


def seen(markup):
    parser = _Seen()
    parser.feed(markup)
    parser.close()
    return parser


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_text_is_shown_not_run(words):
    found = seen(el("p", words, title=words))
    assert found.tags == ["p"]
    assert [name for name, _ in found.attributes] == ["title"]


@given(st.text())
def test_any_text_comes_back_as_text(words):
    found = seen(el("p", words, title=words))
    allowed = "".join(letter for letter in words if not _CONTROLS.match(letter))
    assert found.tags == ["p"]
    assert found.words == allowed and dict(found.attributes)["title"] == allowed


def test_markup_of_ours_is_kept_and_none_is_nothing():
    assert el("p", [el("b", "a"), None, " & ", 3]) == "<p><b>a</b> &amp; 3</p>"
    assert escape(Html("<i>")) == "<i>"


@pytest.mark.parametrize("name", ["onclick", "src", "srcset", "action", "data", "formaction"])
def test_attributes_that_load_or_run_are_refused(name):
    with pytest.raises(ValueError):
        el("p", "x", **{name: "y"})


@pytest.mark.parametrize("style", ["background:url(http://x)", "color:expression(x)", "@import 'x'", "\\75rl(x)"])
def test_styles_load_nothing(style):
    with pytest.raises(ValueError):
        el("p", "x", style=style)


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//evil", "", "http://u:p@h/"]
)
def test_bad_addresses_become_words(url):
    assert link("words", url) == "words"
    with pytest.raises(ValueError):
        el("a", "words", href=url)


def test_good_addresses_become_links():
    assert link("a & b", "https://example.org/?a=1&b=2") == '<a href="https://example.org/?a=1&amp;b=2">a &amp; b</a>'


def test_page_says_its_language_and_title():
    found = page(title="<Plan>", language="hi", body=el("p", "x"), person="Asha <b>")
    assert found.startswith('<!doctype html><html lang="hi">')
    assert "<title>&lt;Plan&gt;</title>" in found and "Asha &lt;b&gt;" in found


@pytest.mark.parametrize(("percent", "width"), [(-5, 0), (42, 42), (500, 100)])
def test_bars_stay_in_their_frame(percent, width):
    assert f"width:{width}%" in bar(percent)
