"""Finding the white strips between columns, and telling real columns from tables and margins."""

import itertools
from dataclasses import dataclass
from statistics import median

from careercoach.features.resumes.rules.labels import is_label_side
from careercoach.features.resumes.rules.rows import Cell, make_bands, same_line
from careercoach.features.resumes.rules.titles import section_kind

MIN_GUTTER = 5.0
"""Points; narrower strips are word spaces in justified text."""
MIN_CELLS = 3
LEAST_SHARED = 2
"""Lines that each of two columns has at the height of the other at least."""
STICK_OUT = 24.0
INDENT = 44.0
"""Lines of one column begin at most this far apart."""
MOST_LINES, MOST_WORDS = 12, 4
"""Lines, and words of each, of half a list of skills at most."""
MIDDLE_SNAP = 4.0
"""Twice the points by which the middles of centred titles differ at most."""
PADDING = 12.0
"""Points by which the text of a box may stand in from the titles of its column."""
SNAP = 2.5
"""Text that begins this close to an edge begins at it."""


@dataclass
class Gutter:
    """A white strip: where it lies, and which rows it parts."""

    left: float
    right: float
    first: int
    last: int
    top: float
    bottom: float
    weight: float
    label_weight: float
    """As `weight`, where text set in from the edge does not count: labels stand close to what they name."""

    @property
    def middle(self) -> float:
        """Where to cut."""
        return (self.left + self.right) / 2


def find_gutters(bands: list[list[Cell]]) -> tuple[Gutter | None, list[Gutter]]:
    """The gutter that parts the most text into real columns, and those that set labels beside their text."""
    edges = sorted({round(cell.x0) for band in bands for cell in band})
    centred, reach = _centred_titles(bands), _reach_of(bands)
    columns: Gutter | None = None
    labels: list[Gutter] = []
    seen: set[tuple[int, int, int]] = set()
    for edge in edges[1:]:
        for gutter in _gutters_at(bands, reach, edge, centred):
            key = (gutter.first, gutter.last, round(gutter.left))
            if key in seen:
                continue
            seen.add(key)
            kind = _kind(bands[gutter.first : gutter.last + 1], gutter)
            if kind == "columns" and (columns is None or gutter.weight > columns.weight):
                columns = gutter
            if kind == "labels":
                labels.append(gutter)
    return columns, _heaviest(labels)


def _heaviest(gutters: list[Gutter]) -> list[Gutter]:
    """One gutter for each strip, from left to right."""
    kept: list[Gutter] = []
    for gutter in sorted(gutters, key=lambda gutter: -gutter.label_weight):
        apart = (
            abs(gutter.middle - other.middle) > 12 or gutter.top > other.bottom or gutter.bottom < other.top
            for other in kept
        )
        if all(apart):
            kept.append(gutter)
    return sorted(kept, key=lambda gutter: gutter.middle)


def _centred_titles(bands: list[list[Cell]]) -> set[int]:
    """The bands that hold nothing but a title set in the middle: it goes over all columns."""
    cells = [cell for band in bands for cell in band]
    left, right = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
    titles = {index: band[0] for index, band in enumerate(bands) if len(band) == 1 and band[0].title}
    middles = {index: cell.x0 + cell.x1 - left - right for index, cell in titles.items()}
    centred = {index for index, middle in middles.items() if abs(middle) < 0.04 * (right - left)}
    if len(centred) >= 2:
        return centred
    # Text that ends short of its edge: titles of several widths have one middle not far from that of the text.
    for middle in middles.values():
        alike = [index for index, other in middles.items() if abs(other - middle) < MIDDLE_SNAP]
        lefts = [titles[index].x0 for index in alike]
        if len(alike) >= 2 and max(lefts) - min(lefts) > MIN_GUTTER and abs(middle) < 0.2 * (right - left):
            return set(alike)
    return set()


def _reach_of(bands: list[list[Cell]]) -> list[tuple[float, float, bool]]:
    """For each band how far it goes to the left and to the right, and whether a title is in it."""
    return [
        (min(cell.x0 for cell in band), max(cell.x1 for cell in band), any(cell.title for cell in band))
        for band in bands
    ]


