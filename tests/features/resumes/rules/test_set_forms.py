"""Forms as people fill them in, and what stands between an employer and the post."""

import pytest

from careercoach.features.resumes.rules.halves import split_place
from careercoach.features.resumes.rules.telling import is_place
from tests.features.resumes.rules.pages import put
from tests.features.resumes.rules.test_strange_forms import keywords, posts, read, read_page


@pytest.mark.parametrize(
    "text",
    [
        "Organization : Kelmore\nDesignation : Staff Nurse\nDuration : May 2019 to Present\nLocation : Mysuru",
        "Empresa: Kelmore\nCargo: Staff Nurse\nPeríodo: 2019 - 2021\nLugar: Medellín",
        "Kelmore\nAccra Ghana\n05/2019 - Present\nSalary: 71,200.00 USD Per Year\nHours per week: 40\nStaff Nurse",
        "Kelmore, Leeds   2019 - 2021\nA family business that has served the north since 1962.\nStaff Nurse\n- Triage",
    ],
)
def test_the_post_and_its_employer_are_found_among_labels_notes_and_sentences(text: str) -> None:
    assert posts(read(f"EXPERIENCE\n\n{text}\n")) == [("Kelmore", "Staff Nurse")]


def test_an_employer_below_the_duties_belongs_to_the_form_above_it() -> None:
    rows = [("Dates", "2019 - 2021"), ("Position held", "Fitter"), ("Main activities", "Cut and weld pipes all day"),
            ("Name of employer", "Kelmore"), ("Dates", "2015 - 2019"), ("Position held", "Baker"),
            ("Main activities", "Bake bread at night"), ("Name of employer", "Ovens Ltd")]  # fmt: skip
    lines = [
        put(text, x, 120 + 16 * row) for row, pair in enumerate(rows) for text, x in zip(pair, (40, 220), strict=True)
    ]
    resume = read_page(put("WORK EXPERIENCE", 40, 90, 13, bold=True), *lines)
    assert posts(resume) == [("Kelmore", "Fitter"), ("Ovens Ltd", "Baker")]


def test_dates_at_the_right_are_no_column_below_a_centred_head() -> None:
    left = ["EDUCATION", "Pratt Institute", "BFA Photography", "EXPERIENCE", "Photo Assistant", "Price Studio"]
    right = ["", "Brooklyn, NY", "2010 - 2014", "", "2014 - 2017", "New York, NY"]
    lines = [put(text, 40, 120 + 14 * row, bold=text.isupper()) for row, text in enumerate(left)]
    lines += [put(text, 540 - 5 * len(text), 120 + 14 * row) for row, text in enumerate(right) if text]
    resume = read_page(put("12 Long Street | Brooklyn | 646-555-0149", 200, 60), *lines)
    assert posts(resume) == [("Price Studio", "Photo Assistant")]
    assert [school["institution"] for school in resume["education"]] == ["Pratt Institute"]


def test_short_lines_that_begin_large_are_a_list() -> None:
    words = ["Capture One", "Retouching", "Studio lighting", "Adobe Lightroom"]
    lines = [put(text, 40, 120 + 13 * row) for row, text in enumerate(words)]
    assert keywords(read_page(put("SKILLS", 40, 90, 13, bold=True), *lines)) == words


def test_a_state_stands_behind_one_town() -> None:
    assert split_place("Machine Operator, Magna, Troy, MI") == ("Machine Operator, Magna", "Troy, MI")
    assert is_place("Wellington New Zealand")
    assert is_place("绵阳")
    assert not is_place("上海财经大学 (上海)")
