"""Text files: one line of text is one line of the page, set on a grid of fixed-width letters."""

import re
import unicodedata

from careercoach.ports.resume_text import MAX_CHARACTERS, Document, Line, Page, ResumeUnreadableError, Span

LETTER_WIDTH = 6.0
LINE_HEIGHT = 14.0
SIZE = 11.0
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
    for number, row in enumerate(rows):
        top = number * LINE_HEIGHT
        for found in re.finditer(r"\S+(?: {1,2}\S+)*", row):
            left, right = found.start() * LETTER_WIDTH, found.end() * LETTER_WIDTH
            box = (left, top, right, top + SIZE)
            lines.append(Line([Span(found.group(), box, SIZE)], box))
    width = max((line.box[2] for line in lines), default=0.0)
    return Document("txt", [Page(width, len(rows) * LINE_HEIGHT, lines)])


def _decode(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")
