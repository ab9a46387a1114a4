"""A model's whole answer beside the embedded coach's own and the texts it was given: what is false goes.

- verdicts and other choices are the embedded coach's
- scores stay within ten points of its own; a figure that it has no counterpart for goes
- a quote must be in the sources, and is then given in their words; what rests on no quote goes
- sentences with a number, a name or a skill that nobody wrote go; links, images and tags go
- where nothing is left, the embedded coach's own words stand
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from careercoach.content.orders import is_command, is_order, without_orders
from careercoach.content.scan import find_skills
from careercoach.core.letters import plain_text
from careercoach.ports.ai.contract import OWN_FIELDS
from careercoach.ports.ai.guard.names import Written, claims_others_skill, sentences
from careercoach.ports.ai.guard.quoting import bounded, find_quote, only_allowed, without_links

Answer = TypeVar("Answer", bound=BaseModel)

SCORES = re.compile(
    r"score|overall|percent|readiness|confidence|(?:^|_)fit(?:$|_)|match|rating|points|coverage|structure|specificity|clarity|threshold"
)
QUOTES = frozenset({"quote", "quotes", "evidence", "citation", "cited", "source_quote", "excerpt"})
KEYS = ("id", "slug", "key", "metric", "code", "number", "section", "skill", "name", "title")
IDENTITIES = frozenset({"id", "slug", "key", "metric", "code"})
ADDRESSES = re.compile(r"(?:^|_)(?:url|link|href|src|image|avatar|site|website)s?(?:$|_)")
MOST_ITEMS = 40


class _Gone(Exception):
    """The piece cannot stand."""


@dataclass(frozen=True)
class Ground:
    """What an answer may rest on. `own`: texts of the person themselves, for claims about what they can do."""

    sources: tuple[str, ...]
    """What may be quoted."""
    known: tuple[str, ...] = ()
    """Further texts of ours that numbers, names and skills may come from."""
    own: tuple[str, ...] = ()
    links: frozenset[str] = field(default_factory=frozenset)
    """Addresses that may be shown."""
    ours: tuple[str, ...] = ()
    """The texts and figures of the embedded coach's answer."""
    about_somebody: bool = True
    """False: nothing in the answer is a claim about a person, so numbers and names may be new."""

    @cached_property
    def written(self) -> Written:
        # What somebody ordered the coach to say is no source for having said it.
        return Written(*map(without_orders, self.sources), *map(without_orders, self.known), *self.ours)

    @cached_property
    def own_written(self) -> Written | None:
        return Written(*map(without_orders, self.own)) if self.own else None

    def true_words(self, text: str) -> str:
        """The sentences that hold nothing invented, without links."""
        kept: list[str] = []
        for sentence in sentences(plain_text(text)):
            # A sentence around a link says nothing without it.
            if _letters(without_links(sentence, self.links)) != _letters(sentence) or self._is_invented(sentence):
                continue
            kept.append(sentence)
        return without_links("".join(kept), self.links)

    def _is_invented(self, sentence: str) -> bool:
        if is_command(sentence) or _shouts(sentence, self.ours) or _other_score(sentence, self.ours):
            return True
        if not self.about_somebody:
            return False
        own = self.own_written
        return bool(self.written.inventions(sentence)) or bool(own and claims_others_skill(sentence, own))


OWN_NAMES = re.compile(r"resume|record|answer|passage|(?:^|_)cv(?:$|_)|profile|bio|person")
"""Inputs with such names are the person's own words."""


def ground_of(texts: Mapping[str, str], sources: Iterable[str], *, about_somebody: bool = True) -> Ground:
    """The ground of a question: all its inputs as text, and which of them others wrote."""
    quoted = set(sources)
    texts = {name: _readable(text) for name, text in texts.items()}
    return Ground(
        sources=tuple(text for name, text in texts.items() if name in quoted),
        known=tuple(text for name, text in texts.items() if name not in quoted),
        own=tuple(text for name, text in texts.items() if OWN_NAMES.search(name)),
        about_somebody=about_somebody,
    )


