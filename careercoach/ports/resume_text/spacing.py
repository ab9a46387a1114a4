"""Words of a PDF whose letters stand apart: the places of the letters tell where a word ends."""

import itertools
import re
from statistics import median
from typing import Any

from careercoach.ports.resume_text.mupdf_engine import PdfPage

ADDED = 512
"""Bit of `char_flags`: MuPDF added this space where two words stand apart."""
LEAST_SPACED = 7
"""Letters and spaces of the shortest letter-spaced word."""
WORD_GAP = 0.13
"""Sizes by which the white between words is wider than between the letters of a spaced word."""
SPACED_OUT = 0.1
"""Sizes between the letters from which they are set apart on purpose."""
_SPACED = re.compile(r"(?:[^\W\d_]\s){3}[^\W\d_](?!\w)")
_TORN_ADDRESS = re.compile(r"(?<!\S)\w{1,3} (?:\S+ )*\S*@|@\S* \S*\.")


def close_up(page: PdfPage, blocks: list[dict[str, Any]]) -> None:
    """Letter-spaced words ("J O H N D O E") and addresses torn by such spacing ("j ohn@e xample.org") in one piece."""
    lines = [line["spans"] for block in blocks for line in block.get("lines", ())]
    whole = [index for index, spans in enumerate(lines) if _is_in_pieces(spans)]
    if not whole and not any(_is_spaced(span["text"]) for spans in lines for span in spans):
        return
    lettered = [line["spans"] for block in page.blocks(letters=True) for line in block.get("lines", ())]
    for index in whole:
        _mend(lines[index], [span["chars"] for span in lettered[index]])
    for spans, letters in zip(lines, lettered, strict=True):
        for span, own in zip(spans, letters, strict=True):
            if _is_spaced(span["text"]):
                span["text"] = _closed_up(own["chars"], span["size"])


def is_added(span: dict[str, Any]) -> bool:
    """True for a space that is none of the file."""
    return bool(span["char_flags"] & ADDED) and span["text"].isspace()


def _is_in_pieces(spans: list[dict[str, Any]]) -> bool:
    """True for a torn address, and for a spaced line in several spans of one look, as MuPDF cuts it at added spaces."""
    text = spans[0]["text"] if len(spans) == 1 else "".join([span["text"] for span in spans])
    if "@" in text:
        return _TORN_ADDRESS.search(text) is not None
    if len(spans) == 1 or not _is_spaced(text) or not any(map(is_added, spans)):
        return False
    return len({(span["font"], span["size"]) for span in spans}) == 1


def _mend(spans: list[dict[str, Any]], letters: list[list[dict[str, Any]]]) -> None:
    """Takes out the added spaces that are no wider than the white between the other letters of the line."""
    marks = [(number, letter) for number, own in enumerate(letters) for letter in own]
    inked = [letter for _, letter in marks if not letter["c"].isspace()]
    gaps = [after["bbox"][0] - before["bbox"][2] for before, after in itertools.pairwise(inked)]
    usual, size = median(gaps), spans[0]["size"]
    if usual < SPACED_OUT * size:
        return
    texts = [""] * len(spans)
    last = inked[0]
    for index, (number, letter) in enumerate(marks):
        after = next((other for _, other in marks[index:] if not other["c"].isspace()), None)
        wide = after is not None and after["bbox"][0] - last["bbox"][2] > usual + WORD_GAP * size
        if not letter["c"].isspace():
            last = letter
        elif letter["synthetic"] and not wide:
            continue
        texts[number] += letter["c"]
    for span, text in zip(spans, texts, strict=True):
        span["text"] = text


def _is_spaced(text: str) -> bool:
    return len(text) >= LEAST_SPACED and _SPACED.search(text) is not None and len(text.split()) > 0.4 * len(text)


def _closed_up(letters: list[dict[str, Any]], size: float) -> str:
    """The letters with a space only where the white between them is wider than usual by that of a space."""
    inked = [letter for letter in letters if not letter["c"].isspace()]
    gaps = [after["bbox"][0] - before["bbox"][2] for before, after in itertools.pairwise(inked)]
    wide = median(gaps) + WORD_GAP * size
    return inked[0]["c"] + "".join(
        (" " if gap > wide else "") + letter["c"] for gap, letter in zip(gaps, inked[1:], strict=True)
    )
