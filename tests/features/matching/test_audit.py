"""The self-audit of fairness: it finds nothing in our matching, and would find it if there were something."""

import pytest

from careercoach.content import load
from careercoach.features.matching.rules.audit import TOPICS, audit_fairness, record_of
from careercoach.features.matching.rules.personal import without_personal
from careercoach.features.matching.service import build_profile


@pytest.fixture(scope="module")
def report():
    return audit_fairness()


@pytest.mark.slow
def test_who_somebody_is_moves_no_score(report) -> None:
    assert [(line.about, line.moved, line.example) for line in report.lines] == [(topic, 0, "") for topic in TOPICS]
    assert all(line.swaps and line.comparisons > 500 for line in report.lines)


@pytest.mark.slow
def test_a_matching_that_looks_at_names_is_caught() -> None:
    def unfair(record, **rest):
        profile = build_profile(record, **rest)
        if record["basics"]["name"] == "John Smith":
            profile.skills = {}
        return profile

    lines = {line.about: line for line in audit_fairness(unfair).lines}
    assert lines["name"].moved > 0 and "name-john" in lines["name"].example
    assert lines["school"].moved == 0


def test_swaps_really_change_the_resume() -> None:
    person = load.audit_people()["analyst"]
    for swap in load.audit_swaps().values():
        assert record_of(person, swap) != record_of(person), swap.slug


def test_roles_of_the_people_exist() -> None:
    assert {person.role for person in load.audit_people().values()} <= set(load.roles())


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Nationality: Indian. SQL expert", ". SQL expert"),
        ("Nigerian citizen. Java", ". Java"),
        ("Nacionalidad: mexicana, Excel", ", Excel"),
        ("राष्ट्रीयता: भारतीय, SQL", ", SQL"),
        ("Female, on maternity leave until spring. Nursing", "Female, . Nursing"),
        ("Date of birth: 12.05.1961, Java", ", Java"),
        ("Married, two children. Python", ", . Python"),
        ("Managed maternity leave policies for 300 staff", "Managed maternity leave policies for 300 staff"),
        ("Single sign-on with Okta", "Single sign-on with Okta"),
        ("Ran national campaigns", "Ran national campaigns"),
        ("Taught 30 children to read", "Taught 30 children to read"),
    ],
)
def test_personal_words_go_and_work_stays(text: str, kept: str) -> None:
    blanked = without_personal(text)
    assert len(blanked) == len(text) and " ".join(blanked.split()) == kept.replace("  ", " ").strip()
