"""How well resumes are read: `python -m tests.resumes_lab.score [--per-layout N] [--layout NAME] [--goals]`.

Makes the lab's resumes, reads each, compares with the truth and prints F1 for each field, by layout and by language.
"""

import argparse
import sys
import time
from collections import defaultdict
from statistics import median

from careercoach.features.resumes.rules.read import read_resume
from careercoach.ports.resume_text import read_document
from tests.resumes_lab.compare import FIELDS, Count, Counts, compare
from tests.resumes_lab.layouts import LAYOUTS
from tests.resumes_lab.make import Sample, make_sample, plan_samples

GOALS = {
    "name": 0.95, "email": 0.99, "phone": 0.99, "title": 0.85, "employer": 0.80, "pair": 0.75, "school": 0.90, "skills": 0.88,
}  # fmt: skip
MEAN_GOAL = 0.90
SEVEN = ("name", "email", "phone", "title", "employer", "school", "skills")

Table = dict[str, Counts]


def score_sample(sample: Sample) -> Counts:
    """Counts for one generated resume."""
    return compare(read_resume(read_document(sample.data, sample.file_name)).resume, sample.truth)


def score_all(per_layout: int, layout: str = "") -> tuple[Table, list[float]]:
    """Counts by layout, by language and for all together; seconds of reading for each file."""
    table: Table = defaultdict(dict)
    seconds: list[float] = []
    for made, seed, language in plan_samples(per_layout):
        if layout and layout != made.name:
            continue
        sample = make_sample(made, seed, language)
        started = time.perf_counter()
        counts = score_sample(sample)
        seconds.append(time.perf_counter() - started)
        for name in (sample.layout, f"({language})", "ALL"):
            for field, count in counts.items():
                table[name].setdefault(field, Count())
                table[name][field] += count
    return table, seconds


def mean_of_seven(counts: Counts) -> float:
    """The mean F1 of the seven scored fields."""
    return sum(counts[field].f1() or 0.0 for field in SEVEN) / len(SEVEN)


def print_table(table: Table) -> None:
    """One line for each layout and language, all together last."""
    print(f"{'layout':24}" + "".join(f"{field:>10}" for field in FIELDS))
    for name in sorted(table, key=lambda name: (name == "ALL", name.startswith("("), name)):
        cells = [table[name].get(field, Count()).f1() for field in FIELDS]
        print(f"{name:24}" + "".join(f"{cell:10.2f}" if cell is not None else f"{'–':>10}" for cell in cells))


def missed_goals(counts: Counts) -> list[str]:
    """The goals that are not met, in words."""
    missed = [
        f"{field} {counts[field].f1():.3f} < {goal}"
        for field, goal in GOALS.items()
        if (counts[field].f1() or 0) < goal
    ]
    mean = mean_of_seven(counts)
    return [*missed, *([f"mean {mean:.3f} < {MEAN_GOAL}"] if mean < MEAN_GOAL else [])]


def main(arguments: list[str] | None = None) -> int:
    """0, or 1 when `--goals` is given and one is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--per-layout", type=int, default=4)
    parser.add_argument("--layout", default="", choices=["", *(layout.name for layout in LAYOUTS)])
    parser.add_argument("--goals", action="store_true", help="fail when a goal is missed")
    args = parser.parse_args(arguments)
    table, seconds = score_all(args.per_layout, args.layout)
    print_table(table)
    print(
        f"\nfiles {len(seconds)}   mean of seven {mean_of_seven(table['ALL']):.3f}   median time {1000 * median(seconds):.0f} ms"
    )
    missed = missed_goals(table["ALL"])
    for line in missed:
        print(f"missed: {line}")
    return int(bool(missed) and args.goals)


if __name__ == "__main__":
    sys.exit(main())
