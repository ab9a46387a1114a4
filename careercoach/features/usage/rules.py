"""Adding up the ledger. Pure: rows and the day are given."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from careercoach.features.usage.schemas import DayFigures, Failure, Latency, Share

DAYS = 30
ANSWERED = frozenset({"ok", "repaired"})
NO_FAULT = ANSWERED | {"stopped"}
"""Who stops a stream has not met a fault."""
MOST_PEOPLE = 12


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
