"""The sheet as a Word file: paragraphs, tab stops and Word's own heading and list styles; no tables, no boxes."""

import io
from typing import Any

from careercoach.features.resume_builder.rules.sheet import Entry, Section, Sheet
from careercoach.features.resume_builder.schemas import Paper

SIZES: dict[Paper, tuple[float, float]] = {"a4": (210, 297), "letter": (215.9, 279.4)}
"""Width and height in millimetres."""
MARGIN_MM = 18
FONT, FONT_HI = "Calibri", "Nirmala UI"
LOCALES = {"en": "en-GB", "hi": "hi-IN", "es": "es-ES"}
INK = (0x13, 0x20, 0x1D)


def make_docx(sheet: Sheet, *, title: str, paper: Paper) -> bytes:
    """The bytes of the file."""
    from docx import Document  # only who exports pays for loading it

    word: Any = Document()
    _set_page(word, paper)
    _set_styles(word, sheet.language)
    about = word.core_properties
    about.title, about.author, about.comments, about.language = title, sheet.name, "", LOCALES[sheet.language]
    if sheet.name:
        word.add_paragraph(sheet.name, style="Title")
    if sheet.label:
        word.add_paragraph(sheet.label, style="Subtitle")
    if sheet.contacts:
        word.add_paragraph(" | ".join(sheet.contacts))
    for section in sheet.sections:
        _section(word, section, paper)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _set_page(word: Any, paper: Paper) -> None:
    from docx.shared import Mm

    page = word.sections[0]
    width, height = SIZES[paper]
    page.page_width, page.page_height = Mm(width), Mm(height)
    page.left_margin = page.right_margin = page.top_margin = page.bottom_margin = Mm(MARGIN_MM)


def _set_styles(word: Any, language: str) -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    looks = (("Normal", 10.5, False, 0, 2), ("Title", 22, True, 0, 0), ("Subtitle", 12, False, 0, 0),
             ("Heading 1", 13, True, 12, 4), ("List Bullet", 10.5, False, 0, 1))  # fmt: skip
    for name, size, bold, before, after in looks:
        style = word.styles[name]
        style.font.name, style.font.size, style.font.bold = FONT, Pt(size), bold
        style.font.italic, style.font.color.rgb = False, RGBColor(*INK)
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        _set_script(style, size, bold, language)
        for rule in style.element.findall(f"{qn('w:pPr')}/{qn('w:pBdr')}"):
            rule.getparent().remove(rule)


def _set_script(style: Any, size: float, bold: bool, language: str) -> None:
    """Devanagari takes its font, size and weight from settings of its own."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    properties = style.element.get_or_add_rPr()
    fonts = properties.get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "cstheme", "eastAsiaTheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    fonts.set(qn("w:cs"), FONT_HI)
    for tag, value in (("w:bCs", "1" if bold else "0"), ("w:szCs", str(int(size * 2)))):
        element = properties.find(qn(tag))
        if element is None:
            element = OxmlElement(tag)
            properties.append(element)
        element.set(qn("w:val"), value)
    tongue = OxmlElement("w:lang")
    tongue.set(qn("w:val"), LOCALES[language])
    tongue.set(qn("w:bidi"), "hi-IN")
    properties.append(tongue)


def _section(word: Any, section: Section, paper: Paper) -> None:
    word.add_paragraph(section.title, style="Heading 1")
    for line in section.prose:
        word.add_paragraph(line)
    for entry in section.entries:
        _entry(word, entry, paper)
    for group in section.groups:
        paragraph = word.add_paragraph()
        if group.name and group.words:
            paragraph.add_run(f"{group.name}:").bold = True
            paragraph.add_run(" ")
        paragraph.add_run(", ".join(group.words) or group.name)


def _entry(word: Any, entry: Entry, paper: Paper) -> None:
    from docx.shared import Pt

    head = _line(word, entry.title, entry.when, paper, bold=True)
    head.paragraph_format.space_before = Pt(5)
    if entry.place or entry.where:
        _line(word, entry.place, entry.where, paper)
    for note in filter(None, (entry.url, *entry.notes)):
        word.add_paragraph(note)
    for point in entry.points:
        word.add_paragraph(point, style="List Bullet")


def _line(word: Any, left: str, right: str, paper: Paper, *, bold: bool = False) -> Any:
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm, Pt

    paragraph = word.add_paragraph()
    paragraph.paragraph_format.keep_with_next = True
    paragraph.paragraph_format.space_after = Pt(0)
    run = paragraph.add_run(left)
    run.bold = bold
    if bold:
        run.font.cs_bold = True
    if right:
        edge = Mm(SIZES[paper][0] - 2 * MARGIN_MM)
        paragraph.paragraph_format.tab_stops.add_tab_stop(edge, WD_TAB_ALIGNMENT.RIGHT)
        paragraph.add_run(f"\t{right}")
    return paragraph
