"""Where in a section its entries begin: told by dates, looks and gaps."""

import itertools
from statistics import median

from careercoach.features.resumes.rules.dates import find_periods, is_only_dates, without_dates
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.sections import Look, look_of
from careercoach.features.resumes.rules.telling import (
    degreeness,
    is_bare_place,
    is_url,
    organisationness,
    schoolness,
    titleness,
)

MAX_HEAD_ROWS = 5


def find_starts(rows: list[Row], prose: list[bool], dated: list[bool]) -> list[int]:
    """The rows with which entries begin; `prose` and `dated` say which rows tell about one, and which carry dates."""
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
    """No dates at all: entries begin at rows that look like the first one and follow prose or a wide gap.

    Where the first one is set in bold or larger than most rows, what follows a row of another look is enough.
    """
    gaps = [row.gap for row in rows[1:]]
    usual = median(gaps) if gaps else 0.0
    looks = [look_of(row.cells[0]) for row in rows]
    heavy = 2 * looks.count(first) <= len(rows) and (first[1] or all(first[0] >= look[0] + 0.5 for look in looks[1:2]))
    starts = [0]
    for index in range(1, len(rows)):
        row = rows[index]
        apart = row.gap > usual + 0.35 or prose[index - 1] or (heavy and looks[index - 1] != first)
        if not prose[index] and look_of(row.cells[0]) == first and abs(row.x0 - rows[0].x0) < 3 and apart:
            starts.append(index)
    return starts if len(starts) > 1 else _starts_by_words(rows, prose)


def _starts_by_words(rows: list[Row], prose: list[bool]) -> list[int]:
    """Nothing but words tells entries apart: a short job title with an organisation right below, as in the first."""
    titled = [
        not flag and titleness(row.text) >= 2 and len(row.text.split()) <= 5
        for row, flag in zip(rows, prose, strict=True)
    ]
    placed = [organisationness(row.text) >= 1 and not title for row, title in zip(rows, titled, strict=True)]
    pairs = [index for index in range(len(rows) - 1) if titled[index] and placed[index + 1]]
    return pairs if pairs and pairs[0] == 0 else [0]


def _start_of(rows: list[Row], prose: list[bool], before: int, anchor: int, lead: int, first: Look) -> int | None:
    """Where the entry begins whose dates stand at `anchor`; None when it belongs to the entry before."""
    if _is_other_end(rows, before, anchor):
        return None
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
    lead = _lead_look(first_row)
    alike = look_of(row.cells[0]) == first or (lead is not None and _lead_look(row) == lead)
    return alike and abs(row.x0 - first_row.x0) < 4 and named


def _lead_look(row: Row) -> tuple[float, bool, bool, int] | None:
    """How the first words of a row look, where they are set heavier than the rest or stand alone; else None."""
    style = row.cells[0].parts[0].style
    return style if style[1] else None


def _is_second_date(rows: list[Row], before: int, anchor: int) -> bool:
    """A bare date right below a head that has one already: the other end of the period, or a note of length."""
    row = rows[anchor]
    if anchor != before + 1 or row.gap > 0.9:
        return False
    bare = all(is_only_dates(cell.text) for cell in row.cells)
    ranged = any(period.is_range for period in find_periods(rows[before].text))
    return bare and not ranged


def _is_other_end(rows: list[Row], before: int, anchor: int) -> bool:
    """Dates stacked in a column of their own, one beside the post and one beside its employer."""
    if anchor != before + 1 or rows[anchor].gap > 0.6 or any(len(rows[at].cells) < 2 for at in (before, anchor)):
        return False
    ends = [rows[at].cells[0] for at in (before, anchor)]
    periods = [find_periods(cell.text) for cell in ends]
    if abs(ends[0].x0 - ends[1].x0) > 3 or not all(is_only_dates(cell.text) for cell in ends):
        return False
    if any(len(found) > 1 or any(period.is_range for period in found) for found in periods) or not periods[0]:
        return False
    grows = not periods[1] or periods[0][0].end <= periods[1][0].end
    beside = [rows[at].cells[1].text for at in (before, anchor)]
    titled = [(max(titleness(text), degreeness(text)) >= 2, schoolness(text) >= 2) for text in beside]
    apart = rows[before].gap > rows[anchor].gap + 0.3
    alone = before == 0 or apart or find_periods(rows[before - 1].cells[0].text) == []
    return grows and alone and titled[0] != titled[1]


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
