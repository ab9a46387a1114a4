"""Joining the lines of a broken paragraph into one row."""

import itertools
import re
from statistics import median

from careercoach.features.resumes.rules.dates import find_periods, is_only_dates
from careercoach.features.resumes.rules.letters import starts_with_bullet
from careercoach.features.resumes.rules.mails import EMAIL
from careercoach.features.resumes.rules.rows import Cell, Part, Row
from careercoach.features.resumes.rules.telling import (
    degreeness,
    is_chinese,
    is_place,
    is_url,
    organisationness,
    schoolness,
    titleness,
)
from careercoach.features.resumes.rules.titles import section_kind

MAX_LINE_GAP = 0.85
"""Empty height between the lines of one paragraph, in line heights, at most."""
USUAL_LINE_GAP = 0.35
SPREAD = 0.22
"""A paragraph's lines stand at most this much further apart than is usual on its page."""
LONG_LINE = 45
SHORT_LINE = 26
_BEFORE_YEAR = re.compile(r"\b(?:in|since|by|from|of|until|during|en|desde|im|seit|bis|depuis|em|de)$", re.I)
_OPEN_END = re.compile(
    r"(?:[-,&/:+(]|\b(?:and|or|of|in|for|to|with|the|y|de|del|en|e|do|da|et|à|du|des|und|für|der|von|zu|im))$"
)
"""What no item of a list ends with."""
HANGING_POINTS = 30.0
WIDE_LETTER = 0x2E80
"""From here on letters are as wide as high (Chinese)."""


_LABELLED = re.compile(r"^\W*[^\W\d_][^:：.]{1,28}[:：]\s*\S")


def join_broken_lines(rows: list[Row]) -> list[Row]:
    """Rows with the lines of each paragraph put together."""
    limit = _line_gap(rows)
    joined: list[Row] = []
    for row, after in itertools.zip_longest(rows, rows[1:]):
        if (
            joined
            and not _begins_entry(joined[-1], row, after)
            and not _goes_on_listed(joined[-1], row, after)
            and _goes_on(joined[-1], row, limit)
        ):
            _append(joined[-1], row)
        else:
            joined.append(row)
    return joined


def _begins_entry(before: Row, row: Row, after: Row | None) -> bool:
    """Below a point, no further in than its mark: a post, or a line that a period of time follows."""
    if not before.is_bullet or row.is_bullet or row.x0 - before.x0 > 1 or not row.text[:1].isupper():
        return False
    dated = any(period.is_range for line in (row, after) if line is not None for period in find_periods(line.text))
    return len(row.text) < 80 and (dated or titleness(row.text) >= 2)


def _line_gap(rows: list[Row]) -> float:
    """The widest gap inside a paragraph, judged by the gaps between long lines."""
    gaps = [
        row.gap
        for before, row in itertools.pairwise(rows)
        if len(before.text) >= LONG_LINE
        and row.gap <= MAX_LINE_GAP
        and abs(row.x0 - before.x0) < 3
        and not row.is_bullet
    ]
    usual = median(gaps) if len(gaps) >= 3 else USUAL_LINE_GAP
    return min(MAX_LINE_GAP, max(usual, 0.1) + SPREAD)


def _goes_on(before: Row, row: Row, limit: float) -> bool:
    """True when `row` is the next line of the paragraph that `before` began."""
    if before.track != row.track or len(row.cells) > 1 or not _leaves_room(before):
        return False
    last, first = before.cells[0], row.cells[0]
    if last.parts[-1].style != first.parts[0].style and last.style != first.style:
        return False
    if first.bullet or starts_with_bullet(first.text) or section_kind(last.text) or _opens_section(first.text):
        return False
    if before.page == row.page and row.gap > limit:
        return False
    in_passing = len(first.text) <= 6 and len(last.text) >= LONG_LINE and not last.style[1]
    if (
        _is_head_line(last.text)
        or _is_employer_line(last.text, first.text)
        or _stands_alone(last.text)
        or _stands_alone(first.text)
    ):
        return False
    if len(last.text) >= LONG_LINE and _BEFORE_YEAR.search(last.text) and first.text[:1].isdigit():
        return _aligned(before, row)
    periods = find_periods(first.text)
    if periods and periods[0].is_range and periods[0].at <= 2:
        return False
    if _begins_with_date(first.text) and _begins_with_date(last.text):
        return False
    if _is_head_line(first.text) and first.text[:1].isupper() and _names_a_post(last.text):
        return False
    if periods and len(first.text) < 40 and not first.text[0].islower() and not in_passing:
        return False
    if _LABELLED.match(first.text) and (_LABELLED.match(last.text) or first.parts[0].style != first.parts[-1].style):
        return False
    if _are_listed(before, last.text, first.text) or ("@" in last.text and is_url(first.text)):
        return False
    full = _is_full(before, first) or _is_open(before, row, first.text)
    return _aligned(before, row) and full and not _names_another(last.text, first.text)


def _is_open(before: Row, row: Row, first: str) -> bool:
    """A line that ends in the middle of a list or phrase, and a point whose next line hangs below it and goes on small."""
    last = before.cells[0].text.rstrip()
    if len(before.cells) > 1 and is_chinese(last) and re.search("[,，]", last) and titleness(first) < 2:
        return True  # a head beside its dates, broken in the middle of a word
    hanging = before.is_bullet and row.x0 > before.x0 + 3 and first[:1].islower()
    long = len(last) >= LONG_LINE and first[:1].islower() and last[-1:] not in ".:;!?"
    return hanging or long or last.endswith((",", "&")) or (first[:1].islower() and _OPEN_END.search(last) is not None)


