"""Skills that a narrow column breaks over two lines ("Adobe / Illustrator"), told by words: the lines stand alike."""

import re

from careercoach.features.resumes.rules.rows import Cell, Part, Row

Lines = list[tuple[list[Cell], Row]]
"""The cells of each line with the row they are of."""
MOST_WORDS = 5
MANY = 0.7
"""Share of lines that begin with a capital, from which a small letter goes on with the line above."""
_SEPARATED = re.compile(r"[,;，；、|•·:：(]|\s[-–—/]\s")


def join_wrapped(lines: Lines) -> Lines:
    """The lines with broken names of skills made whole."""
    joined: Lines = []
    capital = _begins_large(lines)
    for cells, row in lines:
        before = joined[-1][0] if joined else []
        if before and _may_go_on(before, cells) and _goes_on(before[0].text, cells[0].text, capital):
            first, second = before[0], cells[0]
            parts = [*first.parts, Part(" ", first.style), *second.parts]
            x1 = max(first.x1, second.x1)
            whole = Cell(parts, first.x0, first.y0, x1, second.y1, first.size, first.page, bullet=first.bullet)
            joined[-1] = ([whole], joined[-1][1])
        else:
            joined.append((cells, row))
    return joined


def _begins_large(lines: Lines) -> bool:
    letters = [cells[0].text[:1] for cells, _ in lines]
    return sum(letter.isupper() for letter in letters) >= MANY * len(letters)


def _may_go_on(before: list[Cell], cells: list[Cell]) -> bool:
    """True when both stand alone on their lines and look alike, one below the other."""
    if len(before) != 1 or len(cells) != 1:
        return False
    first, second = before[0], cells[0]
    flush = min(abs(first.x0 - second.x0), abs(first.x1 - second.x1), abs(first.x0 + first.x1 - second.x0 - second.x1))
    near = 0 <= second.y0 - first.y1 + 2 <= 0.8 * (second.y1 - second.y0) and first.page == second.page
    return near and flush < 2 and first.style == second.style and not second.bullet


def _goes_on(first: str, second: str, capital: bool) -> bool:
    whole = f"{first} {second}"
    if len(whole.split()) > MOST_WORDS or _SEPARATED.search(whole) or _is_skill(first):
        return False
    return _is_skill(whole) or (capital and second[:1].islower() and not _is_skill(second))


def _is_skill(text: str) -> bool:
    """True when the words, all of them, name one skill of the catalogue; words like "Go" do in a list."""
    from careercoach.content.scan import find_skills  # the catalogue is read when it is needed

    lead = "Python, "
    start, end = len(lead), len(lead) + len(text)
    return any(found.start <= start and found.end >= end for found in find_skills(f"{lead}{text}, SQL"))
