"""Entries set side by side: two schools or four languages in a grid, each to be read down before the next."""

from careercoach.features.resumes.rules.dates import find_periods
from careercoach.features.resumes.rules.rows import Cell, Row
from careercoach.features.resumes.rules.skills import is_level

SAME_LEFT = 4.0
"""Points by which lines of one card begin apart at most."""
LEAST_STEP = 8.0
"""Points by which a list stands in from the head above it."""


def unfold_cards(rows: list[Row]) -> list[Row]:
    """The rows of a section with grids of cards read card by card; other rows as they are.

    Cards are cells below each other of which one row is all dates or all levels (a table has those in a column), or
    whose lists hang below their heads.
    """
    unfolded: list[Row] = []
    at = 0
    while at < len(rows):
        end = _grid_end(rows, at)
        grid = rows[at:end]
        if end - at >= 2 and (any(_is_of_cards(row) for row in grid) or _hangs(grid)):
            unfolded += _card_by_card(grid)
            at = end
        else:
            unfolded.append(rows[at])
            at += 1
    return unfolded


def _grid_end(rows: list[Row], start: int) -> int:
    """Where the rows end that stand in the columns of row `start`."""
    head = rows[start]
    if len(head.cells) < 2 or head.is_bullet:
        return start + 1
    lefts = [cell.x0 for cell in head.cells]
    end = start + 1
    while end < len(rows) and rows[end].page == head.page and _stands_in(rows[end], lefts):
        end += 1
    return end


def _stands_in(row: Row, lefts: list[float]) -> bool:
    """True when each cell has a card of its own and ends before the next."""
    cards = [_card_of(cell, lefts) for cell in row.cells]
    if -1 in cards or len(set(cards)) < len(cards):
        return False
    bounds = [*lefts[1:], float("inf")]
    return all(cell.x1 < bounds[card] for cell, card in zip(row.cells, cards, strict=True))


def _card_of(cell: Cell, lefts: list[float]) -> int:
    """The card in which a cell begins; -1 for none."""
    return sum(left <= cell.x0 + SAME_LEFT for left in lefts) - 1


def _hangs(grid: list[Row]) -> bool:
    """True when rows stand as far in from their heads in each card, as lists do."""
    lefts = [cell.x0 for cell in grid[0].cells]
    steps = [[cell.x0 - lefts[_card_of(cell, lefts)] for cell in row.cells] for row in grid[1:] if len(row.cells) > 1]
    hung = [row for row in steps if min(row) >= LEAST_STEP and max(row) - min(row) <= SAME_LEFT]
    return len(hung) >= 2


def _is_of_cards(row: Row) -> bool:
    """True for a row that says the same kind of thing of each card."""
    if len(row.cells) < 2:
        return False
    dated = [_is_date(cell) for cell in row.cells]
    levels = [is_level(cell.text) for cell in row.cells]
    return all(dated) or all(levels)


def _is_date(cell: Cell) -> bool:
    return bool(find_periods(cell.text)) and len(cell.text.split()) <= 6


def _card_by_card(grid: list[Row]) -> list[Row]:
    lefts = [cell.x0 for cell in grid[0].cells]
    rows: list[Row] = []
    for card in range(len(lefts)):
        for row in grid:
            cells = [cell for cell in row.cells if _card_of(cell, lefts) == card]
            if cells:
                rows.append(Row(cells, row.page, row.track, row.gap, row.right_edge))
    return rows
