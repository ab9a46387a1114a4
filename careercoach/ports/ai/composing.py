"""Putting an answer together: the model's parts into the rules' answer, then the check."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from careercoach.core.logs import log
from careercoach.ports.ai.contract import AiTask, Answer, Made, Why


@dataclass(frozen=True)
class Found:
    """What a model gave."""

    provider: str
    made: Made
    values: dict[str, Any] = field(default_factory=dict)
    """By part, values of the part's type."""


async def compose(task: AiTask[Answer], by_rules: Answer, found: Found, inputs: Mapping[str, Any]) -> Answer:
    """The whole answer. If the check cannot make something of the model's parts, the rules' answer."""
    try:
        return await asyncio.to_thread(_compose, task, by_rules, found, inputs)
    except Exception as error:
        # A check that stumbles over what a model wrote has not said that it is true.
        log.warning("the answer to %s was not usable: %s", task.name, type(error).__name__)
        return ruled(by_rules, "unreadable", found.made.seconds)


def ruled(by_rules: Answer, why: Why, seconds: float) -> Answer:
    """The rules' answer, with the reason why it is theirs."""
    return by_rules.model_copy(update={"source": "embedded", "made": Made(why=why, seconds=seconds)})


def _compose(task: AiTask[Answer], by_rules: Answer, found: Found, inputs: Mapping[str, Any]) -> Answer:
    merged = by_rules.model_copy(deep=True, update=found.values)
    if task.check is not None:
        merged = task.check(merged, inputs, by_rules.model_copy(deep=True))
    checked = task.answer.model_validate(merged.model_dump())
    return checked.model_copy(update={"source": found.provider, "made": found.made})