def _readable(text: str) -> str:
    """What stands in a JSON text, a line each: as JSON it would be one line, and no line speaks for all others."""
    if text[:1] not in ("{", "["):
        return text
    try:
        return "\n".join(_texts(json.loads(text)))
    except ValueError:
        return text  # cut off at its limit


_SHOUTED = re.compile(r"(?<![^\W_])[A-Z][A-Z0-9]*(?:[-_][A-Z0-9]+)+(?![^\W_])|(?<![^\W_])[A-Z]{6,}(?![^\W_])")
_SCORED = re.compile(
    r"(\d{1,4}(?:[.,]\d+)?) ?(?:/ ?100|of 100|out of 100|de 100|points?\b|puntos?\b|percent\b|por ciento|%|अंक|प्रतिशत)"
    r"|100 में से (\d{1,3})|\b(FIT|UNFIT|APTO)\b"
)


def _shouts(sentence: str, ours: tuple[str, ...]) -> bool:
    """A code word in capitals that is none of our skills: nobody writes so to a person."""
    words = set(_SHOUTED.findall(sentence)) - {found.surface for found in find_skills(sentence)}
    return any(not any(word in text for text in ours) for word in words)


def _other_score(sentence: str, ours: tuple[str, ...]) -> bool:
    """A score or verdict in words that is not the embedded coach's."""
    said = set(_scores_in(sentence))
    if not said:
        return False
    return not said <= {*ours, *(score for text in ours for score in _scores_in(text))}


def _scores_in(text: str) -> list[str]:
    return [next(filter(None, match)) for match in _SCORED.findall(text)]


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text)


def make_honest(answer: Answer, embedded: Answer, ground: Ground, *, parts: Iterable[str] | None = None) -> Answer:
    """The answer with only what is true. `parts`: the fields a model filled (None = all); the others stay."""
    # Our own answer may quote what somebody ordered.
    ground = replace(ground, ours=tuple(text for text in _texts(embedded) if not is_order(text)))
    names = set(type(answer).model_fields if parts is None else parts) - OWN_FIELDS
    changes: dict[str, Any] = {}
    for name in names:
        own = getattr(embedded, name)
        annotation = type(answer).model_fields[name].annotation
        if _are_choices(annotation):
            continue
        try:
            changes[name] = own if _is_choice(annotation) else _judge(getattr(answer, name), own, name, ground)
        except _Gone:
            changes[name] = own
    return _checked(answer, changes, embedded)


def _checked(answer: Answer, changes: Mapping[str, Any], embedded: Answer) -> Answer:
    try:
        return type(answer).model_validate({**_fields(answer), **changes})
    except ValidationError:
        return embedded


def _fields(model: BaseModel) -> dict[str, Any]:
    return {name: getattr(model, name) for name in type(model).model_fields}


def _judge(value: Any, own: Any, name: str, ground: Ground) -> Any:
    """The value as it may stand. `own` None: the embedded coach has nothing in this place. Raises _Gone."""
    if isinstance(value, BaseModel):
        return _judge_model(value, own if isinstance(own, BaseModel) else None, ground)
    if isinstance(value, list | tuple):
        items: list[Any] = list(value)  # pyright: ignore[reportUnknownArgumentType, reportUnknownVariableType]
        return _judge_list(items, own if isinstance(own, list | tuple) else None, name, ground)
    if isinstance(value, dict):
        return _judge_dict(value, own if isinstance(own, dict) else None, ground)  # pyright: ignore[reportUnknownArgumentType]
    if isinstance(value, str) and type(value) is str:
        return _judge_text(value, own if isinstance(own, str) else None, name, ground)
    if isinstance(value, int | float) and not isinstance(value, bool):
        return _judge_figure(value, own, name)
    if own is None and value is not None and not isinstance(value, bool):
        raise _Gone  # a date or the like that only the model knows of
    return own if own is not None else value


