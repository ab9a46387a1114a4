"""Collects figures and shows them: a table for people, JSON for the record."""

import json
import os
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

from bench.goals import Goal, Scale, Verdict, goal, limits
from bench.machine import Watch, describe
from bench.rounds import Interval, median, p95, ratio


@dataclass(frozen=True)
class Figure:
    """One measured goal. `app` and `raw` are medians in `unit`."""

    name: str
    goal: Goal
    unit: str
    app: float
    app_p95: float
    raw: float | None
    found: Interval
    verdict: Verdict
    is_busy: bool
    samples: dict[str, list[float]]


@dataclass
class Bench:
    """What a module is given: how much to measure, a folder for its files, and where to put figures."""

    scale: Scale
    folder: Path
    figures: list[Figure] = field(default_factory=list[Figure])
    notes: list[str] = field(default_factory=list[str])
    others: dict[str, float] = field(default_factory=dict[str, float])
    watch: Watch = field(default_factory=Watch)

    def add(self, name: str, *, app: Sequence[float], raw: Sequence[float] = (), unit: str) -> None:
        """Judge one goal by its samples."""
        machine, wanted = limits()["machine"], goal(name)
        how = {"times": machine["bootstrap"], "confidence": machine["confidence"]}
        found = median(app, **how) if wanted.absolute else ratio(app, raw, **how)
        is_busy = wanted.wall and self.watch.others() > machine["others_most"]
        figure = Figure(
            name, wanted, unit, statistics.median(app), p95(app), statistics.median(raw) if raw else None, found,
            wanted.judge(found, is_busy=is_busy), is_busy, {"app": list(app), "raw": list(raw)},
        )  # fmt: skip
        self.figures.append(figure)
        print(f"  {row(figure)}", flush=True)

    def note(self, words: str) -> None:
        """Something that is good to know and no goal."""
        self.notes.append(words)
        print(f"  {words}", flush=True)

    @property
    def has_failed(self) -> bool:
        return any(figure.verdict == "missed" for figure in self.figures)


def _short(value: float | None, unit: str = "") -> str:
    if value is None:
        return "-"
    return f"{value:.0f} {unit}".strip() if abs(value) >= 100 else f"{value:.3g} {unit}".strip()


def row(figure: Figure) -> str:
    """One line of the table."""
    found, about = figure.found, figure.goal
    verdict = f"{figure.verdict} (busy machine)" if figure.is_busy and figure.verdict != "met" else figure.verdict
    cells = (
        str(about.number), about.what, _short(figure.app, figure.unit), _short(figure.raw, figure.unit),
        f"{_short(found.value)} ({_short(found.low)}-{_short(found.high)})", about.limit, verdict,
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def table(bench: Bench) -> str:
    """All figures in Markdown, with what the machine was doing."""
    lines = ["| # | what | ours | counterpart | ratio or figure (95 %) | goal | |", "|---|---|---|---|---|---|---|"]
    lines += [row(figure) for figure in bench.figures]
    load = [f"{value:.1f}" for value in (bench.watch.load_before[0], os.getloadavg()[0])]
    shares = ", ".join(f"{name} {share:.0%}" for name, share in bench.others.items())
    lines += ["", f"Load before and after: {load[0]}, {load[1]}. Cores used by other programs: {shares}."]
    return "\n".join([*lines, *bench.notes])


def save(bench: Bench, folder: Path) -> Path:
    """Everything measured, in a file named by the time."""
    now = datetime.now(UTC)
    path = folder / f"{now:%Y%m%dT%H%M%SZ}.json"
    content = {
        "at": now.isoformat(),
        "machine": describe(),
        "load": {"before": bench.watch.load_before, "after": os.getloadavg(), "others": bench.others},
        "scale": asdict(bench.scale),
        "notes": bench.notes,
        "figures": [asdict(figure) for figure in bench.figures],
    }
    folder.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(content, indent=1), encoding="utf-8")
    return path
