"""Text files: one line of text is one line of the page, set on a grid of fixed-width letters."""

import re
import unicodedata

from careercoach.ports.resume_text import MAX_CHARACTERS, Document, Line, Page, ResumeUnreadableError, Span

LETTER_WIDTH = 6.0
LINE_HEIGHT = 14.0
SIZE = 11.0
TITLE_SIZES = (20.0, 14.0, 12.0)
"""Sizes for one, two and more number signs before a title in Markdown."""
_TITLE = re.compile(r"\s{0,3}(#{1,6})\s+(?=\S)")
_STRESSED = re.compile(r"(?<![*\w])(\*\*|__)(?=\S)(.+?)(?<=\S)\1(?![*\w])")
MIN_TITLES = 2
"""So many titled lines make a text Markdown."""
MAX_ODD_SHARE = 0.02
"""More control characters than this: the file is no text."""


def read_plain(data: bytes) -> Document:
    """The lines of a text file in UTF-8, UTF-16 or Windows Latin. Raises ResumeUnreadableError."""
    text = _decode(data)[:MAX_CHARACTERS]
    odd = sum(unicodedata.category(letter) in ("Cc", "Cn", "Co") and letter not in "\t\r\n\f\v" for letter in text)
    if odd > MAX_ODD_SHARE * len(text):
        raise ResumeUnreadableError("wrong_type")
    if not any(letter.isalpha() for letter in text):
        raise ResumeUnreadableError("empty")
    lines: list[Line] = []
    rows = text.expandtabs(8).splitlines()
    is_markdown = sum(_TITLE.match(row) is not None for row in rows) >= MIN_TITLES
    for number, row in enumerate(rows):
        top = number * LINE_HEIGHT
        size, bold = SIZE, False
        if is_markdown:
            row, size, bold = _without_marks(row)
        for found in re.finditer(r"\S+(?: {1,2}\S+)*", row):
            left, right = found.start() * LETTER_WIDTH, found.end() * LETTER_WIDTH
            box = (left, top, right, top + SIZE)
            lines.append(Line([Span(found.group(), box, size, bold=bold)], box))
    width = max((line.box[2] for line in lines), default=0.0)
    return Document("txt", [Page(width, len(rows) * LINE_HEIGHT, lines)])


def _without_marks(row: str) -> tuple[str, float, bool]:
    """A line of Markdown without its marks, its size, and whether it is bold as a whole."""
    title = _TITLE.match(row)
    size = TITLE_SIZES[min(len(title[1]), len(TITLE_SIZES)) - 1] if title else SIZE
    whole = _STRESSED.fullmatch(row.strip())
    bare = _STRESSED.sub(r"\2", row[title.end() :].rstrip(" #") if title else row)
    lone = re.fullmatch(r"\s*([*_])(?=[^\s*_])(.+?)\1\s*", bare)
    return (lone[2] if lone else bare), size, title is not None or whole is not None


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
