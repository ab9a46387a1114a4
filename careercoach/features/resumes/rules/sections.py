"""Cutting the rows of a resume into sections by their titles."""

from collections import Counter
from dataclasses import dataclass, field

from careercoach.features.resumes.rules.dates import find_periods
from careercoach.features.resumes.rules.layout import Reading
from careercoach.features.resumes.rules.letters import key_of
from careercoach.features.resumes.rules.rows import Cell, Part, Row
from careercoach.features.resumes.rules.telling import organisationness, schoolness, titleness
from careercoach.features.resumes.rules.titles import banners, is_strong, loose_kind, section_kind

Look = tuple[float, bool, bool, int, bool]
"""Style of a cell, and whether it is in capitals."""
MAX_UNKNOWN_TITLE_LETTERS = 40


@dataclass
class Section:
    """Rows under one title. `kind` is "head" for what stands before the first title."""

    kind: str
    title: Row | None = None
    rows: list[Row] = field(default_factory=list[Row])


def look_of(cell: Cell) -> Look:
    """How a cell looks, for telling titles from text."""
    return (*cell.style, _is_in_capitals(cell.text))


def _is_in_capitals(text: str) -> bool:
    if text.isascii():
        return text.isupper() and sum(map(str.isalpha, text)) > 2
    letters = [letter for letter in text if letter.isalpha() and letter.upper() != letter.lower()]
    return len(letters) > 2 and all(letter.isupper() for letter in letters)


def split_sections(reading: Reading) -> list[Section]:
    """The sections in reading order."""
    rows = _join_broken_titles(_split_margin_titles(reading.rows))
    body = _body_look(rows)
    known = _title_looks(rows, body)
    unknown = _unknown_titles(rows, known)
    sections: list[Section] = []
    last_of_track: dict[int, Section] = {}
    titled_tracks: set[int] = set()
    current: Section | None = None
    track = -1
    for row in rows:
        if row.track != track:
            track = row.track
            current = _inherited(reading.after.get(track, []), last_of_track, titled_tracks)
            if current is not None:
                current = Section(current.kind, current.title)
                sections.append(current)
        if current is None:
            current = Section("head")
            sections.append(current)
        kind = _title_kind(row, current, known, body, unknown)
        if kind:
            current = Section(kind, row)
            sections.append(current)
            titled_tracks.add(track)
            _keep_rest(row, current)
        else:
            current.rows.append(row)
        last_of_track[track] = current
    _split_off_last_lines(sections)
    return [section for section in sections if section.rows or section.title]


def _split_off_last_lines(sections: list[Section]) -> None:
    """Where nothing is titled skills: "Skills: SQL, Excel" below the last post or school, and what is titled so after it."""
    if not sections or any(section.kind == "skills" for section in sections):
        return
    rows = sections[-1].rows
    start = len(rows)
    while start > 1 and _labelled_kind(rows[start - 1]) is not None:
        start -= 1
    last = rows[start:]
    if sum(_labelled_kind(row) == "skills" for row in last) != 1 or len({row.track for row in rows}) > 1:
        return
    del rows[start:]
    for row in last:
        section = Section(_labelled_kind(row) or "other", row)
        sections.append(section)
        _keep_rest(row, section)


def _labelled_kind(row: Row) -> str | None:
    """The kind of section a line names before its colon, if a text follows it."""
    title, colon, rest = row.cells[0].text.partition(":")
    named = colon and rest.strip() and len(row.cells) == 1 and not row.is_bullet
    return section_kind(title) if named else None


def _inherited(before: list[int], last: dict[int, Section], titled: set[int]) -> Section | None:
    known = [track for track in before if track in last]
    chosen = next((track for track in known if track in titled), known[-1] if known else None)
    return last[chosen] if chosen is not None else None


def _split_margin_titles(rows: list[Row]) -> list[Row]:
    """A title in the left margin becomes a row of its own, before the text beside it."""
    split: list[Row] = []
    for row in rows:
        first = row.cells[0]
        beside = len(row.cells) > 1 and not first.apart and section_kind(first.text) is not None
        if beside and (look_of(first) != look_of(row.cells[1]) or _opens_beside(row)):
            title = Row([first], row.page, row.track, row.gap, row.right_edge)
            rest = Row(row.cells[1:], row.page, row.track, 0.0, row.right_edge)
            split += [title, rest]
        elif len(row.cells) > 1 and is_strong(row.cells[-1].text) and row.cells[-1].size >= first.size - 0.5:
            rest = Row(row.cells[:-1], row.page, row.track, row.gap, row.right_edge)
            split += [rest, Row(row.cells[-1:], row.page, row.track, row.gap, row.right_edge)]
        else:
            split.append(row)
    return split


def _opens_beside(row: Row) -> bool:
    """A title that looks like the text beside it: told by its colon, or by a list of skills."""
    title, text = row.cells[0].text.rstrip(), row.cells[1].text
    listed = len(row.cells) == 2 and section_kind(title) == "skills" and text.count(",") + text.count("、") >= 1
    return title.endswith(":") or (listed and is_strong(title))


def _join_broken_titles(rows: list[Row]) -> list[Row]:
    """A title that a narrow column breaks over two or three lines ("Education and / Training") as one row."""
    joined: list[Row] = []
    skip = 0
    for index, row in enumerate(rows):
        if skip:
            skip -= 1
            continue
        for size in (3, 2):
            group = rows[index : index + size]
            if len(group) == size and _is_broken_title(group):
                cell = row.cells[0]
                text = " ".join(part.cells[0].text for part in group)
                whole = Cell([Part(text, cell.style)], cell.x0, cell.y0, row.x1, group[-1].y1, cell.size, cell.page)
                row = Row([whole], row.page, row.track, row.gap, row.right_edge)
                skip = size - 1
                break
        joined.append(row)
    return joined


