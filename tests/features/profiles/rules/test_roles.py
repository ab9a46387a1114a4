"""The catalogue is found by title or synonym in any language; own words by the finder."""

import pytest

from careercoach.content.load import roles
from careercoach.features.profiles.rules import find_roles_with, guess_roles, search_roles
from careercoach.features.profiles.rules import roles as rules


@pytest.fixture(autouse=True)
def no_finder(monkeypatch):
    monkeypatch.setattr(rules, "_finders", [])


def _slugs(words, language="en"):
    return [option.slug for option in search_roles(words, language)]


def test_without_words_the_whole_catalogue_is_shown_in_the_order_of_the_language():
    for language in ("en", "hi", "es"):
        titles = [option.title.in_(language) for option in search_roles("", language)]
        assert len(titles) == len(roles()) and len(set(titles)) > 100


@pytest.mark.parametrize(
    ("words", "language", "slug"),
    [("data ana", "en", "data-analyst"), ("analista de d", "es", "data-analyst"), ("डेटा ए", "hi", "data-analyst"),
     ("नर्स", "en", "registered-nurse"), ("enfermer", "en", "registered-nurse"), ("MIS analyst", "en", "data-analyst"),
     ("ELECTRIC", "es", "electrician")],
)  # fmt: skip
def test_a_role_is_found_by_any_of_its_names(words, language, slug):
    assert slug in _slugs(words, language)


def test_titles_that_begin_with_the_words_come_first():
    assert _slugs("front")[0] == "frontend-developer"


def test_nonsense_finds_nothing():
    assert _slugs("qqqq zzzz") == []


def test_own_words_are_guessed_by_the_finder_surest_first_and_unsure_ones_left_out():
    find_roles_with(lambda words: [("data-analyst", 0.8), ("accountant", 0.1)])
    assert [option.slug for option in guess_roles("numbers person")] == ["data-analyst"]
    assert _slugs("numbers person") == ["data-analyst"]
    assert guess_roles("  ") == []


def test_addresses_that_lead_astray_are_not_kept():
    good, bare, bad = "https://asha.example/cv", "github.com/asha", "javascript:alert(1)"
    record = {
        "basics": {"name": bad, "url": bad, "profiles": [{"url": bare}, {"url": "data:text/html,x"}, {"url": None}]},
        "work": [{"url": good, "highlights": [bad]}, {"url": "https://a@evil.example"}, {"url": "//evil.example"}],
        "odd": bad,
    }
    kept = rules.without_bad_urls(record)
    assert [one["url"] for one in kept["work"]] == [good, "", ""]
    assert [one["url"] for one in kept["basics"]["profiles"]] == [bare, "", None]
    assert (kept["basics"]["url"], kept["basics"]["name"], kept["odd"]) == ("", bad, bad)
    assert kept["work"][0]["highlights"] == [bad]