def _judge_model(value: BaseModel, own: BaseModel | None, ground: Ground) -> BaseModel:
    changes: dict[str, Any] = {}
    for name, info in type(value).model_fields.items():
        if name in OWN_FIELDS:
            continue
        counterpart = getattr(own, name, None)
        if _are_choices(info.annotation):
            continue
        if _is_choice(info.annotation):
            changes[name] = getattr(value, name) if own is None else counterpart
            continue
        try:
            changes[name] = _judge(getattr(value, name), counterpart, name, ground)
            if (
                name == "text"
                and counterpart
                and _letters(changes[name]) != _letters(plain_text(str(getattr(value, name))))
            ):
                # A passage in place of another one is true as a whole, or the other one stands: no line gets lost.
                changes[name] = counterpart
        except _Gone:
            if own is not None:
                changes[name] = counterpart
            elif info.is_required() or name in QUOTES:
                raise
            else:
                changes[name] = info.get_default(call_default_factory=True)
    try:
        return type(value).model_validate({**_fields(value), **changes})
    except ValidationError as error:
        if own is None:
            raise _Gone from error
        return own


def _is_choice(annotation: Any) -> bool:
    return "Literal" in str(annotation) and "list" not in str(annotation)


def _are_choices(annotation: Any) -> bool:
    """A list of words we chose: none of them can say anything of its own."""
    return "Literal" in str(annotation) and "list" in str(annotation)


def _judge_list(items: list[Any], own: Any, name: str, ground: Ground) -> list[Any]:
    counterparts: dict[tuple[str, str], Any] = {key: one for one in own or () if (key := _key(one)) != _NO_KEY}
    kept: list[Any] = []
    for item in items[:MOST_ITEMS]:
        try:
            kept.append(
                _judge(
                    item, counterparts.get(_key(item)), name.removesuffix("s") if name not in QUOTES else name, ground
                )
            )
        except _Gone:
            continue
    kept = [item for item in kept if item != ""]
    if not kept and own:
        raise _Gone
    return kept


_NO_KEY = ("", "")


def _key(item: Any) -> tuple[str, str]:
    """What two lists have in common tells which items mean the same."""
    if isinstance(item, BaseModel):
        found = ((name, getattr(item, name, "")) for name in KEYS)
        return next(((name, str(one)) for name, one in found if isinstance(one, str | int) and one != ""), _NO_KEY)
    return ("text", item) if isinstance(item, str) else _NO_KEY


def _judge_dict(value: dict[str, Any], own: dict[str, Any] | None, ground: Ground) -> dict[str, Any]:
    if own is None:
        raise _Gone
    judged = dict(own)
    for key in own.keys() & value.keys():
        try:
            judged[key] = _judge(value[key], own[key], key, ground)
        except _Gone:
            continue
    return judged


def _judge_figure(value: float, own: Any, name: str) -> float:
    if not isinstance(own, int | float) or isinstance(own, bool):
        raise _Gone
    if not SCORES.search(name):
        return own
    whole = 1.0 if isinstance(own, float) and 0 <= own <= 1 and isinstance(value, float) else 100.0
    figure = bounded(value, own, reach=whole / 10, most=whole)
    return int(figure) if isinstance(own, int) else round(figure, 6)


def _judge_text(value: str, own: str | None, name: str, ground: Ground) -> str:
    if name in QUOTES:
        for source in ground.sources:
            if (found := find_quote(value, source)) is not None:
                return found
        raise _Gone
    if name in IDENTITIES:
        if own is None and not any(value in text for text in (*ground.ours, *ground.known, *ground.sources)):
            raise _Gone
        return value if own is None else own
    if ADDRESSES.search(name):
        return only_allowed(value, ground.links) or (own or "")
    words = ground.true_words(value)
    if not words and value.strip():
        raise _Gone
    return words


def _texts(value: Any) -> list[str]:
    """Every text and figure of an answer of ours."""
    if isinstance(value, BaseModel):
        return [text for name, part in _fields(value).items() if name not in OWN_FIELDS for text in _texts(part)]
    if isinstance(value, dict):
        return [text for key, part in value.items() for text in (str(key), *_texts(part))]  # pyright: ignore[reportUnknownVariableType, reportUnknownArgumentType]
    if isinstance(value, list | tuple):
        return [text for part in value for text in _texts(part)]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, bool) or value is None:
        return []
    return [str(value)]
