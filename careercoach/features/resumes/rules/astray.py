"""The left half of a grid that is set flush right: it stands in a column without a title of its own."""

from careercoach.features.resumes.rules.dates import find_periods
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.sections import Section

SAME_LINE = 2.0
"""Points by which two cells of one line may differ in height."""
LISTED = ("skills", "languages", "interests")


def bring_home(sections: list[Section]) -> None:
    """Untitled rows that stand, line for line, beside the rows of a list belong to that list."""
    homes = [section for section in sections if section.kind in LISTED and section.rows]
    for section in sections:
        if section.kind != "head" or section.title is not None or not section.rows:
            continue
        home = next((home for home in homes if _stands_beside(section.rows, home.rows)), None)
        if home is not None:
            section.kind, section.title = home.kind, home.title


def _flush(rows: list[Row]) -> bool:
    """True when all rows end at one edge and begin at several."""
    ends, begins = [row.x1 for row in rows], [row.x0 for row in rows]
    return max(ends) - min(ends) < SAME_LINE < max(begins) - min(begins)


def _stands_beside(rows: list[Row], listed: list[Row]) -> bool:
    if any(len(row.text.split()) > 4 or find_periods(row.text) for row in rows) or not (
        _flush(rows) and _flush(listed)
    ):
        return False
    return all(any(row.page == other.page and abs(row.y0 - other.y0) < SAME_LINE for other in listed) for row in rows)
