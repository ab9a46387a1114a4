"""Reading what a model wrote: the JSON in it, and of that what fits, part by part."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Annotated, Any, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError

MAX_DEPTH = 40
FENCED = re.compile(r"^```[a-z]*\s*\n(.*?)\n?```\s*$", re.DOTALL)


class UnreadableError(Exception):
    """There is no JSON object in the text. The message is fit to be quoted to the model."""


def find_object(text: str) -> dict[str, Any]:
    """The JSON object in a text that may have words or a fence around it. Raises UnreadableError."""
    text = text.strip()
    if fenced := FENCED.match(text):
        text = fenced.group(1)
    start = text.find("{")
    if start < 0:
        raise UnreadableError("there is no JSON object in the reply")
    try:
        value, _ = json.JSONDecoder(parse_constant=_no_constant).raw_decode(text, start)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(f"the reply is not valid JSON: {str(error)[:120]}") from error
    if not isinstance(value, dict) or _depth(value) > MAX_DEPTH:
        raise UnreadableError("the reply is not one JSON object of the shape asked for")
    return value


def map_texts(value: Any, change: Callable[[str], str]) -> Any:
    """The same JSON value with every text changed; keys stay."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, list):
        return [map_texts(part, change) for part in value]
    if isinstance(value, dict):
        return {key: map_texts(part, change) for key, part in value.items()}
    return value


@dataclass
class Fit:
    """Which parts of a reply fit."""

    values: dict[str, Any] = field(default_factory=dict)
    """By part: a value of the part's type."""
    problems: dict[str, str] = field(default_factory=dict)
    """By part: what is wrong with it, for the repair and for the record."""


def fit_parts(answer: type[BaseModel], parts: tuple[str, ...], raw: dict[str, Any], rules: BaseModel) -> Fit:
    """Take from `raw` what fits; what does not fit comes from the answer of the rules, as small a piece as possible."""
    fit = Fit()
    for name in parts:
        if name not in raw:
            fit.problems[name] = "missing"
            continue
        try:
            fit.values[name] = _whole(answer, name, raw[name])
        except ValidationError as error:
            fit.problems[name] = _told(error)
            kept = _mend(answer.model_fields[name].annotation, raw[name], getattr(rules, name))
            if kept is not _NOTHING:
                try:
                    fit.values[name] = _whole(answer, name, kept)
                except ValidationError:
                    continue
    return fit


_NOTHING = object()


def _whole(answer: type[BaseModel], name: str, value: Any) -> Any:
    """The value of one field, checked with all the field's limits. Raises ValidationError."""
    info = answer.model_fields[name]
    return _adapter(info.annotation, tuple(info.metadata)).validate_python(value)


def _adapter(annotation: Any, metadata: tuple[Any, ...]) -> TypeAdapter[Any]:
    annotated: Any = Annotated
    return TypeAdapter(annotated[(annotation, *metadata)] if metadata else annotation)


def _mend(annotation: Any, value: Any, by_rules: Any) -> Any:
    """A value of the type with the unfit pieces left out (in lists) or taken from the rules (in objects)."""
    if get_origin(annotation) is list and isinstance(value, list):
        fits = _adapter(get_args(annotation)[0], ())
        kept = [item for item in value if _is_fit(fits, item)]
        return kept or _NOTHING
    if isinstance(annotation, type) and issubclass(annotation, BaseModel) and isinstance(value, dict):
        inner = fit_parts(annotation, tuple(annotation.model_fields), value, by_rules)
        return by_rules.model_copy(update=inner.values) if inner.values else _NOTHING
    return _NOTHING


def _is_fit(adapter: TypeAdapter[Any], value: Any) -> bool:
    try:
        adapter.validate_python(value)
    except ValidationError:
        return False
    return True


def _told(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_input=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}" if place else first["msg"]


def _no_constant(name: str) -> Any:
    raise ValueError(f"{name} is no JSON number")


def _depth(value: Any, limit: int = MAX_DEPTH + 1) -> int:
    if limit == 0 or not isinstance(value, dict | list):
        return 0
    inner = value.values() if isinstance(value, dict) else value
    return 1 + max((_depth(part, limit - 1) for part in inner), default=0)
