"""The place of each line, and what of a page is hard for machines."""

from careercoach.features.resumes.rules.read import read_resume
from careercoach.ports.resume_text import Document, Page
from tests.features.resumes.rules.pages import A4, column, paper

LEFT = ["CONTACT", "asha@example.org", "Pune, India", "SKILLS", "SQL", "Excel", "Power BI"]
RIGHT = ["EXPERIENCE", "Reporting assistant, Lumen Foods", "2022-01 - 2024-02", "Wrote 40 queries for stores",
         "Built pivot tables every week", "EDUCATION", "Bachelor of Commerce, Pune University", "2018 - 2021"]  # fmt: skip


def test_every_line_of_the_text_has_its_place():
    parsed = read_resume(paper(column(RIGHT, 50, 40)))
    assert [parsed.text[line.start : line.end] for line in parsed.lines] == parsed.text.split("\n")
    tops = [line.box[1] for line in parsed.lines]
    assert tops == sorted(tops) and {line.page for line in parsed.lines} == {0}


def test_one_column_in_order():
    (look,) = read_resume(paper(column(RIGHT, 50, 40))).looks
    assert (look.columns, look.disorder, look.is_picture) == (1, 0.0, False)
    assert (look.width, look.height) == A4


def test_two_columns_drawn_row_by_row_are_out_of_order():
    left, right = column(LEFT, 40, 40), column(RIGHT, 300, 40)
    in_order = read_resume(paper(left, right)).looks[0]
    mixed = sorted([*left, *right], key=lambda line: (line.box[1], line.box[0]))
    out_of_order = read_resume(paper(mixed)).looks[0]
    assert in_order.columns == out_of_order.columns == 2
    assert out_of_order.disorder > 0.25 > in_order.disorder


def test_a_page_without_text_has_a_look_too():
    document = Document("pdf", [paper(column(RIGHT, 50, 40)).pages[0], Page(*A4, [], is_picture=True)], 2)
    assert [look.is_picture for look in read_resume(document).looks] == [False, True]
