"""Reading order: which cells form columns, and in which order a person reads them.

A page is cut at gutters (white strips that no text crosses) again and again. A gutter between two independent columns
parts the reading; a gutter inside a table of dates and posts, or between posts and right-aligned dates, does not.
"""

from dataclasses import dataclass, field
from statistics import median

from careercoach.features.resumes.rules.dates import find_periods, is_only_dates
from careercoach.features.resumes.rules.rows import Cell, Row, make_rows, same_line
from careercoach.features.resumes.rules.titles import section_kind

MIN_GUTTER = 7.0
"""Points; narrower strips are word spaces in justified text."""
MIN_CELLS = 3
MAX_DEPTH = 8
LABEL_LETTERS = 34
ALIGNED_SHARE = 0.7


@dataclass(eq=False)
class Region:
    """Cells that are read as one column, from top to bottom."""

    cells: list[Cell]
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


@dataclass
class Gutter:
    """A white strip: where it lies, and which rows it parts."""

    left: float
    right: float
    first: int
    last: int
    weight: float


def read_in_order(pages: list[list[Cell]]) -> Reading:
    """All rows of the document in reading order, columns followed over the pages."""
    tracks: list[list[Region]] = []
    done: list[list[Region]] = []
    for cells in pages:
        tracks = _continue_tracks(tracks, _regions_of(cells), done)
    done += tracks
    track_of = {region: number for number, track in enumerate(done) for region in track}
    rows: list[Row] = []
    after: dict[int, list[int]] = {}
    for number, track in enumerate(done):
        before = track[0].after or (done[number - 1] if number else [])
        after[number] = [track_of[region] for region in before if track_of.get(region, number) != number]
        for region in track:
            found = make_rows(region.cells, number)
            _measure_gaps(found)
            rows += found
    return Reading(rows, after)


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
    tail = len(regions)
    while tail > 0 and all(_beside(regions[tail - 1], other) for other in regions[tail:]):
        tail -= 1
    done += [[region] for region in regions[:tail]]
    return [[region] for region in regions[tail:]]


def _beside(left: Region, right: Region) -> bool:
    return left.x1 <= right.x0 + 1 or right.x1 <= left.x0 + 1


def _lines_up(before: Region, after: Region) -> bool:
    return abs(before.x0 - after.x0) < 8


def _regions_of(cells: list[Cell]) -> list[Region]:
    """The columns and full-width stretches of one page, in reading order."""
    return _cut(cells, 0, []) if cells else []


def _cut(cells: list[Cell], depth: int, after: list[Region]) -> list[Region]:
    if depth > MAX_DEPTH or len(cells) < 2 * MIN_CELLS:
        return [Region(cells, after)]
    bands = make_bands(cells)
    gutter = _best_gutter(bands)
    if gutter is None:
        return [Region(cells, after)]
    middle = (gutter.left + gutter.right) / 2
    above = [cell for band in bands[: gutter.first] for cell in band]
    inside = [cell for band in bands[gutter.first : gutter.last + 1] for cell in band]
    below = [cell for band in bands[gutter.last + 1 :] for cell in band]
    over = _cut(above, depth + 1, after) if above else []
    start = over[-1:] or after
    left = _cut([cell for cell in inside if cell.x0 < middle], depth + 1, start)
    right = _cut([cell for cell in inside if cell.x0 >= middle], depth + 1, start)
    under = _cut(below, depth + 1, [right[-1], left[-1], *start]) if below else []
    return [*over, *left, *right, *under]


def make_bands(cells: list[Cell]) -> list[list[Cell]]:
    """Cells whose heights overlap, as bands from top to bottom."""
    bands: list[list[Cell]] = []
    for cell in sorted(cells, key=lambda cell: (cell.y0 + cell.y1) / 2):
        if bands and any(same_line(other, cell) for other in bands[-1]):
            bands[-1].append(cell)
        else:
            bands.append([cell])
    return bands


