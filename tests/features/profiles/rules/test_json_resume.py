"""JSON Resume in and out: nothing is lost, and what cannot be kept is refused with its place."""

import json

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from careercoach.core.errors import CoachError
from careercoach.core.texts import LANGUAGES, text
from careercoach.features.profiles.rules.comparison import compare, merge
from careercoach.features.profiles.rules.json_resume import LISTS, MAX_BYTES, check_record, read_json_resume

words = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\x00"), max_size=12)
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-(10**9), 10**9) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=5,
)
known = st.fixed_dictionaries(
    {},
    optional={
        "name": words, "position": words, "startDate": words, "url": words, "summary": words, "institution": words,
        "language": words, "title": words, "organization": words, "network": words,
        "highlights": st.lists(words, max_size=3), "keywords": st.lists(words, max_size=3), "x-own": anything,
    },
)  # fmt: skip
records = st.fixed_dictionaries(
    {},
    optional={
        "basics": st.fixed_dictionaries(
            {}, optional={"name": words, "email": words, "location": st.dictionaries(words, words, max_size=2),
                          "profiles": st.lists(known, max_size=2), "x-own": anything},
        ),
        **{section: st.lists(known, max_size=3) for section in LISTS},
        "meta": st.dictionaries(words, anything, max_size=2),
        "$schema": words,
        "x-anything": anything,
    },
)  # fmt: skip


def _read(record):
    return read_json_resume(json.dumps(record).encode())


@settings(max_examples=80)
@given(records)
def test_what_goes_out_comes_back_the_same(record):
    assume(compare({}, record))
    record.setdefault("basics", {})
    assert merge({}, _read(record), {}) == record
    assert compare(record, record) == []


@settings(max_examples=60)
@given(records, records)
def test_nothing_moves_that_was_not_chosen(record, found):
    kept = {difference.id: "kept" for difference in compare(record, found)}
    assert merge(record, found, kept) == record


@settings(max_examples=60)
@given(records, records)
def test_all_that_the_file_says_more_can_be_taken(record, found):
    merged = merge(record, found, {difference.id: "found" for difference in compare(record, found)})
    left = {difference.id.partition(":")[0] for difference in compare(merged, found)}
    assert not left & {"basics", "other", "skills"}


def test_old_names_are_turned_into_those_of_today():
    old = {
        "basics": {"name": "Asha", "picture": "https://x.example/a.png", "website": "https://x.example"},
        "work": [{"company": "Lumen", "position": "Clerk", "website": "https://l.example"}],
    }
    assert _read(old) == {
        "basics": {"name": "Asha", "image": "https://x.example/a.png", "url": "https://x.example"},
        "work": [{"name": "Lumen", "position": "Clerk", "url": "https://l.example"}],
    }
    both = {"work": [{"company": "Old", "name": "New"}]}
    assert _read(both) == both


NESTED = b'{"basics":' * 30 + b"1" + b"}" * 30


@pytest.mark.parametrize(
    ("data", "key", "place"),
    [
        (b"", "not_json", None),
        (b"%PDF-1.7", "not_json", None),
        (b'{"basics": {"name": NaN}}', "not_json", None),
        (b'\xff\xfe{"a"', "not_json", None),
        (b"[]", "not_object", None),
        (b'"text"', "not_object", None),
        (b'{"a": 1}', "nothing", None),
        (NESTED, "too_deep", None),
        (b'{"x":' + b"[" * 100_000, "too_deep", None),
        (b'{"work": {}}', "list_expected", "work"),
        (b'{"work": ["x"]}', "object_expected", "work[0]"),
        (b'{"basics": []}', "object_expected", "basics"),
        (b'{"basics": {"location": 5}}', "object_expected", "basics.location"),
        (b'{"basics": {"profiles": "x"}}', "list_expected", "basics.profiles"),
        (b'{"work": [{"position": ["x"]}]}', "text_expected", "work[0].position"),
        (b'{"skills": [{"keywords": "SQL"}]}', "list_expected", "skills[0].keywords"),
        (b'{"skills": [{"keywords": [{}]}]}', "text_expected", "skills[0].keywords[0]"),
        (b'{"basics": {"name": "a\\u0000b"}}', "characters", "basics.name"),
        (b'{"basics": {"name": "\\ud800"}}', "characters", "basics.name"),
        (b'{"basics": {"name": "' + b"x" * 30_000 + b'"}}', "too_long", "basics.name"),
        (b'{"basics": {"n": ' + b"9" * 400 + b"}}", "number", "basics.n"),
        (b'{"basics": {"n": ' + b"9" * 5000 + b"}}", "not_json", None),
        (json.dumps({"work": [{}] * 201}).encode(), "too_many", "work"),
        (json.dumps({"x": [0] * 30_000}).encode(), "too_many", "x"),
        (b" " * (MAX_BYTES + 1), "too_large", None),
    ],
)
def test_what_cannot_be_kept_is_refused_with_its_place(data, key, place):
    with pytest.raises(CoachError) as refused:
        read_json_resume(data)
    assert refused.value.text_key == f"profiles.import.{key}"
    if place:
        assert str(refused.value.values["place"]).startswith(place)
    for language in LANGUAGES:
        assert text(refused.value.text_key, language, **refused.value.values)


def test_a_record_over_rest_is_held_to_the_same():
    with pytest.raises(CoachError):
        check_record({"work": "x"})
    check_record({"work": [], "x-own": [1, {"a": None}]})
