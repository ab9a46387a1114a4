"""Periods set in three short lines ("July 2020", a dash, "May 2021"), as narrow columns of dates have them."""

import re

from careercoach.features.resumes.rules.dates import find_periods, is_only_dates
from careercoach.features.resumes.rules.rows import Cell, Part

_DASH = re.compile(r"\s*(?:[-–—~]|(?:to|bis|hasta|a|à|au|até)\b|至)\s*", re.I)
MAX_LETTERS = 20
NEAR = 0.8
"""Heights of a line between two lines of one period at most."""
ALIGNED = 3.0
"""Points by which their left edges, right edges or middles differ at most."""


def join_periods(cells: list[Cell]) -> list[Cell]:
    """The cells of a page with such periods as one cell, at the height of their first line."""
    short = [cell for cell in cells if len(cell.text) <= MAX_LETTERS]
    taken: set[int] = set()
    joined: list[Cell] = []
    for first in short:
        lines = _period_from(first, short) if is_only_dates(first.text) else []
        if lines and not taken & {id(cell) for cell in lines}:
            taken |= {id(cell) for cell in lines}
            text = " ".join(cell.text.strip() for cell in lines)
            x0, x1 = min(cell.x0 for cell in lines), max(cell.x1 for cell in lines)
            joined.append(Cell([Part(text, first.style)], x0, first.y0, x1, first.y1, first.size, first.page))
    return [*(cell for cell in cells if id(cell) not in taken), *joined] if joined else cells


def _period_from(first: Cell, cells: list[Cell]) -> list[Cell]:
    """The two or three lines of the period that `first` begins; empty if none does."""
    below = next((cell for cell in cells if _is_below(first, cell)), None)
    if below is None or not (_DASH.match(below.text) or first.text.rstrip()[-1] in "-–—"):
        return []
    lines = [first, below]
    if _DASH.fullmatch(below.text):
        last = next((cell for cell in cells if _is_below(below, cell)), None)
        lines = [first, below, last] if last is not None else []
    dated = lines and is_only_dates(_DASH.sub("", lines[-1].text, count=1))
    return lines if dated and len(find_periods(" ".join(cell.text for cell in lines))) == 1 else []


def _is_below(upper: Cell, lower: Cell) -> bool:
    height = upper.y1 - upper.y0
    if upper.page != lower.page or not -0.5 * height < lower.y0 - upper.y1 < NEAR * height:
        return False
    middles = abs(upper.x0 + upper.x1 - lower.x0 - lower.x1) / 2
    return min(abs(upper.x0 - lower.x0), abs(upper.x1 - lower.x1), middles) <= ALIGNED
