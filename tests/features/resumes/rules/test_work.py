"""Posts in the orders and forms people print them."""

import pytest

from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.rules.telling import (
    degreeness,
    is_place,
    organisationness,
    schoolness,
    titleness,
)
from careercoach.ports.resume_text import Line, read_document
from tests.features.resumes.rules.pages import paper, put

POSTS = [
    ("Site Manager", "Harbor Shipyard Co.", "2019 – 2023"),
    ("Welder", "Umbra", "2015 – 2019"),
    ("Apprentice", "Northwind", "2012 – 2015"),
]
FORMS = {
    "title, employer, dates": lambda post: [(post[0], True), (post[1], False), (post[2], False)],
    "employer, title, dates": lambda post: [(post[1], True), (post[0], False), (post[2], False)],
    "dates first": lambda post: [(post[2], False), (post[0], True), (post[1], False)],
    "one line with a comma": lambda post: [(f"{post[0]}, {post[1]}", True), (post[2], False)],
    "employer, comma, title": lambda post: [(f"{post[1]}, {post[0]}", True), (post[2], False)],
    "at": lambda post: [(f"{post[0]} at {post[1]} ({post[2]})", True)],
    "bars": lambda post: [(f"{post[0]} | {post[1]} | {post[2]}", True)],
    "dash and place": lambda post: [(f"{post[1]} — {post[0]}, Leeds, UK", True), (post[2], False)],
    "dates in brackets": lambda post: [(post[1], True), (f"{post[0]} ({post[2]})", False)],
}  # fmt: skip


def read_work(form: str) -> list[dict[str, str]]:
    lines = [put("Ada Lovelace", 40, 20, 20), put("WORK EXPERIENCE", 40, 60, 13, bold=True)]
    y = 85.0
    for post in POSTS:
        for text, bold in FORMS[form](post):
            lines.append(put(text, 40, y, bold=bold))
            y += 13
        for point in ("• Kept the yard safe and the books straight", "• Trained four people"):
            lines.append(put(point, 50, y))
            y += 13
        y += 9
    return read_resume(paper(lines)).resume["work"]


@pytest.mark.parametrize("form", FORMS)
def test_reads_posts_in_every_form(form: str) -> None:
    posts = read_work(form)
    assert [(post["position"], post["name"]) for post in posts] == [(title, employer) for title, employer, _ in POSTS]
    assert [(post["startDate"], post["endDate"]) for post in posts] == [
        ("2019", "2023"),
        ("2015", "2019"),
        ("2012", "2015"),
    ]
    assert all(len(post["highlights"]) == 2 for post in posts)


def test_several_posts_under_one_employer() -> None:
    lines = [put("EXPERIENCE", 40, 60, 13, bold=True), put("Globex Corporation", 40, 85, 11, bold=True)]
    for number, (title, dates) in enumerate([("Director", "2019 – 2023"), ("Engineer", "2015 – 2019")]):
        y = 100 + 45 * number
        lines += [
            put(title, 40, y),
            put(dates, 450, y),
            put("• Built the thing and kept it running", 50, y + 13),
        ]
    posts = read_resume(paper(lines)).resume["work"]
    assert [(post["position"], post["name"]) for post in posts] == [
        ("Director", "Globex Corporation"),
        ("Engineer", "Globex Corporation"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Senior Software Engineer",
        "Krankenpflegerin",
        "Jefe de Proyecto",
        "Chargée de mission",
        "软件工程师",
        "वरिष्ठ डेवलपर",
        "CEO/President",
    ],
)
def test_knows_titles(text: str) -> None:
    assert titleness(text) >= 2 > organisationness(text)


@pytest.mark.parametrize(
    "text",
    ["Miller & Hart LLP", "Stadtwerke Köln", "阿里巴巴集团", "Soluciones Digitales S.L.", "भारतीय स्टेट बैंक"],
)
def test_knows_organisations(text: str) -> None:
    assert organisationness(text) >= 1 > titleness(text)


def test_knows_schools_degrees_and_places() -> None:
    assert schoolness("Hochschule Darmstadt") >= 2
    assert schoolness("清华大学") >= 2
    assert degreeness("B.Sc. Physics") >= 2
    assert degreeness("Licence professionnelle") >= 2
    assert is_place("Austin, TX")
    assert is_place("80331 München")
    assert not is_place("Acme Corporation, Inc")


def work_of(lines: list[Line]) -> list[tuple[str, str]]:
    posts = read_resume(paper(lines)).resume["work"]
    return [(post.get("position", ""), post.get("name", "")) for post in posts]


def test_bold_posts_without_dates_are_told_apart() -> None:
    lines = [put("CAREER HISTORY", 40, 60, 13, bold=True)]
    for number, (title, employer) in enumerate([("Bank Teller", "Unibank"), ("Cook", "Umbra"), ("Tutor", "Northwind")]):
        y = 85 + 40 * number
        lines += [put(title, 40, y, bold=True), put(employer, 40, y + 12), put("Kept the books in order", 60, y + 24)]
    assert work_of(lines) == [("Bank Teller", "Unibank"), ("Cook", "Umbra"), ("Tutor", "Northwind")]