def _are_listed(before: Row, last: str, first: str) -> bool:
    """Two short lines that both begin large, as the items of a list do: a sentence would have gone on small."""
    if before.lines > 1 or len(last) > SHORT_LINE or not last[:1].isupper() or not first[:1].isupper():
        return False
    return len(first) <= SHORT_LINE and len(last.split()) <= 3 and _OPEN_END.search(last) is None


def _goes_on_listed(before: Row, row: Row, after: Row | None) -> bool:
    """As `_are_listed`, for a longer item: a third short line of the same look goes on with the list."""
    if after is None or before.lines > 1 or any(len(line.cells) > 1 for line in (before, row, after)):
        return False
    short = len(before.text) <= LONG_LINE and max(len(row.text), len(after.text)) <= SHORT_LINE
    large = all(line.text[:1].isupper() and not find_periods(line.text) for line in (before, row, after))
    alike = before.style == row.style == after.style and abs(row.x0 - before.x0) < 1 and abs(row.x0 - after.x0) < 1
    return short and large and alike and len(before.text.split()) <= 5 and _OPEN_END.search(before.text) is None


def _is_head_line(text: str) -> bool:
    """A short line that ends in a period of time names an entry; what follows tells about it."""
    return len(text) < 60 and _ends_in_date(text) and any(period.is_range for period in find_periods(text))


def _opens_section(text: str) -> bool:
    """A title, also with its text behind a colon on the same line."""
    title, colon, rest = text.partition(":")
    return section_kind(text) is not None or bool(colon and rest and section_kind(title))


def _names_a_post(text: str) -> bool:
    """ "Fellow | Observatory": a post and where it was, with a mark between them."""
    return len(text) < 2 * LONG_LINE and "|" in text and titleness(text) >= 2


def _is_employer_line(text: str, after: str) -> bool:
    """A short line with an employer in it, and a new line that begins large: no broken sentence."""
    return len(text) < LONG_LINE and after[:1].isupper() and organisationness(text) >= 1.5 > organisationness(after)


def _stands_alone(text: str) -> bool:
    """A line that is one address and nothing else, or begins with one."""
    return "@" in text and (" " not in text.strip() or EMAIL.match(text) is not None)


def _names_another(before: str, text: str) -> bool:
    """Two lines that each end in a date are two entries of a list; a school below a degree is a line of its own, and
    so is a degree below a dated school."""
    if _ends_in_date(before) and _ends_in_date(text):
        return True
    if not text[:1].isupper():
        return False
    school_below = schoolness(text) >= 2 > schoolness(before) and degreeness(before) >= 2
    degree_below = degreeness(text) >= 2 > degreeness(before) and schoolness(before) >= 2 and _ends_in_date(before)
    return school_below or degree_below


def _ends_in_date(text: str) -> bool:
    periods = find_periods(text)
    return bool(periods) and periods[-1].until >= len(text.rstrip(" .)")) and len(text) <= 3 * LONG_LINE


def _begins_with_date(text: str) -> bool:
    periods = find_periods(text)
    return bool(periods) and is_only_dates(text[: periods[0].until])


def _leaves_room(before: Row) -> bool:
    """A row of several cells can only go on below if the others are a date or place at the right."""
    if len(before.cells) == 1:
        return True
    right = before.cells[1]
    if len(before.cells) > 2 or not (is_only_dates(right.text) or is_place(right.text)):
        return False
    return before.cells[0].style[1] or is_chinese(before.cells[0].text) or before.cells[0].text.endswith((",", "&"))


def _aligned(before: Row, row: Row) -> bool:
    shift = row.x0 - before.x0
    if abs(row.x1 - before.line_end) < 2 and row.x0 > before.x0 and before.lines == 1 and not before.is_bullet:
        return row.text[:1].islower() or len(before.text) >= LONG_LINE  # set flush right; short lines are a list
    return abs(shift) < 3 or (before.is_bullet and -3 < shift < HANGING_POINTS)


def _is_full(before: Row, first: Cell) -> bool:
    """True when the next word would not have fitted on the line before."""
    width = (first.x1 - first.x0) / max(len(first.text), 1)
    letter = first.text[0]
    word = 1 if ord(letter) >= WIDE_LETTER else len(first.text.split()[0]) + 1
    edge = before.cells[1].x0 - first.size if len(before.cells) > 1 else before.right_edge
    return before.line_end + word * width > edge - 0.2 * first.size


def _append(before: Row, row: Row) -> None:
    cell, more = before.cells[0], row.cells[0]
    text = cell.parts[-1].text
    ideographs = bool(text) and bool(more.text) and ord(text[-1]) >= WIDE_LETTER and ord(more.text[0]) >= WIDE_LETTER
    hyphen = text.rstrip().endswith("\u00ad") or (
        text.rstrip().endswith("-") and text.rstrip()[-2:-1].islower() and more.text[:1].islower()
    )
    if hyphen:
        cell.parts[-1] = Part(text.rstrip()[:-1], cell.parts[-1].style)
    elif not ideographs:
        cell.parts[-1] = Part(text.rstrip() + " ", cell.parts[-1].style)
    for part in more.parts:
        if cell.parts[-1].style == part.style:
            cell.parts[-1].text += part.text
        else:
            cell.parts.append(part)
    cell.text = "".join(part.text for part in cell.parts).replace("\u00ad", "").strip()
    before.line_end = more.x1
    before.bottom = more.y1
    before.lines += 1
    before.right_edge = max(before.right_edge, row.right_edge)
    cell.x1 = max(cell.x1, more.x1)
