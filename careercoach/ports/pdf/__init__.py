"""The door for PDFs: a document of ours (see core.documents) becomes pages with links, bookmarks and title.

`weasyprint` is the one provider; it runs in worker processes and fetches nothing. See `use_pdf`.
"""

import sys
from pathlib import Path
from typing import Protocol

from careercoach.core.errors import CoachError

MAX_HTML_CHARACTERS = 2_000_000
MAX_ROWS = 1_000
"""Table rows and list items of one document."""
MAX_DEPTH = 60
"""Elements inside each other; the engine recurses."""

OS_RELEASE = Path("/etc/os-release")


class PdfUnavailableError(CoachError):
    """The libraries WeasyPrint needs are not on this machine; `command` installs them."""

    text_key = "pdf.unavailable"
    status = 503

    def __init__(self) -> None:
        super().__init__(command=install_command())


class PdfTooLongError(CoachError):
    """More rows, depth or text than one document may have."""

    text_key = "pdf.too_long"
    status = 422


class Pdf(Protocol):
    """What a provider can do."""

    async def render(self, html: str, *, title: str, language: str) -> bytes:
        """The PDF of a document. Raises PdfUnavailableError, PdfTooLongError, WorkerFailedError."""
        ...


def install_command() -> str:
    """What to type on this machine to get the missing libraries."""
    if sys.platform == "darwin":
        return "brew install pango"
    try:
        release = OS_RELEASE.read_text(encoding="utf-8").lower()
    except OSError:
        release = ""
    if any(name in release for name in ("fedora", "rhel", "centos")):
        return "sudo dnf install pango harfbuzz"
    return "sudo apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"


_pdf: Pdf | None = None


def use_pdf(pdf: Pdf) -> None:
    """Choose the provider, at start."""
    global _pdf
    _pdf = pdf


async def render_pdf(html: str, *, title: str, language: str) -> bytes:
    """The PDF of a whole document from `core.documents.page`. `title` becomes its metadata title.

    The same document asked again comes from a cache. Raises PdfUnavailableError, PdfTooLongError, and
    WorkerFailedError when it took more time or memory than allowed.
    """
    if _pdf is None:
        raise PdfUnavailableError
    return await _pdf.render(html, title=title, language=language)
