"""Cutting a section (work, education, volunteering, projects) into entries: a head and what follows it."""

import itertools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from statistics import median

from careercoach.features.resumes.rules.dates import Period, find_periods, is_only_dates, without_dates
from careercoach.features.resumes.rules.letters import key_of
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.sections import Look, look_of
from careercoach.features.resumes.rules.telling import (
    is_bare_place,
    is_chinese,
    is_place,
    is_url,
    schoolness,
    titleness,
)

Measure = Callable[[str], float]
MAX_HEAD_LETTERS = 130
MAX_HEAD_ROWS = 5
PROSE_LETTERS = 60
SUBTITLES = frozenset(
    [
        "highlights",
        "responsibilities",
        "achievements",
        "duties",
        "accomplishments",
        "tasks",
        "technologies",
        "courses",
        "coursework",
        "key achievements",
        "key responsibilities",
        "main responsibilities",
        "relevant coursework",
        "tech stack",
    ]
)
"""Lines inside an entry that head its list."""
_IN_PASSING = re.compile(r"\b(?:in|by|of|from|for|during|since|until|en|em|im|de|do|depuis|seit|del|au)\s*$", re.I)
"""A year after such a word is part of a sentence."""
_BARS = re.compile(r"\s*[|•·]\s*|\s{3,}")
_JOINED = re.compile(r",\s|\s+(?:at|@|bei|chez|[–—-])\s+|，|—")


@dataclass
class Entry:
    """The rows that name it (titles, dates, places) and the rows that tell about it."""

    head: list[Row] = field(default_factory=list[Row])
    body: list[Row] = field(default_factory=list[Row])
    periods: list[Period] = field(default_factory=list[Period])


def split_entries(rows: list[Row], whatness: Measure = titleness) -> list[Entry]:
    """The entries of a section, in order; `whatness` tells how much a text looks like a post (or a degree)."""
    rows = [row for row in rows if row.text.strip(" .,•|")]
    if not rows:
        return []
    prose = [_is_prose(row) for row in rows]
    dated = [not prose[index] and is_dated(row) for index, row in enumerate(rows)]
    starts = _starts(rows, prose, dated)
    entries: list[Entry] = []
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        entries.append(_entry(rows[start:stop], prose[start:stop], dated[start:stop], whatness))
    return entries


def _is_prose(row: Row) -> bool:
    """True for list points and sentences: they tell about an entry and never begin one."""
    text = row.text
    if key_of(text) in SUBTITLES:
        return True
    if row.cells[0].bullet or (row.is_bullet and not find_periods(text)):
        return True
    if row.is_bullet and len(text) > PROSE_LETTERS:
        return True
    if any(is_only_dates(cell.text) for cell in row.cells) and len(row.cells) > 1 and len(text) < 2 * MAX_HEAD_LETTERS:
        return False
    length = letters_of(text)
    if length > MAX_HEAD_LETTERS or (row.lines > 1 and length > 90):
        return True
    ended = text.rstrip().endswith((".", "!", "?", "。", "।", ";", "；"))
    return length > PROSE_LETTERS and ended and not row.style[1] and (len(text.split()) > 7 or is_chinese(text))


def letters_of(text: str) -> float:
    """How long a text is in Latin letters: a Chinese one says as much as two and a half of them."""
    return len(text) * (2.5 if is_chinese(text) else 1.0)


def is_dated(row: Row) -> bool:
    """True when the row carries the dates of an entry, not just a year in passing."""
    periods = find_periods(row.text)
    if not periods:
        return False
    if any(is_only_dates(cell.text) and find_periods(cell.text) for cell in row.cells):
        return True
    rest = without_dates(row.text)
    if any(period.is_range for period in periods):
        return len(rest) <= 110
    if row.text[:1].islower() or _IN_PASSING.search(row.text[: periods[-1].at]):
        return False
    last = periods[-1]
    at_edge = last.until >= len(row.text.rstrip(" .)]|")) or periods[0].at <= 2
    return at_edge and len(rest) <= 80 and (row.style[1] or len(rest.split()) <= 10)


def _starts(rows: list[Row], prose: list[bool], dated: list[bool]) -> list[int]:
    anchors = [index for index, flag in enumerate(dated) if flag]
    first = look_of(rows[0].cells[0])
    if not anchors:
        return _starts_by_look(rows, prose, first)
    starts = [0]
    lead = anchors[0] if not any(prose[: anchors[0]]) else 0
    for before, anchor in itertools.pairwise(anchors):
        start = _start_of(rows, prose, before, anchor, lead, first)
        if start is not None and start > starts[-1]:
            starts.append(start)
    extra = _undated_starts(rows, prose, dated, starts, first)
    return sorted({*starts, *extra})


def _starts_by_look(rows: list[Row], prose: list[bool], first: Look) -> list[int]:
    """No dates at all: entries begin at rows that look like the first one and follow prose or a wide gap."""
    gaps = [row.gap for row in rows[1:]]
    usual = median(gaps) if gaps else 0.0
    starts = [0]
    for index in range(1, len(rows)):
        row = rows[index]
        apart = row.gap > usual + 0.35 or prose[index - 1]
        if not prose[index] and look_of(row.cells[0]) == first and abs(row.x0 - rows[0].x0) < 3 and apart:
            starts.append(index)
    return starts


