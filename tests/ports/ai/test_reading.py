"""What a model writes is taken apart with care: as much as fits, nothing that does not."""

import json
from contextlib import suppress
from typing import Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel, Field

from careercoach.ports.ai import CoachAnswer
from careercoach.ports.ai.reading import UnreadableError, find_object, fit_parts, map_texts
from careercoach.ports.ai.shapes import is_strict, schema_of


class Inner(BaseModel):
    title: str = Field(max_length=20)
    kind: Literal["a", "b"]
    count: int = Field(default=1, ge=0)


class Whole(CoachAnswer):
    one: Inner
    many: list[Inner] = []
    text: str = ""
    maybe: Inner | None = None
    open: dict[str, str] = {}


RULES = Whole(one=Inner(title="rules", kind="a"), many=[Inner(title="rule", kind="b")], text="rules")
PARTS = ("one", "many", "text", "maybe")
ANY_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=30),
    lambda inner: (
        st.lists(inner, max_size=4) | st.dictionaries(st.sampled_from(["title", "kind", "count", "x"]), inner)
    ),
    max_leaves=12,
)


@pytest.mark.parametrize(
    "text",
    [
        '{"a": 1}', ' {"a": 1} ', '```json\n{"a": 1}\n```', '```\n{"a": 1}\n```', 'Sure! Here: {"a": 1} Anything else?',
        '{"a": 1}{"a": 2}',
    ],
)  # fmt: skip
def test_the_object_is_found(text: str):
    assert find_object(text) == {"a": 1}


@pytest.mark.parametrize("text", ["", "[]", "null", "{", '{"a": NaN}', "{'a': 1}", '{"a":' * 2000, "{" * 5000])
def test_what_is_no_object(text: str):
    with pytest.raises(UnreadableError):
        find_object(text)


@given(st.fixed_dictionaries({}, optional=dict.fromkeys(PARTS, ANY_JSON)))
def test_any_reply_makes_a_whole_answer(raw: dict[str, Any]):
    fit = fit_parts(Whole, PARTS, raw, RULES)
    answer = RULES.model_copy(update=fit.values)
    assert Whole.model_validate(answer.model_dump()) == answer
    assert set(fit.values) | set(fit.problems) == set(PARTS)


@given(st.text(max_size=300))
def test_any_text_is_an_object_or_unreadable(text: str):
    with suppress(UnreadableError):
        assert isinstance(find_object(text), dict)


def test_the_smallest_piece_is_replaced():
    raw = {
        "one": {"title": "mine", "kind": "zebra", "count": 5},
        "many": [{"title": "x" * 21, "kind": "a", "count": 1}, {"title": "kept", "kind": "b", "count": 2}],
        "text": 7,
    }
    fit = fit_parts(Whole, PARTS, raw, RULES)
    assert fit.values["one"] == Inner(title="mine", kind="a", count=5)
    assert [inner.title for inner in fit.values["many"]] == ["kept"]
    assert set(fit.problems) == {"one", "many", "text", "maybe"} and "text" not in fit.values


def test_an_empty_list_is_an_answer_and_a_list_of_nonsense_is_none():
    assert fit_parts(Whole, ("many",), {"many": []}, RULES).values == {"many": []}
    assert fit_parts(Whole, ("many",), {"many": ["?", 3]}, RULES).values == {}


@given(ANY_JSON)
def test_texts_change_and_nothing_else(value: Any):
    assert map_texts(value, lambda text: text) == value
    assert "SECRET" not in json.dumps(list(map_texts({"a": ["SECRET"]}, lambda text: "x").values()))


def test_the_schema_servers_take():
    schema = schema_of(Whole, PARTS)
    inner = schema["$defs"]["Inner"]
    assert schema["required"] == list(PARTS) and schema["additionalProperties"] is False
    assert inner["required"] == ["title", "kind", "count"] and inner["additionalProperties"] is False
    assert "default" not in json.dumps(schema) and '"made"' not in json.dumps(schema)
    assert "title" in inner["properties"], "a field that is called title stays"
    assert is_strict(schema) and not is_strict(schema_of(Whole, ("open",)))
    assert "$defs" not in schema_of(Whole, ("text",))
