"""The generated layouts: a floor under each field, so that no rule is bought with another one's loss."""

import pytest

from tests.resumes_lab.layouts import LAYOUTS
from tests.resumes_lab.make import make_sample
from tests.resumes_lab.people import LANGUAGES, make_person, truth_of
from tests.resumes_lab.score import GOALS, MEAN_GOAL, mean_of_seven, score_all, score_sample

QUICK = [
    "docx-plain",
    "docx-two-lines",
    "docx-sidebar",
    "docx-right",
    "docx-header",
    "docx-textbox",
    "txt-plain",
    "txt-employer",
]


@pytest.mark.parametrize("name", QUICK)
def test_quick_layouts_meet_every_goal(name: str) -> None:
    layout = next(layout for layout in LAYOUTS if layout.name == name)
    for seed, language in ((1, "en"), (2, "de"), (1, "es")):
        counts = score_sample(make_sample(layout, seed, language))
        assert all((counts[field].f1() or 0) >= goal for field, goal in GOALS.items() if field in counts)


@pytest.mark.slow
def test_all_layouts_together_meet_the_goals() -> None:
    table, _ = score_all(per_layout=2)
    counts = table["ALL"]
    assert mean_of_seven(counts) >= MEAN_GOAL
    for field, goal in GOALS.items():
        assert (counts[field].f1() or 0) >= goal, field


def test_the_lab_is_wide_and_repeats_itself() -> None:
    assert len(LAYOUTS) >= 40
    assert len({layout.name for layout in LAYOUTS}) == len(LAYOUTS)
    for language in LANGUAGES:
        assert make_person(3, language) == make_person(3, language)
        assert truth_of(make_person(3, language))["work"]
