"""Indic words that a browser printed: every letter, once, and no space where only a sign begins."""

from pathlib import Path

from careercoach.ports.resume_text import read_document
from careercoach.ports.resume_text.actual_text import take_out_marks, with_marks

PRINTED = Path(__file__).with_name("hindi-browser.pdf")
"""Printed by Chromium from a page of our own."""


def test_every_letter_once() -> None:
    (page,) = read_document(PRINTED.read_bytes(), "resume.pdf").pages
    assert [line.text for line in page.lines] == [
        "अंजलि शर्मा",
        "अंग्रेज़ी (अच्छी), मासिक रिपोर्ट, धैर्य",
        "कार्यालय",
        "बनारस हिंदू विश्वविद्यालय, केंद्रीय विद्यालय",
        "स्टाफ नर्स राहुल वर्मा",
    ]


def test_a_cluster_is_marked_where_it_ends_and_where_its_font_changes() -> None:
    drawn = (
        b"/Span<</ActualText <FEFF0930094D092E093E> >> BDC\n<8D> Tj\n20 0 Td <9D> Tj\n/F6 40 Tf\n8 0 Td <67> Tj\nEMC"
    )
    assert with_marks(drawn) == (
        b"/Span<</ActualText <FEFF0930094D092E093E2060> >> BDC\n<8D> Tj\n20 0 Td <9D> Tj\n"
        b"EMC /Span <</ActualText <FEFF2060>>> BDC /F6 40 Tf\n8 0 Td <67> Tj\nEMC"
    )


def test_other_scripts_stay_as_they_are() -> None:
    drawn = b"/Span<</ActualText <FEFF00660069> >> BDC <8D> Tj EMC (plain) Tj /Span<</MCID 1>> BDC <09> Tj EMC"
    assert with_marks(drawn) == drawn


def test_only_the_spaces_of_marks_go() -> None:
    signs = [("र", False), ("्", False), ("\u2060", False), (" ", True), ("\u2060", False), ("य", False), (" ", True)]
    letters = [{"c": sign, "synthetic": synthetic} for sign, synthetic in [*signs, ("\u2060", False), (" ", False)]]
    blocks = [{"lines": [{"spans": [{"chars": letters[:3]}, {"chars": letters[3:]}]}]}]
    take_out_marks(blocks)
    assert [span["text"] for span in blocks[0]["lines"][0]["spans"]] == ["र्", "य  "]
