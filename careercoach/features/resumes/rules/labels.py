"""Dates, section titles and other labels that stand in a column of their own beside the text they belong to."""

import itertools
import re

from careercoach.features.resumes.rules.dates import find_periods, is_only_dates
from careercoach.features.resumes.rules.rows import Cell, Part, make_bands, same_line
from careercoach.features.resumes.rules.titles import loose_kind, section_kind
from careercoach.features.resumes.rules.words.sections import STRONG

LABEL_LETTERS = 34
ALIGNED_SHARE = 0.7
LEAST_BESIDE = 3
_UNFINISHED = re.compile(r"(?:[-–—~]|\b(?:to|bis|a|à|até|hasta|au))\s*$")
_BARE_DASH = re.compile(r"\W+$|\W*[-–—]\s*\w+$")
_STARTS_WITH_DASH = re.compile(r"\s*[-–—~]")
STACK_GAP = 0.9
"""Empty height between the lines of one label, in line heights."""


def is_label_side(side: list[Cell], other: list[Cell]) -> bool:
    """True when nearly all of `side` is short, and its dates, titles or labels stand on lines of `other`."""
    if any(cell.title and any(there.title and same_line(cell, there) for there in other) for cell in side):
        return False  # columns with a title each
    rows = _beside(make_bands(side), other)
    texts = [_text_of(row) for row in rows]
    titled = [any(cell.title for cell in row) for row in rows]
    other_titled = sum(cell.title for cell in other) >= 2
    if not other_titled and _is_headed(side):
        return True
    if len(rows) >= 4 and not any(titled) and _on_one_grid(side, other):
        return True
    is_margin = sum(titled) >= 2 and not other_titled
    short = sum(len(text) <= LABEL_LETTERS for text in texts) / len(texts)
    if short <= 0.8 and not is_margin and not _are_mostly_dated(texts):
        return False  # a column of text, which most are: not every line needs to be searched for dates
    dated = [_is_dated(text) for text in texts]
    if is_margin and _titles_are_labels(rows, titled, dated, other):
        return True
    pure = all(is_only_dates(text) or _BARE_DASH.match(text) for text, date in zip(texts, dated, strict=True) if date)
    if pure and sum(dated) >= 0.8 * len(rows):
        return True
    if short <= 0.8:
        return False
    aligned = [any(same_line(cell, there) for cell in row for there in other) for row in rows]
    if sum(dated) >= 0.34 * len(rows) and sum(titled) < 2:
        hits = [line for line, date in zip(aligned, dated, strict=True) if date]
        return sum(hits) >= ALIGNED_SHARE * len(hits)
    on_lines = sum(aligned) >= 0.9 * len(aligned) and short > 0.9 and sum(titled) == 0
    return on_lines and (not other_titled or _is_scattered(rows))


def _beside(rows: list[list[Cell]], other: list[Cell]) -> list[list[Cell]]:
    """The lines of a side from the first line of the other side on: not the head of the page above both."""
    top = min(cell.y0 for cell in other)
    beside = [row for row in rows if row[0].y1 > top]
    return beside if len(beside) >= LEAST_BESIDE else rows


def _is_headed(side: list[Cell]) -> bool:
    """True when section titles stand here with little but each other below them."""
    headed = [all(cell.title for cell in stack) or _is_title(stack) for stack in _stacks(side)]
    if sum(headed) < 2:
        return False
    bare = sum(title and next_title for title, next_title in zip(headed, [*headed[1:], True], strict=False))
    return sum(headed) >= 0.75 * len(headed) or bare >= max(3, 0.75 * sum(headed))


def _are_mostly_dated(texts: list[str]) -> bool:
    """True when at most a fifth of the lines are not dates; stops at the first that is too many."""
    left = len(texts)
    for text in texts:
        left -= not _is_dated(text)
        if left < 0.8 * len(texts):
            return False
    return True


def _text_of(row: list[Cell]) -> str:
    return "  ".join([cell.text for cell in sorted(row, key=lambda cell: cell.x0)]) if len(row) > 1 else row[0].text


def _is_dated(text: str) -> bool:
    if len(text) <= LABEL_LETTERS + 16 and find_periods(text):
        return True
    return is_only_dates(text) or _BARE_DASH.match(text) is not None


