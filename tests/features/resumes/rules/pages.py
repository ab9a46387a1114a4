"""Small pages set by hand for the tests of reading order."""

from careercoach.ports.resume_text import Document, Line, Page, Span

LETTER = 0.5
A4 = (595.0, 842.0)


def put(text: str, x: float, y: float, size: float = 10.0, *, bold: bool = False, hidden: str = "") -> Line:
    """A line with its top left corner at x, y."""
    box = (x, y, x + len(text) * size * LETTER, y + size)
    return Line([Span(text, box, size, bold=bold, hidden=hidden)], box)  # type: ignore[arg-type]


def column(texts: list[str], x: float, y: float, step: float = 14.0) -> list[Line]:
    """Lines below each other; a text in capitals is set as a title."""
    lines: list[Line] = []
    for text in texts:
        title = text.isupper()
        lines.append(put(text, x, y, 13.0 if title else 10.0, bold=title))
        y += step + (6 if title else 0)
    return lines


def paper(*lines: list[Line]) -> Document:
    """One page of these lines."""
    return Document("pdf", [Page(*A4, [line for part in lines for line in part])])
