"""Cutting a section (work, education, volunteering, projects) into entries: a head and what follows it."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field

from careercoach.features.resumes.rules.dates import Period, find_periods, is_only_dates, without_dates
from careercoach.features.resumes.rules.forms import (
    is_field_name,
    is_telling_name,
    without_names_of_fields,
    without_table_heads,
)
from careercoach.features.resumes.rules.letters import key_of
from careercoach.features.resumes.rules.rows import Cell, Row
from careercoach.features.resumes.rules.sections import look_of
from careercoach.features.resumes.rules.starts import MAX_HEAD_ROWS, find_starts
from careercoach.features.resumes.rules.telling import (
    degreeness,
    is_bare_place,
    is_chinese,
    is_field,
    is_place,
    is_url,
    organisationness,
    schoolness,
    titleness,
)

Measure = Callable[[str], float]
MAX_HEAD_LETTERS = 130
PROSE_LETTERS = 60
MAX_NOTES = 5
"""Rows of notes and sentences that may part an employer from the post."""
MAX_HEAD_GAP = 0.95
"""Empty height between two lines of one head, in line heights."""
SET_IN = 12.0
"""Points by which a line stands right of all heads when it is a list point."""
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
_GRADE_AFTER = re.compile(
    r"[\s,;|(–-]*(?:c?gpa|grade|note|nota|media)?\s*[:=]?\s*\d[\d.,]*\s*(?:%|/\s*\d+(?:\.\d+)?|c?gpa)\s*\)?$", re.I
)
"""A mark behind the year: "2018 (64%)", "2015, 8.2 CGPA"."""
_BARS = re.compile(r"\s*[|•·]\s*|\s{3,}|\s+//?\s+|\s*;\s+(?=.*;\s)")
_JOINED = re.compile(r",\s|\s+(?:at|@|bei|chez|[–—-])\s+|，|—")


@dataclass
class Entry:
    """The rows that name it (titles, dates, places) and the rows that tell about it."""

    head: list[Row] = field(default_factory=list[Row])
    body: list[Row] = field(default_factory=list[Row])
    periods: list[Period] = field(default_factory=list[Period])


def split_entries(rows: list[Row], whatness: Measure = titleness) -> list[Entry]:
    """The entries of a section, in order; `whatness` tells how much a text looks like a post (or a degree)."""
    rows = without_table_heads([row for row in rows if row.text.strip(" .,•|")])
    rows = without_names_of_fields(rows)
    if not rows:
        return []
    prose = [_is_prose(row) for row in rows]
    if all(flag or row.is_bullet for flag, row in zip(prose, rows, strict=True)):
        prose = _set_as_points(rows)
    dated = [not prose[index] and is_dated(row) for index, row in enumerate(rows)]
    _mark_set_in(rows, prose, dated)
    starts = find_starts(rows, prose, dated)
    entries: list[Entry] = []
    for start, stop in zip(starts, [*starts[1:], len(rows)], strict=True):
        entries.append(_entry(rows[start:stop], prose[start:stop], dated[start:stop], whatness))
    _complete_heads(entries)
    return entries


def _set_as_points(rows: list[Row]) -> list[bool]:
    """A section that is one list: the outermost points are its entries, as far as they are short and dated."""
    edge = min(row.x0 for row in rows) + SET_IN / 2
    short = [row.x0 < edge and letters_of(row.text) <= MAX_HEAD_LETTERS and is_dated(row) for row in rows]
    return [not flag for flag in short]


def _mark_set_in(rows: list[Row], prose: list[bool], dated: list[bool]) -> None:
    """Lines set in from every head are list points, also when their marks are drawn and no letters."""
    heads = [rows[0], *(row for row, flag in zip(rows, dated, strict=True) if flag)]
    if any(is_only_dates(row.cells[0].text) for row in heads):
        return
    edge = max(row.x0 for row in heads) + SET_IN
    right = max(row.x1 for row in rows)
    for index, row in enumerate(rows[1:], 1):
        above = rows[index - 1]
        centred = abs((row.x0 + row.x1) - (above.x0 + above.x1)) < 12 and abs(row.x0 - above.x0) > 3
        plain = not dated[index] and len(row.cells) == 1 and not row.style[1] and not row.style[2]
        post = dated[index - 1] and not row.is_bullet and titleness(row.text) >= 2 and len(row.text) < PROSE_LETTERS
        if plain and row.x0 > edge and abs(row.x1 - right) > 3 and not centred and not post:
            prose[index] = True


def _is_prose(row: Row) -> bool:
    """True for list points and sentences: they tell about an entry and never begin one."""
    text = row.text
    if key_of(text) in SUBTITLES or all(is_telling_name(piece) for piece in text.split("/")):
        return True
    if row.cells[0].bullet or (row.is_bullet and not find_periods(text)):
        return True
    if row.is_bullet and len(text) > PROSE_LETTERS:
        return True
    if any(is_only_dates(cell.text) for cell in row.cells) and len(row.cells) > 1 and len(text) < 2 * MAX_HEAD_LETTERS:
        return False
    periods = find_periods(text)
    if periods and periods[0].is_range and periods[0].at <= 2 and len(text) < MAX_HEAD_LETTERS:
        return False
    if not periods and not row.style[1] and len(text.split()) >= 4 and _ends_sentence(text) and len(row.cells) == 1:
        return True
    if periods and _IN_PASSING.search(text[: periods[0].until].rstrip("0123456789")) and _ends_sentence(text):
        return True
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
    at_edge = last.until >= len(_GRADE_AFTER.sub("", row.text).rstrip(" .)]|")) or periods[0].at <= 2
    if degreeness(rest) >= 2 and schoolness(rest) >= 2:
        return at_edge and len(rest) <= 110
    return at_edge and len(rest) <= 80 and (row.style[1] or len(rest.split()) <= 10)


def _entry(rows: list[Row], prose: list[bool], dated: list[bool], whatness: Measure) -> Entry:
    entry = Entry()
    anchor = max((index for index, flag in enumerate(dated) if flag and index < MAX_HEAD_ROWS), default=-1)
    for index, row in enumerate(rows):
        inside = not entry.body and not prose[index] and len(entry.head) < MAX_HEAD_ROWS
        if inside and (index <= max(anchor, 0) or _belongs_to_head(entry, row, whatness)):
            entry.head.append(row)
        else:
            entry.body.append(row)
    _complete_late(entry, whatness)
    for row in entry.head:
        entry.periods += find_periods(row.text)
    return entry


def _complete_late(entry: Entry, whatness: Measure) -> None:
    """Employer and dates, a sentence about the firm or notes ("Salary: ..."), and only then the post."""
    if not entry.head or any(whatness(row.text) >= 2 for row in entry.head) or _count_texts(entry.head, whatness) > 1:
        return
    for at, row in enumerate(entry.body[:MAX_NOTES]):
        if row.is_bullet or len(row.cells) > 2 or _is_indented(entry, row):
            return
        short = len(row.text.split()) <= 8 and not _is_prose(row) and not _is_note(row.text)
        if short and (whatness(row.text) >= 2 or (at and (row.style[1] or row.style[2]))):
            entry.head.append(entry.body.pop(at))
            return
        if not _is_prose(row) and not _is_note(row.text):
            return


def _is_note(text: str) -> bool:
    """True for a remark with its label, "Hours per week: 40": neither post nor employer."""
    label, colon, rest = text.partition(":")
    short = len(label.split()) <= 4 and not any(mark in label for mark in ",;.|()")
    return bool(colon and rest.strip()) and short and not is_field_name(label)


def _belongs_to_head(entry: Entry, row: Row, whatness: Measure) -> bool:
    """Rows below the first: what completes the pair of post and employer, a place, an address on the web."""
    text = row.text
    if is_place(text) or is_url(text):
        return True
    ended = _ends_sentence(text) or _is_note(text)
    if letters_of(text) > 90 or row.lines > 1 or ended or text.rstrip().endswith(":") or key_of(text) in SUBTITLES:
        return False
    late = whatness(text) >= 2 and max(whatness(before.text) for before in entry.head) < 2
    where, least = (organisationness, 1.5) if whatness is titleness else (schoolness, 2)
    post_below = late and len(entry.head) == 1 and len(text.split()) <= 6 and not row.is_bullet
    late = late or (where(text) >= least > max(where(before.text) for before in entry.head) and not row.is_bullet)
    if _count_texts(entry.head, whatness) < 2 or (late and len(text.split()) <= 8):
        return row.gap <= 2.6 and len(text.split()) <= 12 and (post_below or not _is_indented(entry, row))
    apart = row.style[1] or row.style[2]
    return row.gap <= 0.9 and apart and len(text.split()) <= 9


def _complete_heads(entries: list[Entry]) -> None:
    """A post with a dash in it ("Staff Nurse – ICU") looks like post and employer: the employer may stand below."""
    seconds = {look_of(entry.head[1].cells[0]) for entry in entries if len(entry.head) > 1}
    for entry in entries:
        if not entry.head or not entry.body or len(entry.body) < 2 - bool(seconds):
            continue
        row = entry.body[0]
        text = without_dates(entry.head[-1].text)
        halves = [half for half in _JOINED.split(text) if half.strip() and not is_place(half)]
        halves = halves if len(halves) > 1 else _with_unknown_town(entry.head[-1])
        short = len(row.cells) == 1 and len(row.text.split()) <= 8 and row.gap <= MAX_HEAD_GAP
        if len(entry.head) > 1 or len(halves) < 2 or not short or _is_prose(row) or _is_indented(entry, row):
            continue
        if titleness(halves[0]) < 2 or organisationness(halves[-1]) >= 1.5 or schoolness(halves[-1]) >= 2:
            continue
        known = organisationness(row.text) >= 1 and titleness(row.text) < 2
        if known or (look_of(row.cells[0]) in seconds and not row.text.rstrip().endswith((".", ":"))):
            entry.head.append(entry.body.pop(0))


def _with_unknown_town(row: Row) -> list[str]:
    """The cells of a head without dates, where the last is a name of few words set apart: a town nobody listed."""
    cells = [cell.text for cell in row.cells if not is_only_dates(cell.text)]
    return cells if len(cells) == 2 and len(cells[1].split()) <= 3 else cells[:1]


def _ends_sentence(text: str) -> bool:
    """True when the stop at the end closes a sentence and no abbreviation ("S.Coop.", "Ltd.")."""
    if not text.rstrip().endswith((".", "。", "।")):
        return False
    words = text.split()
    last = words[-1][:-1]
    abbreviated = "." in last or organisationness(last) >= 1 or (last.istitle() and len(last) <= 4)
    return not abbreviated and (letters_of(text) > 30 or len(words) >= 3)


def _count_texts(rows: list[Row], whatness: Measure = titleness) -> int:
    """How many texts the head has so far, dates, places and addresses left out; "Cook at Ritz" counts as two."""
    count = 0
    for row in rows:
        for cell in row.cells:
            for piece in _BARS.split(without_dates(_with_bars(cell))):
                if (
                    any(letter.isalnum() for letter in piece)
                    and not is_url(piece)
                    and not (count and is_bare_place(piece))
                ):
                    count += 1
    if count == 1:
        text = next(row.text for row in rows if without_dates(row.text))
        halves = [half for half in _JOINED.split(without_dates(text)) if half.strip() and not is_place(half)]
        if whatness is not titleness and all(
            is_field(half) or whatness(half) >= 2 > schoolness(half) for half in halves
        ):
            return 1
        return 2 if len(halves) > 1 and max(max(titleness(half), schoolness(half)) for half in halves) >= 2 else 1
    return count


def _with_bars(cell: Cell) -> str:
    """The text of a cell with a bar where it turns slanted behind a comma or dash: **Acme,** Leeds — *Fitter*."""
    before = cell.parts[0]
    text = before.text
    for part in cell.parts[1:]:
        turns = part.style[1:3] != before.style[1:3] and part.style[1:3] != (False, False)
        text += " | " + part.text if turns and text.rstrip().endswith((",", "—", "–", "-")) else part.text
        before = part if part.text.strip() else before
    return text


def _is_indented(entry: Entry, row: Row) -> bool:
    """Set in from the head, as list points are; text set flush right or centred is not."""
    first = entry.head[0]
    flush = abs(row.x1 - first.x1) < 3 or abs((row.x0 + row.x1) - (first.x0 + first.x1)) < 6
    dates_first = is_only_dates(first.cells[0].text)
    return row.x0 > first.x0 + 6 and not row.style[1] and not row.style[2] and not flush and not dates_first
