"""The letters of a Word paragraph: runs, tabs, breaks, fields; deleted text and field codes left out."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal
from xml.etree.ElementTree import Element

from careercoach.ports.resume_text import Box, Span
from careercoach.ports.resume_text.docx_styles import Look, Styles, W, with_run

MC_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
SKIPPED = (W + "del", W + "moveFrom", W + "txbxContent", W + "pPr", MC_FALLBACK)
WHITE = 0xF5
TINY_POINTS = 3.0


@dataclass(slots=True)
class Run:
    """Letters of one look; a tab is a run of its own."""

    text: str
    look: Look

    def span(self, box: Box) -> Span:
        """The run as a span at an invented place."""
        look = self.look
        light = min(look.colour >> 16 & 255, look.colour >> 8 & 255, look.colour & 255) >= WHITE
        hidden: Literal["", "invisible", "background", "tiny"] = ""
        if look.hidden:
            hidden = "invisible"
        elif light and not look.shaded:
            hidden = "background"
        elif look.size < TINY_POINTS:
            hidden = "tiny"
        text = self.text.upper() if look.caps else self.text
        return Span(text, box, look.size, look.bold, look.italic, look.colour, hidden)


def paragraph_runs(paragraph: Element, look: Look, styles: Styles) -> list[list[Run]]:
    """The runs of each line of a paragraph; lines end at hard breaks only."""
    rows: list[list[Run]] = [[]]
    for piece in _pieces(paragraph, look, styles):
        if piece.text == "\n":
            rows.append([])
        else:
            rows[-1].append(piece)
    return [row for row in rows if "".join(run.text for run in row).strip()]


def _pieces(element: Element, look: Look, styles: Styles) -> Iterator[Run]:
    for child in element:
        if child.tag in SKIPPED:
            continue
        if child.tag == W + "r":
            properties = child.find(W + "rPr")
            yield from _run_pieces(child, _run_look(properties, look, styles))
        else:
            yield from _pieces(child, look, styles)


def _run_look(properties: Element | None, look: Look, styles: Styles) -> Look:
    named = properties.find(W + "rStyle") if properties is not None else None
    if named is not None:
        style = styles.elements.get(named.get(W + "val") or "")
        look = with_run(look, style.find(W + "rPr")) if style is not None else look
    return with_run(look, properties)


def _run_pieces(run: Element, look: Look) -> Iterator[Run]:
    for child in run:
        if child.tag == W + "t":
            yield Run(child.text or "", look)
        elif child.tag in (W + "tab", W + "ptab"):
            yield Run("\t", look)
        elif child.tag in (W + "br", W + "cr"):
            yield Run("\n", look)
        elif child.tag == W + "noBreakHyphen":
            yield Run("-", look)
        elif child.tag == W + "sym":
            yield Run(" ", look)
