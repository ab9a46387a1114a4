"""Two records side by side: what differs, what is proposed, and what the person's choice makes of it."""

from careercoach.features.profiles.rules.comparison import compare, contrast, merge

RECORD = {
    "basics": {"name": "Asha Rao", "phone": "1"},
    "work": [
        {"name": "Lumen Foods", "position": "Reporting assistant", "startDate": "2022-01", "summary": "Mine"},
        {"name": "Northwind", "position": "Clerk"},
    ],
    "education": [{"institution": "Pune University", "studyType": "B.Com"}],
    "skills": [{"name": "Data", "keywords": ["SQL"]}],
}


def _ids(differences):
    return {difference.id: difference for difference in differences}


def test_a_record_does_not_differ_from_itself():
    assert compare(RECORD, RECORD) == []


def test_what_the_other_leaves_out_is_no_difference():
    assert compare(RECORD, {"basics": {}, "work": [], "skills": []}) == []


def test_the_same_post_is_found_though_its_title_changed_a_little():
    found = {"work": [{"name": "Lumen Foods", "position": "Reporting Assistant II", "startDate": "2022-02"}]}
    differences = _ids(compare(RECORD, found))
    assert set(differences) == {"work:0.position", "work:0.startDate"}
    assert all(difference.take == "kept" for difference in differences.values())


def test_a_new_post_is_proposed_and_lands_in_its_place():
    newer = {"name": "Contoso", "position": "Analyst", "startDate": "2024-01"}
    found = {"work": [newer, RECORD["work"][0]]}
    difference = _ids(compare(RECORD, found))["work:0"]
    assert difference.take == "found" and difference.kept == "" and "Contoso" in difference.found
    assert merge(RECORD, found, {})["work"] == [newer, *RECORD["work"]]
    assert merge(RECORD, found, {"work:0": "kept"})["work"] == RECORD["work"]


def test_only_chosen_fields_move():
    found = {"basics": {"name": "A. Rao", "phone": "2", "email": "a@example.org"}}
    merged = merge(RECORD, found, {"basics:phone": "found"})
    assert merged["basics"] == {"name": "Asha Rao", "phone": "2", "email": "a@example.org"}


def test_new_skills_are_added_once():
    found = {"skills": [{"name": "Data", "keywords": ["sql", "Power BI"]}, {"name": "R"}]}
    merged = merge(RECORD, found, {})
    assert merged["skills"] == [{"name": "Data", "keywords": ["SQL", "Power BI"]}, {"name": "R"}]


def test_the_record_itself_is_not_touched():
    found = {"work": [{"name": "Lumen Foods", "position": "Reporting assistant", "summary": "Theirs"}]}
    merged = merge(RECORD, found, {"work:0.summary": "found"})
    assert merged["work"][0]["summary"] == "Theirs" and RECORD["work"][0]["summary"] == "Mine"


def test_every_section_is_compared_field_by_field():
    record = {
        "projects": [{"name": "Atlas", "keywords": ["SQL"], "description": "Maps"}],
        "certificates": [{"name": "AWS Architect", "issuer": "Amazon", "date": "2023"}],
        "languages": [{"language": "Hindi", "fluency": "Native"}],
        "volunteer": [{"organization": "Food bank", "position": "Driver"}],
    }
    found = {
        "projects": [{"name": "Atlas", "keywords": ["SQL", "Python"], "url": "https://example.org"}],
        "certificates": [{"name": "AWS Architect", "date": "2023-05"}, {"name": "CKA"}],
        "languages": [{"language": "Hindi", "fluency": "Mother tongue"}, {"language": "English"}],
        "volunteer": [{"organization": "Food bank", "position": "Driver", "startDate": "2019"}],
        "basics": {"profiles": [{"network": "GitHub", "username": "asha"}]},
    }
    differences = _ids(compare(record, found))
    assert {name for name, one in differences.items() if one.take == "found"} == {
        "projects:0.url", "certificates:1", "languages:1", "volunteer:0.startDate", "profiles:0"
    }  # fmt: skip
    assert set(differences) - {name for name, one in differences.items() if one.take == "found"} == {
        "projects:0.keywords", "certificates:0.date", "languages:0.fluency"
    }  # fmt: skip
    assert differences["projects:0.keywords"].entry == "Atlas"
    merged = merge(record, found, {"projects:0.keywords": "found"})
    assert merged["projects"] == [
        {"name": "Atlas", "keywords": ["SQL", "Python"], "description": "Maps", "url": "https://example.org"}
    ]
    assert merged["languages"] == [*record["languages"], {"language": "English"}]
    assert merged["basics"] == found["basics"]


def test_both_sides_of_two_uploads():
    one = {"basics": {"name": "Asha"}, "work": [{"position": "Clerk", "name": "Northwind"}]}
    other = {"basics": {"name": "Asha Rao"}, "languages": [{"language": "Hindi"}]}
    sides = {difference.id: (difference.kept, difference.found) for difference in contrast(one, other)}
    assert sides == {
        "basics:name": ("Asha", "Asha Rao"), "languages:0": ("", "Hindi"), "one:work:0": ("Clerk, Northwind", ""),
    }  # fmt: skip
    assert contrast(one, one) == []
