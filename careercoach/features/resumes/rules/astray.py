"""Rows that stand under another title than theirs, or under none: halves of a grid, groups named like a section."""

import itertools
import re

from careercoach.features.resumes.rules.dates import find_periods
from careercoach.features.resumes.rules.rows import Row
from careercoach.features.resumes.rules.sections import Section

SAME_LINE = 2.0
"""Points by which two cells of one line may differ in height."""
LISTED = ("skills", "languages", "interests")
_PROGRAMMING = frozenset(
    ["python", "java", "javascript", "typescript", "c", "c++", "c#", "go", "golang", "rust", "ruby", "php", "sql", "html",
     "css", "kotlin", "swift", "scala", "r", "bash", "perl", "matlab", "dart", "lua", "haskell", "elixir", "objective-c"]
)  # fmt: skip


def bring_home(sections: list[Section]) -> None:
    """Untitled rows that stand, line for line, beside the rows of a list belong to that list."""
    homes = [section for section in sections if section.kind in LISTED and section.rows]
    for section in sections:
        if section.kind != "head" or section.title is not None or not section.rows:
            continue
        home = next((home for home in homes if _stands_beside(section.rows, home.rows)), None)
        if home is not None:
            section.kind, section.title = home.kind, home.title


def rename_languages(sections: list[Section]) -> None:
    """Below the skills, "Languages" over Python and Java is a group of them and no section."""
    for before, section in itertools.pairwise(sections):
        title = section.title
        if before.kind == "skills" and section.kind == "languages" and title is not None and _programmed(section.rows):
            section.kind, section.title, section.rows = "skills", before.title, [title, *section.rows]


def _programmed(rows: list[Row]) -> bool:
    words = [word for row in rows for word in re.findall(r"[^\s,;•·|()]+", row.text.casefold())]
    return sum(word in _PROGRAMMING for word in words) >= 2


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
