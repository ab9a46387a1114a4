"""Between the document and the forms: nothing is lost, what is wrong is said at its field, skills keep what proves
them."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.core.texts import catalogue
from careercoach.features.profiles.rules.rows import expiry, proofs_of, rows_of, title_of
from careercoach.features.profiles.rules.said import not_mine, with_not_mine
from careercoach.features.profiles.rules.sections import (
    FIELDS,
    SECTIONS,
    FieldsInvalidError,
    entries_of,
    entry_from,
    fields_of,
    with_entries,
)
from careercoach.features.profiles.rules.skills import flat_skills, with_flat_skills
from careercoach.features.profiles.schemas import FIELD_KEYS, PART_KEYS, label_key
from tests.features.profiles.rules.test_json_resume import records

RECORD = {
    "basics": {"name": "Asha Rao", "location": {"city": "Pune", "postalCode": "411001"}, "x-own": 1},
    "work": [
        {"name": "Lumen", "position": "Analyst", "startDate": "2022-01", "x-skills": ["SQL"], "x-own": [1]},
        {"name": "Northwind", "position": "Clerk", "startDate": "2019", "endDate": "2021"},
    ],
    "projects": [{"name": "Atlas", "keywords": ["Python", "SQL"]}],
    "skills": [
        {"name": "Data", "keywords": ["SQL", "R"], "level": "Master", "x-said": {"SQL": {"level": "Expert", "x": 1}}},
        {"name": "Docker", "level": "Intermediate", "url": "https://example.org"},
        {"name": "Python"},
    ],
    "meta": {"version": "1"},
}


@settings(max_examples=60)
@given(records)
def test_a_form_that_nobody_touched_changes_nothing(record):
    for section in SECTIONS:
        if section == "basics" and "basics" not in record:
            continue
        entries = entries_of(record, section)
        for place, entry in enumerate(entries):
            shown = fields_of(section, entry)
            if all(shown[field.name] for field in FIELDS[section] if field.needed):
                entries[place] = entry_from(section, shown, entry)
        if entries:
            assert with_entries(record, section, entries) == record


def test_one_field_changes_and_all_else_stays():
    form = fields_of("work", RECORD["work"][0]) | {"position": "Senior analyst", "x-skills": "SQL, Excel; R"}
    assert entry_from("work", form, RECORD["work"][0]) == {
        **RECORD["work"][0], "position": "Senior analyst", "x-skills": ["SQL", "Excel", "R"]
    }  # fmt: skip
    moved = entry_from("basics", fields_of("basics", RECORD["basics"]) | {"city": "", "region": "MH"}, RECORD["basics"])
    assert moved["location"] == {"postalCode": "411001", "region": "MH"} and moved["x-own"] == 1


@pytest.mark.parametrize(
    ("section", "form", "problems"),
    [
        ("work", {}, {"position": "needed"}),
        ("work", {"position": "x", "startDate": "soon"}, {"startDate": "bad_date"}),
        ("work", {"position": "x", "startDate": "2022", "endDate": "1/2021"}, {"endDate": "ends_before"}),
        ("work", {"position": "x", "url": "javascript:alert(1)"}, {"url": "bad_url"}),
        ("work", {"position": "x", "url": "https://user:pw@host"}, {"url": "bad_url"}),
        ("certificates", {"name": "x", "date": "2024", "x-expires": "2023"}, {"x-expires": "ends_before"}),
        ("basics", {"name": "x", "email": "nobody"}, {"email": "bad_mail"}),
        ("skills", {"name": "SQL", "level": "Guru"}, {"level": "bad_level"}),
        ("languages", {"fluency": "good"}, {"language": "needed"}),
    ],
)
def test_what_is_wrong_is_said_at_its_field(section, form, problems):
    with pytest.raises(FieldsInvalidError) as refused:
        entry_from(section, form, {})
    assert refused.value.problems == {name: f"profiles.record.{key}" for name, key in problems.items()}


def test_what_a_foreign_file_says_does_not_stand_in_the_way():
    before = {"name": "x", "url": "not a url at all", "startDate": "2019-19", "position": "Old"}
    assert entry_from("work", fields_of("work", before) | {"position": "New"}, before) == {**before, "position": "New"}


def test_every_field_and_section_has_a_name_in_all_languages():
    keys = {label_key(section, field.name) for section, fields in FIELDS.items() for field in fields}
    assert keys <= set(FIELD_KEYS) and set(FIELD_KEYS) | set(PART_KEYS) <= set(catalogue())


class TestSkills:
    def test_each_with_all_that_is_known_of_it(self):
        sql, r, docker, python = flat_skills(RECORD)
        assert (sql["name"], sql["category"], sql["level"], len(sql["evidence"])) == ("SQL", "Data", "Expert", 2)
        assert (r["category"], "level" in r) == ("Data", False)
        assert docker["level"] == "Intermediate" and len(python["evidence"]) == 1

    @settings(max_examples=60)
    @given(records, st.randoms(use_true_random=False))
    def test_moving_skills_loses_none(self, record, chance):
        skills = flat_skills(record)
        moved = list(skills)
        chance.shuffle(moved)
        names = sorted(skill["name"] for skill in skills)
        again = with_flat_skills(record, moved)
        assert sorted(skill["name"] for skill in flat_skills(again)) == names
        assert {k: v for k, v in again.items() if k not in ("skills", "work", "projects", "education", "certificates")} == {
            k: v for k, v in record.items() if k not in ("skills", "work", "projects", "education", "certificates")
        }  # fmt: skip

    def test_a_level_of_ones_own_is_marked_as_said(self):
        skills = flat_skills(RECORD)
        skills[1]["level"] = "Beginner"
        skills[2] |= {"level": "Advanced", "lastUsed": "2024"}
        changed = with_flat_skills(RECORD, skills)["skills"]
        assert changed[0] == {
            "name": "Data", "keywords": ["SQL", "R"], "level": "Master",
            "x-said": {"SQL": {"x": 1, "level": "Expert"}, "R": {"level": "Beginner"}},
        }  # fmt: skip
        assert changed[1] == {
            "name": "Docker", "level": "Advanced", "url": "https://example.org",
            "x-said": {"Docker": {"level": "Advanced", "lastUsed": "2024"}},
        }  # fmt: skip
        assert changed[2] == {"name": "Python"}

    def test_a_renamed_skill_keeps_its_proofs_under_the_new_name(self):
        skills = flat_skills(RECORD)
        skills[0] = {**skills[0], "name": "PostgreSQL", "category": "Databases"}
        changed = with_flat_skills(RECORD, skills)
        assert changed["work"][0]["x-skills"] == ["PostgreSQL"]
        assert changed["projects"][0]["keywords"] == ["Python", "PostgreSQL"]
        assert [(one["name"], one.get("keywords")) for one in changed["skills"][:2]] == [
            ("Databases", ["PostgreSQL"]), ("Data", ["R"])
        ]  # fmt: skip
        assert changed["skills"][0]["x-said"] == {"PostgreSQL": {"x": 1, "level": "Expert"}}

    def test_proofs_are_chosen_among_posts_and_projects(self):
        refs = {proof.label: proof.ref for proof in proofs_of(RECORD)}
        assert set(refs) == {"Analyst, Lumen", "Clerk, Northwind", "Atlas"}
        skills = flat_skills(RECORD)
        skills[3] = {**skills[3], "evidence": [refs["Clerk, Northwind"]]}
        changed = with_flat_skills(RECORD, skills)
        assert changed["work"][1]["x-skills"] == ["Python"] and changed["projects"][0]["keywords"] == ["SQL"]
        assert RECORD["projects"][0]["keywords"] == ["Python", "SQL"]

    def test_skills_that_are_not_theirs(self):
        record = with_not_mine({"meta": {}}, also=["Excel", "R"])
        assert not_mine(record) == ["Excel", "R"]
        assert with_not_mine(record, without=["excel", "r"]) == {"meta": {}}


class TestRows:
    def test_a_row_says_the_most_in_the_fewest_words(self):
        rows = rows_of(RECORD, date(2026, 1, 1))
        first = rows["work"][0]
        assert (first.title, first.place, first.dates.en, first.chips) == (
            "Analyst", "Lumen", "Jan 2022 – today", ["SQL"]
        )  # fmt: skip
        sql = rows["skills"][0]
        assert (sql.level, sql.place, sql.proofs) == ("Expert", "Data", "Analyst, Lumen, Atlas")
        assert title_of("work", RECORD["work"][1]) == "Clerk, Northwind"

    @pytest.mark.parametrize(
        ("until", "state"),
        [("2025", "expired"), ("2026", ""), ("2026-02", "soon"), ("2026-01-01", "soon"), ("2025-12-31", "expired"),
         ("2026-03-03", ""), ("", ""), ("never", "")],
    )  # fmt: skip
    def test_certificates_end(self, until, state):
        assert expiry(until, date(2026, 1, 1)) == state

    def test_addresses_of_foreign_files_are_not_linked(self):
        record = {"profiles": [], "basics": {"profiles": [{"network": "x", "url": "javascript:alert(1)"}]}}
        assert rows_of(record, date(2026, 1, 1))["profiles"][0].url == ""
