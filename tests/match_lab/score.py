"""Prints how well matching does on our own judged sets. Run: `python -m tests.match_lab.score`."""

import random
import tomllib
from datetime import date
from itertools import product
from pathlib import Path
from typing import Any

from careercoach.features.matching.schemas import MatchProfile, Posting
from careercoach.features.matching.service import build_profile, rank, read_posting
from careercoach.features.resumes.rules.read import read_resume
from careercoach.ports.resume_text import read_document

FOLDER = Path(__file__).parent
TODAY = date(2025, 1, 15)
Pairs = list[tuple[float, bool]]


def read_set(name: str) -> dict[str, Any]:
    """One TOML file of the lab."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def profile_of(text: str) -> MatchProfile:
    """A text resume, read as the shell command reads it."""
    parsed = read_resume(read_document(text.strip().encode(), "resume.txt"))
    return build_profile(parsed.as_json_resume(), today=TODAY, text=parsed.text)


def auc(pairs: Pairs) -> float:
    """The chance that a good pair scores above a bad one."""
    good = [score for score, is_good in pairs if is_good]
    bad = [score for score, is_good in pairs if not is_good]
    wins = sum((one > other) + 0.5 * (one == other) for one in good for other in bad)
    return wins / (len(good) * len(bad)) if good and bad else 1.0


def balanced(found: list[tuple[bool, bool]]) -> float:
    """Mean of the hit rates of FIT and UNFIT, from (said FIT, is FIT)."""
    rates = [
        sum(said == truth for said, truth in found if truth is kind) / max(1, sum(truth is kind for _, truth in found))
        for kind in (True, False)
    ]
    return sum(rates) / 2


def grade(resume: str, posting: dict[str, Any]) -> int:
    """2 = would be invited, 1 = might be, 0 = not."""
    return 2 if resume in posting["strong"] else 1 if resume in posting["fair"] else 0


def judge() -> dict[str, float]:
    """All figures of the ranking and verdict sets."""
    profiles = {name: profile_of(entry["text"]) for name, entry in read_set("resumes").items()}
    judged = read_set("postings")
    postings: dict[str, Posting] = {name: read_posting(entry["text"]) for name, entry in judged.items()}
    rows = [
        (resume, posting, grade(resume, judged[posting]), rank(profiles[resume], postings[posting]))
        for resume, posting in product(profiles, postings)
    ]
    triples = [(r, p, g, found.overall) for r, p, g, found in rows]
    by_resume = [[(o, g > 0) for r, _, g, o in triples if r == name] for name in profiles]
    by_posting = [[(o, g > 0) for _, p, g, o in triples if p == name] for name in postings]
    ordered = [
        (one[3] > other[3]) + 0.5 * (one[3] == other[3])
        for one, other in product(triples, triples)
        if one[0] == other[0] and one[2] > other[2] and other[2] + one[2] > 0 and (other[2] > 0 or _is_near(one, other))
    ]
    return {
        "AUC, invited or maybe against not": auc([(o, g > 0) for _, _, g, o in triples]),
        "AUC, invited against all others": auc([(o, g == 2) for _, _, g, o in triples]),
        "AUC per resume": _mean([auc(pairs) for pairs in by_resume if any(good for _, good in pairs)]),
        "AUC per posting": _mean([auc(pairs) for pairs in by_posting if any(good for _, good in pairs)]),
        "ordered pairs": _mean(ordered),
        "balanced accuracy of the verdict (invited or not at all)": balanced(
            [(found.verdict == "FIT", g == 2) for _, _, g, found in rows if g != 1]
        ),
        "balanced accuracy, hard (maybe counts as not)": balanced(
            [(found.verdict == "FIT", g == 2) for _, _, g, found in rows if g or found.overall > 30]
        ),
    }


def _is_near(one: tuple[str, str, int, float], other: tuple[str, str, int, float]) -> bool:
    return random.Random(one[1] + other[1]).random() < 0.1


def _mean(values: list[Any]) -> float:
    return sum(values) / len(values) if values else 1.0


def main() -> None:
    """Prints the table."""
    for name, value in judge().items():
        print(f"{value:6.3f}  {name}")


if __name__ == "__main__":
    main()
