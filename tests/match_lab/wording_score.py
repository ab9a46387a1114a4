"""How postings in many wordings are read, and what the resumes beside them get.

Run: `python -m tests.match_lab.wording_score`, with `-v` for every miss.
"""

import re
import sys
from collections.abc import Iterable
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from careercoach.cli.match import gaps_of
from careercoach.content.scan import find_skills
from careercoach.features.matching.schemas import MatchProfile, Posting
from careercoach.features.matching.service import build_profile, match, read_posting
from careercoach.features.resumes.rules.read import read_resume
from careercoach.ports.resume_text import read_document
from tests.match_lab.score import balanced, read_set

TODAY = date(2026, 11, 21)
PAY_OFF = 0.08
"""How far a yearly pay may lie from the truth: months and weeks do not divide evenly."""


class Said(NamedTuple):
    """A requirement, certificate or gap: its names, and the skill when the graph knows one."""

    names: tuple[str, ...]
    slug: str | None = None


@cache
def _slugs(label: str) -> frozenset[str]:
    posting = read_posting(f"Requirements\n- {label}")
    read = {item.slug for item in (*posting.requirements, *posting.languages) if item.slug}
    return frozenset(read | {found.slug for found in find_skills(label)})


def _plain(name: str) -> str:
    return re.sub(r"[^\w+#]+", "", name.lower())


def same(label: str, said: Said) -> bool:
    """One's words within the other's, or names of one skill."""
    want = _plain(label)
    for name in map(_plain, said.names):
        if want == name or (len(want) > 3 and want in name) or (len(name) > 3 and name in want):
            return True
    return said.slug in _slugs(label)


def _lists(posting: Posting) -> tuple[list[Said], list[Said], list[Said]]:
    """What was read as asked for, as a must of the trade, and as welcome."""
    certificates = [Said((quote.quote,)) for quote in posting.certificates]
    items = [(item, Said((item.name, item.quote), item.slug)) for item in (*posting.requirements, *posting.languages)]
    asked = [said for item, said in items if item.strength != "nice"]
    musts = [said for item, said in items if item.strength == "must" and item.kind != "soft"]
    return [*asked, *certificates], musts, [*(said for item, said in items if item.strength == "nice"), *certificates]


def _facts(posting: Posting, truth: dict[str, Any]) -> Iterable[tuple[str, bool]]:
    title, wanted = _plain(posting.title), _plain(truth["title"])
    yield "title", wanted in title or (len(title) > 4 and title in wanted)
    if "years" in truth:
        yield "years", (posting.years_least or 0) == truth["years"]
    for key, found in (("place", posting.place), ("education", posting.education), ("contract", posting.contract)):
        if key in truth:
            yield key, found == truth[key]
    if "location" in truth:
        yield "location", _plain(truth["location"]) in _plain(posting.location)
    if "pay" in truth:
        pay, (low, high) = posting.pay, truth["pay"]
        near = pay and abs(pay.least_year - low) <= low * PAY_OFF and abs(pay.most_year - high) <= high * PAY_OFF
        yield "pay", bool(near)


def _profile(text: str) -> MatchProfile:
    parsed = read_resume(read_document(text.strip().encode(), "resume.txt"))
    return build_profile(parsed.as_json_resume(), today=TODAY, text=parsed.text)


def judge_readings(*, show: bool = False) -> dict[str, float]:
    """Must-haves and welcome skills found and rightly said, and the other facts."""
    counts = dict.fromkeys(("must", "must_met", "said", "said_right", "nice", "nice_met"), 0)
    facts: list[bool] = []
    for name, truth in read_set("wordings").items():
        posting = read_posting(truth["text"])
        asked, musts, nice = _lists(posting)
        missed = [label for label in truth["must"] if not any(same(label, said) for said in asked)]
        welcome = [label for label in truth["nice"] if not any(same(label, said) for said in nice)]
        known = [*truth["must"], *truth["also"]]
        wrong = [said.names[0] for said in musts if not any(same(label, said) for label in known)]
        found = list(_facts(posting, truth))
        facts += [right for _, right in found]
        counts["must"] += len(truth["must"])
        counts["must_met"] += len(truth["must"]) - len(missed)
        counts["said"] += len(musts)
        counts["said_right"] += len(musts) - len(wrong)
        counts["nice"] += len(truth["nice"])
        counts["nice_met"] += len(truth["nice"]) - len(welcome)
        if show and (missed or welcome or wrong or not all(right for _, right in found)):
            facts_wrong = [key for key, right in found if not right]
            print(f"{name}: missed {missed}, welcome missed {welcome}, no must {wrong}, wrong {facts_wrong}")
    return {
        "wordings, must-haves found": counts["must_met"] / counts["must"],
        "wordings, must-haves rightly so": counts["said_right"] / counts["said"],
        "wordings, what is welcome found": counts["nice_met"] / counts["nice"],
        "wordings, title, years, degree, place, pay, contract": sum(facts) / len(facts),
    }


def judge_pairs(*, show: bool = False) -> dict[str, float]:
    """Verdicts, and gaps among the must-haves of the posting."""
    texts = read_set("wordings")
    postings = {name: read_posting(entry["text"]) for name, entry in texts.items()}
    verdicts: list[tuple[bool, bool]] = []
    met = extra = truth = 0
    for name, case in read_set("pairs").items():
        report = match(_profile(case["resume"]), postings[case["posting"]])
        verdicts.append((report.verdict == "FIT", case["verdict"] == "FIT"))
        slugs = {standing.requirement.name: standing.requirement.slug for standing in report.standings}
        gaps = [Said((gap["skill"],), slugs[gap["skill"]]) for gap in gaps_of(report)]
        steps = [Said((step.name,)) for step in report.path]
        if case["verdict"] == "FIT" or case["gaps"]:
            missing = [label for label in case["gaps"] if not any(same(label, said) for said in (*gaps, *steps))]
            musts = [said for said in gaps if any(same(label, said) for label in texts[case["posting"]]["must"])]
            wrong = [said for said in musts if not any(same(label, said) for label in case["gaps"])]
            met, extra, truth = met + len(case["gaps"]) - len(missing), extra + len(wrong), truth + len(case["gaps"])
        if show and report.verdict != case["verdict"]:
            print(f"{name}: {report.verdict}, {report.overall:.0f}, {report.blockers}")
    return {
        "wordings, balanced accuracy of the verdict": balanced(verdicts),
        "wordings, gaps among must-haves, F1": 2 * met / (truth + met + extra),
    }


def judge() -> dict[str, float]:
    """All figures of this set."""
    return {**judge_readings(), **judge_pairs()}


if __name__ == "__main__":
    is_wordy = "-v" in sys.argv
    for key, value in {**judge_readings(show=is_wordy), **judge_pairs(show=is_wordy)}.items():
        print(f"{value:6.3f}  {key}")