def test_a_title_with_a_dash_keeps_its_second_half() -> None:
    lines = [put("EXPERIENCE", 40, 60, 13, bold=True)]
    for number, (title, employer) in enumerate([("Staff Nurse – ICU", "Desert Hospital"), ("Nurse", "Umbra")]):
        y = 85 + 50 * number
        lines += [put(title, 40, y, bold=True), put(f"{2019 - 3 * number} – {2022 - 3 * number}", 450, y)]
        lines += [put(employer, 40, y + 12), put("• Cared for patients on two wards", 50, y + 24)]
    assert work_of(lines) == [("Staff Nurse – ICU", "Desert Hospital"), ("Nurse", "Umbra")]


def test_points_set_in_without_marks_are_no_heads() -> None:
    lines = [put("EXPERIENCE", 40, 60, 13, bold=True), put("GRAY & BELL LLP", 40, 85, bold=True)]
    for number, (title, dates) in enumerate([("Senior Associate", "2021 – 2023"), ("Associate", "2017 – 2020")]):
        y = 97 + 26 * number
        lines += [put(title, 40, y), put(dates, 450, y), put("Closed 40 deals worth a lot.", 70, y + 12)]
    assert work_of(lines) == [("Senior Associate", "GRAY & BELL LLP"), ("Associate", "GRAY & BELL LLP")]


def test_dates_stacked_beside_post_and_employer_are_one_period() -> None:
    lines = [put("EXPERIENCE", 40, 60, 13, bold=True)]
    for number, (start, end) in enumerate([("Mar 2020", "Feb 2022"), ("Jan 2015", "Feb 2020")]):
        y = 85 + 60 * number
        lines += [put(start, 40, y), put("Site Engineer", 130, y), put(end, 40, y + 12)]
        lines += [put("Boa Terra Cooperativa", 130, y + 12), put("Looked after twelve farms", 130, y + 24)]
    posts = read_resume(paper(lines)).resume["work"]
    assert [(post["name"], post["startDate"], post["endDate"]) for post in posts] == [
        ("Boa Terra Cooperativa", "2020-03", "2022-02"),
        ("Boa Terra Cooperativa", "2015-01", "2020-02"),
    ]


def test_an_unknown_name_between_post_and_town_is_the_employer() -> None:
    lines = [put("EMPLOYMENT", 40, 60, 13, bold=True)]
    for number, text in enumerate(["Buyer, Dunnes, Dublin, 2014 to present", "Clerk, Keelings, Dublin, 2008 to 2014"]):
        lines.append(put(text, 40, 85 + 14 * number))
    assert work_of(lines) == [("Buyer", "Dunnes"), ("Clerk", "Keelings")]


def test_names_of_fields_in_a_form_are_left_out() -> None:
    fields = ("Dates", "Occupation or position held", "Name of employer", "Main activities")
    lines = [put("WORK EXPERIENCE", 40, 60, 13, bold=True)]
    posts = [("2018 – 2023", "Machinist", "Precyzja", "Sets machines"), ("2013 – 2018", "Turner", "Huta", "Shafts")]
    for number, values in enumerate(posts):
        for row, (field, value) in enumerate(zip(fields, values, strict=True)):
            y = 85 + 80 * number + 18 * row
            lines += [put(field, 40, y), put(value, 240, y)]
    found = read_resume(paper(lines)).resume["work"]
    assert [(post["position"], post["name"], post["highlights"]) for post in found] == [
        ("Machinist", "Precyzja", ["Sets machines"]),
        ("Turner", "Huta", ["Shafts"]),
    ]


def test_plain_lines_without_dates_are_told_apart_by_their_words() -> None:
    text = """Ada Adeyemi
ada.adeyemi@example.org / +234 803 555 0129 / Lagos, Nigeria / civil engineer

EXPERIENCE
Site Engineer
Berger Nigeria Plc
Supervised the drainage of a road
Intern
Lagos Ministry of Works
Took cube tests
"""
    posts = read_resume(read_document(text.encode(), "resume.txt")).resume["work"]
    assert [(post["position"], post["name"]) for post in posts] == [
        ("Site Engineer", "Berger Nigeria Plc"),
        ("Intern", "Lagos Ministry of Works"),
    ]


def test_a_note_in_brackets_is_no_employer() -> None:
    lines = [put("EXPERIENCE", 40, 60, 13, bold=True), put("2008 – 2011", 450, 85)]
    lines += [put("Produktionshelfer", 40, 85, bold=True), put(" (Zeitarbeit)", 126, 85), put("Randstad", 40, 98)]
    assert work_of(lines) == [("Produktionshelfer", "Randstad")]
