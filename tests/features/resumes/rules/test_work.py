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
