"""A line that the edge between two pages cuts is there once."""

from careercoach.ports.resume_text import Line, Page, Span
from careercoach.ports.resume_text.edges import drop_cut_lines


def line(text: str, top: float) -> Line:
    box = (22.0, top, 120.0, top + 12)
    return Line([Span(text, box, 12.0)], box)


def test_it_stays_on_the_later_page_with_all_its_letters() -> None:
    page = Page(595, 842, [line("Above", 800), line("2015-11 — 2019-02", 836)])
    after = Page(595, 842, [line("2015 11  2019 02", -6), line("Below", 20)])
    drop_cut_lines(page, after)
    assert [one.text for one in page.lines] == ["Above"]
    assert [(one.text, one.spans[0].box[1]) for one in after.lines] == [("2015-11 — 2019-02", -6), ("Below", 20)]


def test_a_last_line_that_does_not_come_again_stays() -> None:
    page, after = Page(595, 842, [line("Dropbox", 836)]), Page(595, 842, [line("Rackspace", -6)])
    drop_cut_lines(page, after)
    assert [one.text for one in page.lines] == ["Dropbox"]
