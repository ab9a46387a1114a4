"""Reading order: which cells form columns, and in which order a person reads them.

A page is cut at gutters (white strips that no text crosses) again and again. A gutter between two independent columns
parts the reading; a gutter inside a table of dates and posts, or between posts and right-aligned dates, does not.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass, field
from statistics import median

from careercoach.features.resumes.rules.dates import find_periods
from careercoach.features.resumes.rules.gutters import MIN_CELLS, MIN_GUTTER, find_gutters
from careercoach.features.resumes.rules.labels import settle_labels
from careercoach.features.resumes.rules.rows import Cell, Row, make_bands, make_rows
from careercoach.features.resumes.rules.titles import is_strong, section_kind

MAX_DEPTH = 8
LARGER = 1.25
"""Letters so much larger than usual are a name or a title, no post."""
_PAGE_NUMBER = re.compile(
    r"\W*(?:page|seite|página|pág\.?|pagina|p\.|पृष्ठ|第)\s*\d{1,2}(?:\s*(?:of|/|von|de|sur|का|में से|页\W*共)\s*\d{1,2})?\s*页?\W*",
    re.IGNORECASE,
)
FULL_LINES = 3
"""So many lines that end at nearly the same place show where lines are broken."""
EDGE_SHARE = 0.08


@dataclass(eq=False)
class Region:
    """Cells that are read as one column, from top to bottom."""

    cells: list[Cell]
    bound: float
    """How far to the right its text may go."""
    after: "list[Region]" = field(default_factory=list["Region"])
    """The regions whose last section this one goes on with, if it begins without a title: the likeliest first."""

    @property
    def x0(self) -> float:
        """Left edge."""
        return min(cell.x0 for cell in self.cells)

    @property
    def x1(self) -> float:
        """Right edge."""
        return max(cell.x1 for cell in self.cells)


@dataclass
class Reading:
    """All rows in reading order; for each track, the tracks whose section it goes on with."""

    rows: list[Row]
    after: dict[int, list[int]]


def read_in_order(pages: list[list[Cell]]) -> Reading:
    """All rows of the document in reading order, columns followed over the pages."""
    pages = [[cell for cell in cells if not _PAGE_NUMBER.fullmatch(cell.text)] for cells in pages]
    mark_titles([cell for cells in pages for cell in cells])
    tracks: list[list[Region]] = []
    done: list[list[Region]] = []
    last: list[Region] = []
    for cells in pages:
        regions = _regions_of(cells, last)
        tracks = _continue_tracks(tracks, regions, done)
        last = list(reversed(_tail(regions))) or last
    done += tracks
    track_of = {region: number for number, track in enumerate(done) for region in track}
    rows: list[Row] = []
    after: dict[int, list[int]] = {}
    for number, track in enumerate(done):
        after[number] = [track_of[region] for region in track[0].after if track_of.get(region, number) != number]
        own: list[Row] = []
        for region in track:
            found = make_rows(region.cells, number)
            _measure_gaps(found)
            own += found
        _set_edges(own, max(region.bound for region in track))
        rows += own
    return Reading(rows, after)


def mark_titles(cells: list[Cell]) -> None:
    """Mark section titles: the words of one, and the look of work, education or skills where these stand out."""
    strong = [cell for cell in cells if is_strong(cell.text)]
    letters: Counter[tuple[float, bool]] = Counter()
    for cell in cells:
        letters[cell.style[:2]] += len(cell.text)
    usual = letters.most_common(1)
    looks = {cell.style[:2] for cell in strong} - ({usual[0][0]} if usual else set())
    for cell in cells:
        if section_kind(cell.text) is None:
            cell.title = False
            continue
        size, bold = cell.style[:2]
        alike = not looks or any(abs(size - other) <= 1 and bold == weight for other, weight in looks)
        cell.title = alike or cell.text.isupper()


def _continue_tracks(
    open_tracks: list[list[Region]], regions: list[Region], done: list[list[Region]]
) -> list[list[Region]]:
    """Add a page: regions that line up with an open column of the page before continue it."""
    if not regions:
        return open_tracks
    if len(open_tracks) > 1:
        matched = [next((track for track in open_tracks if _lines_up(track[-1], region)), None) for region in regions]
        if all(track is not None for track in matched) and len(regions) <= len(open_tracks):
            for track, region in zip(matched, regions, strict=True):
                if track is not None:
                    track.append(region)
            return open_tracks
    done += open_tracks
    if len(open_tracks) == 1 and len(regions) == 1:
        done[-1].append(regions[0])
        return [done.pop()]
    return _tail_columns(regions, done)


def _tail_columns(regions: list[Region], done: list[list[Region]]) -> list[list[Region]]:
    """The regions at the foot of the page that stand side by side may go on; those above are finished."""
    tail = _tail(regions)
    done += [[region] for region in regions[: len(regions) - len(tail)]]
    return [[region] for region in tail]


def _tail(regions: list[Region]) -> list[Region]:
    """The regions at the foot of the page that stand side by side."""
    start = len(regions)
    while start > 0 and all(_beside(regions[start - 1], other) for other in regions[start:]):
        start -= 1
    return regions[start:]


def _beside(left: Region, right: Region) -> bool:
    return left.x1 <= right.x0 + 1 or right.x1 <= left.x0 + 1


def _lines_up(before: Region, after: Region) -> bool:
    return abs(before.x0 - after.x0) < 8


def _regions_of(cells: list[Cell], after: list[Region]) -> list[Region]:
    """The columns and full-width stretches of one page, in reading order."""
    return _cut(cells, 0, after, max(cell.x1 for cell in cells)) if cells else []


def _cut(cells: list[Cell], depth: int, after: list[Region], bound: float) -> list[Region]:
    if depth > MAX_DEPTH or len(cells) < 2 * MIN_CELLS:
        return [Region(cells, bound, after)]
    bands = make_bands(cells)
    gutter, labels = find_gutters(bands)
    if gutter is None:
        for label in labels:
            cells = settle_labels(cells, label.middle, label.top, label.bottom)
        return [Region(cells, bound, after)]
    above = [cell for band in bands[: gutter.first] for cell in band]
    inside = [cell for band in bands[gutter.first : gutter.last + 1] for cell in band]
    below = [cell for band in bands[gutter.last + 1 :] for cell in band]
    over = _cut(above, depth + 1, after, bound) if above else []
    start = over[-1:] or after
    on_left = [cell for cell in inside if cell.x0 < gutter.middle]
    on_right = [cell for cell in inside if cell.x0 >= gutter.middle]
    left = _cut(on_left, depth + 1, start, gutter.right - MIN_GUTTER)
    start_right = [left[-1], *start] if _flows_on(on_left, on_right) else start
    right = _cut(on_right, depth + 1, start_right, bound)
    under = _cut(below, depth + 1, [right[-1], left[-1], *start], bound) if below else []
    return [*over, *left, *right, *under]


def _flows_on(left: list[Cell], right: list[Cell]) -> bool:
    """True when the right column begins in the middle of posts or schools, as text set in newspaper columns does."""
    titles = [cell for cell in left if cell.title]
    last = section_kind(max(titles, key=lambda cell: cell.y0).text) if titles else None
    first = min((cell.y0 for cell in right if cell.title), default=math.inf)
    top = [cell for cell in right if cell.y0 < first]
    usual = median([cell.size for cell in left])
    plain = all("@" not in cell.text and cell.size <= LARGER * usual for cell in top)
    return last in ("work", "education") and len(top) >= 2 and plain and any(find_periods(cell.text) for cell in top)


def _measure_gaps(rows: list[Row]) -> None:
    """Set the empty height above each row."""
    page, above, lower_edge = -1, 0.0, 0.0
    for row in rows:
        top, bottom = row.y0, row.y1
        height = bottom - top
        row.gap = (top - lower_edge) / max(min(height, above), 1.0) if row.page == page else 1.0
        page, above, lower_edge = row.page, height, bottom


def _set_edges(rows: list[Row], bound: float) -> None:
    """Set how far to the right the text of each row may go: to an edge that several lines reach, else to the bound."""
    alone = [row for row in rows if len(row.cells) == 1]
    widest = max((row.x1 for row in alone), default=bound)
    left = min((row.x0 for row in alone), default=0.0)
    full = sum(row.x1 > widest - EDGE_SHARE * (widest - left) for row in alone)
    column = widest if full >= FULL_LINES else max(widest, bound)
    ends = [(row.x0, row.x1) for row in alone]
    edges: dict[float, float] = {}
    for row in rows:
        if row.x0 not in edges:
            edges[row.x0] = _edge_of(row.x0, ends, column)
        row.right_edge = edges[row.x0]


def _edge_of(x0: float, ends: list[tuple[float, float]], column: float) -> float:
    """The edge that several lines beginning at `x0` reach, else that of the column."""
    fellows = [x1 for start, x1 in ends if abs(start - x0) < 2]
    own = max(fellows, default=column)
    reaching = sum(x1 > own - 0.12 * (own - x0) for x1 in fellows)
    wide = own - x0 >= 0.5 * (column - x0)
    return own if wide and reaching >= FULL_LINES and 2 * reaching >= len(fellows) else column
