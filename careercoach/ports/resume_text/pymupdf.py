"""PDF files: lines and spans as they stand on the page, with what a reader cannot see marked as hidden."""

import re
import unicodedata
from typing import Any, Literal

from careercoach.ports.resume_text import (
    MAX_CHARACTERS,
    MAX_PAGES,
    Box,
    Document,
    Line,
    Page,
    ResumeUnreadableError,
    Span,
)
from careercoach.ports.resume_text.mupdf_engine import PdfError, PdfFile, PdfPage

BOLD_FLAG, ITALIC_FLAG = 16, 2
"""Bits of a span's `flags`."""
THICKENED = 8
"""Bit of `char_flags`: bold made by outlining the letters."""
DRAWN = 16 | 32
"""Bits of `char_flags`: filled, outlined. Neither means text mode 3, invisible."""
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|CMBX|CMCSC.*BX", re.I)
ITALIC_NAME = re.compile(r"italic|oblique|slanted|CMTI|CMSL", re.I)
TINY_POINTS = 3.0
LIGHT = 200
"""Grey value (0-255) from which the background behind a text is looked at."""
MIN_CONTRAST = 24
MAX_PICTURE_POINTS = 4_000_000
FEW_LETTERS = 25
"""A scan may carry a page number or a stamp as real text."""
MAX_UNMAPPED_SHARE = 0.3


def read_pdf(data: bytes) -> Document:
    """The first pages of a PDF. Raises ResumeUnreadableError."""
    try:
        with PdfFile(data) as file:
            if file.locked:
                raise ResumeUnreadableError("encrypted")
            total = file.count_pages()
            if total < 1:
                raise ResumeUnreadableError("damaged")
            document = Document("pdf", [], total)
            _read_pages(file, document)
            _refuse_without_text(file, document)
    except (PdfError, MemoryError, RuntimeError, ValueError) as error:
        raise ResumeUnreadableError("damaged") from error
    return document


def _read_pages(file: PdfFile, document: Document) -> None:
    letters = 0
    for number in range(min(document.pages_total, MAX_PAGES)):
        try:
            with file.page(number) as page:
                document.pages.append(_read_page(page))
                document.links += page.links()
        except PdfError:
            continue  # one broken page must not cost the others
        letters += sum(len(line.text) for line in document.pages[-1].lines)
        if letters > MAX_CHARACTERS:
            break
    if not document.pages:
        raise ResumeUnreadableError("damaged")


def _refuse_without_text(file: PdfFile, document: Document) -> None:
    text = "".join(line.text for page in document.pages for line in page.lines)
    known = sum(letter.isalnum() for letter in text)
    document.unmapped = sum(letter == "\ufffd" or unicodedata.category(letter) == "Co" for letter in text)
    if known >= FEW_LETTERS and document.unmapped <= MAX_UNMAPPED_SHARE * (known + document.unmapped):
        return
    if document.unmapped > known:
        raise ResumeUnreadableError("no_text")
    if _has_ink(file, len(document.pages)):
        raise ResumeUnreadableError("scanned")
    if known == 0:
        raise ResumeUnreadableError("empty")


def _has_ink(file: PdfFile, pages: int) -> bool:
    """True if anything is drawn on the first pages: a scan, or letters drawn as shapes."""
    for number in range(min(pages, 3)):
        with file.page(number) as page:
            left, top, right, bottom = page.bounds()
            if (right - left) * (bottom - top) > MAX_PICTURE_POINTS:
                return True
            samples = page.picture()[2]
            if samples and min(samples) != max(samples):
                return True
    return False


def _read_page(page: PdfPage) -> Page:
    left, top, right, bottom = page.bounds()
    width, height = right - left, bottom - top
    lines: list[Line] = []
    for block in page.blocks():
        for line in block.get("lines", ()):
            if abs(line["dir"][0]) < 0.9:
                continue  # letters set upright at the margin are ornament
            spans = [_span(span, left, top, width, height) for span in line["spans"] if span["text"]]
            if any(span.text.strip() for span in spans):
                lines.append(Line(spans, _moved(line["bbox"], left, top)))
    if width * height <= MAX_PICTURE_POINTS:
        _mark_unseen(page, lines)
    return Page(width, height, lines)


def _moved(box: Box, left: float, top: float) -> Box:
    return (box[0] - left, box[1] - top, box[2] - left, box[3] - top)


def _span(found: dict[str, Any], left: float, top: float, width: float, height: float) -> Span:
    box = _moved(found["bbox"], left, top)
    font: str = found["font"]
    hidden: Literal["", "invisible", "tiny", "outside"] = ""
    if not found["char_flags"] & DRAWN or found["alpha"] == 0:
        hidden = "invisible"
    elif box[2] < 0 or box[3] < 0 or box[0] > width or box[1] > height:
        hidden = "outside"
    elif found["size"] < TINY_POINTS:
        hidden = "tiny"
    return Span(
        found["text"],
        box,
        round(found["size"], 2),
        bold=bool(found["flags"] & BOLD_FLAG or found["char_flags"] & THICKENED or BOLD_NAME.search(font)),
        italic=bool(found["flags"] & ITALIC_FLAG) or bool(ITALIC_NAME.search(font)),
        colour=found["color"],
        hidden=hidden,
    )


def _mark_unseen(page: PdfPage, lines: list[Line]) -> None:
    """Light text is legible on a dark panel only: draw the page and look."""
    doubtful = [span for line in lines for span in line.spans if not span.hidden and _grey(span.colour) >= LIGHT]
    if not doubtful:
        return
    width, height, samples = page.picture()
    for span in doubtful:
        x0, x1 = max(int(span.box[0]), 0), min(int(span.box[2]) + 1, width)
        y0, y1 = max(int(span.box[1]), 0), min(int(span.box[3]) + 1, height)
        around = b"".join(samples[row * width + x0 : row * width + x1] for row in range(y0, y1))
        if around and max(around) - min(around) < MIN_CONTRAST:
            span.hidden = "background"


def _grey(colour: int) -> float:
    return 0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255)
