"""What is meant by a few letters: the nearest first, in any language and script, however it is accented."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.core.texts import LANGUAGES
from careercoach.ui.palette.entries import entries
from careercoach.ui.palette.finding import NOT_AT_ALL, find, known_in, parts, plain, rank

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
WORDS = st.text(max_size=60) | st.sampled_from(
    [word for language in LANGUAGES for known in known_in(language) for word in (known.whole, *known.words)]
)
IN_A_LANGUAGE = st.sampled_from(LANGUAGES)


def names(language: str, query: str) -> list[str]:
    return [entry.name for entry in find(known_in(language), query)]


@pytest.mark.parametrize(("language", "query"), FIRST)
def test_what_is_meant_comes_first(language: str, query: str):
    assert names(language, query)[0] == FIRST[language, query]


def test_nothing_typed_shows_all_and_nonsense_shows_none():
    assert names("en", "  ") == names("en", "--") == [entry.name for entry in entries()]
    assert [names(*asked) for asked in (("en", "kubernetes"), ("hi", "ñandú"), ("en", "<xq>(.*"))] == [[], [], []]


def test_synonyms_find_everything_that_is_about_a_resume():
    assert {"resume", "resume_report", "do-paper", "compare", "wording", "review"} <= set(names("en", "cv"))


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("Contraseña", "contrasena"),
        ("हिन्दी में ज़िला", "हिन्दी में जिला"),
        ("पाँच", "पांच"),
        ("क्\u200dष", "क्ष"),
        ("ÉXITO", "éxito"),
    ],
)
def test_ways_of_writing_are_one(written: str, typed: str):
    assert plain(written) == plain(typed)
    assert plain(unicodedata.normalize("NFC", written)) == plain(unicodedata.normalize("NFD", written))


@given(st.text(max_size=30))
def test_parts_are_plain_words(words: str):
    assert all(part and not part.isspace() for part in parts(words))
    assert parts(" ".join(parts(words))) == parts(words)


@given(IN_A_LANGUAGE, WORDS)
def test_whatever_is_typed_finds_entries_once_and_the_same_each_time(language: str, query: str):
    found = names(language, query)
    assert len(set(found)) == len(found) and set(found) <= {entry.name for entry in entries()}
    assert names(language, f"  {query.upper().lower()} ") == names(language, query.upper().lower())


@given(IN_A_LANGUAGE, st.data())
def test_every_beginning_of_a_word_finds_its_entry(language: str, data: st.DataObject):
    known = data.draw(st.sampled_from(known_in(language)))
    word = data.draw(st.sampled_from((*known.label, *known.words, *known.others)))
    beginning = word[: data.draw(st.integers(1, len(word)))]
    assert rank(known, beginning) < NOT_AT_ALL and known.entry.name in names(language, beginning)