def _best_gutter(bands: list[list[Cell]]) -> Gutter | None:
    """The gutter that parts the most text into real columns."""
    edges = sorted({round(cell.x0) for band in bands for cell in band})
    best: Gutter | None = None
    seen: set[tuple[int, int, int]] = set()
    for edge in edges[1:]:
        for gutter in _gutters_at(bands, edge):
            key = (gutter.first, gutter.last, round(gutter.left))
            if key in seen or (best is not None and gutter.weight <= best.weight):
                continue
            seen.add(key)
            if _parts_columns(bands[gutter.first : gutter.last + 1], gutter):
                best = gutter
    return best


def _gutters_at(bands: list[list[Cell]], edge: float) -> list[Gutter]:
    """Runs of bands in which nothing crosses the strip left of `edge`."""
    gutters: list[Gutter] = []
    first: int | None = None
    for index, band in enumerate([*bands, None]):
        free = band is not None and not any(cell.x0 < edge - MIN_GUTTER / 2 and cell.x1 > edge - MIN_GUTTER for cell in band)
        parted = free and first is not None and _title_alone(bands, index, edge)
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


def _title_alone(bands: list[list[Cell]], index: int, edge: float) -> bool:
    """True when a section title begins here on the left and nothing stands near it on the other side."""
    band = bands[index]
    title = next((cell for cell in band if section_kind(cell.text)), None)
    if title is None or title.x0 >= edge - 1 or any(cell.x0 >= edge - 1 for cell in band):
        return False
    height = median([cell.y1 - cell.y0 for near in bands for cell in near])
    others = [cell for near in bands for cell in near if cell.x0 >= edge - 1]
    below = min((cell.y0 - title.y1 for cell in others if cell.y0 >= title.y0), default=1e9)
    above = min((title.y0 - cell.y1 for cell in others if cell.y1 <= title.y1), default=1e9)
    return below > 2.5 * height and below + above > 5 * height


def _gutter(bands: list[list[Cell]], edge: float, first: int, last: int) -> Gutter | None:
    """The strip over bands first..last, trimmed to where both sides have text."""
    sides = [
        (any(cell.x0 < edge - 1 for cell in band), any(cell.x0 >= edge - 1 for cell in band)) for band in bands[first : last + 1]
    ]
    both = [index for index in (0, 1) if any(side[index] for side in sides)]
    if len(both) < 2:
        return None
    first_left = next(index for index, side in enumerate(sides) if side[0])
    first_right = next(index for index, side in enumerate(sides) if side[1])
    start = first + _trim_start(bands[first : last + 1], first_left, first_right)
    cells = [cell for band in bands[start : last + 1] for cell in band]
    left = [cell for cell in cells if cell.x0 < edge - 1]
    right = [cell for cell in cells if cell.x0 >= edge - 1]
    if len(left) < MIN_CELLS or len(right) < MIN_CELLS:
        return None
    strip_left = max(cell.x1 for cell in left)
    strip_right = min(cell.x0 for cell in right)
    if strip_right - strip_left < MIN_GUTTER:
        return None
    height = max(cell.y1 for cell in cells) - min(cell.y0 for cell in cells)
    letters = min(sum(len(cell.text) for cell in left), sum(len(cell.text) for cell in right))
    return Gutter(strip_left, strip_right, start, last, height * min(len(left), len(right)) + letters / 100)


def _trim_start(bands: list[list[Cell]], first_left: int, first_right: int) -> int:
    """Where side-by-side text begins; a few lines alone above it belong to the stretch above."""
    later = max(first_left, first_right)
    return later if later <= 6 and later < len(bands) else 0


def _parts_columns(bands: list[list[Cell]], gutter: Gutter) -> bool:
    """False when the two sides are one table: dates or labels on one side that belong to lines on the other."""
    middle = (gutter.left + gutter.right) / 2
    left = [cell for band in bands for cell in band if cell.x0 < middle]
    right = [cell for band in bands for cell in band if cell.x0 >= middle]
    if not _enough(left) or not _enough(right) or _is_grid(left, right):
        return False
    return not (_is_label_side(left, right) or _is_label_side(right, left))


