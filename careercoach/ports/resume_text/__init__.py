"""Reading the text of a resume file together with its place and look on the page.

`read_document` takes bytes and gives plain values, so it can run in a worker process with limits. Every provider
(`pymupdf` for PDF, `docx` for Word, `plain` for text) fills the same shapes.
"""

from dataclasses import dataclass, field
from typing import Literal

Kind = Literal["pdf", "docx", "txt"]
Reason = Literal["encrypted", "empty", "scanned", "damaged", "wrong_type", "too_large", "no_text"]
Box = tuple[float, float, float, float]
"""x0, y0, x1, y1 in points; y grows downwards."""

MAX_BYTES = 10 * 1024 * 1024
MAX_PAGES = 30
MAX_CHARACTERS = 200_000


class ResumeUnreadableError(Exception):
    """A file that cannot be read; `reason` says why and `text_key` names the sentence for the person."""

    def __init__(self, reason: Reason) -> None:
        super().__init__(reason)
        self.reason: Reason = reason
        self.text_key = f"resumes.unreadable_{reason}"

    def __reduce__(self) -> tuple[type["ResumeUnreadableError"], tuple[Reason]]:
        return (ResumeUnreadableError, (self.reason,))


@dataclass(slots=True)
class Span:
    """Letters of one look. `hidden` says why a reader of the page does not see them, or is empty."""

    text: str
    box: Box
    size: float
    bold: bool = False
    italic: bool = False
    colour: int = 0
    """0xRRGGBB."""
    hidden: Literal["", "invisible", "background", "tiny", "outside"] = ""
    apart: bool = False
    """True when white that is no space of the text parts it from the span before: a text of its own, as tags are."""


@dataclass(slots=True)
class Line:
    """Spans that stand side by side without a wide gap. `style` and `bullet` are known for Word files only."""

    spans: list[Span]
    box: Box
    style: str = ""
    bullet: bool = False

    @property
    def text(self) -> str:
        """The letters of the line as they stand, hidden ones too."""
        return "".join(span.text for span in self.spans)


@dataclass(slots=True)
class Page:
    """One page; a Word or text file is one long page."""

    width: float
    height: float
    lines: list[Line]
    is_picture: bool = False
    """True when something is drawn on it and there is next to no text: a scan among pages of text."""


@dataclass(slots=True)
class Document:
    """What a file holds. `pages_total` may exceed the pages read (at most MAX_PAGES)."""

    kind: Kind
    pages: list[Page]
    pages_total: int = 1
    links: list[str] = field(default_factory=list[str])
    unmapped: int = 0
    """How many letters have no known character behind their glyph."""


def read_document(data: bytes, file_name: str) -> Document:
    """The pages, lines and spans of a PDF, DOCX or TXT file. Raises ResumeUnreadableError."""
    from careercoach.ports.resume_text.checks import check_kind

    kind = check_kind(data, file_name)
    if kind == "pdf":
        from careercoach.ports.resume_text.pymupdf import read_pdf

        return read_pdf(data)
    if kind == "docx":
        from careercoach.ports.resume_text.docx import read_docx

        return read_docx(data)
    from careercoach.ports.resume_text.plain import read_plain

    return read_plain(data)
