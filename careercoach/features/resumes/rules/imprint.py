"""What the maker of a template sets at the foot of the last page: it says nothing of the person."""

import re

from careercoach.features.resumes.rules.rows import Cell

_IMPRINT = re.compile(
    r"(?:(?:©|\(c\)|copyright)\s.*|(?:(?:web)?site |cv |resume |template |theme )?"
    r"(?:designed|design|powered|created|generated|made|produced|rendered|theme)\s(?:with|by|using)\b.*)",
    re.I,
)
MAX_LETTERS = 80
MOST_LINES = 3


def without_imprint(pages: list[list[Cell]]) -> list[list[Cell]]:
    """The cells of each page, without such lines at the very foot of the last."""
    if not pages:
        return pages
    *before, cells = pages
    for _ in range(MOST_LINES):
        lowest = max(cells, key=lambda cell: cell.y0 + cell.y1, default=None)
        if lowest is None or lowest.bullet or len(lowest.text) > MAX_LETTERS or not _IMPRINT.fullmatch(lowest.text):
            break
        cells = [cell for cell in cells if cell is not lowest]
    return [*before, cells]
