"""Documents in, PDFs out: a pool of WeasyPrint processes and a cache of what they made."""

import asyncio
import hashlib
from functools import cache
from importlib.metadata import version
from pathlib import Path

from careercoach.core.clock import utc_now
from careercoach.core.private_files import write_private
from careercoach.core.workers import WorkerFailedError, Workers
from careercoach.ports.pdf import MAX_HTML_CHARACTERS, PdfTooLongError, PdfUnavailableError

CACHE_MAX_BYTES = 64 * 1024 * 1024
CACHE_MAX_AGE_S = 24 * 3600
"""Documents are about people: none is kept longer than a day."""
SWEEP_EVERY = 50
"""Renders between two looks at the size and age of the cache."""


class WeasyPrintPdf:
    """Renders in `size` processes, started at first use. `cache_folder` holds the PDFs of the last day, 0600."""

    def __init__(self, cache_folder: Path, *, size: int = 1) -> None:
        self._workers = Workers(target="careercoach.ports.pdf.weasyprint:work", size=size)
        self._folder = cache_folder
        self._rendered = 0

    async def render(self, html: str, *, title: str, language: str) -> bytes:
        """The PDF. Raises PdfTooLongError, PdfUnavailableError, WorkerFailedError."""
        if len(html) > MAX_HTML_CHARACTERS:
            raise PdfTooLongError
        path = self._folder / f"{_digest(html, title, language)}.pdf"
        if (kept := await asyncio.to_thread(_read, path)) is not None:
            return kept
        pdf = await self._ask({"title": title, "language": language}, html.encode("utf-8", "replace"))
        await asyncio.to_thread(self._keep, path, pdf)
        return pdf

    async def probe(self) -> None:
        """Load the libraries and fonts. Raises PdfUnavailableError."""
        await self._ask({"probe": True}, b"")

    async def close(self) -> None:
        """End the processes."""
        await self._workers.close()

    async def _ask(self, header: dict[str, object], payload: bytes) -> bytes:
        try:
            _, pdf = await self._workers.run(header, payload)
        except WorkerFailedError as error:
            if error.kind == "PdfUnavailableError":
                raise PdfUnavailableError from error
            if error.kind in ("PdfTooLongError", "RecursionError"):
                raise PdfTooLongError from error
            raise
        return pdf

    def _keep(self, path: Path, pdf: bytes) -> None:
        try:
            write_private(path, pdf)
            self._rendered += 1
            if self._rendered % SWEEP_EVERY == 1:
                sweep(self._folder)
        except OSError:
            return  # a full disk must not cost a person the document that is already made


def sweep(folder: Path, *, now: float | None = None) -> None:
    """Forget what is older than a day, then the oldest until the rest fits. `now`: seconds since 1970."""
    found = [(path.stat(), path) for path in folder.glob("*.pdf")]
    newest = sorted(found, key=lambda pair: pair[0].st_mtime, reverse=True)
    limit = (utc_now().timestamp() if now is None else now) - CACHE_MAX_AGE_S
    total = 0
    for about, path in newest:
        total += about.st_size
        if total > CACHE_MAX_BYTES or about.st_mtime < limit:
            path.unlink(missing_ok=True)


def _read(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


@cache
def _look() -> bytes:
    """Everything besides the document that decides what its PDF is."""
    css = (Path(__file__).parent / "base.css").read_bytes()
    return hashlib.sha256(css + version("weasyprint").encode()).digest()


def _digest(html: str, title: str, language: str) -> str:
    parts = [_look(), title.encode("utf-8", "replace"), language.encode(), html.encode("utf-8", "replace")]
    return hashlib.sha256(b"".join(hashlib.sha256(part).digest() for part in parts)).hexdigest()
