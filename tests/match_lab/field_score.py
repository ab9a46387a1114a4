"""Recognition of 46 fields of work from terse resumes. Run: `python -m tests.match_lab.field_score`."""

import sys
from typing import Any

from careercoach.features.matching.service import rank, read_posting
from tests.match_lab.score import profile_of, read_set


def _accepted(case: dict[str, Any]) -> set[str]:
    return {case["field"], *case.get("also", [])}


def judge(*, show: bool = False) -> dict[str, float]:
    """Top-1 and top-3 of the direct guess, and of ranking one short posting per field."""
    cases: list[dict[str, Any]] = read_set("fields")["case"]
    postings = {case["field"]: read_posting(case["posting"]) for case in cases if case["posting"]}
    hits = {"guess, top 1": 0, "guess, top 3": 0, "ranking, top 1": 0, "ranking, top 3": 0}
    for case in cases:
        profile = profile_of(case["resume"])
        guessed = [guess.slug for guess in profile.fields]
        ranked = sorted(postings, key=lambda slug: -rank(profile, postings[slug]).overall)
        for name, order in (("guess", guessed), ("ranking", ranked)):
            hits[f"{name}, top 1"] += order[0] in _accepted(case) if order else 0
            hits[f"{name}, top 3"] += bool(_accepted(case) & set(order[:3]))
            if show and (not order or order[0] not in _accepted(case)):
                print(f"{name}: {case['field']} taken for {order[:3]}")
    return {name: count / len(cases) for name, count in hits.items()}


if __name__ == "__main__":
    for name, value in judge(show="-v" in sys.argv).items():
        print(f"{value:6.3f}  {name}")
