"""What a provider is asked, what it replies, and the ways it may fail: one language for all of them."""

from collections.abc import AsyncGenerator
from dataclasses import dataclass, replace
from typing import Any, Literal, Protocol

FaultKind = Literal["rate", "quota", "key", "missing", "server", "timeout", "network", "request", "invalid"]
"""rate: too many at once. quota: the account is empty. key: refused. missing: no such model. request: not a question
this provider takes. invalid: the reply is not what the protocol promises (a web page, half a JSON)."""

RETRIED: frozenset[FaultKind] = frozenset({"rate", "server", "network", "timeout", "invalid"})
"""Faults that may pass. A quota that is gone does not come back within a question."""

Finish = Literal["stop", "cut", "refused", "filtered"]


class ProviderFaultError(Exception):
    """A provider did not answer. `retry_after_s`: how long it asked us to wait; `detail` never holds a key."""

    def __init__(
        self, kind: FaultKind, detail: str = "", *, retry_after_s: float | None = None, request_id: str = ""
    ) -> None:
        super().__init__(f"{kind}: {detail}"[:300])
        self.kind: FaultKind = kind
        self.detail = detail[:300]
        self.retry_after_s = retry_after_s
        self.request_id = request_id


@dataclass(frozen=True)
class Question:
    """One request."""

    system: str
    user: str
    max_output_tokens: int
    model: str = ""
    """"" = the provider's own choice."""
    schema: dict[str, Any] | None = None
    """JSON Schema of the reply; None = running text."""
    schema_name: str = "answer"
    strict: bool = True
    """False: the schema holds what strict mode refuses (open objects)."""
    earlier: tuple[tuple[str, str], ...] = ()
    """Replies that could not be used, each with what was wrong: the repair."""
    search: bool = False

    @property
    def words(self) -> str:
        """Everything that leaves the house with it, as one text."""
        return "\n\n".join((self.system, self.user, *(part for turn in self.earlier for part in turn)))

    def again(self, reply: str, complaint: str) -> "Question":
        """The same question with an unusable reply and what was wrong with it."""
        return replace(self, earlier=(*self.earlier, (reply, complaint)))


@dataclass(frozen=True)
class Usage:
    """Tokens as the provider counted them."""

    input_tokens: int = 0
    cached_tokens: int = 0
    output_tokens: int = 0
    """Thinking included."""
    reasoning_tokens: int = 0
    searches: int = 0
    """On the web, for this answer: billed one by one."""
    known: bool = False
    """False: the provider told nothing."""


@dataclass(frozen=True)
class FoundLink:
    """A page that a search of the provider found; the address may be a redirect."""

    url: str
    title: str


@dataclass(frozen=True)
class Reply:
    """What came back."""

    text: str
    model: str
    finish: Finish
    usage: Usage = Usage()
    request_id: str = ""
    links: tuple[FoundLink, ...] = ()
    refusal: str = ""


class Provider(Protocol):
    """Somebody who can be asked."""

    @property
    def name(self) -> str:
        """ "openai", "gemini" or "local"."""
        ...

    @property
    def host(self) -> str:
        """Where the text goes, for the ledger and the person."""
        ...

    @property
    def model(self) -> str:
        """The model used when the question names none."""
        ...

    @property
    def timeout_s(self) -> float:
        """How long one question may take, all tries together."""
        ...

    @property
    def is_local(self) -> bool:
        """A slow machine of one's own: patience is as long as its timeout says."""
        ...

    @property
    def can_search(self) -> bool: ...

    @property
    def thinking_tokens(self) -> int:
        """Output a question may take on top of its answer: the provider adds it to the question's limit by itself."""
        ...

    @property
    def account(self) -> str:
        """Changes with address and key: what is known about a provider is known about this account."""
        ...

    async def ask(self, question: Question, *, timeout_s: float) -> Reply:
        """One try. Raises ProviderFaultError."""
        ...

    def stream(self, question: Question, *, timeout_s: float) -> AsyncGenerator[str | Reply]:
        """Running text as it comes, then the reply as a whole. Closing it ends the connection.

        Raises ProviderFaultError, also in the middle of the text.
        """
        ...

    async def list_models(self, *, timeout_s: float) -> list[dict[str, Any]]:
        """What the provider says about its models: "id", and whatever else it tells. Raises ProviderFaultError."""
        ...
