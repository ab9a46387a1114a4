"""PDF files: lines with their look, and what the eye cannot see."""

import pickle

import pymupdf  # noqa: TID251 (makes the files)
import pytest

from careercoach.ports.resume_text import MAX_PAGES, Document, ResumeUnreadableError, read_document
from tests.ports.resume_text.bad_files import make_pdf

PLENTY = "Ada Lovelace writes programs for engines of the future"


def read(document: pymupdf.Document) -> Document:
    return read_document(document.tobytes(), "resume.pdf")


def hidden_of(document: Document) -> dict[str, str]:
    return {span.text: span.hidden for page in document.pages for line in page.lines for span in line.spans}


def test_gives_place_size_and_weight() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), PLENTY, fontsize=18, fontname="hebo")
    (line,) = read(document).pages[0].lines
    assert line.text == PLENTY
    assert line.spans[0].bold
    assert line.spans[0].size == pytest.approx(18)
    assert line.box[0] == pytest.approx(72, abs=1)
    assert line.box[1] < 100 < line.box[3]


def test_marks_what_a_reader_cannot_see() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), PLENTY)
    page.insert_text((72, 140), "white", color=(1, 1, 1))
    page.insert_text((72, 180), "invisible", render_mode=3)
    page.insert_text((72, 220), "tiny", fontsize=1.5)
    page.draw_rect(pymupdf.Rect(60, 240, 300, 280), fill=(0.1, 0.2, 0.3))
    page.insert_text((72, 260), "on a panel", color=(1, 1, 1))
    hidden = hidden_of(read(document))
    assert hidden == {PLENTY: "", "white": "background", "invisible": "invisible", "tiny": "tiny", "on a panel": ""}


def test_reads_a_limited_number_of_pages_and_says_how_many_there_are() -> None:
    document = read_document(make_pdf(PLENTY, pages=MAX_PAGES + 7), "resume.pdf")
    assert len(document.pages) == MAX_PAGES
    assert document.pages_total == MAX_PAGES + 7


def test_lists_links_without_following_them() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), PLENTY)
    page.insert_link(
        {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(72, 80, 200, 110), "uri": "mailto:ada@example.com"}
    )
    assert read(document).links == ["mailto:ada@example.com"]


def test_an_owner_password_alone_does_not_lock_it() -> None:
    document = pymupdf.open()
    document.new_page().insert_text((72, 100), PLENTY)
    data = document.tobytes(encryption=pymupdf.PDF_ENCRYPT_AES_256, owner_pw="owner", user_pw="")
    assert PLENTY in read_document(data, "resume.pdf").pages[0].lines[0].text


def test_values_and_errors_cross_processes() -> None:
    document = read_document(make_pdf(PLENTY), "resume.pdf")
    assert pickle.loads(pickle.dumps(document)) == document
    error = pickle.loads(pickle.dumps(ResumeUnreadableError("scanned")))
    assert error.text_key == "resumes.unreadable_scanned"


def test_a_scan_among_pages_of_text_is_told() -> None:
    document = pymupdf.open()
    document.new_page().insert_text((72, 100), PLENTY)
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80))
    picture.set_rect(pymupdf.IRect(10, 10, 40, 40), (0,))
    document.new_page().insert_image(pymupdf.Rect(72, 72, 400, 500), pixmap=picture)
    document.new_page()
    assert [page.is_picture for page in read(document).pages] == [False, True, False]


def test_a_dash_of_a_drawn_font_stands_on_its_line() -> None:
    drawn = b"""%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R>>>>>>endobj
4 0 obj<</Length 120>>stream
BT /F1 10 Tf 72 700 Td (Engineer of ships and bridges since 2018 ) Tj /F2 10 Tf (A) Tj /F1 10 Tf ( 2023) Tj ET
endstream endobj
5 0 obj<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>endobj
6 0 obj<</Type/Font/Subtype/Type3/FontBBox[0 4000 500 4100]/FontMatrix[.001 0 0 .001 0 0]/FirstChar 65/LastChar 65
/Widths[500]/Encoding<</Type/Encoding/Differences[65/endash]>>/CharProcs<</endash 7 0 R>>/ToUnicode 8 0 R>>endobj
7 0 obj<</Length 40>>stream
500 0 0 244 500 305 d1 0 244 500 61 re f
endstream endobj
8 0 obj<</Length 200>>stream
/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def
1 begincodespacerange <00> <FF> endcodespacerange 1 beginbfchar <41> <2013> endbfchar endcmap end end
endstream endobj
trailer<</Root 1 0 R/Size 9>>"""
    page = read_document(drawn, "resume.pdf").pages[0]
    assert [line.text for line in page.lines] == ["Engineer of ships and bridges since 2018 – 2023"]
    for line in page.lines:
        assert [span.text for span in line.spans if not span.box[1] < 100 < span.box[3]] == []
        assert 88 < line.box[1] < line.box[3] < 106


def test_letter_spaced_names_keep_their_words() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 60), PLENTY)
    for number, letter in enumerate("ANNA DE HUNT"):
        page.insert_text((72 + 17 * number, 100), letter, fontname="cour", fontsize=22)
    assert "ANNA DE HUNT" in [line.text.strip() for line in read(document).pages[0].lines]


def test_the_foot_line_of_a_scanner_is_no_resume() -> None:
    document = pymupdf.open()
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80))
    picture.set_rect(pymupdf.IRect(10, 10, 40, 70), (0,))
    page = document.new_page()
    page.insert_image(page.rect, pixmap=picture)
    page.insert_text((72, 800), "Scanned with a phone, page 1 of 1")
    with pytest.raises(ResumeUnreadableError) as refusal:
        read(document)
    assert refusal.value.text_key == "resumes.unreadable_scanned"


def test_wide_white_that_is_no_letter_parts_two_texts() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 100), PLENTY)
    page.insert_text((72, 140), "Financial reporting", fontsize=10)
    page.insert_text((72 + pymupdf.get_text_length("Financial reporting", fontsize=10) + 6, 140), "IFRS", fontsize=10)
    (line,) = [line for line in read(document).pages[0].lines if "IFRS" in line.text]
    assert [(span.text, span.apart) for span in line.spans if span.text.strip()] == [
        ("Financial reporting", False),
        ("IFRS", True),
    ]


def test_white_parts_nothing_where_the_file_writes_no_spaces() -> None:
    document = pymupdf.open()
    page = document.new_page()
    for number, word in enumerate(PLENTY.split()):
        page.insert_text((72 + 60 * number, 100), word, fontsize=10)
    assert not any(span.apart for line in read(document).pages[0].lines for span in line.spans)


def test_an_address_whose_letters_stand_apart_is_one_word() -> None:
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((72, 140), PLENTY)
    font, x = pymupdf.Font("helv"), 72.0
    for letter in "id.ada@mail.example.org":
        page.insert_text((x, 100), letter)
        x += font.text_length(letter, 11) + (3.4 if letter in "id" else 2.2)
    assert read(document).pages[0].lines[1].text == "id.ada@mail.example.org"
