"""The compiled half of PyMuPDF, loaded without its Python half.

`import pymupdf` also loads a layout model, tables and thousands of wrapper classes: 1.2 s of start and 200 MB. Reading
text needs only the two extension modules that the package brings, which load in 15 ms. Everything that knows their
calls is in this file, so a new PyMuPDF version is checked here.
"""

import importlib.util
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

TEXT_PRESERVE_WHITESPACE = 2
ERROR_KINDS = 13


class PdfError(Exception):
    """MuPDF could not go on; the message is for the log only."""


@cache
def _module(name: str) -> ModuleType:
    package = importlib.util.find_spec("pymupdf")
    if package is None or package.origin is None:
        raise ImportError("pymupdf is not installed")
    path = next(Path(package.origin).parent.glob(f"{name}.*"))
    spec = importlib.util.spec_from_file_location(name, path)
    if spec is None or spec.loader is None:
        raise ImportError(name)
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module
    spec.loader.exec_module(module)
    return module


@cache
def _mupdf() -> Any:
    mupdf: Any = _module("_mupdf")
    mupdf.ll_fz_set_error_callback(None, None)  # MuPDF's own notes would land on standard error
    mupdf.ll_fz_set_warning_callback(None, None)
    mupdf.internal_set_error_classes([PdfError] * ERROR_KINDS)
    mupdf.ll_fz_register_document_handlers()
    return mupdf


@cache
def _extra() -> Any:
    _mupdf()
    return _module("_extra")


class PdfFile:
    """An open PDF. Use as a context manager: MuPDF's memory is not counted by Python."""

    def __init__(self, data: bytes) -> None:
        mupdf = _mupdf()
        buffer = mupdf.ll_fz_new_buffer_from_copied_data(mupdf.python_buffer_data(data), len(data))
        stream = mupdf.ll_fz_open_buffer(buffer)
        try:
            self._document = mupdf.ll_fz_open_document_with_stream("application/pdf", stream)
        finally:
            mupdf.ll_fz_drop_stream(stream)
            mupdf.ll_fz_drop_buffer(buffer)

    def __enter__(self) -> "PdfFile":
        return self

    def __exit__(self, *_: object) -> None:
        _mupdf().ll_fz_drop_document(self._document)

    @property
    def locked(self) -> bool:
        """True when a password is needed to read it."""
        return bool(_mupdf().ll_fz_needs_password(self._document))

    def count_pages(self) -> int:
        """How many pages it says it has."""
        return _mupdf().ll_fz_count_pages(self._document)

    @contextmanager
    def page(self, number: int) -> Iterator["PdfPage"]:
        """Page `number`, from 0."""
        mupdf = _mupdf()
        handle = mupdf.ll_fz_load_page(self._document, number)
        try:
            yield PdfPage(handle)
        finally:
            mupdf.ll_fz_drop_page(handle)

    def redraw(self, number: int, change: Callable[[bytes], bytes]) -> bool:
        """Put what `change` makes of the drawing of page `number` in its place, in memory; True if it is another.

        A page that is loaded already stays as it was.
        """
        mupdf = _mupdf()
        pdf = mupdf.ll_pdf_document_from_fz_document(self._document)
        contents = mupdf.ll_pdf_dict_gets(mupdf.ll_pdf_lookup_page_obj(pdf, number), "Contents")
        if mupdf.ll_pdf_is_array(contents):
            parts = [mupdf.ll_pdf_array_get(contents, part) for part in range(mupdf.ll_pdf_array_len(contents))]
        else:
            parts = [contents]
        changed = [_redraw_part(pdf, part, change) for part in parts if mupdf.ll_pdf_is_stream(part)]
        return any(changed)


def _redraw_part(pdf: Any, part: Any, change: Callable[[bytes], bytes]) -> bool:
    mupdf = _mupdf()
    buffer = mupdf.ll_pdf_load_stream(part)
    try:
        before = bytes(mupdf.ll_fz_buffer_storage_memoryview(buffer, False))
    finally:
        mupdf.ll_fz_drop_buffer(buffer)
    after = change(before)
    if after == before:
        return False
    buffer = mupdf.ll_fz_new_buffer_from_copied_data(mupdf.python_buffer_data(after), len(after))
    try:
        mupdf.ll_pdf_update_stream(pdf, part, buffer, 0)
    finally:
        mupdf.ll_fz_drop_buffer(buffer)
    return True


