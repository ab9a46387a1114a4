"""What counts as shown: a posting pasted back and bare lists of its words move nobody to FIT."""

from datetime import date
from typing import Any

import pytest

from careercoach.features.matching.rules.verdicts import verdict_with
from careercoach.features.matching.schemas import MatchReport
from careercoach.features.matching.service import build_profile, match, read_posting

POSTING = """Site Reliability Engineer
Requirements
- 3+ years of experience in SRE, DevOps or systems engineering
- Kubernetes in production and infrastructure as code with Terraform
- Strong Linux administration skills, and monitoring with Prometheus and Grafana
- Python
"""
COOK = {"position": "Restaurant Manager", "name": "Bella Roma", "startDate": "2015-01", "highlights": ["Led 14 staff"]}
LISTED = [
    {"name": "Skills", "keywords": ["Kubernetes", "Terraform", "Linux", "Prometheus", "Grafana", "Python", "DevOps"]}
]


def _report(resume: dict[str, Any], text: str = "") -> MatchReport:
    profile = build_profile(resume, today=date(2025, 1, 15), text=text)
    return match(profile, read_posting(POSTING))


class TestCredible:
    def test_a_list_that_nothing_bears_out(self):
        report = _report({"work": [COOK], "skills": LISTED})
        assert report.verdict == "UNFIT"
        assert report.reasons[0].startswith("What the job asks for stands only in a list")

    @pytest.mark.parametrize(
        "life",
        [
            {"work": [{**COOK, "position": "DevOps Engineer", "name": "Acme"}]},
            {"work": [{**COOK, "highlights": ["Ran the till on Kubernetes with Terraform, Linux and Python"]}]},
            {"work": [COOK], "education": [{"studyType": "BSc", "area": "Computer science, software engineering"}]},
            {
                "work": [COOK],
                "projects": [{"name": "Home lab", "description": "Kubernetes, Terraform, Grafana, Linux"}],
            },
            {},
        ],
    )
    def test_lists_of_those_whose_life_speaks_for_them(self, life: dict[str, Any]):
        report = _report({"skills": LISTED, **life})
        assert not any("stands only in a list" in reason for reason in report.reasons)
        assert next(one for one in report.standings if one.requirement.name == "Kubernetes").status == "had"

    def test_a_posting_pasted_back(self):
        resume = {"work": [{**COOK, "highlights": ["Led 14 staff", *POSTING.splitlines()[2:]]}]}
        report = _report(resume)
        assert report.verdict == "UNFIT"
        assert report.reasons[0].startswith("Parts of the resume repeat the posting")

    def test_the_way_to_fit_starts_from_what_counts(self):
        profile = build_profile({"work": [COOK], "skills": LISTED}, today=date(2025, 1, 15))
        posting = read_posting(POSTING)
        path = match(profile, posting).path
        assert path and verdict_with(profile, posting, frozenset()) == "UNFIT"
        assert verdict_with(profile, posting, frozenset(step.slug for step in path if step.slug)) == "FIT"

    def test_places_stay_true(self):
        text = "Ann\n\nExperience\nRestaurant Manager, Bella Roma, 2015 - 2024\n- Led 14 staff, Excel rotas\n" + POSTING
        report = _report({"work": [COOK]}, text=text)
        cited = [proof for one in report.standings for proof in one.evidence]
        assert all(text[proof.start : proof.end] == proof.quote for proof in cited)
