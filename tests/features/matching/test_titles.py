"""Which role somebody means, in their own words."""

import pytest

from careercoach.content import load
from careercoach.features.matching.rules.titles import find_titles, seniority
from careercoach.features.matching.service import find_role, guess_fields


class TestFindRole:
    def test_titles_and_synonyms_find_their_role(self) -> None:
        missed = [
            (spelling, slug)
            for slug, role in load.roles().items()
            for spelling in (role.title.en, role.title.hi, role.title.es, *role.synonyms[:1])
            if (guesses := find_role(spelling, "en")) and slug not in {guess.slug for guess in guesses}
        ]
        assert missed == []

    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("Sr. Software Engineer (Backend)", "backend-developer"),
            ("data scientst", "data-scientist"),
            ("acountant", "accountant"),
            ("enfermera", "registered-nurse"),
            ("डेटा एनालिस्ट", "data-analyst"),
            ("front end dev", "frontend-developer"),
        ],
    )
    def test_as_people_write_it(self, text: str, role: str) -> None:
        assert find_role(text, "en")[0].slug == role

    def test_names_in_the_language(self) -> None:
        assert find_role("nurse", "es")[0].title == load.roles()["registered-nurse"].title.es

    @pytest.mark.parametrize(
        ("text", "role"),
        [
            ("I would like to be a nurse in a children's ward", "registered-nurse"),
            ("machine learning models in Python for medical images", "machine-learning-engineer"),
            ("dashboards from sales data with SQL for the managers of our shops", "data-analyst"),
            ("help companies with recruitment, onboarding and employee relations", "hr-generalist"),
        ],
    )
    def test_in_own_words(self, text: str, role: str) -> None:
        assert role in [guess.slug for guess in find_role(text, "en")[:2]]

    @pytest.mark.parametrize("text", ["", "   ", "senior", "12345", "qwzx"])
    def test_nothing_is_found_in_nothing(self, text: str) -> None:
        assert find_role(text, "en") == []


class TestSeniority:
    @pytest.mark.parametrize(
        ("title", "rank"),
        [
            ("Software Engineering Intern", 0),
            ("Junior Accountant", 1),
            ("Senior Nurse", 3),
            ("Team Leader", 4),
            ("Engineering Manager", 4),
            ("Director of Sales", 5),
            ("Assistant Manager", 1),
            ("Teacher", None),
        ],
    )
    def test_rank(self, title: str, rank: int | None) -> None:
        assert seniority(title) == rank


class TestTitles:
    def test_titles_in_running_text(self) -> None:
        assert find_titles("She worked as a registered nurse; later as a data analyst.") == [
            "registered nurse",
            "data analyst",
        ]

    def test_fields_of_a_text(self) -> None:
        assert guess_fields("Planned menus and led line cooks in the kitchen", ["Sous Chef"])[0].slug == "culinary"
        assert guess_fields("", []) == []