class PdfPage:
    """One loaded page."""

    def __init__(self, handle: Any) -> None:
        self._handle = handle

    def bounds(self) -> tuple[float, float, float, float]:
        """Left, top, right and bottom of the visible page in points."""
        mupdf = _mupdf()
        bounds = mupdf.ll_fz_bound_page(self._handle)
        return (
            mupdf.fz_rect_x0_get(bounds),
            mupdf.fz_rect_y0_get(bounds),
            mupdf.fz_rect_x1_get(bounds),
            mupdf.fz_rect_y1_get(bounds),
        )

    def blocks(self, *, letters: bool = False) -> list[dict[str, Any]]:
        """Text blocks with lines and spans, in the order of the file; with `letters` each span has "chars" for "text"."""
        mupdf = _mupdf()
        options = mupdf.new_fz_stext_options()
        mupdf.fz_stext_options_flags_set(options, TEXT_PRESERVE_WHITESPACE)
        text_page = mupdf.ll_fz_new_stext_page(mupdf.ll_fz_bound_page(self._handle))
        try:
            device = mupdf.ll_fz_new_stext_device(text_page, options)
            try:
                mupdf.ll_fz_run_page(self._handle, device, mupdf.ll_fz_make_matrix(1, 0, 0, 1, 0, 0), None)
                mupdf.ll_fz_close_device(device)
            finally:
                mupdf.ll_fz_drop_device(device)
            found: dict[str, Any] = {}
            _extra().JM_make_textpage_dict(text_page, found, letters)
        finally:
            mupdf.ll_fz_drop_stext_page(text_page)
            mupdf.delete_fz_stext_options(options)
        return found["blocks"]

    def links(self) -> list[str]:
        """The addresses behind the links of the page."""
        mupdf = _mupdf()
        first = mupdf.ll_fz_load_links(self._handle)
        found: list[str] = []
        link = first
        while link is not None:
            found.append(mupdf.fz_link_uri_get(link))
            link = mupdf.fz_link_next_get(link)
        mupdf.ll_fz_drop_link(first)
        return found

    def picture(self, area: tuple[int, int, int, int] | None = None) -> tuple[int, int, bytes]:
        """The page drawn in grey, one byte a point: width, height and the bytes row by row.

        `area`: draw only this part (left, top, right, bottom from the page's corner), cut to the page.
        """
        mupdf = _mupdf()
        page = mupdf.ll_fz_round_rect(mupdf.ll_fz_bound_page(self._handle))
        left, top = mupdf.fz_irect_x0_get(page), mupdf.fz_irect_y0_get(page)
        if area is not None:
            part = mupdf.ll_fz_make_irect(left + area[0], top + area[1], left + area[2], top + area[3])
            page = mupdf.ll_fz_intersect_irect(page, part)
        pixmap = mupdf.ll_fz_new_pixmap_with_bbox(mupdf.ll_fz_device_gray(), page, None, 0)
        try:
            mupdf.ll_fz_clear_pixmap_with_value(pixmap, 255)
            self._draw(pixmap)
            width, height = mupdf.ll_fz_pixmap_width(pixmap), mupdf.ll_fz_pixmap_height(pixmap)
            stride = mupdf.ll_fz_pixmap_stride(pixmap)
            samples = bytes(
                mupdf.python_memoryview_from_memory(mupdf.ll_fz_pixmap_samples(pixmap), stride * height, False)
            )
        finally:
            mupdf.ll_fz_drop_pixmap(pixmap)
        rows = [samples[row * stride : row * stride + width] for row in range(height)]
        return width, height, b"".join(rows)

    def _draw(self, pixmap: Any) -> None:
        mupdf = _mupdf()
        identity = mupdf.ll_fz_make_matrix(1, 0, 0, 1, 0, 0)
        device = mupdf.ll_fz_new_draw_device(identity, pixmap)
        try:
            mupdf.ll_fz_run_page(self._handle, device, identity, None)
            mupdf.ll_fz_close_device(device)
        finally:
            mupdf.ll_fz_drop_device(device)
