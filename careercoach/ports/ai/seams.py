"""What the engine needs from the rest of the house: masking, marking off, the books, consent, keys.

The engine knows these shapes only. Who stands behind them is chosen where the house is put together.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Literal, Protocol
from uuid import UUID

# ── Masking ───────────────────────────────────────────────────────────────────────────────────────────────────────


class ShieldError(Exception):
    """The text could not be masked for sure: nothing is sent."""


@dataclass(frozen=True)
class Masked:
    """Texts without what names a person, and the way back."""

    texts: Mapping[str, str]
    """The same names as went in. One placeholder stands for one value in all of them."""
    originals: Mapping[str, str]
    """What each placeholder stands for. A placeholder is never part of another one."""
    counts: Mapping[str, int]
    """How many values of each kind were masked, e.g. {"email": 1, "phone": 2}: what the person can look up."""
    restore: Callable[[str], str]
    """Puts the values back into one text of the answer. Only placeholders of these texts become values."""


class Shield(Protocol):
    """Masks all texts of one question together. Fails closed."""

    async def mask(self, texts: Mapping[str, str], *, asker: UUID | None) -> Masked:
        """Raises ShieldError (any other exception counts as one, too) when something might be left."""
        ...


# ── Text of others ────────────────────────────────────────────────────────────────────────────────────────────────


class Fence(Protocol):
    """Marks text of others off as data, with a marker made for this one question."""

    @property
    def rule(self) -> str:
        """What the instructions say about marked texts."""
        ...

    def mark(self, name: str, text: str) -> str:
        """The text between its markers; a marker inside the text is taken out."""
        ...


NewFence = Callable[[], Fence]

# ── Consent and what was sent ─────────────────────────────────────────────────────────────────────────────────────

Consent = Callable[[UUID], Awaitable[bool]]
"""Does this person want their text to go to a model?"""


@dataclass(frozen=True)
class Sent:
    """What is about to leave the house, as it leaves it: masked."""

    asker: UUID | None
    task: str
    provider: str
    host: str
    model: str
    text: str
    masked: Mapping[str, int]


NoteSent = Callable[[Sent], Awaitable[None]]
"""Called before each question goes out; if it raises, nothing goes out."""

# ── Keys ──────────────────────────────────────────────────────────────────────────────────────────────────────────

Keys = Callable[[str], Awaitable[str]]
"""The key of a provider by its name ("openai", "gemini", "local"); "" when there is none. Asked before each question,
so that a key that was set or removed a moment ago counts at once."""

# ── The books ─────────────────────────────────────────────────────────────────────────────────────────────────────

Outcome = Literal[
    "ok", "repaired", "refused", "filtered", "cut", "invalid", "rate", "quota", "key", "missing", "server", "timeout",
    "network", "request", "stopped",
]  # fmt: skip
"""How a call ended. "missing": no such model. "request": the provider does not take such a question."""


@dataclass(frozen=True)
class Wish:
    """What asking once will cost at most: reserved before it is sent, however many tries that takes."""

    asker: UUID | None
    task: str
    tokens: int
    cost_micro_usd: int | None


@dataclass(frozen=True)
class CallEntry:
    """One line of the ledger: one question to one provider, retries included."""

    asker: UUID | None
    task: str
    prompt_version: str
    input_hash: str
    provider: str
    host: str
    model: str
    request_id: str
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    reasoning_tokens: int
    cost_micro_usd: int | None
    """None: the model's price is not known."""
    estimated: bool
    """The provider told no usage (a stream that was stopped): the figures are ours."""
    latency_ms: int
    first_word_ms: int | None
    tries: int
    outcome: Outcome
    at: datetime


@dataclass(frozen=True)
class Reserved:
    """A place in today's budget."""

    id: UUID


@dataclass(frozen=True)
class CacheKey:
    """The same question: same task, prompt, model and inputs, by the same person."""

    asker: UUID | None
    task: str
    prompt_version: str
    model: str
    input_hash: str


@dataclass(frozen=True)
class Kept:
    """An answer from before: the parts a model gave, and who it was."""

    provider: str
    model: str
    parts: dict[str, Any]


class Books(Protocol):
    """Ledger, budgets and cache."""

    async def reserve(self, wish: Wish) -> Reserved | None:
        """A place in the budgets of the person and of all, or None when either is used up."""
        ...

    async def extend(self, place: Reserved, more: Wish) -> bool:
        """Add to a place what asking once more may cost; the question still counts as one. False: nothing is left."""
        ...

    async def settle(self, place: Reserved, entries: list[CallEntry]) -> None:
        """Write the lines and put what was really used in the place of what was reserved. No lines: give it back."""
        ...

    async def find_kept(self, key: CacheKey) -> Kept | None:
        """The answer to the same question, while it is fresh."""
        ...

    async def keep(self, key: CacheKey, kept: Kept) -> None:
        """Keep an answer for the next time."""
        ...
