"""Precision and recall of the gaps on our own set. Run: `python -m tests.match_lab.gap_score`."""

import re
import sys

from careercoach.cli.match import gaps_of
from careercoach.content.scan import find_skills
from careercoach.features.matching.service import match, read_posting
from tests.match_lab.score import profile_of, read_set


def normal(name: str) -> str:
    """A skill's name without signs, spaces and case."""
    return re.sub(r"[^\w+#]+", "", name.lower())


def same(one: str, other: str) -> bool:
    """By name, or by being names of one skill."""
    if normal(one) == normal(other):
        return True
    left, right = ({found.slug for found in find_skills(name)} for name in (one, other))
    return bool(left & right)


def judge(*, show: bool = False) -> tuple[float, float, float]:
    """Precision, recall and F1 over all cases."""
    hits = found_all = truth_all = 0
    for name, case in read_set("gaps").items():
        report = match(profile_of(case["resume"]), read_posting(case["posting"]))
        found = [gap["skill"] for gap in gaps_of(report)]
        truth: list[str] = case["gaps"]
        met = [want for want in truth if any(same(want, gap) for gap in found)]
        extra = [gap for gap in found if not any(same(want, gap) for want in truth)]
        hits, found_all, truth_all = hits + len(met), found_all + len(met) + len(extra), truth_all + len(truth)
        if show and (extra or len(met) < len(truth)):
            print(f"{name}: too many {extra}, not found {[want for want in truth if want not in met]}")
    precision, recall = hits / max(1, found_all), hits / max(1, truth_all)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


if __name__ == "__main__":
    print("precision {:.3f}  recall {:.3f}  F1 {:.3f}".format(*judge(show="-v" in sys.argv)))
