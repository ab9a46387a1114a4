"""The form of a record: nothing lost on the way, every row can be put back, dates as people write them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from careercoach.core.errors import InvalidInputError, NotFoundError
from careercoach.features.resumes.rules import records
from careercoach.features.resumes.schemas import Line, Post, RecordForm
from tests.features.resumes.conftest import read_resume

RECORD = {
    "basics": {
        "name": "Asha Rao", "email": "asha@example.org", "image": "x.png",
        "location": {"city": "Pune", "countryCode": "IN", "postalCode": "411001"},
        "profiles": [{"network": "GitHub", "username": "asha"}],
    },
    "work": [
        {"name": "Lumen", "position": "Assistant", "startDate": "2022-01", "url": "https://lumen.example",
         "highlights": ["Wrote SQL", "Cut costs by 12 %"]},
        {"name": "Northwind", "position": "Clerk", "startDate": "2019", "endDate": "2021-12"},
    ],
    "education": [{"institution": "Pune University", "studyType": "B.Com", "score": "8.1", "courses": ["Statistics"]}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel"]}, {"name": "Negotiation"}],
    "projects": [{"name": "Crop prices", "description": "A dashboard", "keywords": ["Power BI"]}],
    "languages": [{"language": "Marathi", "fluency": "Native"}],
}  # fmt: skip


def test_nothing_is_lost_between_record_and_form():
    assert records.to_record(records.to_form(RECORD)) == RECORD


def test_empty_fields_and_empty_rows_are_left_out():
    form = records.to_form(RECORD)
    records.add_entry(form, "work")
    for field in ("position", "name", "startDate", "endDate"):
        records.edit(form, "work", form.work[2].id, field, "")
    assert [post["name"] for post in records.to_record(form)["work"]] == ["Lumen"]


def test_a_typed_value_is_the_persons_own():
    form = records.to_form(read_resume().resume, read_resume())
    post = form.work[0]
    assert post.position.unsure and post.position.quote
    records.edit(form, "work", post.id, "position", " Analyst ")
    assert form.work[0].position.model_dump() == {"value": "Analyst", "quote": "", "page": 0, "unsure": False}


@pytest.mark.parametrize("field", ["id", "rest", "model_config", "__class__", "unknown", "removed", "work"])
def test_only_fields_can_be_edited(field):
    form = records.to_form(RECORD)
    with pytest.raises(NotFoundError):
        records.edit(form, "work", form.work[0].id, field, "x")
    with pytest.raises(NotFoundError):
        records.edit(form, "basics", "", field, "x")


def test_rows_of_others_are_unknown():
    with pytest.raises(NotFoundError):
        records.edit(records.to_form(RECORD), "work", "nothere", "name", "x")


@pytest.mark.parametrize("part", ["work", "education", "skills", "others"])
def test_a_removed_row_comes_back_where_it_was(part):
    form = records.to_form(RECORD)
    before = [row.id for row in getattr(form, part)]
    records.remove(form, part, before[0])
    assert [row.id for row in getattr(form, part)] == before[1:] and form.removed and form.removed.words
    kept = RecordForm.model_validate(form.model_dump())  # as after a reload
    records.undo(kept)
    assert [row.id for row in getattr(kept, part)] == before and records.to_record(kept) == RECORD


def test_skills_are_added_once_however_they_are_typed():
    form = RecordForm()
    records.add_skills(form, "SQL, excel;  Power   BI\nsql,, Excel ")
    assert [skill.name for skill in form.skills] == ["SQL", "excel", "Power BI"]


def test_rows_have_a_limit():
    form = RecordForm()
    for _ in range(records.ROWS_MAX):
        records.add_entry(form, "work")
    with pytest.raises(InvalidInputError):
        records.add_entry(form, "work")


@pytest.mark.parametrize(
    ("start", "end", "fits"),
    [("2020", "2021-05", True), ("2021-05", "2021", True), ("2022-01", "2021-12", False), ("2021", "", True),
     ("", "2021", True), ("last year", "", False), ("2021-05", "2021-05", True)],
)  # fmt: skip
def test_dates_that_cannot_be_are_marked(start, end, fits):
    form = RecordForm()
    row = records.add_entry(form, "work")
    records.edit(form, "work", row, "startDate", start)
    records.edit(form, "work", row, "endDate", end)
    assert records.wrong_dates(form) == ([] if fits else [row])


def test_the_browser_gets_nothing_it_does_not_show():
    shown = records.shown(records.to_form(RECORD))
    assert shown.basics == {} and all(post.rest == {} for post in shown.work)
    assert all(item.entry is None for item in shown.others)


_WORDS = st.text(max_size=30)
_FIELDS = ("name", "position", "startDate", "summary", "highlights", "x")
_VALUES = st.one_of(_WORDS, st.none(), st.integers(), st.lists(_WORDS, max_size=3))
_ENTRY = st.dictionaries(st.sampled_from(_FIELDS), _VALUES, max_size=5)


@given(
    st.fixed_dictionaries(
        {},
        optional={
            "basics": st.dictionaries(
                st.sampled_from(["name", "email", "location", "profiles", "image"]), st.none() | _WORDS
            ),
            "work": st.none() | st.lists(_ENTRY, max_size=3),
            "education": st.lists(_ENTRY, max_size=2),
            "skills": st.lists(
                st.fixed_dictionaries({"name": _WORDS}, optional={"keywords": st.lists(_WORDS, max_size=4)}), max_size=3
            ),
            "projects": st.lists(_ENTRY, max_size=2),
        },
    )
)
def test_any_record_of_any_shape_becomes_a_form_and_settles(record):
    once = records.to_record(records.to_form(record))
    assert records.to_record(records.to_form(once)) == once


def test_what_the_editor_does_not_show_stays_in_the_record():
    record = {
        "meta": {"canonical": "https://example.org/r.json"},
        "x-notMySkills": ["Excel"],
        **RECORD,
        "basics": {**RECORD["basics"], "location": {"city": "Pune", "postalCode": "411001"}},
        "skills": [
            {"name": "Data", "keywords": ["SQL", "R"], "x-said": {"SQL": {"level": "Expert", "lastUsed": "2024"}}},
            {"name": "Docker", "level": "Advanced", "x-said": {"Docker": {"level": "Advanced"}}},
        ],
    }
    form = records.to_form(record)
    assert records.to_record(form) == record
    records.edit(form, "basics", "", "city", "Mumbai")
    records.add_skills(form, "Python")
    changed = records.to_record(form)
    assert changed["basics"]["location"] == {"city": "Mumbai", "postalCode": "411001"}
    assert changed["skills"] == [*record["skills"], {"name": "Python"}]
    assert changed["meta"] == record["meta"]


def test_a_blank_keyword_makes_no_heading_of_a_skill():
    record = {"skills": [{"name": "0", "keywords": [""]}, {"name": "00"}, {"name": "0"}]}
    once = records.to_record(records.to_form(record))
    assert [item.name for item in records.skills_of(record)] == ["0", "00"]
    assert records.to_record(records.to_form(once)) == once


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        ("2013-09", "", ("Sept 2013 – today", "सित॰ 2013 – आज", "sept 2013 – hoy")),
        ("2011", "2013-08", ("2011 – Aug 2013", "2011 – अग॰ 2013", "2011 – ago 2013")),
        ("", "2008", ("2008", "2008", "2008")),
        ("soon", "", ("soon – today", "soon – आज", "soon – hoy")),
        ("", "", ("", "", "")),
    ],
)
def test_dates_of_a_row_are_said_in_words(start, end, said):
    post = Post(id="1", startDate=Line(value=start), endDate=Line(value=end))
    row = records.shown(RecordForm(work=[post])).work[0]
    assert (row.dates.en, row.dates.hi, row.dates.es) == said
    assert row.startDate.value == start