def _start_of(rows: list[Row], prose: list[bool], before: int, anchor: int, lead: int, first: Look) -> int | None:
    """Where the entry begins whose dates stand at `anchor`; None when it belongs to the entry before."""
    floor = before + 1
    run = anchor
    while run > floor and not prose[run - 1] and anchor - run < MAX_HEAD_ROWS:
        run -= 1
    if run == anchor or (lead == 0 and _names_itself(rows, anchor)):
        return None if _is_second_date(rows, before, anchor) else anchor
    alike = [index for index in range(run, anchor + 1) if _looks_like_start(rows[index], rows[0], first)]
    exact = anchor - lead
    if exact in alike and run <= exact:
        return exact
    after_prose = run > floor or prose[run - 1]
    if alike:
        return alike[0] if after_prose and anchor - alike[0] <= lead + 1 else alike[-1]
    widest = max(range(run, anchor + 1), key=lambda index: (rows[index].gap, -index))
    least = max(min(row.gap for row in rows[run : anchor + 1]), 0.0)
    if rows[widest].gap > least + 0.25 and rows[widest].gap > 1.5 * least:
        return widest
    if exact >= run and not is_bare_place(rows[exact].text):
        return exact
    return run if after_prose else anchor


def _names_itself(rows: list[Row], anchor: int) -> bool:
    """True when the dated row carries a text of its own and nothing weightier stands right above it."""
    row, above = rows[anchor], rows[anchor - 1]
    heavier = above.size > row.size + 0.4 or (above.style[1] and not row.style[1] and not above.style[2])
    return bool(without_dates(row.text)) and not heavier


def _looks_like_start(row: Row, first_row: Row, first: Look) -> bool:
    named = not is_bare_place(row.cells[0].text) and not is_url(row.text)
    return look_of(row.cells[0]) == first and abs(row.x0 - first_row.x0) < 4 and named


def _is_second_date(rows: list[Row], before: int, anchor: int) -> bool:
    """A bare date right below a head that has one already: the other end of the period, or a note of length."""
    row = rows[anchor]
    if anchor != before + 1 or row.gap > 0.9:
        return False
    bare = all(is_only_dates(cell.text) for cell in row.cells)
    ranged = any(period.is_range for period in find_periods(rows[before].text))
    return bare and not ranged


def _undated_starts(rows: list[Row], prose: list[bool], dated: list[bool], starts: list[int], first: Look) -> list[int]:
    """Entries without a date: a row that looks like the first, after prose, with no date up to the next start."""
    if look_of(rows[0].cells[0])[1:] == (False, False, 0, False):
        return []
    extra: list[int] = []
    bounds = [*starts, len(rows)]
    for index in range(1, len(rows)):
        if prose[index] or not prose[index - 1] or not _looks_like_start(rows[index], rows[0], first):
            continue
        following = min(bound for bound in bounds if bound > index) if index < len(rows) else len(rows)
        if index not in starts and not any(dated[index:following]):
            extra.append(index)
    return extra


def _entry(rows: list[Row], prose: list[bool], dated: list[bool], whatness: Measure) -> Entry:
    entry = Entry()
    anchor = max((index for index, flag in enumerate(dated) if flag and index < MAX_HEAD_ROWS), default=-1)
    for index, row in enumerate(rows):
        inside = not entry.body and not prose[index] and len(entry.head) < MAX_HEAD_ROWS
        if inside and (index <= max(anchor, 0) or _belongs_to_head(entry, row, whatness)):
            entry.head.append(row)
        else:
            entry.body.append(row)
    for row in entry.head:
        entry.periods += find_periods(row.text)
    return entry


def _belongs_to_head(entry: Entry, row: Row, whatness: Measure) -> bool:
    """Rows below the first: what completes the pair of post and employer, a place, an address on the web."""
    text = row.text
    if is_place(text) or is_url(text):
        return True
    ended = text.rstrip().endswith((".", "。", "।")) and letters_of(text) > 30
    if letters_of(text) > 90 or row.lines > 1 or ended or text.rstrip().endswith(":") or key_of(text) in SUBTITLES:
        return False
    late = whatness(text) >= 2 and max(whatness(before.text) for before in entry.head) < 2
    if _count_texts(entry.head) < 2 or (late and len(text.split()) <= 8):
        return row.gap <= 2.6 and len(text.split()) <= 12 and not _is_indented(entry, row)
    apart = row.style[1] or row.style[2]
    return row.gap <= 0.9 and apart and len(text.split()) <= 9


def _count_texts(rows: list[Row]) -> int:
    """How many texts the head has so far, dates, places and addresses left out; "Cook at Ritz" counts as two."""
    count = 0
    for row in rows:
        for cell in row.cells:
            for piece in _BARS.split(without_dates(cell.text)):
                if (
                    any(letter.isalnum() for letter in piece)
                    and not is_url(piece)
                    and not (count and is_bare_place(piece))
                ):
                    count += 1
    if count == 1:
        text = next(row.text for row in rows if without_dates(row.text))
        halves = [half for half in _JOINED.split(without_dates(text)) if half.strip() and not is_place(half)]
        return 2 if len(halves) > 1 and max(max(titleness(half), schoolness(half)) for half in halves) >= 2 else 1
    return count


def _is_indented(entry: Entry, row: Row) -> bool:
    """Set in from the head, as list points are; text set flush right or centred is not."""
    first = entry.head[0]
    flush = abs(row.x1 - first.x1) < 3 or abs((row.x0 + row.x1) - (first.x0 + first.x1)) < 6
    dates_first = is_only_dates(first.cells[0].text)
    return row.x0 > first.x0 + 6 and not row.style[1] and not row.style[2] and not flush and not dates_first
