"""Adding up the ledger. Pure: rows and the day are given."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from babel.numbers import format_decimal

from careercoach.features.usage.schemas import Budget, DayFigures, Estimate, Expected, Failure, Latency, Share
from careercoach.ports.ai.asking import Usage
from careercoach.ports.ai.bookkeeping import CHARS_PER_TOKEN
from careercoach.ports.ai.models import Price, cost_of

DAYS = 30
ANSWERED = frozenset({"ok", "repaired"})
NO_FAULT = ANSWERED | {"stopped"}
"""Who stops a stream has not met a fault."""
MOST_PEOPLE = 12
MICRO = 1_000_000
CHARS_PER_RESERVED = 3
"""What is let in is counted with fewer letters a token than there are: rather too little is promised than too much."""
FRAME_CHARS = 1_200
"""What every question holds beside the instructions of its kind and its texts: rules for all, the shape of the reply."""


@dataclass(frozen=True)
class Sum:
    """Calls of one day, task, model, person and outcome, added up by the database."""

    day: date
    task: str
    provider: str
    model: str
    person: str
    outcome: str
    calls: int
    tokens: int
    cost_micro_usd: int
    unpriced: int


def by_day(sums: Iterable[Sum], today: date) -> list[DayFigures]:
    """The last 30 days, empty ones included, oldest first."""
    days = {today - timedelta(days=ago): DayFigures(day=today - timedelta(days=ago)) for ago in range(DAYS - 1, -1, -1)}
    for one in sums:
        if figures := days.get(one.day):
            figures.calls += one.calls
            figures.cost_micro_usd += one.cost_micro_usd
            figures.failed += 0 if one.outcome in NO_FAULT else one.calls
    return list(days.values())


def shares(sums: Iterable[Sum], name: str, *, most: int = 50) -> list[Share]:
    """Added up by the field `name` of the sums ("task", "model", "person"), the dearest first; "" is left out."""
    found: dict[str, Share] = {}
    for one in sums:
        key = getattr(one, name)
        if not key:
            continue
        share = found.setdefault(key, Share(name=key))
        share.calls += one.calls
        share.tokens += one.tokens
        share.cost_micro_usd += one.cost_micro_usd
        share.unpriced += one.unpriced
        share.failed += 0 if one.outcome in NO_FAULT else one.calls
    return sorted(found.values(), key=lambda share: (-share.cost_micro_usd, -share.tokens, share.name))[:most]


def failures(sums: Iterable[Sum]) -> list[Failure]:
    """By provider and outcome, the most frequent first."""
    counts: dict[tuple[str, str], int] = defaultdict(int)
    for one in sums:
        if one.outcome not in NO_FAULT:
            counts[one.provider, one.outcome] += one.calls
    found = [Failure(provider=provider, outcome=outcome, calls=calls) for (provider, outcome), calls in counts.items()]
    return sorted(found, key=lambda one: (-one.calls, one.provider, one.outcome))


def latencies(calls: Iterable[tuple[str, int, int | None]]) -> list[Latency]:
    """From (model, milliseconds, milliseconds to the first word): the busiest model first."""
    taken: dict[str, list[int]] = defaultdict(list)
    first: dict[str, list[int]] = defaultdict(list)
    for model, latency_ms, first_word_ms in calls:
        taken[model].append(latency_ms)
        if first_word_ms is not None:
            first[model].append(first_word_ms)
    found = [
        Latency(
            model=model,
            calls=len(times),
            median_ms=_at(times, 0.5),
            slow_ms=_at(times, 0.9),
            first_word_ms=_at(first[model], 0.5) if first[model] else None,
        )
        for model, times in taken.items()
    ]
    return sorted(found, key=lambda one: (-one.calls, one.model))


def _at(times: Sequence[int], share: float) -> int:
    return sorted(times)[min(len(times) - 1, int(len(times) * share))]


def estimate(
    asked: Sequence[Expected],
    *,
    instructions: int,
    most_out: int,
    budget: Budget,
    price: Price | None,
    is_own: bool,
    language: str,
) -> Estimate:
    """What these questions would take of the day. `instructions` in letters, `most_out` in tokens of one reply."""
    sent = [instructions + FRAME_CHARS + one.sent for one in asked]
    usage = Usage(
        input_tokens=sum(sent) // CHARS_PER_TOKEN,
        output_tokens=sum(one.reply for one in asked) // CHARS_PER_TOKEN,
    )
    cost = cost_of(usage, price)
    # Each question is let in while what it may take at most is there; what it did not take is given back.
    used = answered = 0
    for one, letters in zip(asked, sent, strict=True):
        if not budget.is_open or answered >= budget.calls_left:
            break
        if used + letters // CHARS_PER_RESERVED + most_out > budget.tokens_left:
            break
        used += (letters + one.reply) // CHARS_PER_TOKEN
        answered += 1
    is_enough = answered == len(asked)
    return Estimate(
        questions=len(asked),
        left=budget.calls_left if is_enough else answered,
        is_enough=is_enough,
        cost="" if cost is None else dollars(cost, language),
        is_own=is_own and price is None,
    )


def dollars(micro_usd: int, language: str) -> str:
    """Dollars as the language writes numbers, down to a hundredth of a cent; less than that is not nothing."""
    amount = max(micro_usd / MICRO, 0.0001) if micro_usd > 0 else 0.0
    pattern = "#,##0.00" if amount >= 1 or amount == 0 else "#,##0.0000"
    return f"${format_decimal(amount, pattern, locale=language)}"
