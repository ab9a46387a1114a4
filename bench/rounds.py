"""Contenders take turns in random order; what comes out are samples, medians and their intervals."""

import random
import statistics
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass

Contender = Callable[[], Awaitable[float]]
"""Runs once and says what it cost, in any unit."""


@dataclass(frozen=True)
class Interval:
    """A figure and the bootstrap interval around it."""

    value: float
    low: float
    high: float


async def take_turns(contenders: Mapping[str, Contender], *, rounds: int, warm_up: int) -> dict[str, list[float]]:
    """Samples by contender. A burst of other work then hits all of them alike."""
    order = random.Random(0)
    samples: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(warm_up + rounds):
        for name in order.sample(list(contenders), len(contenders)):
            cost = await contenders[name]()
            if number >= warm_up:
                samples[name].append(cost)
    return samples


def p95(samples: Sequence[float]) -> float:
    """The value that one in twenty exceeds."""
    ordered = sorted(samples)
    return ordered[min(len(ordered) - 1, int(0.95 * len(ordered)))]


def ratio(app: Sequence[float], raw: Sequence[float], *, times: int, confidence: float) -> Interval:
    """Median of ours over median of theirs."""
    pick = random.Random(1)
    value = statistics.median(app) / statistics.median(raw)
    drawn = [_redrawn(pick, app) / _redrawn(pick, raw) for _ in range(times)]
    return _interval(value, drawn, confidence)


def median(app: Sequence[float], *, times: int, confidence: float) -> Interval:
    """Median of one set of samples."""
    pick = random.Random(1)
    return _interval(statistics.median(app), [_redrawn(pick, app) for _ in range(times)], confidence)


def _redrawn(pick: random.Random, samples: Sequence[float]) -> float:
    return statistics.median(pick.choices(samples, k=len(samples)))


def _interval(value: float, drawn: list[float], confidence: float) -> Interval:
    ordered = sorted(drawn)
    edge = int((1 - confidence) / 2 * len(ordered))
    return Interval(value, ordered[edge], ordered[-1 - edge])
