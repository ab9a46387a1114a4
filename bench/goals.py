"""The goals, and whether a figure meets its own."""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from bench.rounds import Interval

LIMITS = Path(__file__).parent / "limits.toml"
Verdict = Literal["met", "missed", "unclear"]


@dataclass(frozen=True)
class Goal:
    """One line of limits.toml. `wall`: the figure suffers when others use the machine; `absolute`: no ratio."""

    number: int
    what: str
    most: float | None = None
    least: float | None = None
    absolute: bool = False
    wall: bool = False

    @property
    def limit(self) -> str:
        return f"<= {self.most:g}" if self.most is not None else f">= {self.least:g}"

    def judge(self, found: Interval, *, is_busy: bool) -> Verdict:
        """Met on the figure itself; missed only when there is no doubt."""
        if (self.most is None or found.value <= self.most) and (self.least is None or found.value >= self.least):
            return "met"
        near = found.low if self.most is not None else found.high
        is_beyond = near > self.most if self.most is not None else near < (self.least or 0)
        return "missed" if is_beyond and not is_busy else "unclear"


@cache
def limits() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(LIMITS.read_text(encoding="utf-8"))


def goal(name: str) -> Goal:
    """One goal by its name in the file."""
    return Goal(**limits()["goals"][name])


@dataclass(frozen=True)
class Scale:
    """How much is measured; see [scale] of limits.toml."""

    rounds: int
    warm_up: int
    documents: int
    fan_out_documents: int
    resume_repeats: int
    clients: int
    arrival_per_s: float
    arrival_s: float
    events: int
    flat_out_clients: int
    logins: int
    login_clients: int
    storm_clients: int
    storm_per_s: float
    storm_s: float
    starts: int
    idle_sessions: int
    settle_s: float
    page_runs: int
    mails: int
    people: int
    crowd: int
    crowd_s: float
    requests: int
    request_clients: int
    idle_s: float


def scale(*, quick: bool) -> Scale:
    """The full or the quick measure."""
    return Scale(**limits()["scale"]["quick" if quick else "full"])
