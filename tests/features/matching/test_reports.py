"""The gap report: three languages at once, each claim with the words it rests on, and honest about a claim."""

import re
from datetime import date

import pytest

from careercoach.content.load import roles
from careercoach.content.scan import find_skills
from careercoach.features.matching.rules.claims import with_skill, without_skill
from careercoach.features.matching.rules.reports import report_gap

TODAY = date(2026, 11, 21)
RECORD = {
    "basics": {"name": "Asha Rao", "label": "Data analyst"},
    "work": [
        {"name": "Lumen Foods", "position": "Reporting assistant", "startDate": "2022-01",
         "highlights": ["Wrote SQL queries for 14 store managers", "Built Excel pivot tables every week"]}
    ],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel", "Looker Studio"]}],
}  # fmt: skip


@pytest.fixture(scope="module")
def report():
    return report_gap(RECORD, role_slug="data-analyst", profile_version=3, today=TODAY)


def test_every_sentence_is_there_in_all_languages(report):
    said = [report.title, report.summary, report.rule, *report.reasons]
    said += [skill.name for skill in report.skills] + [skill.reason for skill in report.skills]
    assert all(words.en and words.hi and words.es for words in said)
    assert any("\u0900" <= letter <= "\u097f" for words in report.reasons for letter in words.hi)
    assert len(report.reasons) == 2


def test_critical_before_preferred_and_each_status_in_its_place(report):
    kinds = [skill.importance for skill in report.skills]
    assert kinds == sorted(kinds)
    role = roles()["data-analyst"]
    assert {skill.slug for skill in report.skills} == {need.skill for need in (*role.critical, *role.preferred)}
    assert sum(len(report.with_status(status)) for status in ("had", "close", "missing")) == len(report.skills)


def test_what_is_had_shows_the_words_of_the_record_with_the_skill_marked(report):
    sql = next(skill for skill in report.skills if skill.slug == "sql")
    proof = sql.proofs[0]
    assert proof.mark.startswith("SQL") and proof.place == "Lumen Foods" and proof.where == "work"
    quoted = proof.before + proof.mark + proof.after
    assert quoted == "Wrote SQL queries for 14 store managers"
    for skill in report.skills:
        for proof in skill.proofs:
            assert proof.before + proof.mark + proof.after and proof.mark


def test_no_quote_comes_from_anywhere_but_the_record(report):
    words = str(RECORD)
    for skill in report.skills:
        for proof in skill.proofs:
            quote = proof.before + proof.mark + proof.after
            assert all(part.strip() in words for part in re.split("[,:]", quote)), quote


def test_the_path_is_made_of_gaps_only(report):
    gaps = {skill.slug for skill in report.with_status("close", "missing")}
    assert set(report.path) <= gaps and {s.slug for s in report.skills if s.on_path} == set(report.path)
    assert report.verdict == "NOT_YET" and 0 <= report.readiness < 100 and 0 < report.confidence <= 100


def test_the_same_record_gives_the_same_report(report):
    assert report_gap(RECORD, role_slug="data-analyst", profile_version=3, today=TODAY) == report


def test_an_empty_record_has_nothing():
    report = report_gap({}, role_slug="registered-nurse", profile_version=1, today=TODAY)
    assert report.with_status("had") == [] and report.verdict == "NOT_YET" and report.readiness == 0


def test_a_claimed_skill_counts_as_listed_and_can_be_taken_back():
    claimed = with_skill(RECORD, "Power BI")
    assert with_skill(claimed, "Power BI") == claimed and without_skill(claimed, "Power BI") == RECORD
    report = report_gap(claimed, role_slug="data-analyst", profile_version=4, today=TODAY)
    skill = next(skill for skill in report.skills if skill.slug == "power-bi")
    assert skill.status == "had" and skill.proofs[0].where == "skills"


def test_taking_a_claim_back_leaves_the_persons_own_groups():
    assert without_skill(RECORD, "SQL") == RECORD


@pytest.mark.parametrize("slug", sorted(roles()))
def test_every_role_of_the_catalogue_can_be_reported(slug):
    report = report_gap(RECORD, role_slug=slug, profile_version=1, today=TODAY)
    assert report.title.hi and len(report.skills) >= 7


def test_marks_are_where_the_scanner_finds_them(report):
    looker = next((s for s in report.skills if s.through == "looker-studio"), None)
    if looker is not None:
        assert find_skills(looker.proofs[0].mark)[0].slug == "looker-studio"
