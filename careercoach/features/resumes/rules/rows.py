"""The pieces of a page from which the rules read: cells (text without a wide gap) and rows of cells."""

import re
from dataclasses import dataclass

from careercoach.features.resumes.rules.letters import clean, is_mark, starts_with_bullet, unspaced, without_bullet
from careercoach.ports.resume_text import Line, Page, Span

Style = tuple[float, bool, bool, int]
"""Size in half points, bold, italic, colour."""
WIDE_GAP = re.compile(r"\s{4,}|\t\s*\t")
TAG_GAP = 0.65
"""Sizes of white between two stretches of one line from which they are separate texts, as tags are."""
SIDE_BY_SIDE = 0.5
"""Two boxes share a line when this share of the lower one's height overlaps."""


@dataclass(slots=True)
class Part:
    """Letters of one look inside a cell."""

    text: str
    style: Style


@dataclass(slots=True)
class Cell:
    """Text that stands together on one line."""

    parts: list[Part]
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    page: int
    bullet: bool = False
    word_style: str = ""
    title: bool = False
    """True when it reads and looks like the title of a section."""
    apart: bool = False
    """True for a title in the margin: it opens the text beside it and is no part of that line."""
    own: bool = False
    """True when it is no part of the text to its left, however near."""
    text: str = ""

    def __post_init__(self) -> None:
        parts = self.parts
        self.text = unspaced(parts[0].text if len(parts) == 1 else "".join([part.text for part in parts])).strip()

    @property
    def style(self) -> Style:
        """The look of most of its letters."""
        if len(self.parts) == 1:
            return self.parts[0].style
        return max(self.parts, key=lambda part: len(part.text.strip())).style


@dataclass(slots=True)
class Row:
    """Cells on one base line of one column; long lines that were broken are joined into one row."""

    cells: list[Cell]
    page: int
    track: int = 0
    """Which stream of reading it belongs to: a column that goes on over the pages."""
    gap: float = 0.0
    """Empty height above, in line heights."""
    right_edge: float = 0.0
    at: int = -1
    """Place of the first letter in the reading text; -1 before it has one."""
    lines: int = 1
    line_end: float = 0.0
    """Right edge of its last line."""
    bottom: float = 0.0
    """Lower edge of its last line."""

    def __post_init__(self) -> None:
        self.line_end = self.cells[0].x1 if len(self.cells) > 1 else self.x1
        self.bottom = self.y1

    @property
    def text(self) -> str:
        """All cells, parted by wide spaces."""
        return "   ".join(cell.text for cell in self.cells)

    @property
    def x0(self) -> float:
        """Left edge."""
        return self.cells[0].x0

    @property
    def x1(self) -> float:
        """Right edge."""
        return self.cells[0].x1 if len(self.cells) == 1 else max(cell.x1 for cell in self.cells)

    @property
    def y0(self) -> float:
        """Top."""
        return self.cells[0].y0 if len(self.cells) == 1 else min(cell.y0 for cell in self.cells)

    @property
    def y1(self) -> float:
        """Bottom."""
        return self.cells[0].y1 if len(self.cells) == 1 else max(cell.y1 for cell in self.cells)

    @property
    def size(self) -> float:
        """Size of the first cell."""
        return self.cells[0].size

    @property
    def style(self) -> Style:
        """Look of the first cell."""
        return self.cells[0].style

    @property
    def is_bullet(self) -> bool:
        """True when it begins with a list mark, or Word numbers it."""
        return self.cells[0].bullet or starts_with_bullet(self.cells[0].text)

    @property
    def body(self) -> str:
        """The text without its list mark."""
        return without_bullet(self.text) if starts_with_bullet(self.text) else self.text


def style_of(span: Span) -> Style:
    """The look of a span, coarse enough to call equal what looks equal."""
    return (round(span.size * 2) / 2, span.bold, span.italic, span.colour)


def cells_of(page: Page, number: int) -> list[Cell]:
    """The visible cells of a page; a line with a wide gap inside gives several."""
    cells: list[Cell] = []
    for line in page.lines:
        if len(line.spans) == 1 and not line.spans[0].hidden and not WIDE_GAP.search(line.spans[0].text):
            if (cell := _plain_cell(line.spans[0], line, number)) is not None:
                cells.append(cell)
            continue
        for spans in _split_at_gaps([span for span in line.spans if not span.hidden]):
            cell = _cell(spans, line, number) if len(spans) > 1 else _plain_cell(spans[0], line, number)
            if cell is not None:
                cells.append(cell)
    return cells


def _split_at_gaps(spans: list[Span]) -> list[list[Span]]:
    groups: list[list[Span]] = [[]]
    end = None
    for span in spans:
        for index, piece in enumerate(_pieces(span)):
            inked = bool(piece.text.strip())
            gap = index or (inked and end is not None and piece.box[0] - end > TAG_GAP * span.size)
            if gap or (span.apart and groups[-1]):
                groups.append([])
            if piece.text:
                groups[-1].append(piece)
            if inked:
                end = piece.box[2]
    return [group for group in groups if group]


