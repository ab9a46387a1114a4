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
from careercoach.ports.resume_text.actual_text import INDIC, take_out_marks, with_marks
from careercoach.ports.resume_text.edges import drop_cut_lines
from careercoach.ports.resume_text.mupdf_engine import PdfError, PdfFile, PdfPage
from careercoach.ports.resume_text.spacing import close_up, is_added

BOLD_FLAG, ITALIC_FLAG = 16, 2
"""Bits of a span's `flags`."""
THICKENED = 8
"""Bit of `char_flags`: bold made by outlining the letters."""
DRAWN = 16 | 32
"""Bits of `char_flags`: filled, outlined. Neither means text mode 3, invisible."""
APART = 0.45
"""Sizes of added white from which two words of one line are two texts, as the tags of a page are."""
SPACES_ARE_WRITTEN = 5
"""Spaces for each added one, from which the others are letters of the file and an added one is none of the text."""
BOLD_NAME = re.compile(r"bold|black|heavy|semibold|demi|CMBX|CMCSC.*BX", re.I)
ITALIC_NAME = re.compile(r"italic|oblique|slanted|CMTI|CMSL", re.I)
TINY_POINTS = 3.0
LIGHT = 200
"""Grey value (0-255) from which the background behind a text is looked at."""
MIN_CONTRAST = 24
MAX_PICTURE_POINTS = 4_000_000
FEW_LETTERS = 25
"""A scan may carry a page number or a stamp as real text."""
STAMP_LETTERS = 90
"""So many letters a scanner's own foot line may have."""
MAX_INKED = 0.08
"""Share of a page's height on which something may be drawn besides its few lines of text: rules, a photo."""
MAX_UNMAPPED_SHARE = 0.3
MAX_HEIGHT = 2.2
"""Sizes. A taller box, or one off its base line, comes from the measures of a font of drawn letters (Type 3): browsers
print dashes and digits in such fonts, and the date of a post would seem to stand lines above it."""
ABOVE_LINE, BELOW_LINE = 0.8, 0.2
"""Usual heights above and below the base line, in sizes."""


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
            page, links = _read_number(file, number)
            if document.pages:
                drop_cut_lines(document.pages[-1], page)
            document.pages.append(page)
            document.links += links
        except PdfError:
            continue  # one broken page must not cost the others
        letters += sum(len(span.text) for line in document.pages[-1].lines for span in line.spans)
        if letters > MAX_CHARACTERS:
            break
    if not document.pages:
        raise ResumeUnreadableError("damaged")


def _read_number(file: PdfFile, number: int) -> tuple[Page, list[str]]:
    """Page `number`, from 0, and the addresses behind its links."""
    with file.page(number) as page:
        blocks = page.blocks()
        if not (_has_indic(blocks) and file.redraw(number, with_marks)):
            return _read_page(page, blocks), page.links()
    with file.page(number) as page:
        blocks = page.blocks(letters=True)
        take_out_marks(blocks)
        return _read_page(page, blocks), page.links()


def _has_indic(blocks: list[dict[str, Any]]) -> bool:
    return any(
        INDIC.search(span["text"]) for block in blocks for line in block.get("lines", ()) for span in line["spans"]
    )


def _refuse_without_text(file: PdfFile, document: Document) -> None:
    text = "".join([span.text for page in document.pages for line in page.lines for span in line.spans])
    known = sum(map(str.isalnum, text))
    unmapped = [letter for letter in set(text) if letter == "\ufffd" or unicodedata.category(letter) == "Co"]
    document.unmapped = sum(map(text.count, unmapped))
    if known >= FEW_LETTERS and document.unmapped <= MAX_UNMAPPED_SHARE * (known + document.unmapped):
        if known < STAMP_LETTERS and _is_full_of_ink(file, document.pages[0]):
            raise ResumeUnreadableError("scanned")
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
            if _is_drawn_on(page):
                return True
    return False


def _is_full_of_ink(file: PdfFile, first: Page) -> bool:
    """True when far more is drawn on the first page than its few letters."""
    written = sum(line.box[3] - line.box[1] for line in first.lines)
    with file.page(0) as page:
        left, top, right, bottom = page.bounds()
        if (right - left) * (bottom - top) > MAX_PICTURE_POINTS:
            return True
        width, height, samples = page.picture()
    lines = (samples[row * width : (row + 1) * width] for row in range(height))
    return sum(min(line) != max(line) for line in lines) > 2 * written + MAX_INKED * height


def _is_drawn_on(page: PdfPage) -> bool:
    samples = page.picture()[2]
    return bool(samples) and min(samples) != max(samples)


