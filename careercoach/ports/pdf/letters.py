"""Hindi that can be read back from a PDF: every glyph says its share of the letters, in the order of the text.

A line of Devanagari has fewer, more or other glyphs than letters, and some stand in another order (the sign for i is
drawn before its consonant). The engine gives each glyph of a font one meaning for the whole document, which is wrong
for most of them. Here a glyph that means something else than before gets a code of its own: the letters of a syllable
are dealt out to its glyphs one after the other, so reading the glyphs in their order gives the text, in every reader.
"""

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple, cast

DEVANAGARI = re.compile("[\u0900-\u097f]")
_SILENT = "\u200b"
"""For a glyph that has no letter left: a blank of no width."""
RESERVED = 64
"""Codes left to the engine, for letters that a font has no glyph for."""
_CODES = re.compile("<([0-9a-f]+)>")


class Share(NamedTuple):
    """A glyph and the letters it stands for here. `glyph` is -1 for one whose number the engine makes up."""

    font: Any
    glyph: int
    letters: str


def with_its_letters(draw: Callable[..., Any]) -> Callable[..., Any]:
    """The engine's own drawing of a line, with the right letters for lines in Devanagari."""

    def drawn(stream: Any, textbox: Any, *rest: Any) -> Any:
        if not DEVANAGARI.search(textbox.text):
            return draw(stream, textbox, *rest)
        codes = iter([_code(share) for share in _shares(stream, textbox)])
        show = stream.show_text
        stream.show_text = lambda text: show(_CODES.sub(lambda found: f"<{_recoded(found[1], codes)}>", text))
        try:
            return draw(stream, textbox, *rest)
        finally:
            del stream.show_text

    return drawn


def _shares(stream: Any, textbox: Any) -> Iterator[Share]:
    """The glyphs of the line in the order in which they are drawn."""
    from weasyprint.text import ffi as bindings  # noqa: TID251

    ffi, pango = bindings.ffi, cast(Any, bindings.pango)
    pango.pango_layout_set_single_paragraph_mode(textbox.pango_layout.layout, True)
    line, _ = textbox.pango_layout.get_first_line()
    text = textbox.pango_layout.text.encode()
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        font, _ = stream.add_font(item.item.analysis.font)
        count = item.glyphs.num_glyphs
        clusters = [item.glyphs.log_clusters[place] for place in range(count)]
        ends = [*clusters, item.item.length]
        for place in range(count):
            glyph = item.glyphs.glyphs[place].glyph
            if glyph == pango.PANGO_GLYPH_EMPTY:
                continue
            first = clusters.index(clusters[place])
            after = next((number for number in range(place + 1, count) if clusters[number] != clusters[place]), count)
            start, end = (item.item.offset + at for at in (clusters[place], ends[after]))
            letters = text[start:end].decode("utf-8", "ignore") if end > start else ""
            made_up = bool(glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG)
            yield Share(font, -1 if made_up else glyph, _share(letters, place - first, after - first))


def _share(letters: str, place: int, count: int) -> str:
    """The letters of a syllable dealt out to its glyphs: one each, the rest to the last."""
    dealt = letters[place:] if place == count - 1 else letters[place : place + 1]
    return dealt or _SILENT


def _code(share: Share) -> tuple[int, int]:
    """The glyph, and the code that shows it with these letters."""
    font, glyph, letters = share
    if glyph < 0 or font.bitmap or font.type == "otf":
        return glyph, glyph
    if font.to_unicode.setdefault(glyph, letters) == letters:
        return glyph, glyph
    known: dict[tuple[int, str], int] = font.__dict__.setdefault("codes", {})
    if (glyph, letters) not in known:
        code = font.glyph_count + len(font.missing) + RESERVED + len(known)
        known[glyph, letters] = code
        font.to_unicode[code] = letters
    return glyph, known[glyph, letters]


def with_its_codes(build: Callable[..., Any]) -> Callable[..., Any]:
    """The engine's own writing of a font, with the table that says which code shows which glyph."""

    def built(dictionary: Any, pdf: Any, font: Any, widths: dict[int, Any], *rest: Any) -> None:
        known: dict[tuple[int, str], int] = getattr(font, "codes", {})
        first = len(pdf.objects)
        build(dictionary, pdf, font, widths | {code: widths.get(glyph, 0) for (glyph, _), code in known.items()}, *rest)
        if not known:
            return
        from pydyf import Stream

        table = list(range(max(known.values()) + 1))
        for (glyph, _), code in known.items():
            table[code] = glyph
        stream = Stream([b"".join(glyph.to_bytes(2, "big") for glyph in table)], compress=True)
        pdf.add_object(stream)
        for part in pdf.objects[first:]:
            if isinstance(part, dict) and "CIDToGIDMap" in part:
                part["CIDToGIDMap"] = stream.reference

    return built


def _recoded(codes: str, wanted: Iterator[tuple[int, int]]) -> str:
    """Four digits for each glyph, with the codes that say their letters here."""
    said: list[str] = []
    for at in range(0, len(codes), 4):
        glyph, code = next(wanted, (-1, -1))
        old = codes[at : at + 4]
        said.append(f"{code:04x}" if int(old, 16) == glyph else old)
    return "".join(said)
