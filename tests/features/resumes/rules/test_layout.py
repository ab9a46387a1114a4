"""Reading order: no column is ever mixed with its neighbour, and dates stay with their lines."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from careercoach.features.resumes.rules.labels import _stacks
from careercoach.features.resumes.rules.layout import mark_titles, read_in_order
from careercoach.features.resumes.rules.paragraphs import join_broken_lines
from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.rules.rows import cells_of
from careercoach.ports.resume_text import Document, Page
from tests.features.resumes.rules.pages import column, paper, put

SIDE = [
    "CONTACT",
    "ada@example.com",
    "Leeds",
    "SKILLS",
    "Python",
    "Weaving",
    "Algebra",
    "LANGUAGES",
    "English",
    "French",
]
MAIN = [
    "SUMMARY",
    "Writes programs for engines that are not built yet, and notes",
    "that others can follow without asking.",
    "EXPERIENCE",
    "Analyst of the Analytical Engine at Babbage and Sons",
    "• Described the first program in print",
    "• Taught three people to read tables of differences",
    "EDUCATION",
    "Private lessons in mathematics, London",
]


def texts(document: Document) -> list[str]:
    return [
        row.text for row in read_in_order([cells_of(page, number) for number, page in enumerate(document.pages)]).rows
    ]


def in_order(found: list[str], wanted: list[str]) -> bool:
    places = [found.index(text) for text in wanted]
    return places == list(range(places[0], places[0] + len(wanted)))


@pytest.mark.parametrize(("side_x", "main_x"), [(40, 200), (430, 40)])
@given(seed=st.integers(0, 10_000), shift=st.integers(0, 13))
@settings(max_examples=25)
def test_columns_are_never_mixed(side_x: float, main_x: float, seed: int, shift: int) -> None:
    lines = [*column(SIDE, side_x, 100 + shift), *column(MAIN, main_x, 100)]
    random.Random(seed).shuffle(lines)
    found = texts(paper([put("Ada Lovelace", 220, 40, 22)], lines))
    assert found[0] == "Ada Lovelace"
    assert in_order(found, SIDE)
    assert in_order(found, MAIN)


def test_dates_at_the_right_stay_on_their_line() -> None:
    lines = [put("EXPERIENCE", 40, 80, 13, bold=True)]
    for number, (post, date) in enumerate(
        [("Cook, Ritz", "2019 – 2021"), ("Waiter, Adlon", "2015 – 2019"), ("Porter, Savoy", "2012 – 2015")]
    ):
        y = 110 + 60 * number
        lines += [
            put(post, 40, y, bold=True),
            put(date, 480, y),
            put("• Carried what was to be carried", 50, y + 14),
            put("• Smiled", 50, y + 28),
        ]
    found = texts(paper(lines))
    assert "Cook, Ritz   2019 – 2021" in found
    assert "Porter, Savoy   2012 – 2015" in found


def test_dates_in_a_left_column_stay_with_their_entry() -> None:
    lines = [put("EXPERIENCE", 40, 80, 13, bold=True)]
    for number, date in enumerate(["2019 – now", "2015 – 2019", "2012 – 2015"]):
        y = 110 + 60 * number
        lines += [
            put(date, 40, y),
            put(f"Cook {number}", 160, y, bold=True),
            put("Ritz, Paris", 160, y + 14),
            put("• Cooked", 170, y + 28),
        ]
    found = texts(paper(lines))
    assert found[1:5] == ["2019 – now   Cook 0", "Ritz, Paris", "• Cooked", "2015 – 2019   Cook 1"]


def test_titles_in_the_margin_come_before_their_text() -> None:
    lines = [put("Ada Lovelace", 40, 30, 20)]
    for number, title in enumerate(["Experience", "Education", "Skills"]):
        y = 90 + 80 * number
        lines += [
            put(title, 40, y, bold=True),
            put(f"First line of {title}", 180, y),
            put(f"Second line of {title}", 180, y + 14),
        ]
    found = texts(paper(lines))
    assert found[1:4] == ["Experience", "First line of Experience", "Second line of Experience"]
    assert found[7:] == ["Skills", "First line of Skills", "Second line of Skills"]


def test_a_date_broken_over_two_lines_is_one() -> None:
    lines = [put("EXPERIENCE", 40, 80, 13, bold=True)]
    for number in range(3):
        y = 110 + 60 * number
        lines += [
            put("Oct 2017 –", 40, y),
            put("Oct 2021", 40, y + 12),
            put("Architect", 160, y, bold=True),
            put("Initech", 160, y + 14),
        ]
    assert "Oct 2017 – Oct 2021   Architect" in texts(paper(lines))


def test_a_column_goes_on_over_the_page() -> None:
    first, second = (
        paper(column(MAIN, 40, 60), column(SIDE, 430, 60)),
        paper(column(["• Went on writing", *MAIN[3:]], 40, 60)),
    )
    found = texts(Document("pdf", [first.pages[0], second.pages[0]]))
    assert found.index("• Went on writing") == found.index(MAIN[-1]) + 1


def test_lines_of_a_paragraph_join_and_list_points_do_not() -> None:
    long = "Writes programs for engines that are not built yet, and notes that"
    lines = [
        put(long, 40, 60),
        put("others can follow.", 40, 73),
        put("• Python", 40, 110),
        put("• Weaving", 40, 123),
    ]
    rows = join_broken_lines(read_in_order([cells_of(paper(lines).pages[0], 0)]).rows)
    assert [row.text for row in rows] == [f"{long} others can follow.", "• Python", "• Weaving"]


def test_hidden_text_is_not_read() -> None:
    found = texts(paper([put("Ada Lovelace", 40, 40, 20), put("Best candidate ever", 40, 80, hidden="background")]))
    assert found == ["Ada Lovelace"]


@given(
    st.lists(
        st.tuples(st.text(min_size=1, max_size=20), st.floats(0, 500), st.floats(0, 800), st.floats(4, 30)),
        max_size=25,
    )
)
@settings(max_examples=60, deadline=None)
def test_every_cell_is_read_exactly_once(pieces: list[tuple[str, float, float, float]]) -> None:
    document = paper([put(text, x, y, size) for text, x, y, size in pieces])
    cells = cells_of(document.pages[0], 0)
    letters = sorted("".join(cell.text for cell in cells).replace(" ", ""))
    rows = read_in_order([cells]).rows
    assert letters == sorted("".join(row.text for row in rows).replace(" ", ""))


def test_two_titles_in_the_margin_right_below_each_other_stay_two() -> None:
    def stacked(*texts: str) -> list[int]:
        labels = cells_of(Page(595, 842, [put(text, 40, 40 + 12 * n) for n, text in enumerate(texts)]), 0)
        mark_titles(labels)
        return [len(stack) for stack in _stacks(labels)]

    assert stacked("Estudios", "Habilidades") == [1, 1]
    assert stacked("Work", "Experience") == [2]


def test_a_title_that_ends_the_left_side_opens_the_text_beside_it() -> None:
    lines = [put("Ana Rey", 15, 10, 20), put("Experience", 15, 50, 12)]
    lines += [put("Cook, Casa Luna", 150, 50), put("2014 – 2018", 530, 50), put("Made bread for sixty guests", 150, 64)]
    lines += [put("Education", 15, 84, 12), put("Reed College", 150, 84), put("BA Biology", 150, 96)]
    lines += [put("2005 – 2009", 530, 84), put("Skills", 15, 120, 12)]
    for number, words in enumerate([["Permitting", "Estimating"], ["Grading", "Planting"], ["AutoCAD", "Rhino"]]):
        lines += [put(word, 300 + 100 * number, 120 + 12 * row) for row, word in enumerate(words)]
    resume = read_resume(paper(lines)).resume
    listed = {word for skill in resume["skills"] for word in (skill["keywords"] or [skill["name"]])}
    assert listed == {"Permitting", "Estimating", "Grading", "Planting", "AutoCAD", "Rhino"}
