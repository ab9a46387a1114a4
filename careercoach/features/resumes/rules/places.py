"""Where each line stands, and what of a page makes it hard for machines: columns, odd order, pictures of text."""

import itertools

from careercoach.features.resumes.parsed import LinePlace, PageLook
from careercoach.features.resumes.rules.rows import Row
from careercoach.ports.resume_text import Document, Page

BESIDE_ROWS = 3
"""So many rows side by side make a column; fewer are a head with contacts at its side."""


def place_lines(rows: list[Row]) -> list[LinePlace]:
    """The place of every row that has one in the reading text."""
    return [
        LinePlace(row.at, row.at + len(row.text), row.page, (row.x0, row.y0, row.x1, max(row.y1, row.bottom)))
        for row in rows
        if row.at >= 0
    ]


def look_at(document: Document, rows: list[Row]) -> list[PageLook]:
    """One look for each page that was read."""
    by_page: dict[int, list[Row]] = {}
    for row in rows:
        by_page.setdefault(row.page, []).append(row)
    return [_look(page, by_page.get(number, [])) for number, page in enumerate(document.pages)]


def _look(page: Page, rows: list[Row]) -> PageLook:
    look = PageLook(round(page.width, 1), round(page.height, 1), is_picture=page.is_picture)
    if rows:
        look.columns = _columns(rows)
        look.disorder = _disorder(page, rows)
    return look


def _columns(rows: list[Row]) -> int:
    """The most streams of reading that stand side by side."""
    tracks: dict[int, list[Row]] = {}
    for row in rows:
        tracks.setdefault(row.track, []).append(row)
    most = 1
    for own in tracks.values():
        beside = [other for other in tracks.values() if other is not own and _stand_beside(own, other)]
        most = max(most, 1 + min(len(beside), 2))
    return most


def _stand_beside(one: list[Row], other: list[Row]) -> bool:
    left, right = min(row.x0 for row in one), max(row.x1 for row in one)
    other_left, other_right = min(row.x0 for row in other), max(row.x1 for row in other)
    if right > other_left + 1 and other_right > left + 1:
        return False
    top, bottom = max(_top(one), _top(other)), min(_bottom(one), _bottom(other))
    shared = [sum(row.y0 < bottom and row.bottom > top for row in rows) for rows in (one, other)]
    return min(shared) >= BESIDE_ROWS


def _top(rows: list[Row]) -> float:
    return min(row.y0 for row in rows)


def _bottom(rows: list[Row]) -> float:
    return max(row.bottom for row in rows)


def _disorder(page: Page, rows: list[Row]) -> float:
    """How often the file steps back, seen from the order in which a person reads."""
    ranks: list[int] = []
    boxes = [(row.x0 - 1, row.y0 - 1, row.x1 + 1, max(row.y1, row.bottom) + 1) for row in rows]
    for line in page.lines:
        x, y = (line.box[0] + line.box[2]) / 2, (line.box[1] + line.box[3]) / 2
        rank = next((n for n, (x0, y0, x1, y1) in enumerate(boxes) if y0 <= y <= y1 and x0 <= x <= x1), None)
        if rank is not None:
            ranks.append(rank)
    back = sum(after < before for before, after in itertools.pairwise(ranks))
    return round(back / len(ranks), 3) if ranks else 0.0
