"""Word files: body, tables, headers, footers and text boxes, laid out on one long page.

Paragraphs get invented places, so that the same rules of reading order work for Word and PDF: paragraphs follow each
other downwards, the cells of a table row stand side by side.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.etree import ElementTree

from careercoach.ports.resume_text import MAX_CHARACTERS, Document, Line, Page, ResumeUnreadableError
from careercoach.ports.resume_text.checks import read_part
from careercoach.ports.resume_text.docx_styles import Look, Styles, read_styles
from careercoach.ports.resume_text.docx_text import Run, W, paragraph_runs

PAGE_WIDTH = 595.0
MARGIN = 50.0
LETTER_SHARE = 0.5
"""Width of a letter as a share of its size, for the invented places."""
TAB_GAP = 24.0
BREAK_GAP = 0.35
PARAGRAPH_GAP = 0.6
"""Space after a line and after a paragraph as a share of the size."""
MAX_DEPTH = 12
_FIELD_LINK = re.compile(r'HYPERLINK\s+"([^"]+)"', re.I)


@dataclass
class Pen:
    """Where the next line goes, and the lines set so far."""

    styles: Styles
    relations: dict[str, str]
    top: float = 0.0
    letters: int = 0
    lines: list[Line] = field(default_factory=list[Line])


def read_docx(data: bytes) -> Document:
    """The text of a Word file that `checks.check_docx` has let through. Raises ResumeUnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            main = _main_part(names)
            styles = read_styles(_tree(archive, "word/styles.xml") if "word/styles.xml" in names else None)
            pen = Pen(styles, {})
            body = _tree(archive, main)
            heads = [_tree(archive, name) for name in sorted(names) if re.fullmatch(r"word/header\d*\.xml", name)]
            feet = [_tree(archive, name) for name in sorted(names) if re.fullmatch(r"word/footer\d*\.xml", name)]
            links = _links(archive, names, [*heads, body, *feet])
            for root in (*heads, body, *feet):
                _set_blocks(pen, root, MARGIN, PAGE_WIDTH - MARGIN, 0)
    except (zipfile.BadZipFile, zlib.error, EOFError, KeyError, ElementTree.ParseError, ValueError, OSError) as error:
        raise ResumeUnreadableError("damaged") from error
    except RecursionError as error:
        raise ResumeUnreadableError("damaged") from error
    if not any(letter.isalnum() for line in pen.lines for letter in line.text):
        pictures = any(name.startswith("word/media/") for name in names)
        raise ResumeUnreadableError("scanned" if pictures else "empty")
    return Document("docx", [Page(PAGE_WIDTH, pen.top, pen.lines)], links=links)


def _main_part(names: list[str]) -> str:
    if "word/document.xml" in names:
        return "word/document.xml"
    numbered = [name for name in sorted(names) if re.fullmatch(r"word/document\d+\.xml", name)]
    if not numbered:
        raise KeyError("word/document.xml")
    return numbered[0]


def _tree(archive: zipfile.ZipFile, name: str) -> ElementTree.Element:
    return ElementTree.fromstring(read_part(archive, name))  # noqa: S314 (read_part refuses DTDs and entities)


def _links(archive: zipfile.ZipFile, names: list[str], roots: list[ElementTree.Element]) -> list[str]:
    """Addresses of hyperlinks of the text, its head and foot, and of fields; they are listed, never opened."""
    found = [
        relation.get("Target", "")
        for part in sorted(names)
        if re.fullmatch(r"word/_rels/(?:document|header|footer)\d*\.xml\.rels", part)
        for relation in _tree(archive, part)
        if relation.get("Type", "").endswith("/hyperlink") and relation.get("TargetMode") == "External"
    ]
    for root in roots:
        codes = [code.text or "" for code in root.iter(W + "instrText")]
        codes += [field.get(W + "instr") or "" for field in root.iter(W + "fldSimple")]
        found += [link[1] for code in codes if (link := _FIELD_LINK.search(code))]
    return found


def _set_blocks(pen: Pen, parent: ElementTree.Element, left: float, right: float, depth: int) -> None:
    """Set paragraphs and tables below each other between `left` and `right`."""
    if depth > MAX_DEPTH or pen.letters > MAX_CHARACTERS:
        return
    for child in parent:
        if child.tag == W + "p":
            for box in _text_boxes(child):
                _set_blocks(pen, box, left, right, depth + 1)
            _set_paragraph(pen, child, left, right)
        elif child.tag == W + "tbl":
            _set_table(pen, child, left, right, depth + 1)
        elif child.tag in (W + "body", W + "sdt", W + "sdtContent", W + "ins", W + "customXml", W + "moveTo"):
            _set_blocks(pen, child, left, right, depth)


