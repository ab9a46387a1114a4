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
_CODE = re.compile(r"`([^`\s][^`]{0,80})`")
_RULE = re.compile(r"\s*(?:[-=_*~#+.·–—─═]\s?){2,}")
"""A line drawn with signs."""
UNDERLINED = (0.6, 2.4)
"""How long the line below a title is at least and at most, in widths of the title."""
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
        if _RULE.fullmatch(row):
            continue
        top = number * LINE_HEIGHT
        size, bold = (TITLE_SIZES[1], True) if _is_underlined(rows, number) else (SIZE, False)
        if is_markdown:
            row, size, bold = _without_marks(row)
        row = _CODE.sub(r"\1", row)
        for found in re.finditer(r"\S+(?: {1,2}\S+)*", row):
            left, right = found.start() * LETTER_WIDTH, found.end() * LETTER_WIDTH
            box = (left, top, right, top + SIZE)
            lines.append(Line([Span(found.group(), box, size, bold=bold)], box))
    width = max((line.box[2] for line in lines), default=0.0)
    return Document("txt", [Page(width, len(rows) * LINE_HEIGHT, lines)])


def _is_underlined(rows: list[str], number: int) -> bool:
    """True for a line of a few words with a line drawn below it, about as wide as they are."""
    row, below = rows[number].strip(), rows[number + 1].strip() if number + 1 < len(rows) else ""
    if not row or not _RULE.fullmatch(below) or re.search(r"\S\s{3,}\S", row) or len(row.split()) > 5:
        return False
    framed = number > 0 and _RULE.fullmatch(rows[number - 1]) is not None
    least, most = UNDERLINED
    return least * len(row) <= len(below) and (framed or len(below) <= most * len(row))


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
