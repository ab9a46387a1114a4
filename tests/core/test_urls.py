"""One judge of addresses, and everyone who shows an address asks it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.core.documents.html import link
from careercoach.core.urls import safe_path, safe_url

BAD = [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:alert(1)", "java\tscript:alert(1)", "java\nscript:x",
    "\x01javascript:alert(1)", "javascript://example.org/%0aalert(1)", "vbscript:x", "data:text/html,<script>x</script>",
    "DATA:text/html;base64,PHNjcmlwdD4=", "blob:https://example.org/x", "file:///etc/passwd", "ftp://example.org/x",
    "//evil.example/x", "/\\evil.example", "\\\\evil.example\\x", "https:\\\\evil.example", "https:evil.example",
    "https:/evil.example", "https://", "https:///path", "http://?x", "https://user@evil.example", "https://a:b@evil.example",
    "https://good.example@evil.example/", "https://exa mple.org", "https://example.org/\x00", "https://example.org/\x7f",
    "https://example.org/a\r\nSet-Cookie: x", "https://example.org:99999/", "https://example.org:0/", "https://[::1",
    "https://example.org/\"onmouseover=alert(1)", "https://example.org/<script>", "https://example.org/\u2028",
    "https://example.org/" + "a" * 2000, "", " ", "example.org", "mailto:a@example.org", "about:blank", "#x", "?x",
]  # fmt: skip
GOOD = [
    "https://example.org", "http://example.org:8080/a/b?c=d#e", "https://en.wikipedia.org/wiki/C_(programming_language)",
    "https://xn--bcher-kva.example/", "https://bücher.example/ä", "HTTPS://Example.org/", "http://127.0.0.1:3000/x",
    "https://[2001:db8::1]/x", "https://example.org/%E0%A4%B9",
]  # fmt: skip


def test_there_are_many_forms():
    assert len(set(BAD)) >= 40


@pytest.mark.parametrize("url", BAD)
def test_bad_forms_are_no_address_anywhere(url):
    assert safe_url(url) is None
    assert "<a" not in link("words", url)


@pytest.mark.parametrize("url", GOOD)
def test_good_forms_stay_as_they_are(url):
    assert safe_url(url) == url
    assert "<a" in link("words", url)


ELSEWHERE = [
    *(url for url in BAD if not url.startswith(("#", "?"))), "https://evil.example", "//evil.example", "/\\evil.example",
    "/\t/evil.example", "/\n/evil.example", "/today\r\nSet-Cookie: a=b", "today", "../today", ".//evil.example",
    "/x\x00", "/<script>", "/" + "a" * 2000, "///evil.example", "/\\/evil.example",
]  # fmt: skip


@pytest.mark.parametrize("path", ELSEWHERE)
def test_a_login_leads_nowhere_else(path):
    assert safe_path(path) == "/today"


@pytest.mark.parametrize("path", ["/", "/plan?week=2#now", "/today/", "/interviews/0b1c", "/a//b"])
def test_own_paths_are_kept(path):
    assert safe_path(path) == path


@given(st.text(alphabet="/\\\t\n :@.#?%aehjlpstv1[]", max_size=30))
def test_whatever_passes_stays_with_us_or_names_a_host(words):
    from urllib.parse import urljoin, urlsplit

    home = "https://coach.example/login"
    assert urlsplit(urljoin(home, safe_path(words))).netloc == "coach.example"
    if (url := safe_url(words)) is not None:
        assert urlsplit(url).hostname and urlsplit(url).scheme in ("http", "https") and "@" not in urlsplit(url).netloc


def test_a_page_that_links_elsewhere_shows_only_addresses_of_the_reviewed_content():
    """Nothing a person wrote becomes a link on a page; what does was judged when the content was loaded."""
    from careercoach.content.load import resources

    found = resources()
    assert found and all(safe_url(one.url) == one.url for one in found.values())
