"""The accounts' letters in all languages, against hostile names, word for word."""

import re

import pytest

from careercoach.core.texts import LANGUAGES
from careercoach.features.notifications import documents

LINK = "http://localhost:3000/reset?token=abc"
HOSTILE = 'Asha "><script>alert(1)</script> http://evil.example/x www.evil.example\r\nBcc: all@example.org'


def written(language, name):
    return {
        "reset": documents.password_reset(name=name, link=LINK, language=language),
        "changed": documents.password_changed(name=name, language=language),
        "welcome": documents.welcome(name=name, language=language),
    }


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", ["reset", "changed", "welcome"])
def test_a_hostile_name_stays_a_name(language, kind):
    found = written(language, HOSTILE)[kind]
    assert "evil" not in found.subject and "\n" not in found.subject and len(found.subject) <= 100
    assert "<script" not in found.letter.html
    links = re.findall(r'href="([^"]*)"', found.letter.html)
    assert len(links) == 1 and links[0].startswith("http://localhost:3000/")
    assert "http://evil" not in found.letter.text and "www.evil" not in found.letter.text
    assert not [line for line in found.letter.text.splitlines() if line.startswith("Bcc")]


GOLDEN = """Set a new password
==================

Hello Asha,

Somebody, hopefully you, asked for a new password for your CareerCoach
account.

Set a new password:
http://localhost:3000/reset?token=abc

The link works once, for 30 minutes.

It was not you? Then do nothing: your password stays as it is, and
nobody but you has this link.

--
You get this email because there is an account for this address at
localhost:3000.
"""


def test_word_for_word(monkeypatch):
    assert written("en", "Asha")["reset"].letter.text == GOLDEN


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_has_one_thing_to_do_and_says_why_it_came(language):
    for found in written(language, "Asha").values():
        assert found.letter.html.count('class="button"') == 1
        assert "localhost:3000" in found.letter.text.rstrip().split("--")[-1]
        assert f'<html lang="{language}">' in found.letter.html
