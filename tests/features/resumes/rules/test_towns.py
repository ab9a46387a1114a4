"""Towns that few know, and parts of a house, beside a post and its employer."""

import pytest

from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.rules.telling import is_famous_place, is_place
from careercoach.ports.resume_text import read_document

RESUME = """Ravi Menon
ravi.menon@example.in | +91 98450 12345

WORK EXPERIENCE
{head}
2018 - Present
- Closed monthly books in Tally for 4 firms
- Prepared returns on time

EDUCATION
{school}

SKILLS
Excel, Tally
"""


def read(head: str = "Cook, The Oak Room", school: str = "BA English, Elmwood University, 2014") -> dict:
    text = RESUME.format(head=head, school=school)
    return read_resume(read_document(text.encode(), "cv.txt")).resume


@pytest.mark.parametrize(
    ("head", "post", "firm", "town"),
    [
        ("Senior Accountant, Bluepine Traders, Kochi", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Senior Accountant - Bluepine Traders - Kochi", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Senior Accountant | Bluepine Traders | Kochi", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Bluepine Traders | Kochi | Senior Accountant", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Bluepine Traders, Kochi, Senior Accountant", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Bluepine Traders (Kochi) - Senior Accountant", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Senior Accountant at Bluepine Traders, Kochi", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Nurse, St Mary Clinic, Wigan", "Nurse", "St Mary Clinic", "Wigan"),
        ("Software Engineer, Quillbit, Zaragoza", "Software Engineer", "Quillbit", "Zaragoza"),
        ("Staff Nurse, Ward 4, St Mary Clinic", "Staff Nurse, Ward 4", "St Mary Clinic", None),
        ("Profesor, Matemáticas, Colegio San Luis, Zaragoza", "Profesor, Matemáticas", "Colegio San Luis", "Zaragoza"),
        ("Event Planner (Harper Consultants)", "Event Planner", "Harper Consultants", None),
        ("Copywriter @ Tallow Creek Hospital, Ghent, Belgium", "Copywriter", "Tallow Creek Hospital", "Ghent, Belgium"),
        ("Bluepine Traders (Kochi)\nSenior Accountant", "Senior Accountant", "Bluepine Traders", "Kochi"),
        ("Senior Accountant\nBluepine Traders - Boise, ID", "Senior Accountant", "Bluepine Traders", "Boise, ID"),
        ("Vice President, Marketing, Acme Corp", "Vice President, Marketing", "Acme Corp", None),
        ("Senior Accountant, Bluepine Traders, Inc.", "Senior Accountant", "Bluepine Traders, Inc.", None),
    ],
)
def test_post_employer_and_town(head: str, post: str, firm: str, town: str | None):
    (found,) = read(head)["work"]
    assert (found["position"], found["name"], found.get("location")) == (post, firm, town)


def test_a_degree_behind_its_school_keeps_its_name_beside_the_grade():
    (found,) = read(
        school="Elmwood Institute of Technology, Tiruchirappalli 2014\nB.Tech, Computer Science; CGPA: 8.9/10"
    )["education"]
    assert (found["studyType"], found["area"], found["score"]) == ("B.Tech", "Computer Science", "8.9/10")


def test_a_school_that_is_named_like_a_small_town_stays():
    (found,) = read(school="BA English, Massey, 2014")["education"]
    assert found["studyType"].startswith("BA") and "Massey" in str(found)


@pytest.mark.parametrize("name", ["Spring", "Split", "Mobile", "Toyota", "Orange", "Santander", "Reading"])
def test_words_skills_and_firms_are_no_towns(name: str):
    assert not is_place(name)


def test_in_names_and_lists_of_skills_only_what_everybody_knows_is_a_place():
    assert is_place("Wigan") and not is_famous_place("Wigan")
    assert is_famous_place("London") and is_famous_place("Wigan, United Kingdom")


def test_posts_without_a_gap_between_them():
    second = "Welder - Quillbit Labs\n2015-2019\n- Mended forty gates a year for the town\n"
    posts = read(
        "Cook - The Oak Room\n2019-2022\n- Trained three new colleagues in the first year\n" + second + "Baker - Ombra"
    )
    assert [post["name"] for post in posts["work"]] == ["The Oak Room", "Quillbit Labs", "Ombra"]


@pytest.mark.parametrize(
    "school",
    [
        "- PhD in Biology, Tarrow University, 2013-2017\n- Master of Science in Nursing, Harrow Vale Technical School, 2010",
        "MBA in Marketing from Tarrow University (2010 - 2014)\n\nBSc in Biology from Harrow Vale Technical School (2006)",
        "09/2011 – 06/2015  BSc in Marketing, Tarrow University\nExpected May 2026  MBA in Tourism, Harrow Vale Technical School",
    ],
)
def test_schools_in_lists_and_sentences(school: str):
    schools = {found["institution"] for found in read(school=school)["education"]}
    assert schools == {"Tarrow University", "Harrow Vale Technical School"}


def test_honours_belong_to_the_degree():
    (found,) = read(school="BA (Hons) in Mechanical Engineering, Elmwood University, 2014")["education"]
    assert (found["studyType"], found["area"]) == ("BA (Hons)", "Mechanical Engineering")
