"""Putting an answer together: the model's parts into the rules' answer, then the check."""

import asyncio
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from careercoach.core.logs import log
from careercoach.ports.ai.contract import AiTask, Answer, Made, Why
from careercoach.ports.ai.guard.honesty import ground_of, make_honest


@dataclass(frozen=True)
class Found:
    """What a model gave."""

    provider: str
    made: Made
    values: dict[str, Any] = field(default_factory=dict)
    """By part, values of the part's type."""


Honest = Callable[[AiTask[Any], Any, Any, Mapping[str, str], Iterable[str]], Any]
"""(task, answer, the rules' answer, the texts the model saw, the parts it filled) -> the answer without what is false."""


def keep_honest(
    task: AiTask[Answer], answer: Answer, by_rules: Answer, texts: Mapping[str, str], parts: Iterable[str]
) -> Answer:
    """What holds for every task: quotes are real, scores stay near our own, nothing and nobody is invented."""
    ground = ground_of(texts, task.sources, about_somebody=task.personal)
    return make_honest(answer, by_rules, ground, parts=parts)


@dataclass(frozen=True)
class Basis:
    """What an answer is checked against."""

    inputs: Mapping[str, Any]
    texts: Mapping[str, str]
    honest: Honest


async def compose(task: AiTask[Answer], by_rules: Answer, found: Found, basis: Basis) -> Answer:
    """The whole answer. If the checks cannot make something of the model's parts, the rules' answer."""
    try:
        return await asyncio.to_thread(_compose, task, by_rules, found, basis)
    except Exception as error:
        # A check that stumbles over what a model wrote has not said that it is true.
        log.warning("the answer to %s was not usable: %s", task.name, type(error).__name__)
        return ruled(by_rules, "unreadable", found.made.seconds)


def ruled(by_rules: Answer, why: Why, seconds: float) -> Answer:
    """The rules' answer, with the reason why it is theirs."""
    return by_rules.model_copy(update={"source": "embedded", "made": Made(why=why, seconds=seconds)})


def _compose(task: AiTask[Answer], by_rules: Answer, found: Found, basis: Basis) -> Answer:
    merged = by_rules.model_copy(deep=True, update=found.values)
    own = by_rules.model_copy(deep=True)
    if not task.grounded:  # pages were looked at one by one: no word of a model is in them
        merged = basis.honest(task, merged, own, basis.texts, found.values)
    if task.check is not None:
        merged = task.check(merged, basis.inputs, own)
    checked = task.answer.model_validate(merged.model_dump())
    if _is_ours_again(checked, by_rules, found.values):
        return ruled(by_rules, "unreadable", found.made.seconds)
    return checked.model_copy(update={"source": found.provider, "made": found.made})


def _is_ours_again(checked: Answer, by_rules: Answer, said: Mapping[str, Any]) -> bool:
    """Whether the checks left none of what a model said: then it is not the one that answered."""
    ours = {name: getattr(by_rules, name) for name in said}
    return any(said[name] != ours[name] for name in said) and all(getattr(checked, name) == ours[name] for name in said)
