"""What the bench says of a figure, and that no goal of the paper is left out."""

import re

import pytest

from bench.goals import Goal, goal, limits, scale
from bench.modules import NAMES, SLOW
from bench.raw.columns import BULLETS, KINDS, page_of
from bench.raw.scanning import find, trie_regex
from bench.rounds import Interval
from careercoach.settings import PROJECT

MODULES = PROJECT / "bench" / "modules"


def test_every_goal_of_the_paper_is_measured():
    assert {goal(name).number for name in limits()["goals"]} == set(range(1, 23))
    assert {path.stem for path in MODULES.glob("*.py")} - {"__init__"} == set(NAMES) >= set(SLOW)


def test_every_goal_is_recorded_by_a_module():
    source = "\n".join(path.read_text(encoding="utf-8") for path in sorted(MODULES.glob("*.py")))
    recorded = set(re.findall(r'"([a-z0-9]+_?[a-z0-9_]*)"', source))
    assert [name for name in limits()["goals"] if name not in recorded and not name.startswith("page_")] == []


@pytest.mark.parametrize(
    ("found", "is_busy", "verdict"),
    [
        (Interval(1.4, 1.3, 1.5), False, "met"),
        (Interval(1.6, 1.4, 1.7), False, "unclear"),
        (Interval(1.6, 1.55, 1.7), False, "missed"),
        (Interval(1.6, 1.55, 1.7), True, "unclear"),
    ],
)
def test_a_miss_needs_to_be_beyond_doubt(found, is_busy, verdict):
    assert Goal(1, "anything", most=1.5).judge(found, is_busy=is_busy) == verdict


def test_both_scales_measure_everything():
    quick, full = scale(quick=True), scale(quick=False)
    assert all(0 < getattr(quick, name) <= getattr(full, name) for name in full.__dataclass_fields__)


def test_the_bare_scan_takes_the_longest_whole_name():
    pattern = trie_regex(["sql", "sql server", "c", "c++", "node.js"])
    assert list(find(pattern, "SQL Server, mysql, C++ and C.")) == ["sql server", "c++", "c"]


@pytest.mark.parametrize("kind", KINDS)
def test_pages_for_the_reading_order_differ_by_kind_and_number(kind):
    page = page_of(kind, 1)
    marks = re.findall(r"([LR])\d\d", page)
    assert page == page_of(kind, 1) != page_of(kind, 2) and len(marks) == 2 * 2 * BULLETS
    assert (marks == sorted(marks)) is (kind != "drawn across")