def _is_broken_title(group: list[Row]) -> bool:
    if any(row.gap > 0.9 for row in group[1:]) or any(len(row.cells) > 1 for row in group):
        return False
    if sum(len(row.cells[0].text) for row in group) > 50 or len({row.cells[0].style for row in group}) > 1:
        return False
    if any(row.track != group[0].track or row.is_bullet for row in group):
        return False
    unfinished = section_kind(group[0].text) is None or group[0].text.casefold().split()[-1] in (
        "and",
        "y",
        "et",
        "und",
        "e",
        "&",
    )
    return unfinished and section_kind(" ".join(row.text for row in group)) is not None


def _body_look(rows: list[Row]) -> Look:
    letters: Counter[Look] = Counter()
    for row in rows:
        for cell in row.cells:
            letters[look_of(cell)] += len(cell.text)
    return letters.most_common(1)[0][0] if letters else (10.0, False, False, 0, False)


def _stands_out(cell: Cell, body: Look) -> bool:
    size, bold, _, colour, capitals = look_of(cell)
    heading = cell.word_style.lower().startswith(("heading", "überschrift", "título", "titre", "标题"))
    return (
        size > body[0] + 0.5 or (bold and not body[1]) or capitals or heading or (colour != body[3] and size >= body[0])
    )


def _title_looks(rows: list[Row], body: Look) -> set[Look]:
    """How the titles of work, education and skills look, where they stand out; empty if none does."""
    strong = [row.cells[0] for row in rows if len(row.cells) == 1 and is_strong(row.text)]
    looks = Counter(look_of(cell) for cell in strong if _stands_out(cell, body))
    return {look for look in looks if looks[look] >= 0.34 * max(looks.values())}


def _title_kind(row: Row, current: Section, known: set[Look], body: Look, unknown: set[int]) -> str | None:
    """The kind of section this row opens, or None if it is text."""
    cell = row.cells[0]
    if len(row.cells) > 1:
        return None
    looks_known = look_of(cell) in known or cell.apart
    named = max(schoolness(cell.text), organisationness(cell.text), titleness(cell.text)) >= 1.5 or find_periods(
        cell.text
    )
    kind = loose_kind(cell.text) if looks_known and not named else section_kind(cell.text)
    if kind is None:
        return _inline_kind(row, known) or ("other" if id(row) in unknown and current.kind != "head" else None)
    alike = any(_alike(look_of(cell), look) for look in known)
    if not known or alike:
        return kind
    if row.is_bullet or not _stands_out(cell, body):
        return None
    if current.kind in ("skills", "work", "education", "projects", "languages", "interests", "certificates"):
        bigger = cell.style[0] >= min(look[0] for look in known) - 0.5
        return kind if bigger and not (current.kind == kind == "skills") else None
    return kind


def _alike(look: Look, other: Look) -> bool:
    """Colour may differ: a side column often has its own."""
    return abs(look[0] - other[0]) <= 0.5 and look[1] == other[1] and look[4] == other[4]


def _inline_kind(row: Row, known: set[Look]) -> str | None:
    """`SKILLS: Python, Go` on one line, the title set apart by its look."""
    title, colon, rest = row.cells[0].text.partition(":")
    kind = section_kind(title) if colon and rest.strip() else None
    if kind is None or row.is_bullet:
        return None
    first = row.cells[0].parts[0]
    apart = len(first.text.strip(" :")) <= len(title) + 1 and len(row.cells[0].parts) > 1
    capitals = (title.isupper() and not rest.isupper()) or title.upper() == title.lower()  # Hindi has no capitals
    look = (*first.style, title.isupper())
    if known and any(_alike(look, other) for other in known) and (apart or capitals):
        return kind
    return kind if not known and capitals else None


def _keep_rest(row: Row, section: Section) -> None:
    """What follows an inline title on its line is the first row of the section."""
    title, colon, rest = row.cells[0].text.partition(":")
    if colon and rest.strip() and section_kind(row.cells[0].text) is None and section_kind(title):
        cell = row.cells[0]
        part = type(cell.parts[0])(rest.strip(), cell.parts[-1].style)
        moved = Cell([part], cell.x0, cell.y0, cell.x1, cell.y1, cell.size, cell.page)
        section.rows.append(Row([moved], row.page, row.track, 0.0, row.right_edge))


def _unknown_titles(rows: list[Row], known: set[Look]) -> set[int]:
    """Rows that look exactly like the known titles and close the section before them, by identity.

    Entries may look like titles too: those carry dates below, or read like a post, an employer or a school.
    """
    titled = sum(look_of(row.cells[0]) in known and section_kind(row.text) is not None for row in rows)
    unknown: set[int] = set()
    for index, row in enumerate(rows):
        text = row.text
        look = look_of(row.cells[0])
        if look not in known or loose_kind(text) or len(row.cells) > 1 or row.is_bullet or "," in text:
            continue
        if (
            len(text) > MAX_UNKNOWN_TITLE_LETTERS
            or key_of(text) in banners()
            or not (look[4] or look[0] >= 12.5 or row.gap >= 1.5)
        ):
            continue
        below = [other for other in rows[index : index + 4] if other.page == row.page]
        dated = any(len(other.text) < 80 and find_periods(other.text) for other in below)
        if not dated and max(titleness(text), organisationness(text), schoolness(text)) < 1.5 and row.gap >= 0.5:
            unknown.add(id(row))
    return unknown if len(unknown) <= 2 * titled else set()
