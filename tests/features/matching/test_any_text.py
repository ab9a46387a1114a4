"""Whatever text comes, reading it ends, and every place it names is right."""

import re
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.content.scan import find_skills
from careercoach.features.matching.service import build_profile, match, read_posting, warm
from tests.features.matching.test_profiles import TODAY

warm()

WORDS = re.findall(
    r"\S+",
    """Python C++ C# .NET Go R Node.js SQL Excel React/Redux CI/CD nursing Kochen \u0939\u093f\u0902\u0926\u0940
    contabilidad Requirements: - \u2022 , ; . ( ) / or and a plus required no not 5+ years $50,000 <li> </li>
    e\u0301 \u0130 \ufb01nance \u200b \x00 looking for a Nurse Senior manager degree Bachelor's remote""",
)
SPACES = ["\n", "\n\n", "\t", "\u00a0"]
TEXTS = st.one_of(st.lists(st.sampled_from([*WORDS, *SPACES]), max_size=60).map(" ".join), st.text(max_size=200))


HOSTILE = {
    "stars": "*" * 20_000,
    "commas": "We are looking for a " + "," * 200 + " x",
    "choices": "Requirements: Python " + "and/or " * 60 + "zzz SQL",
    "spaces": "5 years" + " " * 20_000 + "x",
    "lines": "\n" * 20_000 + "x",
    "one word": "a" * 100_000,
    "addresses": "python/" * 5_000 + "@x.com/",
    "tags": "<p>" * 8_000,
    "digits": "1 2 3 4 5 6 7 8 9 0 " * 2_000,
    "sums": "$" * 10_000 + "1," * 5_000,
    "dates": "Jan 2019 - " * 3_000,
    "degrees": "masters " * 3_000,
    "brackets": "(" * 5_000 + "Python" + ")" * 5_000,
}


class TestHostileText:
    @pytest.mark.parametrize("name", HOSTILE)
    def test_is_read_in_seconds_not_minutes(self, name: str) -> None:
        start = time.process_time()
        profile = build_profile({}, today=TODAY, text=HOSTILE[name])
        match(profile, read_posting(HOSTILE[name]), "en")
        assert time.process_time() - start < 5


class TestAnyText:
    @given(TEXTS)
    @settings(max_examples=150, deadline=None)
    def test_mentions_stand_where_they_say(self, text: str) -> None:
        last = 0
        for found in find_skills(text):
            assert text[found.start : found.end] == found.surface
            assert found.start < found.end
            assert found.start >= last or found.start == last
            last = found.start

    @given(TEXTS, TEXTS)
    @settings(max_examples=80, deadline=None)
    def test_any_two_texts_make_a_report(self, resume: str, posting: str) -> None:
        profile, read = build_profile({}, today=TODAY, text=resume), read_posting(posting)
        for item in (*read.requirements, *read.languages):
            assert read.text[item.start : item.end] == item.quote
        for skill in profile.skills.values():
            for proof in skill.evidence:
                assert profile.text[proof.start : proof.end] == proof.quote
        report = match(profile, read, "en")
        assert 0 <= report.overall <= 100
        assert 0 <= report.confidence <= 1
        assert all(score.value is None or 0 <= score.value <= 100 for score in report.scores)
