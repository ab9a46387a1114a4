"""What a question to the coach is, what an answer is, and who can answer."""

import asyncio
import hashlib
import inspect
import re
from collections.abc import AsyncGenerator, Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Generic, Literal, Protocol, TypeVar
from uuid import UUID

from pydantic import BaseModel, Field

Why = Literal["", "no_provider", "no_consent", "over_budget", "unavailable", "unreadable", "shield"]
"""Why the rules answered although a model could have: nobody is set up, the person does not want it, the budget of
the day is used up, no provider answered, no answer could be used, or the text could not be masked."""


class Made(BaseModel):
    """How an answer came about. Small print of a page, and what the ledger is checked against."""

    engine: str = "embedded"
    """"embedded", or the provider: "openai", "gemini", "local"."""
    model: str = ""
    """As the provider named it in its reply."""
    prompt_version: str = ""
    input_hash: str = ""
    """SHA-256 (hex) of the inputs as the coach got them."""
    input_tokens: int = 0
    output_tokens: int = 0
    cost_micro_usd: int | None = 0
    """Millionths of a dollar; None when the price of the model is not known."""
    seconds: float = 0.0
    cached: bool = False
    """The same question had been answered before: this answer cost nothing."""
    by_rules: list[str] = []
    """Names of the parts that the embedded coach gave, because those of the model were missing or wrong."""
    cut: bool = False
    """A stream ended before its end: what had arrived is kept."""
    why: Why = ""


class CoachAnswer(BaseModel):
    """The base of every answer's shape."""

    source: str = "embedded"
    """Who gave it: "embedded" for our own rules, else the provider's name. Set by the coach."""
    made: Made = Field(default_factory=Made)
    """How it came about. Set by the coach."""


OWN_FIELDS = frozenset({"source", "made"})
"""Fields the coach sets; no model is asked for them."""

Answer = TypeVar("Answer", bound=CoachAnswer)
Check = Callable[[Any, Mapping[str, Any], Any], Any]
"""(answer, inputs, the embedded answer) -> answer: drops what is not true, bounds what may not stray."""


@dataclass(frozen=True)
class Limits:
    """What one question may cost at most."""

    max_output_tokens: int = 1500
    timeout_s: float | None = None
    """For all tries of one provider together; None = the provider's own from the settings."""
    max_source_chars: int = 24_000
    """Each input longer than this is cut before it is sent."""


@dataclass(frozen=True)
class AiTask(Generic[Answer]):
    """One kind of question. It cannot be written without `embedded`, the rule that answers if nobody else does.

    The rule takes the inputs of `ask` by name, `language` among them: the answer is in that language. A model fills
    `parts` only; each part that is missing or wrong is taken from the rule's answer, then `check` has the last word.
    """

    name: str
    prompt: str
    """Instructions; `{name}` is filled with the input of that name, unless that is one of `sources`."""
    answer: type[Answer]
    embedded: Callable[..., Answer]
    version: str = "1"
    """Of the prompt. The text of the prompt counts too: changing it asks anew."""
    sources: tuple[str, ...] = ()
    """Inputs that others wrote (resume, posting, answer, chat): marked off as data, never part of an instruction."""
    shown: tuple[str, ...] | None = None
    """Inputs a model gets to see; None = all. The others are for the rule and the check only."""
    parts: tuple[str, ...] | None = None
    """Fields of the answer that a model fills; None = all. The rest is the rule's."""
    check: Check | None = None
    limits: Limits = field(default_factory=Limits)
    personal: bool = True
    """About a person: without an `asker` who agreed, no model is asked. False only for texts about nobody."""
    words: str = ""
    """For `stream`: the field of the answer that holds the running text."""
    grounded: bool = False
    """Answered with a web search; only a provider that can search is asked."""
    links: str = ""
    """For a grounded task: the field that takes the pages found (`list[GroundedLink]`), each one looked at by us."""

    def __post_init__(self) -> None:
        if "language" not in inspect.signature(self.embedded).parameters:
            raise TypeError(f"the embedded rule of {self.name} takes no language")
        if self.grounded and not self.links:
            raise TypeError(f"{self.name} has no field for what a search finds")
        unknown = {*(self.parts or ()), *filter(None, (self.words, self.links))} - set(self.answer.model_fields)
        if unknown:
            raise TypeError(f"{self.name} names parts that its answer has not: {', '.join(sorted(unknown))}")

    @property
    def prompt_version(self) -> str:
        """The version and a fingerprint of the prompt's text, e.g. "2-9f3a01bc"."""
        return f"{self.version}-{hashlib.sha256(self.prompt.encode()).hexdigest()[:8]}"

    @property
    def asked_parts(self) -> tuple[str, ...]:
        """The fields a model is asked for."""
        names = self.answer.model_fields if self.parts is None else self.parts
        return tuple(name for name in names if name not in OWN_FIELDS)


@dataclass(frozen=True)
class Words:
    """Running text of a streamed answer: append it."""

    text: str


class Coach(Protocol):
    """What a coach can do."""

    async def ask(self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any) -> Answer:
        """The answer, checked against the task's shape, with its source recorded. `asker`: the person it is for."""
        ...

    def stream(
        self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any
    ) -> AsyncGenerator[Words | Answer]:
        """Pieces of `task.words` as they come, then the whole checked answer (show it in place of the pieces).

        Close the generator to stop: the connection to the provider ends, and with it what is paid.
        """
        ...


class EmbeddedCoach:
    """Answers every task by its own rule, off the event loop. Needs no key and no network."""

    async def ask(self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any) -> Answer:
        return await answer_by_rules(task, language=language, inputs=inputs, why="no_provider")

    async def stream(
        self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any
    ) -> AsyncGenerator[Words | Answer]:
        answer = await self.ask(task, language=language, asker=asker, **inputs)
        for piece in in_pieces(str(getattr(answer, task.words, ""))):
            yield Words(piece)
        yield answer


async def answer_by_rules(task: AiTask[Answer], *, language: str, inputs: Mapping[str, Any], why: Why = "") -> Answer:
    """What the task's own rule says, checked again: a rule may have changed the object after it was validated."""
    answer = await asyncio.to_thread(task.embedded, language=language, **inputs)
    checked = task.answer.model_validate(answer.model_dump())
    return checked.model_copy(update={"source": "embedded", "made": Made(why=why)})


def in_pieces(text: str) -> list[str]:
    """A text in pieces of a few words each, to be shown one after the other; joined they are the text."""
    return re.findall(r"\s*(?:\S+\s*){1,4}", text) or ([text] if text else [])


def read_prompt(module_file: str, name: str) -> str:
    """`prompts/<name>.md` beside the module: `read_prompt(__file__, "analyse")`."""
    return (Path(module_file).parent / "prompts" / f"{name}.md").read_text(encoding="utf-8")
