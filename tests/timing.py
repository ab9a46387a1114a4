"""How long a thing may take on a machine that has other things to do as well.

A bound on wall-clock time holds on a machine at rest. On a busy one every program waits its turn, and a test that fails
for it says nothing about the code. What only computes is measured by `time.process_time`; for everything else,
servers above all, the bound is stretched by as much as a small calculation is held up at that moment.
"""

import time

_SAMPLE_S = 0.05


def slowness() -> float:
    """Wall-clock time over computing time of a small calculation: 1.0 on a machine at rest, 3.0 where two others compete."""
    wall, busy = time.perf_counter(), time.thread_time()
    while time.thread_time() - busy < _SAMPLE_S:
        sum(range(1000))
    return max(1.0, (time.perf_counter() - wall) / _SAMPLE_S)


def stretched(seconds: float) -> float:
    """`seconds` on a machine at rest, as long as they are on this one now."""
    return seconds * slowness()
