"""Pages on which the order of the text is not the order of its drawing, with a mark at both ends of each bullet.

A mark names its column and number: `L07`. Four ways to set two columns: a bar at the left or at the right, two equal
columns, and a page whose lines were drawn across both columns from top to bottom, as word processors do with tables.
"""

import random
from collections.abc import Iterator
from html import escape
from typing import Any

KINDS = ("bar left", "bar right", "columns", "drawn across")
BULLETS = 9
"""Of each column."""
_SHARES = {"bar left": 34, "bar right": 62, "columns": 48, "drawn across": 48}
"""Percent of the width that the left column takes."""
_WORDS = (
    "report customer weekly audit supplier budget release support migration ticket training claims warehouse quarter "
    "forecast interview pipeline contract schedule research delivery patient classroom invoice campaign survey"
)
_VERBS = ("Cut", "Led", "Built", "Wrote", "Planned", "Moved", "Taught", "Checked", "Ran")
_LOOK = """
@page { size: A4; margin: 0 } body { font: 10pt/1.35 "Liberation Sans", sans-serif; margin: 0 }
h1 { position: absolute; left: 14mm; top: 10mm; font-size: 18pt; margin: 0 }
h2 { font-size: 11pt; margin: 0 } div { position: absolute }
"""
_TOP_MM, _STEP_MM, _LEFT_MM, _WIDTH_MM, _GAP_MM = 34.0, 24.0, 14.0, 182.0, 8.0


def page_of(kind: str, seed: int) -> str:
    """One page in HTML."""
    pick = random.Random(f"{kind}/{seed}")
    left_mm = _WIDTH_MM * _SHARES[kind] / 100
    places = {
        "L": (_LEFT_MM, left_mm - _GAP_MM / 2),
        "R": (_LEFT_MM + left_mm + _GAP_MM / 2, _WIDTH_MM - left_mm - _GAP_MM / 2),
    }
    columns = [list(_column(pick, side, *places[side])) for side in "LR"]
    across = kind == "drawn across"
    boxes = [box for pair in zip(*columns, strict=True) for box in pair] if across else [*columns[0], *columns[1]]
    return f"<style>{_LOOK}</style><h1>Asha Rao</h1>{''.join(boxes)}"


def _column(pick: random.Random, side: str, left_mm: float, width_mm: float) -> Iterator[str]:
    title = {"L": "Experience", "R": "Projects"}[side]
    shift = pick.uniform(0, 3)
    yield f'<div style="left:{left_mm}mm;top:{_TOP_MM - 9:.1f}mm"><h2>{title}</h2></div>'
    for number in range(BULLETS):
        top = _TOP_MM + number * _STEP_MM + shift
        words = " ".join(pick.choices(_WORDS.split(), k=pick.randint(7, 14)))
        mark = f"{side}{number:02}"
        text = escape(f"\u2022 {mark} {pick.choice(_VERBS)} {words} {mark}")
        yield f'<div style="left:{left_mm:.1f}mm;top:{top:.1f}mm;width:{width_mm:.1f}mm">{text}</div>'


def ours(_header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """The text of our reader in its order."""
    from careercoach.features.resumes.rules.layout import read_in_order
    from careercoach.features.resumes.rules.rows import cells_of
    from careercoach.ports.resume_text import read_document

    document = read_document(payload, "resume.pdf")
    reading = read_in_order([cells_of(page, number) for number, page in enumerate(document.pages)])
    return {"text": "\n".join(row.text for row in reading.rows)}, b""


def plain(header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """The text of PyMuPDF, in the order of drawing or (header "sort") from top to bottom."""
    import pymupdf  # noqa: TID251

    with pymupdf.open(stream=payload) as document:
        return {"text": "\n".join(str(page.get_text(sort=header["sort"])) for page in document)}, b""
