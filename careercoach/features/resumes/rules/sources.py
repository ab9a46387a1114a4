"""The reading text, and where in it (and on the page) each field stands."""

from careercoach.features.resumes.parsed import FieldSource
from careercoach.features.resumes.rules.rows import Row


class Sources:
    """Gives every row its place in the reading text and collects the places of fields."""

    def __init__(self, rows: list[Row]) -> None:
        self.found: list[FieldSource] = []
        lines: list[str] = []
        at = 0
        for row in rows:
            row.at = at
            lines.append(row.text)
            at += len(row.text) + 1
        self.text = "\n".join(lines)

    def note(self, path: str, value: str, rows: list[Row], confidence: float) -> None:
        """Remember where `value` stands among `rows`; a value put together from pieces gets its first row."""
        if not value or not rows:
            return
        row = next((row for row in rows if value in row.text), rows[0])
        inside = row.text.find(value)
        start = row.at + max(inside, 0)
        end = start + len(value) if inside >= 0 else row.at + len(row.text)
        cell = next((cell for cell in row.cells if value in cell.text), row.cells[0])
        box = (cell.x0, cell.y0, cell.x1, max(cell.y1, row.bottom))
        self.found.append(FieldSource(path, round(confidence, 2), row.page, box, start, end))