def _is_title(stack: list[Cell]) -> bool:
    """True for a title broken over lines."""
    return len(stack) > 1 and section_kind(" ".join(cell.text for cell in stack)) is not None


def _on_one_grid(side: list[Cell], other: list[Cell]) -> bool:
    """True when every text of `side` is short and stands exactly on a line of `other`: names of rows in a table."""
    if any(len(cell.text) > LABEL_LETTERS for cell in side):
        return False
    exact = [any(abs(cell.y1 - there.y1) < 0.8 and abs(cell.y0 - there.y0) < 0.8 for there in other) for cell in side]
    return sum(exact) >= 0.95 * len(exact)


def _is_scattered(rows: list[list[Cell]]) -> bool:
    """Labels stand apart from each other; the lines of a real column follow each other."""
    gaps = [
        (after[0].y0 - before[0].y1) / max(after[0].y1 - after[0].y0, 1) for before, after in itertools.pairwise(rows)
    ]
    return bool(gaps) and sum(gap > 1.5 for gap in gaps) >= 0.5 * len(gaps)


def _titles_are_labels(rows: list[list[Cell]], titled: list[bool], dated: list[bool], other: list[Cell]) -> bool:
    """Section titles in the margin: little but dates stands there too, and text begins beside most of them."""
    plain = sum(not title and not date for title, date in zip(titled, dated, strict=True))
    if plain > max(1, 0.34 * len(rows)):
        return False
    beside = [
        any(abs(cell.y0 - there.y0) < 1.6 * max(cell.size, there.size) for cell in row for there in other)
        for row, title in zip(rows, titled, strict=True)
        if title
    ]
    return sum(beside) >= ALIGNED_SHARE * len(beside) or sum(dated) + sum(titled) >= 0.9 * len(rows)


def settle_labels(cells: list[Cell], middle: float, top: float, bottom: float) -> list[Cell]:
    """All cells; from `top` to `bottom` the lines of each label are put together and margin titles set apart."""
    inside = [cell for cell in cells if cell.y0 >= top and cell.y1 <= bottom and not cell.apart]
    left = [cell for cell in inside if cell.x0 < middle]
    right = [cell for cell in inside if cell.x0 >= middle]
    if not left or not right:
        return cells
    on_left = is_label_side(left, right)
    if on_left and is_label_side(right, left):
        on_left = sum(_is_dated(cell.text) for cell in left) >= sum(_is_dated(cell.text) for cell in right)
    labels, text = (left, right) if on_left else (right, left)
    for cell in labels:
        _lift_to_head(cell, labels, text)
    settled = [merged for stack in _stacks(labels) for merged in _settle(stack, set_apart=on_left)]
    for cell in settled:
        if cell.apart:
            _lift_to_block(cell, text)
    kept = {id(cell) for cell in inside}
    outside = [cell for cell in cells if id(cell) not in kept]
    return [*outside, *text, *settled]


def _lift_to_head(label: Cell, labels: list[Cell], text: list[Cell]) -> None:
    """A date set a little low belongs to the bold line above, not to the plain line it touches."""
    if not find_periods(label.text):
        return
    beside = next((cell for cell in text if same_line(cell, label)), None)
    height = label.y1 - label.y0
    above = [
        cell for cell in text if cell.y1 <= label.y1 and 0 < label.y0 - cell.y0 < 2.2 * height and cell is not beside
    ]
    head = max(above, key=lambda cell: cell.y0, default=None)
    if head is None or not head.style[1] or (beside is not None and beside.style[1]):
        return
    if not any(same_line(head, other) for other in labels if other is not label and not other.title):
        label.y0, label.y1 = head.y0, head.y1


def _lift_to_block(title: Cell, text: list[Cell]) -> None:
    """A title in the margin opens the block beside it, wherever in its height it is set."""
    height = title.y1 - title.y0
    limit = _gap_of_blocks(text)
    top = min(
        (cell.y0 for cell in text if title.y0 - 0.7 * height < (cell.y0 + cell.y1) / 2 < title.y1 + 0.5 * height),
        default=title.y0,
    )
    for cell in sorted(text, key=lambda cell: -cell.y0):
        if cell.y0 < top and top - cell.y1 < limit * (cell.y1 - cell.y0) and title.y0 - cell.y0 < 3 * height:
            top = cell.y0
    if top < title.y0:
        title.y0, title.y1 = top, top + height


