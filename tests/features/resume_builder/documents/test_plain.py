"""Markdown, text and JSON Resume."""

import json

from careercoach.features.resume_builder.documents.plain import make_markdown, make_text
from careercoach.features.resume_builder.documents.record import make_json
from careercoach.features.resume_builder.rules.sheet import make_sheet
from careercoach.features.resumes.rules.apart import read
from careercoach.features.resumes.rules.packed import unpack
from tests.features.resume_builder.records import ASHA, RECORDS


def test_markdown_has_headings_points_and_no_markup_of_the_person():
    record = ASHA | {
        "basics": ASHA["basics"] | {"name": "Asha [Rao](http://evil) *x* <img>", "label": "# not a heading"}
    }
    text = make_markdown(make_sheet(record, "en"))
    assert (
        "## Work experience" in text
        and "### Reporting assistant – Lumen Foods" in text
        and "- Answered 40 calls" in text
    )
    assert r"\[Rao\](http" in text and r"\<img" in text and "\n# not" not in text


def test_text_is_read_by_our_own_reader():
    for language, record in RECORDS.items():
        data = make_text(make_sheet(record, language)).encode()
        found = unpack(read({"name": "resume.txt"}, data)[1]).resume
        assert found["basics"]["name"] == record["basics"]["name"]
        assert found["basics"]["email"] == record["basics"]["email"]
        assert [one["name"] for one in found["work"]] == [one["name"] for one in record["work"]]


def test_json_keeps_what_it_does_not_know():
    again = json.loads(make_json(ASHA))
    assert {name: again[name] for name in ASHA} == ASHA and again["$schema"].startswith("https://")


def test_headings_and_dates_speak_the_language_of_the_resume():
    assert "अनुभव" in make_text(make_sheet(RECORDS["hi"], "hi")) and "वर्तमान" in make_text(
        make_sheet(RECORDS["hi"], "hi")
    )
    assert "Formación académica".upper() in make_text(make_sheet(RECORDS["es"], "es"))
    assert "Jan 2022 – Present" in make_text(make_sheet(ASHA, "en"))


def test_odd_records_are_survived():
    for odd in ({}, {"basics": []}, {"work": "x", "skills": 1}, {"work": [None, 1, {"highlights": "x", "startDate": 2020}]},
                {"basics": {"name": ["x"], "location": "Pune"}, "skills": [{"keywords": [None, {}]}]}):  # fmt: skip
        sheet = make_sheet(odd, "en")
        assert make_markdown(sheet) and make_text(sheet) and make_json(odd)
