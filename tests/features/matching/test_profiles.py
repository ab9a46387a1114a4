"""From a JSON Resume to the profile: evidence, levels, years, and nothing from broken files."""

from datetime import date
from typing import Any

import pytest

from careercoach.features.matching.schemas import MatchProfile, ProfileEdits
from careercoach.features.matching.service import build_profile

TODAY = date(2025, 6, 15)


def resume(**more: Any) -> dict[str, Any]:
    """A small but whole resume."""
    return {
        "basics": {
            "name": "Asha Rao",
            "email": "asha@example.org",
            "label": "Data analyst",
            "location": {"city": "Pune"},
        },
        "work": [
            {
                "name": "Lumen",
                "position": "Data Analyst",
                "startDate": "2021-01",
                "highlights": ["Built dashboards in Tableau and wrote SQL"],
            },
            {
                "name": "Kora",
                "position": "Intern",
                "startDate": "2020-06",
                "endDate": "2021-03",
                "summary": "Excel lists",
            },
        ],
        "education": [{"institution": "Python College", "studyType": "B.Sc.", "area": "Statistics"}],
        "skills": [{"name": "Tools", "keywords": ["SQL", "Git", "R"]}],
        **more,
    }


@pytest.fixture
def profile() -> MatchProfile:
    return build_profile(resume(), today=TODAY)


class TestProfile:
    def test_evidence_is_quoted_from_the_text(self, profile: MatchProfile) -> None:
        for skill in profile.skills.values():
            for proof in skill.evidence:
                assert profile.text[proof.start : proof.end] == proof.quote

    def test_work_proves_before_lists(self, profile: MatchProfile) -> None:
        first = profile.skills["sql"].evidence[0]
        assert (first.where, first.place, first.last_used) == ("work", "Lumen", 2025)
        assert [proof.where for proof in profile.skills["git"].evidence] == ["skills"]

    def test_levels(self, profile: MatchProfile) -> None:
        assert profile.skills["tableau"].level == "strong"
        assert profile.skills["git"].level == "working"

    def test_overlapping_posts_count_once(self, profile: MatchProfile) -> None:
        assert profile.years == pytest.approx(5.1, abs=0.1)

    def test_school_names_are_no_skills(self, profile: MatchProfile) -> None:
        assert "python" not in profile.skills

    def test_degree_place_titles(self, profile: MatchProfile) -> None:
        assert profile.education == "bachelor"
        assert profile.location == "Pune"
        assert profile.titles == ["Data analyst", "Data Analyst", "Intern"]

    def test_confirmed_edits_win(self) -> None:
        edits = ProfileEdits(levels={"tableau": "basic", "docker": "working"}, removed=["git"], years=9)
        profile = build_profile(resume(), today=TODAY, edits=edits)
        assert profile.skills["tableau"].level == "basic"
        assert profile.skills["docker"].is_claimed
        assert "git" not in profile.skills
        assert profile.years == 9

    def test_what_the_person_says_on_their_profile_counts_and_is_marked(self) -> None:
        said = {"SQL": {"level": "Beginner", "lastUsed": "2019-04"}, "Git": {"level": "Expert"}}
        record = resume(skills=[{"name": "Tools", "keywords": ["SQL", "Git", "R"], "x-said": said}])
        profile = build_profile({**record, "x-notMySkills": ["Excel", "R"]}, today=TODAY)
        assert (profile.skills["sql"].level, profile.skills["sql"].is_level_said) == ("basic", True)
        assert profile.skills["git"].level == "strong" and "excel" not in profile.skills
        assert profile.skills["sql"].last_used == 2019
        years = {proof.where: proof.last_used for proof in profile.skills["sql"].evidence}
        assert years == {"work": 2025, "skills": 2019}
        assert "r" in profile.skills, "what they list they have"

    def test_what_the_resume_shows_anyway_is_not_marked(self) -> None:
        record = resume(skills=[{"name": "Tableau", "x-said": {"Tableau": {"level": "Advanced"}}}])
        skill = build_profile(record, today=TODAY).skills["tableau"]
        assert (skill.level, skill.is_level_said) == ("strong", False)

    def test_skills_that_a_post_or_school_is_said_to_prove_rest_on_it(self) -> None:
        work = [{"name": "Lumen", "position": "Analyst", "startDate": "2021-01", "x-skills": ["Kubernetes"]}]
        school = [{"institution": "IIT", "studyType": "B.Sc.", "x-skills": ["Statistics"]}]
        certificate = [{"name": "Cloud exam", "issuer": "Acme", "date": "2024", "x-skills": ["Terraform"]}]
        profile = build_profile(resume(work=work, education=school, certificates=certificate), today=TODAY)
        assert profile.skills["kubernetes"].evidence[0].where == "work"
        assert profile.skills["kubernetes"].level == "strong"
        assert profile.skills["statistics"].evidence[0].where == "education"
        assert profile.skills["terraform"].evidence[0].where == "certificate"

    def test_years_said_in_words(self) -> None:
        given = {"basics": {"summary": "Electrician with 12+ years of experience"}}
        assert build_profile(given, today=TODAY).years == 12

    def test_years_from_dates_in_the_text(self) -> None:
        text = "Cook, Aurora, March 2018 - May 2020\nChef, Verde, 06/2020 to present\nEducation\nSchool 2001 - 2012"
        assert build_profile({}, today=TODAY, text=text).years == pytest.approx(7.3, abs=0.2)

    @pytest.mark.parametrize(
        "broken",
        [
            {},
            {"basics": None, "work": None, "skills": "SQL"},
            {"basics": [], "work": [None, 3, {"position": None, "highlights": 5, "startDate": 20}], "education": {}},
            {
                "work": [{"startDate": "9999-99", "endDate": "0000"}],
                "languages": [[]],
                "skills": [{"keywords": [{}, None]}],
            },
        ],
    )
    def test_broken_files_are_read_as_far_as_they_go(self, broken: dict[str, Any]) -> None:
        build_profile(broken, today=TODAY)
