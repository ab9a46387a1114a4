"""Two records side by side: what differs, what is proposed, and what the person's choice makes of it."""

from careercoach.features.resumes.rules.comparison import compare, merge

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
    assert merged["skills"] == [{"name": "Data", "keywords": ["SQL"]}, {"name": "Power BI"}, {"name": "R"}]


def test_the_record_itself_is_not_touched():
    found = {"work": [{"name": "Lumen Foods", "position": "Reporting assistant", "summary": "Theirs"}]}
    merged = merge(RECORD, found, {"work:0.summary": "found"})
    assert merged["work"][0]["summary"] == "Theirs" and RECORD["work"][0]["summary"] == "Mine"
