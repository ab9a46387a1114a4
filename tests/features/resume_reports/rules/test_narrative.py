"""The report in words: complete in every language, and nothing in it that the resume does not hold."""

import pytest

from careercoach.core.texts import LANGUAGES
from careercoach.features.resume_reports.rules.narrative import only_what_stands_there, tell
from careercoach.features.resume_reports.schemas import Claim, NarrativeAnswer
from tests.features.resume_reports.conftest import RESUME
from tests.features.resume_reports.rules.fixers import Paper

REPORT = Paper(RESUME).report().model_dump(mode="json")
INPUTS = {"report": REPORT, "resume_text": RESUME, "role_title": "Data analyst"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_coach_tells_it_in_every_language(language):
    answer = tell(language=language, **INPUTS)
    assert str(REPORT["score"]) in answer.summary and answer.first and answer.strengths
    assert all(claim.quote in RESUME for claim in [*answer.strengths, *answer.weak])
    assert only_what_stands_there(answer, INPUTS, answer) == answer


def test_a_resume_without_faults_is_told_so():
    report = REPORT | {"findings": [], "score": 100}
    assert "nothing to fix" in tell(language="en", report=report).first


def test_quotes_and_numbers_that_are_not_there_are_dropped():
    rules = tell(language="en", **INPUTS)
    answer = NarrativeAnswer(
        summary="You saved 75 million and led 900 people.",
        strengths=[
            Claim(text="Strong", quote="Won the Nobel prize"),
            Claim(text="Good", quote="built 14 DASHBOARDS in Tableau"),
        ],
        weak=[Claim(text="You had 31 jobs", quote="")],
        first="Call Ms Rao today.",
        source="openai",
    )
    kept = only_what_stands_there(answer, INPUTS, rules)
    assert kept.summary == rules.summary and kept.weak == rules.weak and kept.first == answer.first
    assert [claim.text for claim in kept.strengths] == ["Good"]
