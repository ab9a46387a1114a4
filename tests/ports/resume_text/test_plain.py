"""Text files in the encodings people have."""

import pytest

from careercoach.ports.resume_text import read_document

TEXT = "José Müller\nÉcole Polytechnique        2015 – 2019\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_reads_every_usual_encoding(encoding: str) -> None:
    lines = read_document(TEXT.encode(encoding), "resume.txt").pages[0].lines
    assert [line.text for line in lines] == ["José Müller", "École Polytechnique", "2015 – 2019"]


def test_a_wide_gap_parts_two_texts_of_one_line() -> None:
    _, school, years = read_document(TEXT.encode(), "resume.txt").pages[0].lines
    assert school.box[1] == years.box[1]
    assert school.box[2] < years.box[0]


def test_a_file_without_an_ending_is_told_by_its_content() -> None:
    assert read_document(TEXT.encode(), "resume").kind == "txt"


def test_marks_of_markdown_are_a_look_and_no_letters() -> None:
    text = "# Ada Larbi\n**Technician** | Accra\n\n## Work\n### Fitter @ Steel Works\n*2016 -- 2020*\n- C# and 2 ** 3\n"
    spans = [line.spans[0] for line in read_document(text.encode(), "resume.txt").pages[0].lines]
    assert [span.text for span in spans] == [
        "Ada Larbi",
        "Technician | Accra",
        "Work",
        "Fitter @ Steel Works",
        "2016 -- 2020",
        "- C# and 2 ** 3",
    ]
    assert [span.bold for span in spans] == [True, False, True, True, False, False]
    assert spans[0].size > spans[2].size > spans[3].size > spans[5].size


def test_a_line_drawn_below_a_title_is_its_look() -> None:
    text = "Ada Larbi\n\nWORK\n====\nFitter\n2016 - 2020\n\n技能\n--\nwelding\n"
    spans = [line.spans[0] for line in read_document(text.encode(), "resume.txt").pages[0].lines]
    assert [(span.text, span.bold) for span in spans if span.text in ("WORK", "技能", "Fitter")] == [
        ("WORK", True),
        ("Fitter", False),
        ("技能", True),
    ]
    assert len(spans) == 6


def test_marks_of_code_are_no_accents() -> None:
    assert read_document(b"Ada Byron\n`ida@example.org`\n", "resume.txt").pages[0].lines[1].text == "ida@example.org"
