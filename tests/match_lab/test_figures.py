"""The figures of matching must not fall: a change that makes it worse on the judged sets fails here."""

import pytest

from tests.match_lab.__main__ import figures
from tests.match_lab.wording_score import judge

AT_LEAST = {
    "AUC, invited or maybe against not": 0.94,
    "AUC, invited against all others": 0.98,
    "AUC per resume": 0.95,
    "AUC per posting": 0.96,
    "ordered pairs": 0.92,
    "balanced accuracy of the verdict (invited or not at all)": 0.88,
    "gaps, F1": 0.9,
    "field of work, guess, top 1": 0.95,
    "field of work, ranking, top 1": 0.93,
    "field of work, ranking, top 3": 0.98,
}
WORDINGS_AT_LEAST = {
    "wordings, must-haves found": 0.88,
    "wordings, must-haves rightly so": 0.92,
    "wordings, what is welcome found": 0.76,
    "wordings, title, years, degree, place, pay, contract": 0.94,
    "wordings, balanced accuracy of the verdict": 0.92,
    "wordings, gaps among must-haves, F1": 0.87,
}


class TestFigures:
    def test_no_figure_falls(self) -> None:
        found = figures()
        assert {name: found[name] for name, least in AT_LEAST.items() if found[name] < least} == {}

    @pytest.mark.slow
    def test_no_figure_of_the_wordings_falls(self) -> None:
        found = judge()
        assert {name: found[name] for name, least in WORDINGS_AT_LEAST.items() if found[name] < least} == {}