def _read_page(page: PdfPage, blocks: list[dict[str, Any]]) -> Page:
    left, top, right, bottom = page.bounds()
    width, height = right - left, bottom - top
    fonts: dict[str, tuple[bool, bool]] = {}
    lines: list[Line] = []
    close_up(page, blocks)
    _part_texts(blocks)
    for block in blocks:
        for line in block.get("lines", ()):
            if abs(line["dir"][0]) < 0.9:
                continue  # letters set upright at the margin are ornament
            box = _moved(line["bbox"], left, top)
            if box[3] - box[1] > MAX_HEIGHT * line["spans"][0]["size"]:
                box = _moved(_set_on_base_line(line), left, top)
            spans = [_span(span, left, top, width, height, fonts) for span in line["spans"] if span["text"]]
            if any(not span.text.isspace() for span in spans):
                lines.append(Line(spans, box))
    is_picture = False
    if width * height <= MAX_PICTURE_POINTS:
        _mark_unseen(page, lines)
        letters = sum(len(span.text) for line in lines for span in line.spans if not span.hidden)
        is_picture = letters < FEW_LETTERS and _is_drawn_on(page)
    return Page(width, height, lines, is_picture)


def _part_texts(blocks: list[dict[str, Any]]) -> None:
    """Marks spans that begin behind wide white which is no letter of the file, if its spaces are letters."""
    lines = [line["spans"] for block in blocks for line in block.get("lines", ())]
    added = [(spans, at) for spans in lines for at, span in enumerate(spans) if is_added(span)]
    if len(added) * SPACES_ARE_WRITTEN > sum(span["text"].count(" ") for spans in lines for span in spans):
        return
    for spans, at in added:
        x0, _, x1, _ = spans[at]["bbox"]
        if 0 < at < len(spans) - 1 and x1 - x0 >= APART * spans[at]["size"]:
            spans[at + 1]["apart"] = True


def _set_on_base_line(line: dict[str, Any]) -> Box:
    """Gives spans that are off their base line, or far too high, the usual height; the box of the line."""
    for span in line["spans"]:
        x0, y0, x1, y1 = span["bbox"]
        size, base = span["size"], span["origin"][1]
        if not y0 < base <= y1 + 0.5 or y1 - y0 > MAX_HEIGHT * size:
            span["bbox"] = (x0, base - ABOVE_LINE * size, x1, base + BELOW_LINE * size)
    boxes = [span["bbox"] for span in line["spans"]]
    return (line["bbox"][0], min(box[1] for box in boxes), line["bbox"][2], max(box[3] for box in boxes))


def _moved(box: Box, left: float, top: float) -> Box:
    if not left and not top:
        return box
    return (box[0] - left, box[1] - top, box[2] - left, box[3] - top)


def _look(font: str, fonts: dict[str, tuple[bool, bool]]) -> tuple[bool, bool]:
    """Bold and italic by the name of the font; `fonts` are those of the page met so far."""
    known = fonts.get(font)
    if known is None:
        known = fonts[font] = (BOLD_NAME.search(font) is not None, ITALIC_NAME.search(font) is not None)
    return known


def _span(
    found: dict[str, Any], left: float, top: float, width: float, height: float, fonts: dict[str, tuple[bool, bool]]
) -> Span:
    box = _moved(found["bbox"], left, top)
    size, drawn, flags = found["size"], found["char_flags"], found["flags"]
    bold, italic = _look(found["font"], fonts)
    hidden: Literal["", "invisible", "tiny", "outside"] = ""
    if not drawn & DRAWN or found["alpha"] == 0:
        hidden = "invisible"
    elif box[2] < 0 or box[3] < 0 or box[0] > width or box[1] > height:
        hidden = "outside"
    elif size < TINY_POINTS:
        hidden = "tiny"
    return Span(
        found["text"],
        box,
        round(size, 2),
        bold or bool(flags & BOLD_FLAG or drawn & THICKENED),
        italic or bool(flags & ITALIC_FLAG),
        found["color"],
        hidden,
        found.get("apart", False),
    )


def _mark_unseen(page: PdfPage, lines: list[Line]) -> None:
    """Light text is legible on a dark panel only: draw the part of the page around it and look."""
    doubtful = [
        span
        for line in lines
        for span in line.spans
        if span.colour and not span.hidden and _grey(span.colour) >= LIGHT and not span.text.isspace()
    ]
    if not doubtful:
        return
    left, top = (max(int(min(span.box[side] for span in doubtful)), 0) for side in (0, 1))
    right, bottom = (int(max(span.box[side] for span in doubtful)) + 1 for side in (2, 3))
    width, height, samples = page.picture((left, top, right, bottom))
    for span in doubtful:
        x0, x1 = max(int(span.box[0]) - left, 0), min(int(span.box[2]) + 1 - left, width)
        y0, y1 = max(int(span.box[1]) - top, 0), min(int(span.box[3]) + 1 - top, height)
        around = b"".join(samples[row * width + x0 : row * width + x1] for row in range(y0, y1))
        if around and max(around) - min(around) < MIN_CONTRAST:
            span.hidden = "background"


def _grey(colour: int) -> float:
    return 0.299 * (colour >> 16 & 255) + 0.587 * (colour >> 8 & 255) + 0.114 * (colour & 255)
