"""The inside of a PDF worker process: one font configuration, one parsed style sheet, no way to fetch anything.

Runs only by `core.workers` (see `printer`), so a document that is too heavy or hostile costs a process, not the app.
"""

import base64
import gc
import logging
from contextlib import suppress
from functools import cache
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

from careercoach.ports.pdf import MAX_DEPTH, MAX_ROWS, PdfTooLongError, PdfUnavailableError
from careercoach.ports.pdf.letters import with_its_codes, with_its_letters

HERE = Path(__file__).resolve().parent
FAMILIES = {"Coach Sans": "inter", "Coach Devanagari": "noto-devanagari"}
WEIGHTS = (400, 600)
ROW_TAGS = frozenset({"tr", "li"})
VOID_TAGS = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"}
)


class _Measure(HTMLParser):
    """Counts rows and depth before the engine sees the document: it would recurse, or take minutes."""

    def __init__(self) -> None:
        super().__init__()
        self.rows = self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in VOID_TAGS:
            self.depth += 1
        self.rows += tag in ROW_TAGS
        if self.depth > MAX_DEPTH or self.rows > MAX_ROWS:
            raise PdfTooLongError

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID_TAGS:
            self.depth -= 1


@cache
def _engine() -> tuple[Any, Any, Any, Any]:
    """WeasyPrint's HTML class, our fetcher, fonts and style sheet. Raises PdfUnavailableError without libraries."""
    try:
        from weasyprint import CSS, HTML  # noqa: TID251
        from weasyprint.draw import text as drawing  # noqa: TID251
        from weasyprint.pdf import fonts as writing  # noqa: TID251
        from weasyprint.text.fonts import FontConfiguration  # noqa: TID251
        from weasyprint.urls import URLFetcher  # noqa: TID251
    except OSError as error:  # what it raises when a library cannot be loaded, after printing a banner
        raise PdfUnavailableError from error
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    drawing.draw_first_line = with_its_letters(drawing.draw_first_line)
    writing._build_vector_font_dictionary = with_its_codes(writing._build_vector_font_dictionary)
    fetcher = URLFetcher(allowed_protocols={"data"}, allow_redirects=False)
    fonts = FontConfiguration()
    faces = "".join(_face(family, stem, weight) for family, stem in FAMILIES.items() for weight in WEIGHTS)
    look = (HERE / "base.css").read_text(encoding="utf-8")
    # A base address that leads nowhere: a relative address in a document cannot mean a file beside us.
    sheet = CSS(string=faces + look, font_config=fonts, url_fetcher=fetcher, base_url="data:,")
    gc.freeze()  # all of this stays: the collector need not walk through it after every document
    return HTML, fetcher, fonts, sheet


def _face(family: str, stem: str, weight: int) -> str:
    """A font of ours, inside the style sheet: it is read once, and no document can ask for a file."""
    data = base64.b64encode((HERE / "fonts" / f"{stem}-{weight}.woff2").read_bytes()).decode()
    source = f"url(data:font/woff2;base64,{data})"
    return f'@font-face{{font-family:"{family}";font-weight:{weight};src:{source}}}'


def work(header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """One document (see core.workers). Header: `title`, `language`; or `probe`, to load everything and do nothing.

    Raises PdfUnavailableError, PdfTooLongError.
    """
    make, fetcher, fonts, sheet = _engine()
    if header.get("probe"):
        return {}, b""
    source = payload.decode()
    measure = _Measure()
    measure.feed(source)
    gc.disable()  # a tenth of the time; everything dies with the document anyway
    try:
        html = make(string=source, url_fetcher=fetcher, base_url="data:,")
        html.etree_element.set("lang", header["language"])
        document = html.render(stylesheets=[sheet], font_config=fonts)
        document.metadata.title = header["title"]
        pages = len(document.pages)
        pdf = document.write_pdf()
    finally:
        gc.enable()
        gc.collect()
    return {"pages": pages}, pdf


with suppress(PdfUnavailableError):
    _engine()  # at the start of the process: the first document should not wait for it