def _gutters_at(
    bands: list[list[Cell]], reach: list[tuple[float, float, bool]], edge: float, centred: set[int]
) -> list[Gutter]:
    """Runs of bands in which nothing crosses the strip left of `edge`."""
    gutters: list[Gutter] = []
    first: int | None = None
    begins, near = edge - SNAP, edge - MIN_GUTTER
    for index, (left, right, titled) in enumerate([*reach, (0.0, 0.0, False)]):
        free = index < len(bands) and index not in centred
        if free and left < begins and right > near:
            free = not _is_crossed(bands[index], edge)
        parted = free and titled and first is not None and _title_alone(bands, index, edge)
        if free and first is None:
            first = index
        elif parted and first is not None:
            gutter = _gutter(bands, edge, first, index - 1)
            if gutter is not None:
                gutters.append(gutter)
            first = index
        elif not free and first is not None:
            gutter = _gutter(bands, edge, first, index - 1)
            if gutter is not None:
                gutters.append(gutter)
            first = None
    return gutters


def _is_crossed(band: list[Cell], edge: float) -> bool:
    """True when text goes over the strip left of `edge`.

    A title in the margin may come close to it, and a long word of the left column (an address) may stick out a little.
    """
    begins, near = edge - SNAP, edge - MIN_GUTTER
    for cell in band:
        if cell.x0 >= begins or cell.x1 <= near:
            continue
        alone = " " not in cell.text and not any(other.x0 >= begins for other in band)
        if cell.x1 > (edge - 0.5 if cell.title else edge + STICK_OUT if alone else near):
            return True
    return False


def _title_alone(bands: list[list[Cell]], index: int, edge: float) -> bool:
    """True when a section title begins here on the left and nothing stands near it on the other side."""
    band = bands[index]
    title = next((cell for cell in band if cell.title), None)
    if title is None or title.x0 >= edge - SNAP or any(cell.x0 >= edge - SNAP for cell in band):
        return False
    others = [cell for near in bands for cell in near if cell.x0 >= edge - SNAP]
    height = median([cell.y1 - cell.y0 for near in bands for cell in near])
    if not any(cell.title for cell in others):
        return not any(cell.y0 < title.y1 + 0.3 * height and cell.y1 > title.y0 - 0.3 * height for cell in others)
    below = min((cell.y0 - title.y1 for cell in others if cell.y0 >= title.y0), default=1e9)
    above = min((title.y0 - cell.y1 for cell in others if cell.y1 <= title.y1), default=1e9)
    return below > 2.5 * height and below + above > 5 * height


def _gutter(bands: list[list[Cell]], edge: float, first: int, last: int) -> Gutter | None:
    """The strip over bands first..last; None when a side is empty or the strip too narrow."""
    limit = edge - SNAP
    on_right = [cell.x0 >= limit for band in bands[first : last + 1] for cell in band]
    if not MIN_CELLS <= sum(on_right) <= len(on_right) - MIN_CELLS:
        return None
    first += _lead(bands[first : last + 1], edge) or _headline(bands[first : last + 1], edge)
    cells = [cell for band in bands[first : last + 1] for cell in band]
    left = [cell for cell in cells if cell.x0 < limit]
    right = [cell for cell in cells if cell.x0 >= limit]
    if len(left) < MIN_CELLS or len(right) < MIN_CELLS or not _side_by_side(left, right):
        return None
    strip_left = max((cell.x1 for cell in left if cell.x1 <= edge - MIN_GUTTER), default=edge - MIN_GUTTER)
    strip_right = min(cell.x0 for cell in right)
    if strip_right - strip_left < MIN_GUTTER:
        return None
    top, bottom = min(cell.y0 for cell in cells), max(cell.y1 for cell in cells)
    rows = make_bands(right)
    begins = [min(cell.x0 for cell in band) - strip_right for band in rows]
    flush, boxed = (sum(begin < reach for begin in begins) / len(rows) for reach in (4, PADDING))
    size = (bottom - top) * min(len(left), len(right))
    letters = min(sum(len(cell.text) for cell in left), sum(len(cell.text) for cell in right))
    return Gutter(
        strip_left,
        strip_right,
        first,
        last,
        top,
        bottom,
        size * (0.3 + 0.7 * boxed) + letters / 100,
        size * (0.3 + 0.7 * flush) + letters / 100,
    )


def _side_by_side(left: list[Cell], right: list[Cell]) -> bool:
    """False when one ends before the other begins: a list set in below its heads."""
    tops = [min(cell.y0 for cell in side) for side in (left, right)]
    bottoms = [max(cell.y1 for cell in side) for side in (left, right)]
    return max(tops) < min(bottoms)


