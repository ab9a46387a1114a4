"""Grids whose entries are read down, names of skills over two lines, the foot line of a template, cut addresses."""

import pytest

from careercoach.features.resumes.rules.gutters import find_gutters
from careercoach.features.resumes.rules.layout import mark_titles
from careercoach.features.resumes.rules.mails import find_email
from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.rules.rows import cells_of, make_bands, make_rows
from careercoach.features.resumes.rules.skills import read_skills
from careercoach.features.resumes.rules.telling import organisationness
from careercoach.ports.resume_text import Line
from tests.features.resumes.rules.pages import paper, put


def title(words: str, y: float) -> Line:
    return put(words, 40, y, 14, bold=True)


def read_page(*lines: Line) -> dict:
    head = [put("Ada Lovelace", 40, 40, 24, bold=True), put("ada@example.org", 40, 70)]
    return read_resume(paper([*head, *lines])).resume


def test_schools_side_by_side() -> None:
    rows = [
        ("Parsons School of Design", "Trinity College Dublin"),
        ("Sep 2009 - Jun 2013", "Sep 2005 - Jun 2009"),
        ("Bachelor of Arts, Design", "BBA, Marketing"),
    ]
    lines = [
        put(words, x, 130 + 14 * at) for at, row in enumerate(rows) for words, x in zip(row, (40, 300), strict=True)
    ]
    schools = read_page(title("EDUCATION", 105), *lines)["education"]
    assert [(one["institution"], one["startDate"]) for one in schools] == [
        ("Parsons School of Design", "2009-09"),
        ("Trinity College Dublin", "2005-09"),
    ]


def test_a_table_of_schools_is_read_across() -> None:
    rows = [("University of Leeds", "BSc Physics", "2010 - 2013"), ("University of York", "MSc Physics", "2013 - 2014")]
    lines = [
        put(words, x, 130 + 14 * at)
        for at, row in enumerate(rows)
        for words, x in zip(row, (40, 240, 420), strict=True)
    ]
    schools = read_page(title("EDUCATION", 105), *lines)["education"]
    assert [(one["institution"], one["startDate"]) for one in schools] == [
        ("University of Leeds", "2010"),
        ("University of York", "2013"),
    ]


def test_languages_in_a_grid_keep_their_levels() -> None:
    rows = [("English", "French"), ("Native", "Fluent"), ("German", "Yoruba"), ("B2", "Native")]
    lines = [
        put(words, x, 130 + 14 * at) for at, row in enumerate(rows) for words, x in zip(row, (40, 300), strict=True)
    ]
    found = read_page(title("LANGUAGES", 105), *lines)["languages"]
    assert {one["language"]: one["fluency"] for one in found} == {
        "English": "Native",
        "German": "B2",
        "French": "Fluent",
        "Yoruba": "Native",
    }


def test_lists_that_hang_below_their_heads_are_groups() -> None:
    rows = [
        [("Design", 40), ("Research", 300)],
        [("Figma", 70), ("User interviews", 330)],
        [("Adobe", 70), ("Usability", 330)],
        [("Illustrator", 70), ("testing", 330)],
        [("Prototyping", 70), ("Surveys", 330)],
    ]
    lines = [put(words, x, 130 + 14 * at) for at, row in enumerate(rows) for words, x in row]
    assert read_page(title("SKILLS", 105), *lines)["skills"] == [
        {"name": "Design", "keywords": ["Figma", "Adobe Illustrator", "Prototyping"]},
        {"name": "Research", "keywords": ["User interviews", "Usability testing", "Surveys"]},
    ]


def test_two_skills_below_each_other_stay_two() -> None:
    words = ("AWS", "Lambda", "Spring", "Boot", "Python", "pandas")
    lines = [put(word, 40, 130 + 12 * at) for at, word in enumerate(words)]
    found = read_page(title("SKILLS", 105), *lines)["skills"]
    assert [one["name"] for one in found] == list(words)


def test_the_foot_line_of_a_template_is_no_skill() -> None:
    lines = [
        put("Wiring", 40, 130),
        put("Solar", 40, 144),
        put("Designed with love by Jo Doe for developers", 200, 800),
    ]
    found = read_page(title("SKILLS", 105), *lines)["skills"]
    assert [one["name"] for one in found] == ["Wiring", "Solar"]


@pytest.mark.parametrize(
    ("lines", "address"),
    [
        (["MEI.LING.ZHANG@EXAMPLE.C", "OM"], "mei.ling.zhang@example.com"),
        (["dr.katharina.von.weizsac", "ker92@mail.example.org"], "dr.katharina.von.weizsacker92@mail.example.org"),
        (["ada.lovelace", "ada.lovelace@example.org"], "ada.lovelace@example.org"),
        (["www.ada-lovelace.org", "ada@example.org"], "ada@example.org"),
    ],
)
def test_an_address_cut_where_its_column_ends(lines: list[str], address: str) -> None:
    assert find_email(lines).lower() == address


def test_the_link_knows_the_start_that_the_page_cuts_off() -> None:
    assert find_email(["rent.sophie22@example.org"], ["mailto:laurent.sophie22@example.org"]) == (
        "laurent.sophie22@example.org"
    )