def _pieces(span: Span) -> list[Span]:
    """A span cut at wide gaps and without white space at its ends; widths by the share of letters."""
    text = re.sub(r"\t\r ?\u00a0", " ", span.text) if "\t" in span.text else span.text
    if not WIDE_GAP.search(text):
        same = text is span.text
        return [span if same else Span(text, span.box, span.size, span.bold, span.italic, span.colour)]
    x0, y0, x1, y1 = span.box
    step = (x1 - x0) / max(len(text), 1)
    pieces: list[Span] = []
    at = 0
    for gap in [*WIDE_GAP.finditer(text), None]:
        end = gap.start() if gap else len(text)
        box = (x0 + at * step, y0, x0 + end * step, y1)
        pieces.append(Span(text[at:end], box, span.size, span.bold, span.italic, span.colour))
        at = gap.end() if gap else end
    return pieces


def _plain_cell(span: Span, line: Line, number: int) -> Cell | None:
    """As `_cell` for a single span, which most lines are."""
    text = clean(span.text)
    if not text or text.isspace() or span.text.isspace():
        return None
    x0, y0, x1, y1 = span.box
    parts = [Part(text, style_of(span))]
    cell = Cell(parts, x0, y0, x1, y1, span.size, number, bullet=line.bullet, word_style=line.style, own=span.apart)
    return cell if cell.text else None


def _cell(spans: list[Span], line: Line, number: int) -> Cell | None:
    parts: list[Part] = []
    for span in spans:
        text = clean(span.text)
        if parts and parts[-1].text[-1:] in "´`¨ˆ˜ˇ˚" and text[:1].isalpha():
            text = clean(parts[-1].text[-1] + text)
            parts[-1].text = parts[-1].text[:-1]
        if parts and (parts[-1].style == style_of(span) or not text.strip()):
            parts[-1].text += text
        elif text:
            parts.append(Part(text, style_of(span)))
    inked = [span for span in spans if span.text.strip()]
    if not inked or not "".join(part.text for part in parts).strip():
        return None
    cell = Cell(
        parts,
        min(span.box[0] for span in inked),
        min(span.box[1] for span in inked),
        max(span.box[2] for span in inked),
        max(span.box[3] for span in inked),
        max(span.size for span in inked),
        number,
        bullet=line.bullet,
        word_style=line.style,
        own=spans[0].apart,
    )
    return cell if cell.text else None


def same_line(left: Cell, right: Cell) -> bool:
    """True when the two boxes overlap in height enough to stand on one line."""
    # Asked for thousands of pairs a page: comparisons cost half of what min() and max() do.
    top, other_top, bottom, other_bottom = left.y0, right.y0, left.y1, right.y1
    overlap = (bottom if bottom < other_bottom else other_bottom) - (top if top > other_top else other_top)
    if overlap <= 0:
        return False
    height, other_height = bottom - top, other_bottom - other_top
    return overlap > SIDE_BY_SIDE * (height if height < other_height else other_height)


def make_bands(cells: list[Cell]) -> list[list[Cell]]:
    """Cells whose heights overlap, as bands from top to bottom."""
    bands: list[list[Cell]] = []
    head: Cell | None = None
    for cell in sorted(cells, key=lambda cell: cell.y0 + cell.y1):
        if head is not None and same_line(head, cell):
            bands[-1].append(cell)
        else:
            head = cell
            bands.append([cell])
    return bands


def make_rows(cells: list[Cell], track: int = 0) -> list[Row]:
    """Cells gathered into rows from top to bottom; neighbours without a gap become one cell."""
    rows: list[list[Cell]] = []
    for cell in sorted(cells, key=_place):
        near = () if cell.apart else reversed(rows[-4:])
        for row in near:
            if not row[0].apart and same_line(row[0], cell) and not any(_overlap(other, cell) for other in row):
                row.append(cell)
                break
        else:
            rows.append([cell])
    return [Row(_merged(row), row[0].page, track) for row in rows]


def _place(cell: Cell) -> tuple[float, float]:
    middle = (cell.y0 + cell.y1) / 2
    return (middle - 0.6 * (cell.y1 - cell.y0) if cell.apart else middle, cell.x0)


def _overlap(left: Cell, right: Cell) -> bool:
    return min(left.x1, right.x1) - max(left.x0, right.x0) > 0.3 * min(left.x1 - left.x0, right.x1 - right.x0)


def _merged(cells: list[Cell]) -> list[Cell]:
    """Cells that stand closer than a word space or so are one."""
    if len(cells) == 1:
        return cells
    merged: list[Cell] = []
    for cell in sorted(cells, key=lambda cell: cell.x0):
        last = merged[-1] if merged else None
        marked = last is not None and is_mark(last.text) and cell.x0 - last.x1 < 3 * cell.size
        near = last is not None and not cell.own and cell.x0 - last.x1 < 0.6 * min(last.size, cell.size)
        if last is not None and (marked or near):
            space = " " if cell.x0 - last.x1 > 0.12 * cell.size else ""
            last.parts = [*last.parts, *([Part(space, last.parts[-1].style)] if space else []), *cell.parts]
            last.x1, last.y0, last.y1 = max(last.x1, cell.x1), min(last.y0, cell.y0), max(last.y1, cell.y1)
            last.size = max(last.size, cell.size)
            last.text = "".join(part.text for part in last.parts).strip()
        else:
            merged.append(cell)
    return merged
