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
        "10/2020 - Present: Staff Nurse; Kelmore; Lahore\n   - Triage",
        "Staff Nurse\nKelmore\n03/2015 - 12/2018\nAchievements\n- Ran the ward",
        "Kelmore -- Staff Nurse -- Jan 2019 - Mar 2021\n(Leicester)\n-> Triage",
        "Staff Nurse, Kelmore, Accra\n2019 - 2021",
        "2020 / Present\nStaff Nurse\nKelmore",
        "Kelmore, Los Angeles, CA as Staff Nurse from May 2016 to Present",
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


def test_a_title_in_the_margin_opens_the_block_beside_it_and_no_line_above() -> None:
    lines = [put("EMPLOYMENT", 40, 120, 9, bold=True), put("HISTORY", 40, 131, 9, bold=True)]
    lines += [put("Kelmore, Leeds", 160, 120), put("Staff Nurse, 2019 - 2021", 160, 131)]
    lines += [
        put("EDUCATION", 40, 148, 9, bold=True),
        put("Leeds College", 160, 148),
        put("BSc Nursing, 2018", 160, 159),
    ]
    lines += [put("SKILLS", 40, 176, 9, bold=True), put("Triage, Wound care, First aid", 160, 176)]
    resume = read_page(*lines)
    assert posts(resume) == [("Kelmore", "Staff Nurse")]
    assert [school["institution"] for school in resume["education"]] == ["Leeds College"]
    assert keywords(resume) == ["Triage", "Wound care", "First aid"]


@pytest.mark.parametrize("number", ["Page 2 of 3", "Seite 2 von 3", "Página 1", "- p. 2 / 3 -"])
def test_page_numbers_are_no_text(number: str) -> None:
    resume = read_page(put("SKILLS", 40, 90, 13, bold=True), put("Triage, Wound care", 40, 110), put(number, 500, 800))
    assert keywords(resume) == ["Triage", "Wound care"]


def test_a_point_that_goes_on_with_a_year_begins_no_post() -> None:
    point = "- Designed the order ledger which settled three billion dollars in"
    resume = read(f"EXPERIENCE\n\nStaff Nurse, Kelmore\n2019 - 2021\n{point}\n  2020 without a single lost event\n")
    assert posts(resume) == [("Kelmore", "Staff Nurse")]


def test_names_of_fields_over_two_lines() -> None:
    rows = [("Dates", "2019 - 2021"), ("Occupation or", "Fitter"), ("position held", ""), ("Name and address", "Kelmore"),
            ("of employer", ""), ("Dates", "2015 - 2019"), ("Occupation or", "Baker"), ("position held", ""),
            ("Name and address", "Ovens Ltd"), ("of employer", "")]  # fmt: skip
    lines = [
        put(text, x, 120 + 13 * at)
        for at, pair in enumerate(rows)
        for text, x in zip(pair, (40, 220), strict=True)
        if text
    ]
    resume = read_page(put("WORK EXPERIENCE", 40, 90, 13, bold=True), *lines)
    assert posts(resume) == [("Kelmore", "Fitter"), ("Ovens Ltd", "Baker")]


def test_posts_that_flow_on_into_the_next_column() -> None:
    left = ["Fitter, Kelmore", "2019 - 2021", "- Cut and weld pipes", "Baker, Ovens Ltd", "2015 - 2019", "- Bake bread"]
    right = ["Cleaner, Old Mill", "2013 - 2015", "- Clean all machines", "- Order the soap", "", ""]
    lines = [put(text, 40, 120 + 14 * at) for at, text in enumerate(left)]
    lines += [put(text, 320, 100 + 14 * at) for at, text in enumerate(right) if text]
    lines += [put("EDUCATION", 320, 180, 13, bold=True), put("BSc Baking, Leeds College, 2012", 320, 200)]
    resume = read_page(put("WORK EXPERIENCE", 40, 100, 13, bold=True), *lines)
    assert posts(resume) == [("Kelmore", "Fitter"), ("Ovens Ltd", "Baker"), ("Old Mill", "Cleaner")]


def test_a_head_above_two_columns_of_a_post_is_no_column() -> None:
    left = [
        put("EXPERIENCE", 57, 120, 13, bold=True),
        put("Kelmore, Sligo", 57, 142, bold=True),
        put("Fitter", 57, 156),
    ]
    right = [put("12 Long Street | Sligo | 085 555 0134", 180, 66), put("Sep 2019 - Present", 460, 142)]
    later = [put("- Leads a staff of 22 and a building programme for three schools of the county", 74, 170)]
    assert posts(read_page(*left, *right, *later)) == [("Kelmore", "Fitter")]