def _text_boxes(paragraph: ElementTree.Element) -> Iterator[ElementTree.Element]:
    """Text boxes anchored here; Word stores most of them twice, as drawing and as fallback."""
    seen: set[str] = set()
    for box in paragraph.iter(W + "txbxContent"):
        text = "".join(letters.text or "" for letters in box.iter(W + "t"))
        if text.strip() and text not in seen:
            seen.add(text)
            yield box


def _set_table(pen: Pen, table: ElementTree.Element, left: float, right: float, depth: int) -> None:
    widths = [float(column.get(W + "w") or 0) for column in table.findall(f"{W}tblGrid/{W}gridCol")]
    for row in table.iter(W + "tr") if depth < MAX_DEPTH else ():
        if row not in list(table) and not _is_own_row(table, row):
            continue
        _set_row(pen, row, widths, left, right, depth)


def _is_own_row(table: ElementTree.Element, row: ElementTree.Element) -> bool:
    """Rows may be wrapped in content controls; rows of inner tables are not ours."""
    wrapped = (child for child in table if child.tag == W + "sdt")
    return any(row in list(content) for sdt in wrapped for content in sdt.iter(W + "sdtContent"))


def _set_row(pen: Pen, row: ElementTree.Element, widths: list[float], left: float, right: float, depth: int) -> None:
    cells = [cell for cell in row.iter(W + "tc") if _belongs(row, cell)]
    spans = [_grid_span(cell) for cell in cells]
    total = sum(widths) or float(sum(spans))
    column, top, bottom = 0, pen.top, pen.top
    for cell, count in zip(cells, spans, strict=True):
        before, own = (sum(widths[:column]), sum(widths[column : column + count])) if widths else (column, count)
        cell_left = left + (right - left) * before / total
        cell_right = max(left + (right - left) * (before + own) / total - TAB_GAP / 2, cell_left + TAB_GAP)
        pen.top = top
        _set_blocks(pen, cell, cell_left, cell_right, depth)
        bottom = max(bottom, pen.top)
        column += count
    pen.top = bottom


def _belongs(row: ElementTree.Element, cell: ElementTree.Element) -> bool:
    return cell in list(row) or any(cell in list(content) for sdt in row if sdt.tag == W + "sdt" for content in sdt)


def _grid_span(cell: ElementTree.Element) -> int:
    span = cell.find(f"{W}tcPr/{W}gridSpan")
    return int(span.get(W + "val") or 1) if span is not None else 1


def _set_paragraph(pen: Pen, paragraph: ElementTree.Element, left: float, right: float) -> None:
    look = pen.styles.paragraph_look(paragraph)
    rows = paragraph_runs(paragraph, look, pen.styles)
    size = look.size
    pen.top += look.space_before
    for row in rows:
        size = max((run.look.size for run in row if run.text.strip()), default=look.size)
        _set_row_of_runs(pen, row, look, left, right, size)
        pen.top += size * (1 + BREAK_GAP)
    pen.top += size * PARAGRAPH_GAP + look.space_after
    if not rows:
        pen.top += size


def _set_row_of_runs(pen: Pen, row: list[Run], look: Look, left: float, right: float, size: float) -> None:
    """One line of the paragraph; a tab or a run of spaces starts a new cell further right."""
    at = left + look.indent
    cell: list[Run] = []
    cells: list[list[Run]] = [cell]
    for run in row:
        if run.text == "\t":
            cell = []
            cells.append(cell)
        else:
            cell.append(run)
    room = max(right - at, 4 * size)
    full = sum(len(run.text) * run.look.size * LETTER_SHARE for run in row) + TAB_GAP * (len(cells) - 1)
    scale = min(1.0, room / full) if full else 1.0
    for number, runs in enumerate(cells):
        runs = [run for run in runs if run.text]
        if not "".join(run.text for run in runs).strip():
            at += TAB_GAP / 2 if number else 0
            continue
        spans = []
        start = at
        for run in runs:
            end = at + max(len(run.text) * run.look.size * LETTER_SHARE * scale, 0.5)
            spans.append(run.span((at, pen.top, end, pen.top + size)))
            pen.letters += len(run.text)
            at = end
        bullet = look.bullet and number == 0
        pen.lines.append(Line(spans, (start, pen.top, at, pen.top + size), look.style, bullet))
        at += TAB_GAP
