"""The coach: somebody to ask for an opinion in a fixed shape. Without any key the rules of the task answer.

ANALYSE = AiTask(name="resumes.analyse", prompt=read_prompt(__file__, "analyse"), answer=ResumeReport,
                 embedded=analyse_by_rules)
report = await coach().ask(ANALYSE, language="en", resume_text=...)
"""

import asyncio
import inspect
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, Protocol, TypeVar
from uuid import UUID

from pydantic import BaseModel


class CoachAnswer(BaseModel):
    """The base of every answer's shape."""

    source: str = "embedded"
    """Who gave it: "embedded" for our own rules, else the provider's name. Set by the coach."""


Answer = TypeVar("Answer", bound=CoachAnswer)


@dataclass(frozen=True)
class AiTask(Generic[Answer]):
    """One kind of question. It cannot be written without `embedded`, the rule that answers if nobody else does.

    The rule takes the inputs of `ask` by name, `language` among them: the answer is in that language.
    """

    name: str
    prompt: str
    answer: type[Answer]
    embedded: Callable[..., Answer]

    def __post_init__(self) -> None:
        if "language" not in inspect.signature(self.embedded).parameters:
            raise TypeError(f"the embedded rule of {self.name} takes no language")


class Coach(Protocol):
    """What a coach can do."""

    async def ask(self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any) -> Answer:
        """The answer, checked against the task's shape, with its source recorded. `asker`: the person it is for."""
        ...


class EmbeddedCoach:
    """Answers every task by its own rule, off the event loop. Needs no key and no network."""

    async def ask(self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any) -> Answer:
        answer = await asyncio.to_thread(task.embedded, language=language, **inputs)
        # Checked again: a rule may have changed the object after it was validated.
        checked = task.answer.model_validate(answer.model_dump())
        return checked.model_copy(update={"source": "embedded"})


def read_prompt(module_file: str, name: str) -> str:
    """`prompts/<name>.md` beside the module: `read_prompt(__file__, "analyse")`."""
    return (Path(module_file).parent / "prompts" / f"{name}.md").read_text(encoding="utf-8")


_coach: Coach = EmbeddedCoach()


def coach() -> Coach:
    """The coach in use."""
    return _coach
