"""Indic words of PDFs that a browser printed: what the file says they are, where MuPDF reads only part of it.

In these scripts several letters join into signs whose order differs from that of the letters. A browser writes the
letters of such a cluster beside its signs (`/ActualText`, PDF 32000-1, 14.9.4). MuPDF compares the two from either end
and keeps what agrees: when the signs come from more than one font, a letter is lost ("शमा" for "शर्मा") or said twice.
A mark at the end of each such text keeps the ends from agreeing, so that the whole text counts; the mark is taken out
of what was read.
"""

import re
from typing import Any

MARK = "\u2060"
"""WORD JOINER: no resume has it, and no letter is drawn for it."""
INDIC = re.compile("[\u0900-\u0dff]")
_CLUSTER = re.compile(rb"(/Span\s*<<\s*/ActualText\s*<FEFF)((?:[0-9A-Fa-f]{4})+)(>\s*>>\s*BDC)(.*?)\bEMC\b", re.S)
_INDIC_CODE = re.compile(rb"(?:....)*?0[9A-Da-d]", re.S)
_FONT_CHANGE = re.compile(rb"(?<=Tj)(\s+)(/\S+ [\d.]+ Tf)")
_NEXT_PART = rb"\1EMC /Span <</ActualText <FEFF2060>>> BDC \2"


def with_marks(content: bytes) -> bytes:
    """The drawing of a page with each text of an Indic cluster marked, and one more mark where its font changes."""

    def marked(found: re.Match[bytes]) -> bytes:
        head, codes, tail, signs = found.groups()
        if not _INDIC_CODE.match(codes):
            return found.group()
        return head + codes + b"2060" + tail + _FONT_CHANGE.sub(_NEXT_PART, signs) + b"EMC"

    return _CLUSTER.sub(marked, content)


def take_out_marks(blocks: list[dict[str, Any]]) -> None:
    """Gives each span of `blocks` (read with their letters) its "text": no marks, nor the spaces that came with them."""
    for block in blocks:
        for line in block.get("lines", ()):
            before = ""
            for span in line["spans"]:
                letters = span.pop("chars")
                span["text"] = _text(letters, before)
                before = letters[-1]["c"] if letters else before


def _text(letters: list[dict[str, Any]], before: str) -> str:
    kept: list[str] = []
    for letter in letters:
        sign = letter["c"]
        # MuPDF puts a space where letters seem apart, and the place of a mark is a guess.
        if sign != MARK and not (before == MARK and letter["synthetic"]):
            kept.append(sign)
        before = sign
    return "".join(kept)
