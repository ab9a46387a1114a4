"""What the machine reads is shown as it is, hidden text first, and long files are cut."""

from careercoach.features.resumes.rules.machine import HIDDEN_CHARACTERS, LINES_MAX, as_machine_reads
from tests.features.resumes.conftest import TEXT, read_resume


def test_lines_in_order_with_headings_marked():
    view = as_machine_reads(read_resume())
    assert [line.text for line in view.lines] == TEXT.split("\n")
    assert [line.text for line in view.lines if line.heading] == ["Work"]


def test_hidden_text_is_told_with_reason_and_page():
    note = as_machine_reads(read_resume()).hidden[0]
    assert (note.text, note.reason, note.page) == ("python java kubernetes", "background", 1)


def test_long_files_and_long_hidden_texts_are_cut():
    parsed = read_resume()
    parsed.text = "word\n" * 1000
    parsed.hidden[0].text = "x" * 5000
    view = as_machine_reads(parsed)
    assert len(view.lines) == LINES_MAX and view.shortened and len(view.hidden[0].text) == HIDDEN_CHARACTERS