@pytest.mark.parametrize(
    "dates", [("July 2020", "—", "May 2021"), ("July 2020 –", "May 2021"), ("July 2020", "– May 2021")]
)
def test_a_period_over_several_lines_is_one(dates: tuple[str, ...]) -> None:
    lines = [put("VP of Sales, HubSpot", 40, 130, bold=True), put("- Grew the newsletter to 60,000 readers", 40, 144)]
    lines += [put("Seller and storyteller who likes numbers.", 40, 158)]
    lines += [put(words, 450 - 2.5 * len(words), 128 + 14 * at) for at, words in enumerate(dates)]
    (post,) = read_page(title("EXPERIENCE", 105), *lines)["work"]
    assert (post["name"], post["startDate"], post["endDate"]) == ("HubSpot", "2020-07", "2021-05")


def test_a_list_below_its_head_is_no_second_column() -> None:
    lines = [put("Certifications held", 22, 130, bold=True), put("BLS", 52, 152), put("ACLS", 52, 166)]
    lines += [put("LANGUAGES", 460, 200, 14, bold=True)]
    lines += [
        put(words, 22, 240 + 14 * at, bold=at % 2 == 0)
        for at, words in enumerate(("English", "Native", "French", "B2"))
    ]
    found = read_page(put("SKILLS", 480, 105, 14, bold=True), *lines)
    assert found["skills"] == [{"name": "Certifications held", "keywords": ["BLS", "ACLS"]}]
    assert [one["language"] for one in found["languages"]] == ["English", "French"]


def test_a_percentage_is_no_part_of_a_skill() -> None:
    lines = [
        put(words, 40, 130 + 14 * at, bold=True)
        for at, words in enumerate(("Ruby on Rails (85%):", "HTML5 & CSS (95%):"))
    ]
    found = read_page(title("SKILLS", 105), *lines)["skills"]
    assert [one["name"] for one in found] == ["Ruby on Rails", "HTML5 & CSS"]


def test_lists_that_end_below_each_other_are_two_columns() -> None:
    left = [("General ledger", 232), ("Accounts", 254), ("payable", 265)]
    right = [("IFRS", 232), ("Excel", 254), ("QuickBooks", 277)]
    lines = [put(words, 498 - 5 * len(words), top) for words, top in left]
    lines += [put(words, 568 - 5 * len(words), top) for words, top in right]
    groups = read_skills(make_rows(cells_of(paper(lines).pages[0], 0)))
    found = [skill for group in groups for skill in group.skills]
    assert found == ["General ledger", "Accounts payable", "IFRS", "Excel", "QuickBooks"]


def test_half_of_the_skills_is_no_column_of_the_page() -> None:
    half = [put(words, 420, 132 + 22 * at) for at, words in enumerate(("Budgeting", "Staging", "Forecasts"))]
    other = [
        put("SKILLS", 520, 105, 14, bold=True),
        put("Excel", 520, 132),
        put("Cvent", 520, 154),
        put("Maps", 520, 176),
    ]
    other += [put("EDUCATION", 520, 230, 11, bold=True), put("BSc Physics", 520, 250), put("Leeds", 520, 264)]
    cells = cells_of(paper([*half, *other]).pages[0], 0)
    mark_titles(cells)
    assert find_gutters(make_bands(cells))[0] is None


def test_an_employer_that_goes_by_its_address() -> None:
    lines = [put("Drone Hire, Co-Founder", 40, 130, bold=True), put("2013-01-01 — 2014-01-01", 400, 130)]
    lines += [put("- An international directory of drones", 50, 144), put("- Kept by two of us", 50, 158)]
    lines += [put("BackboneTutorials.com, Founder", 40, 180, bold=True), put("2011-01-01 — 2014-06-01", 400, 180)]
    lines += [put("http://backbonetutorials.com", 40, 194), put("- I write tutorials about the web", 50, 208)]
    posts = read_page(title("WORK", 105), *lines)["work"]
    assert [(one["name"], one["position"]) for one in posts] == [
        ("Drone Hire", "Co-Founder"),
        ("BackboneTutorials.com", "Founder"),
    ]


def test_what_a_firm_is_in_small_letters_is_not_its_name() -> None:
    assert organisationness("Awesome compression company") == 0.0
    assert organisationness("Ford Motor Company") >= 1.5


def test_an_address_below_the_contact_line_does_not_take_its_town() -> None:
    contact = "asha.rao@example.org | +91 98200 12345 | Pune, India"
    lines = [put(contact, 40, 84), put("https://www.linkedin.com/in/asharao", 40, 98), put("Nurse", 40, 130)]
    assert read_page(*lines, title("SUMMARY", 110))["basics"]["location"] == {"city": "Pune, India"}


def test_languages_below_the_skills_may_be_those_of_programs() -> None:
    lines = [put("Languages", 60, 130, 12, bold=True), put("Python, Go, SQL", 70, 146)]
    lines += [put("Cloud", 60, 162, 12, bold=True), put("AWS, Docker", 70, 178)]
    lines += [title("EDUCATION", 200), put("BSc Physics, University of Leeds, 2012", 40, 220)]
    found = read_page(title("SKILLS", 105), *lines)
    assert [skill for group in found["skills"] for skill in group["keywords"]] == [
        "Python",
        "Go",
        "SQL",
        "AWS",
        "Docker",
    ]
    assert not found.get("languages")