def _gap_of_blocks(text: list[Cell]) -> float:
    """From which empty height on, in line heights, a line begins a new block: more than is usual between lines."""
    bands = make_bands(text)
    gaps = [
        (after[0].y0 - before[0].y1) / max(after[0].y1 - after[0].y0, 1) for before, after in itertools.pairwise(bands)
    ]
    return min(0.6, max(sorted(gaps)[len(gaps) // 4], 0.0) + 0.25) if gaps else 0.6


def _stacks(labels: list[Cell]) -> list[list[Cell]]:
    """Labels on following lines of one margin, flush left, right or centred."""
    stacks: list[list[Cell]] = []
    last: Cell | None = None
    for cell in sorted(labels, key=lambda cell: (cell.y0, cell.x0)):
        near = last is not None and cell.y0 - last.y1 < STACK_GAP * (cell.y1 - cell.y0) and not same_line(last, cell)
        begun = (
            any(_is_another(other, cell) for other in stacks[-1]) or _is_whole(stacks[-1], cell) if stacks else False
        )
        if last is not None and near and _flush(last, cell) and not begun:
            stacks[-1].append(cell)
        else:
            stacks.append([cell])
        last = cell
    return stacks


def _is_another(above: Cell, below: Cell) -> bool:
    """True for a date or a section title of its own below another one."""
    if above.title and below.title and section_kind(f"{above.text} {below.text}") is None:
        return section_kind(above.text) != section_kind(below.text)
    return _is_new_date(above.text, below.text)


def _is_whole(stack: list[Cell], below: Cell) -> bool:
    """True when a stack is a title, and with one more line would be none; or when the next looks like no label."""
    if stack[0].style[:2] != below.style[:2] and not find_periods(below.text):
        return True
    joined = " ".join(cell.text for cell in stack)
    return section_kind(joined) is not None and section_kind(f"{joined} {below.text}") is None


def _is_new_date(before: str, text: str) -> bool:
    """True when a date below a date is one of its own, not the rest of a broken one."""
    if not find_periods(before) or not find_periods(text):
        return False
    unfinished = _UNFINISHED.search(before) is not None or not is_only_dates(before)
    return not unfinished and not _STARTS_WITH_DASH.match(text)


def _flush(above: Cell, below: Cell) -> bool:
    middles = abs((above.x0 + above.x1) - (below.x0 + below.x1)) / 2
    return min(abs(above.x0 - below.x0), abs(above.x1 - below.x1), middles) < 6


def _settle(stack: list[Cell], *, set_apart: bool) -> list[Cell]:
    """One label as one cell: its dates joined, or a title over several lines."""
    joined = " ".join(cell.text for cell in stack)
    titled = any(cell.title for cell in stack) or len(stack) > 1
    strong = titled and (loose_kind(joined) in STRONG or section_kind(joined))
    if strong and stack[0].style == stack[-1].style and not find_periods(joined):
        return [_joined(stack, " ", apart=set_apart)]
    if len(stack) > 1 and (is_only_dates(joined) or any(is_only_dates(cell.text) for cell in stack)):
        if is_only_dates(joined):
            return [_joined(stack, " ")]
        dates = [
            cell for cell in stack if is_only_dates(cell.text) or not any(letter.isalpha() for letter in cell.text)
        ]
        others = [cell for cell in stack if not any(cell is date for date in dates)]
        return [_joined(dates, " "), *others] if dates and stack[0] in dates else stack
    return stack


def _joined(cells: list[Cell], glue: str, *, apart: bool = False) -> Cell:
    first = cells[0]
    text = glue.join(cell.text for cell in cells)
    x0, x1 = min(cell.x0 for cell in cells), max(cell.x1 for cell in cells)
    return Cell([Part(text, first.style)], x0, first.y0, x1, first.y1, first.size, first.page, apart=apart)
