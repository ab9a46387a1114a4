"""LinkedIn's export as it really comes: names that vary, quotes, notes above tables, and archives that mean harm."""

import io
import struct
import zipfile

import pytest

from careercoach.core.errors import CoachError
from careercoach.features.profiles.rules.json_resume import check_record
from careercoach.features.profiles.rules.linkedin import read_linkedin, read_linkedin_date

TABLES = {
    "Profile.csv": "\ufeffFirst Name,Last Name,Maiden Name,Address,Birth Date,Headline,Summary,Industry,Zip Code,"
    "Geo Location,Twitter Handles,Websites,Instant Messengers\r\n"
    'Asha,Rao,Secret,"12 Hill Road","Jan 1, 1990",Data analyst,"Line one\nline ""two""",IT,411001,'
    '"Pune, India",[asharao],"[PERSONAL:https://asha.example,PORTFOLIO:javascript:alert(1)]",\r\n',
    "Positions.csv": "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Lumen Foods,"Analyst, Sales","Reports for stores\n• Wrote SQL queries\n• Built dashboards",Pune,Jan 2022,\n'
    "Northwind,Clerk,,,2019,Dec 2021\n,,,,,\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\n"
    'Pune University,2014,2017,,"BCom, Commerce",Chess\n',
    "Skills.csv": "Name\nSQL\nPower BI\n",
    "Certifications.csv": "Name,Url,Authority,Started On,Finished On,License Number\n"
    "AWS Architect,https://aws.example/1,Amazon,Jan 2023,Jan 2026,ABC-1\n",
    "Projects.csv": "Title,Description,Url,Started On,Finished On\nAtlas,Maps of stores,javascript:alert(1),Mar 2020,\n",
    "Languages.csv": "Name,Proficiency\nHindi,Native or bilingual proficiency\n",
    "Email Addresses.csv": "Email Address,Confirmed,Primary,Updated On\nold@example.org,Yes,No,\na@example.org,Yes,Yes,\n",
    "PhoneNumbers.csv": "Extension,Number,Type\n,+91 98 0000 0000,Mobile\n",
    "Honors.csv": "Title,Description,Issuer,Issued On\nBest report,,Lumen,May 2023\n",
    "Publications.csv": 'Name,Published On,Description,Publisher,Url\nOn maps,"Jan 30, 2020",,Journal,\n',
    "messages.csv": "FROM,TO,CONTENT\nx,y,very private words\n",
}


def archive(tables=TABLES, folder="") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, words in tables.items():
            packed.writestr(folder + name, words.encode())
    return out.getvalue()


@pytest.mark.parametrize("folder", ["", "Complete_LinkedInDataExport_11-21-2026/", "a\\b\\"])
def test_all_tables_become_a_record(folder):
    record = read_linkedin(archive(folder=folder))
    check_record(record)
    assert record["basics"] == {
        "name": "Asha Rao", "label": "Data analyst", "summary": 'Line one\nline "two"', "email": "a@example.org",
        "phone": "+91 98 0000 0000", "url": "https://asha.example", "location": {"city": "Pune, India"},
        "profiles": [{"network": "Twitter", "username": "asharao"}],
    }  # fmt: skip
    assert record["work"] == [
        {"name": "Lumen Foods", "position": "Analyst, Sales", "location": "Pune", "startDate": "2022-01",
         "summary": "Reports for stores", "highlights": ["Wrote SQL queries", "Built dashboards"]},
        {"name": "Northwind", "position": "Clerk", "startDate": "2019", "endDate": "2021-12"},
    ]  # fmt: skip
    assert record["education"][0] == {
        "institution": "Pune University", "studyType": "BCom", "area": "Commerce", "startDate": "2014",
        "endDate": "2017", "x-activities": "Chess",
    }  # fmt: skip
    assert [skill["name"] for skill in record["skills"]] == ["SQL", "Power BI"]
    assert record["certificates"][0]["x-expires"] == "2026-01"
    assert record["projects"] == [{"name": "Atlas", "description": "Maps of stores", "startDate": "2020-03"}]
    assert record["publications"][0]["releaseDate"] == "2020-01-30"
    assert record["awards"][0]["awarder"] == "Lumen" and record["languages"][0]["language"] == "Hindi"


def test_private_things_are_not_taken():
    told = str(read_linkedin(archive()))
    assert not any(secret in told for secret in ("Secret", "Hill Road", "1990", "411001", "very private", "javascript"))


def test_notes_above_a_table_other_order_other_case_and_missing_tables():
    tables = {"skills.CSV": 'Notes:\n"When exporting, you may notice…"\n\nName\nSQL\n',
              "POSITIONS.csv": "Title,Finished On,Company Name\nClerk,,Northwind\nToo,short\n"}  # fmt: skip
    assert read_linkedin(archive(tables)) == {
        "work": [
            {"name": "Northwind", "position": "Clerk"},
            {"position": "Too"},
        ],
        "skills": [{"name": "SQL"}],
    }


@pytest.mark.parametrize(
    ("words", "kept"),
    [("Sep 2024", "2024-09"), ("September 2024", "2024-09"), ("2019", "2019"), ("Jan 30, 2020", "2020-01-30"),
     ("septiembre de 2024", "2024-09"), ("सितंबर 2020", "2020-09"), ("févr. 2019", "2019-02"), ("2024年9月", "2024-09"),
     ("", ""), ("Present", ""), ("09/2021", "2021-09")],
)  # fmt: skip
def test_dates_of_many_tongues(words, kept):
    assert read_linkedin_date(words) == kept


def _lying(real: int, said: int) -> bytes:
    """An archive whose directory says that its table is smaller than it is."""
    data = archive({"Skills.csv": "Name\n" + "x" * real})
    return data.replace(struct.pack("<I", real + 5), struct.pack("<I", said))


BAD = {
    "not_zip": [b"", b"PK\x03\x04 but no more", b"%PDF-1.7", archive()[:400]],
    "no_tables": [
        archive({"readme.txt": "hello"}),
        archive({"Skills.csv": "Nombre\nSQL\n"}),
        archive({"Skills.csv": ""}),
    ],
    "zip_too_large": [
        archive({f"{n}.csv": "" for n in range(201)}),
        archive({"Skills.csv": "Name\n" + "SQL\n" * 2_000_000}),
        archive({"Skills.csv": "Name\n" + "0" * 3_000_000}),
    ],
}


@pytest.mark.parametrize(("key", "data"), [(key, data) for key, files in BAD.items() for data in files])
def test_archives_that_cannot_be_read_are_refused_in_words(key, data):
    with pytest.raises(CoachError) as refused:
        read_linkedin(data)
    assert refused.value.text_key == f"profiles.import.{key}"


def test_a_directory_that_lies_about_sizes_does_no_harm():
    with pytest.raises(CoachError):
        read_linkedin(_lying(6_000_000, 10))


def test_a_broken_table_hurts_nothing_else():
    tables = {
        **TABLES,
        "Skills.csv": "Name\n" + "\x00\xff\udcff".encode("utf-8", "surrogatepass").decode("latin-1") + "\nSQL",
    }
    assert read_linkedin(archive(tables))["work"]
