"""What one question cost: a line of the ledger for each provider that was asked."""

from dataclasses import dataclass, field, replace
from time import monotonic
from uuid import UUID

from careercoach.core.clock import utc_now
from careercoach.ports.ai.asking import Provider, ProviderFaultError, Question, Reply, Usage
from careercoach.ports.ai.models import KnownModels, cost_of, find_price
from careercoach.ports.ai.seams import CallEntry, Outcome

CHARS_PER_TOKEN = 4
UNPAID: frozenset[Outcome] = frozenset({"rate", "quota", "key", "missing", "request", "network", "server"})
"""Calls that were turned away: no tokens were used."""


@dataclass(frozen=True)
class Turn:
    """One provider and the model it is asked for."""

    provider: Provider
    model: str


@dataclass
class Sheet:
    """The lines of one question, as they come about."""

    asker: UUID | None
    task: str
    prompt_version: str
    input_hash: str
    known: KnownModels
    entries: list[CallEntry] = field(default_factory=list)

    def write(
        self,
        turn: Turn,
        question: Question,
        *,
        outcome: Outcome,
        began: float,
        reply: Reply | None = None,
        text: str = "",
        tries: int = 1,
        first_word: float | None = None,
        request_id: str = "",
    ) -> CallEntry:
        """Add a line. `began` and `first_word` are monotonic times; `text`: what had come when no reply was whole."""
        usage = reply.usage if reply else Usage()
        # Turned away costs nothing; a text that broke off has been paid for.
        is_paid = outcome not in UNPAID or bool(text)
        if not usage.known and is_paid:
            usage = _estimate(question, reply.text if reply else text)
        model = (reply.model if reply else "") or turn.model
        price = find_price(model, self.known) or find_price(turn.model, self.known)
        entry = CallEntry(
            asker=self.asker,
            task=self.task,
            prompt_version=self.prompt_version,
            input_hash=self.input_hash,
            provider=turn.provider.name,
            host=turn.provider.host,
            model=model,
            request_id=(reply.request_id if reply else request_id)[:100],
            input_tokens=usage.input_tokens,
            cached_tokens=usage.cached_tokens,
            output_tokens=usage.output_tokens,
            reasoning_tokens=usage.reasoning_tokens,
            cost_micro_usd=cost_of(usage, price),
            estimated=not usage.known and is_paid,
            latency_ms=round((monotonic() - began) * 1000),
            first_word_ms=None if first_word is None else round((first_word - began) * 1000),
            tries=tries,
            outcome=outcome,
            at=utc_now(),
        )
        self.entries.append(entry)
        return entry

    def amend(self, outcome: Outcome) -> None:
        """The last reply turned out to be something else than it seemed."""
        self.entries[-1] = replace(self.entries[-1], outcome=outcome)

    @property
    def cost_micro_usd(self) -> int | None:
        """Of all lines together; None as soon as one is not known."""
        costs = [entry.cost_micro_usd for entry in self.entries]
        return None if None in costs else sum(cost for cost in costs if cost is not None)


def outcome_of(fault: ProviderFaultError) -> Outcome:
    """The ledger's word for a fault."""
    return fault.kind


def _estimate(question: Question, text: str) -> Usage:
    return Usage(input_tokens=len(question.words) // CHARS_PER_TOKEN, output_tokens=-(-len(text) // CHARS_PER_TOKEN))
