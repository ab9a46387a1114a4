"""The smallest set of steps that turns a NOT YET into a FIT."""

from collections.abc import Callable, Sequence
from itertools import combinations
from typing import NamedTuple

TRIED_MOST = 500
"""Combinations looked at for a cheaper set of the same size; beyond that the first found stays."""


class Step(NamedTuple):
    """A gap that could be closed: its key, what closing it adds (any scale, additive), and its hours."""

    key: str
    gain: float
    hours: int


def smallest_set(steps: Sequence[Step], is_needed: Callable[[Step], bool], short_by: float) -> list[Step] | None:
    """The fewest steps that hold all needed ones and gain `short_by`; of equally few the ones with least hours.

    None when not even all of them are enough. Since gains add up, taking the largest first gives the fewest, and
    leaving out any one of the fewest is not enough.
    """
    needed = [step for step in steps if is_needed(step)]
    optional = sorted(
        (step for step in steps if not is_needed(step)), key=lambda step: (-step.gain, step.hours, step.key)
    )
    left = short_by - sum(step.gain for step in needed)
    count = 0
    for step in optional:
        if left <= 1e-9:
            break
        left -= step.gain
        count += 1
    if left > 1e-9:
        return None
    return needed + _cheapest(optional, count, short_by - sum(step.gain for step in needed))


def _cheapest(optional: list[Step], count: int, short_by: float) -> list[Step]:
    best = optional[:count]
    least = sum(step.hours for step in best)
    for tried, chosen in enumerate(combinations(optional, count)):
        if tried > TRIED_MOST:
            break
        hours = sum(step.hours for step in chosen)
        if hours < least and sum(step.gain for step in chosen) >= short_by - 1e-9:
            best, least = list(chosen), hours
    return best