def _is_grid(left: list[Cell], right: list[Cell]) -> bool:
    """Lines that stand side by side pair by pair, without a section title: a table or a list in two columns."""
    if any(section_kind(cell.text) for cell in (*left, *right)):
        return False
    fewer, more = sorted((make_bands(left), make_bands(right)), key=len)
    paired = sum(any(same_line(cell, there) for cell in band for other in more for there in other) for band in fewer)
    return paired >= 0.8 * len(fewer) or len(more) < 8


def _enough(cells: list[Cell]) -> bool:
    return len(make_bands(cells)) >= MIN_CELLS


def _is_label_side(side: list[Cell], other: list[Cell]) -> bool:
    """True when nearly all of `side` is short, and its dates, titles or labels stand on lines of `other`."""
    rows = make_bands(side)
    texts = ["  ".join(cell.text for cell in sorted(row, key=lambda cell: cell.x0)) for row in rows]
    aligned = [any(same_line(cell, there) for cell in row for there in other) for row in rows]
    dated = [bool(find_periods(text)) and len(text) <= LABEL_LETTERS + 16 for text in texts]
    titled = [section_kind(text) is not None for text in texts]
    if sum(titled) >= 2 and _titles_are_labels(rows, titled, other):
        return True
    share = sum(aligned) / len(aligned)
    short = sum(len(text) <= LABEL_LETTERS for text in texts) / len(texts)
    if sum(dated) >= 0.34 * len(rows) and short > 0.8 and sum(titled) < 2:
        return _mean_aligned(aligned, dated)
    return share >= 0.9 and short > 0.9 and sum(titled) == 0 and not _other_has_titles(other)


def _mean_aligned(aligned: list[bool], dated: list[bool]) -> bool:
    hits = [line for line, date in zip(aligned, dated, strict=True) if date]
    return sum(hits) >= ALIGNED_SHARE * len(hits)


def _other_has_titles(other: list[Cell]) -> bool:
    return sum(section_kind(cell.text) is not None for cell in other) >= 2


def _titles_are_labels(rows: list[list[Cell]], titled: list[bool], other: list[Cell]) -> bool:
    """Section titles in the margin: little else stands there, and text begins beside each of them."""
    plain = sum(not title for title in titled)
    texts = ["  ".join(cell.text for cell in row) for row in rows]
    dates = sum(is_only_dates(text) or bool(find_periods(text)) for text, title in zip(texts, titled, strict=True) if not title)
    beside = [
        any(abs(cell.y0 - there.y0) < 1.6 * max(cell.size, there.size) for cell in row for there in other)
        for row, title in zip(rows, titled, strict=True)
        if title
    ]
    few = plain - dates <= max(1, 0.34 * len(rows))
    return few and sum(beside) >= ALIGNED_SHARE * len(beside) and not _other_has_titles(other)


def _measure_gaps(rows: list[Row]) -> None:
    """Set the empty height above each row, and how far to the right the text at its indent goes."""
    for before, row in zip([None, *rows], rows, strict=False):
        row.right_edge = _right_edge(row, rows)
        if before is None or before.page != row.page:
            row.gap = 1.0
        else:
            row.gap = (row.y0 - before.y1) / max(min(row.y1 - row.y0, before.y1 - before.y0), 1.0)


def _right_edge(row: Row, rows: list[Row]) -> float:
    """How far to the right the text at this indent goes: its own edge where several lines reach it, else the column's."""
    fellows = [other.x1 for other in rows if abs(other.x0 - row.x0) < 2 and len(other.cells) == 1]
    edge = max(fellows, default=row.x1)
    reaching = sum(x1 > edge - 0.12 * (edge - row.x0) for x1 in fellows)
    column = max((other.x1 for other in rows if len(other.cells) == 1 and other.x0 > row.x0 - 40), default=edge)
    return edge if reaching >= 3 and 2 * reaching >= len(fellows) else max(edge, column)
