"""A degree and its subject, and what in an entry is prose."""

import pytest

from careercoach.features.resumes.rules.education import split_degree
from careercoach.features.resumes.rules.read import read_resume
from tests.features.resumes.rules.pages import paper, put


@pytest.mark.parametrize(
    ("text", "degree", "subject"),
    [
        ("Grado en Ingeniería Informática", "Grado", "Ingeniería Informática"),
        ("Técnico Superior en Desarrollo de Aplicaciones Web", "Técnico Superior", "Desarrollo de Aplicaciones Web"),
        ("Master of Science in Statistics", "Master of Science", "Statistics"),
        ("B.Sc. in Biology", "B.Sc.", "Biology"),
        ("BSc (Hons) Adult Nursing", "BSc (Hons)", "Adult Nursing"),
        ("B.Sc. (Computer Science)", "B.Sc.", "Computer Science"),
    ],
)
def test_a_subject_may_be_named_like_a_degree(text, degree, subject):
    assert split_degree(text, []) == (degree, subject)


def schools_of(*lines: str) -> list[dict[str, str]]:
    rows = [put(text, 40, 85 + 14 * number) for number, text in enumerate(lines)]
    return read_resume(paper([put("EDUCATION", 40, 60, 13, bold=True), *rows])).resume["education"]


def test_a_mark_behind_the_year_neither_hides_the_date_nor_names_a_school():
    found = schools_of("B.Com, Pune University, 2018 (64%)", "HSC, Fergusson College, 2015")
    assert [(entry["institution"], entry["endDate"]) for entry in found] == [
        ("Pune University", "2018"),
        ("Fergusson College", "2015"),
    ]


def test_words_for_finishing_go_with_the_date():
    (school,) = schools_of("Técnico em Mecânica – SENAI Maracanã (concluído em 2013)")
    assert (school["institution"], school["endDate"]) == ("SENAI Maracanã", "2013")


def test_dated_lines_of_full_width_stay_entries_of_their_own():
    found = schools_of(
        "Diploma in Purchasing, Irish Institute of Purchasing, 2007", "Leaving Certificate, Cork College, 2003"
    )
    assert [entry["endDate"] for entry in found] == ["2007", "2003"]