def _lead(bands: list[list[Cell]], edge: float) -> int:
    """How many bands at the top hold only titles on the left, with none at the right: those stand above the columns."""
    right = [cell for band in bands for cell in band if cell.x0 >= edge - SNAP]
    if any(cell.title for cell in right):
        return 0
    lead = next((index for index, band in enumerate(bands) if any(cell.x0 >= edge - SNAP for cell in band)), 0)
    titled = [index for index, band in enumerate(bands[:lead]) if any(cell.title for cell in band)]
    return titled[-1] + 1 if titled else 0


def _headline(bands: list[list[Cell]], edge: float) -> int:
    """How many bands at the top are a headline in large letters, set well apart from both columns."""
    usual = median([cell.size for band in bands for cell in band])
    for index, (band, below) in enumerate(itertools.pairwise(bands)):
        big = [cell for cell in band if cell.size >= 1.3 * usual]
        gap = min(cell.y0 for cell in below) - max(cell.y1 for cell in band)
        if not big and index == 0:
            return 0
        if gap > 0.8 * max(cell.y1 - cell.y0 for cell in bands[0]):
            one_sided = {cell.x0 < edge - SNAP for near in bands[: index + 1] for cell in near}
            return index + 1 if len(one_sided) == 1 and index < 3 else 0
    return 0


def _kind(bands: list[list[Cell]], gutter: Gutter) -> str:
    """columns, labels (dates or titles beside the text they belong to) or table."""
    left = [cell for band in bands for cell in band if cell.x0 < gutter.middle]
    right = [cell for band in bands for cell in band if cell.x0 >= gutter.middle]
    if is_label_side(left, right) or is_label_side(right, left):
        return "labels"
    if len(make_bands(left)) < MIN_CELLS or len(make_bands(right)) < MIN_CELLS or _is_grid(left, right):
        return "table"
    if not _stand_side_by_side(left, right) or _is_ragged(left) or _is_ragged(right) or _ends_in_title(left, right):
        return "table"
    if _is_half_of_skills(left, right) or _is_half_of_skills(right, left):
        return "table"
    return "columns"


def _is_half_of_skills(side: list[Cell], other: list[Cell]) -> bool:
    """True when a few words without a title stand beside those below the title of the skills: one list in two rows."""
    if any(cell.title or len(cell.text.split()) > MOST_WORDS for cell in side) or len(make_bands(side)) >= MOST_LINES:
        return False
    top, bottom = min(cell.y0 for cell in side), max(cell.y1 for cell in side)
    above = [cell for cell in other if cell.title and cell.y1 <= top + 1]
    beside = [cell for cell in other if cell.y1 > top and cell.y0 < bottom]
    last = max(above, key=lambda cell: cell.y0, default=None)
    near = last is not None and section_kind(last.text) == "skills" and top - last.y1 < 3 * (last.y1 - last.y0)
    return near and bool(beside) and not any(cell.title for cell in beside)


def _stand_side_by_side(left: list[Cell], right: list[Cell]) -> bool:
    """True when each side has more than one line at the height of the other: a head above a column is none beside it."""
    top = max(min(cell.y0 for cell in side) for side in (left, right))
    bottom = min(max(cell.y1 for cell in side) for side in (left, right))
    shared = [sum(band[0].y1 > top and band[0].y0 < bottom for band in make_bands(side)) for side in (left, right)]
    return min(shared) >= LEAST_SHARED


def _ends_in_title(left: list[Cell], right: list[Cell]) -> bool:
    """True when the last line at the left is a title beside text: what it opens stands at the right of it."""
    last = max(left, key=lambda cell: cell.y1)
    return last.title and any(same_line(last, cell) for cell in right)


def _is_ragged(side: list[Cell]) -> bool:
    """True when the lines share no edge: neither their left ends, nor their right ends, nor their middles."""
    bands = make_bands(side)
    lefts = [min(cell.x0 for cell in band) for band in bands]
    rights = [max(cell.x1 for cell in band) for band in bands]
    middles = [(left + right) / 2 for left, right in zip(lefts, rights, strict=True)]
    even = max(
        sum(left < min(lefts) + INDENT for left in lefts),
        sum(right > max(rights) - INDENT for right in rights),
        sum(abs(middle - median(middles)) < INDENT / 2 for middle in middles),
    )
    return even < 0.6 * len(bands)


def _is_grid(left: list[Cell], right: list[Cell]) -> bool:
    """Lines that stand side by side pair by pair, without a section title: a table or a list in two columns."""
    if any(cell.title for cell in (*left, *right)):
        return False
    fewer, more = sorted((make_bands(left), make_bands(right)), key=len)
    paired = sum(any(same_line(cell, there) for cell in band for other in more for there in other) for band in fewer)
    return paired >= 0.8 * len(fewer) or len(more) < 8
