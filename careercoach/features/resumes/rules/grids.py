"""Posts set as rows of a table of three columns: when and where, post and employer, what was done."""

from dataclasses import replace

from careercoach.features.resumes.rules.dates import find_periods, is_only_dates
from careercoach.features.resumes.rules.paragraphs import join_broken_lines
from careercoach.features.resumes.rules.rows import Cell, Part, Row

COLUMNS = 3
SAME_EDGE = 3.0
"""Points."""
SPACE = 12.0
"""Points that stay white between two columns."""
CLOSE = 0.2
"""The empty height above a column that goes on with the one to its left, in line heights."""
Block = list[list[Row]]
"""The lines of each column of one entry."""


def unfold_grid(rows: list[Row], *, tells: bool) -> list[Row]:
    """The rows with each entry column by column; as they are if they are no such table.

    `tells`: the last column is a list of what was done.
    """
    starts = [
        index for index, row in enumerate(rows) if _opens(row) and not (index and _ends_period(rows[index - 1], row))
    ]
    if len(starts) < 2 or starts[0] != 0:
        return rows
    lefts = [cell.x0 for cell in rows[0].cells]
    blocks = [_columns(rows[start:stop], lefts) for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True)]
    found = [block for block in blocks if block is not None]
    if len(found) < len(blocks) or not any(len(block[1]) > 1 for block in found):
        return rows
    return [row for block in found for row in _read_down(block, tells=tells)]


def _read_down(block: Block, *, tells: bool) -> list[Row]:
    _join_period(block[0])
    dates, places = block[0][:1], block[0][1:]
    named, told = _named(block[1]), join_broken_lines(block[2])
    if tells:
        told = [replace(row, cells=[replace(row.cells[0], bullet=True)]) for row in told]
    return [*dates, *named, *places, *told]


def _named(rows: list[Row]) -> list[Row]:
    joined = join_broken_lines(rows)
    for row in joined:
        row.lines = 1  # broken by its column, no paragraph
    return joined


def _opens(row: Row) -> bool:
    periods = find_periods(row.cells[0].text)
    return len(row.cells) == COLUMNS and bool(periods) and periods[0].at <= 1


def _ends_period(above: Row, row: Row) -> bool:
    """True for the second line of a period that its narrow column breaks ("May 2016 – Aug / 2023")."""
    first = above.cells[0].text
    return not is_only_dates(first) and is_only_dates(f"{first} {row.cells[0].text}")


def _columns(rows: list[Row], lefts: list[float]) -> Block | None:
    """The cells of one entry by columns, each as a row of its own; None if a cell stands across two of them."""
    ends = [*(left - SPACE for left in lefts[1:]), max(cell.x1 for row in rows for cell in row.cells)]
    block: Block = [[] for _ in lefts]
    for row in rows:
        for cell in row.cells:
            at = max((number for number, left in enumerate(lefts) if cell.x0 >= left - SAME_EDGE), default=-1)
            if at < 0 or cell.x1 > ends[at] + SPACE:
                return None
            block[at].append(_row_of(cell, row, block[at], ends[at]))
    return block


def _row_of(cell: Cell, row: Row, above: list[Row], edge: float) -> Row:
    first = row.gap if cell is row.cells[0] else CLOSE
    gap = (cell.y0 - above[-1].y1) / max(cell.y1 - cell.y0, 1.0) if above else first
    return Row([cell], row.page, row.track, gap, edge)


def _join_period(rows: list[Row]) -> None:
    """A period over two lines in one row."""
    if len(rows) > 1 and _ends_period(rows[0], rows[1]):
        first, second = rows[0].cells[0], rows[1].cells[0]
        part = Part(f"{first.text} {second.text}", first.style)
        rows[:2] = [replace(rows[0], cells=[replace(first, parts=[part], y1=second.y1)])]
