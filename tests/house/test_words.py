"""Every sentence exists in every language with the same placeholders, and pages hold no words of their own."""

import ast
from pathlib import Path

import pytest

from careercoach.core.texts import LANGUAGES, PACKAGE, catalogue, placeholders

PAGES = sorted(
    path
    for path in PACKAGE.rglob("*.py")
    if (path.name in ("pages.py", "components.py") or path.parent.name in ("pages", "components"))
)


def test_every_sentence_in_every_language():
    incomplete = {
        key: set(LANGUAGES) - set(words) for key, words in catalogue().items() if set(words) != set(LANGUAGES)
    }
    assert incomplete == {}


def test_same_placeholders_in_every_language():
    wrong = [
        key
        for key, words in catalogue().items()
        if len({frozenset(placeholders(sentence)) for sentence in words.values()}) != 1
    ]
    assert wrong == []


def test_no_sentence_is_empty_or_left_in_english():
    for key, words in catalogue().items():
        assert all(sentence.strip() for sentence in words.values()), key
        long_text = len(words["en"]) > 25 and " " in words["en"]
        assert not (long_text and words["en"] in (words["hi"], words["es"])), f"{key} is not translated"


def test_hindi_is_written_in_devanagari():
    for key, words in catalogue().items():
        if len(words["en"]) > 25 and not words["en"].startswith(("http", "{")):
            assert any("\u0900" <= letter <= "\u097f" for letter in words["hi"]), key


def test_plurals_have_both_forms():
    for key in catalogue():
        if key.endswith(".one"):
            assert f"{key.removesuffix('.one')}.other" in catalogue(), key


NOT_WORDS = {
    "class_name",
    "href",
    "id",
    "data_testid",
    "type",
    "name",
    "key",
    "role",
    "width",
    "height",
    "d",
    "viewBox",
}


def _spoken(path: Path):
    """String literals that are passed as children: sentences that would never be translated."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        owner = node.func.value
        is_element = isinstance(owner, ast.Attribute) and owner.attr == "el"
        for argument in node.args if is_element else []:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                words = argument.value.strip()
                if any(letter.isalpha() for letter in words) and words not in ("CareerCoach", "PDF"):
                    yield f"{path.relative_to(PACKAGE)}:{node.lineno} {words!r}"


@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_pages_hold_no_words_of_their_own(path):
    assert list(_spoken(path)) == []
