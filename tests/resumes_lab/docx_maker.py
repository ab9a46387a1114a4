"""Resumes as Word files: paragraphs with tabs, layout tables, headers, text boxes."""

import io
from typing import Any

from docx import Document
from docx.document import Document as WordFile
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.shared import Inches, Pt

from tests.resumes_lab.layouts import Layout
from tests.resumes_lab.pieces import Block, contact_texts, other_blocks, school_blocks, skill_groups, work_blocks
from tests.resumes_lab.words import title_of

Json = dict[str, Any]
TEXT_BOX = """<w:p xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"><w:r><w:pict>
<v:shape style="width:200pt;height:80pt"><v:textbox><w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p>"""


def make_docx(resume: Json, layout: Layout, language: str, variant: int = 0) -> bytes:
    """The file's bytes."""
    word = Document()
    if layout.head == "banner":
        _head(word.sections[0].header, resume, layout)
    elif layout.head == "last":
        _text_box(word, [resume["basics"]["name"], *contact_texts(resume)])
    else:
        _head(word, resume, layout)
    if "|" in layout.order:
        cut = layout.order.index("|")
        side, main = layout.order[:cut], layout.order[cut + 1 :]
        cells = word.add_table(rows=1, cols=2).rows[0].cells
        if layout.frame == "right":
            cells = cells[::-1]
        for cell, kinds, width in ((cells[0], side, 2.0), (cells[1], main, 4.5)):
            cell.width = Inches(width)
            for kind in kinds:
                _section(cell, word, kind, resume, layout, language, variant)
    else:
        for kind in layout.order:
            _section(word, word, kind, resume, layout, language, variant)
    out = io.BytesIO()
    word.save(out)
    return out.getvalue()


def _head(where: Any, resume: Json, layout: Layout) -> None:
    name = where.add_paragraph()
    run = name.add_run(resume["basics"]["name"])
    run.bold, run.font.size = True, Pt(22)
    label = where.add_paragraph(resume["basics"]["label"])
    paragraphs = [name, label]
    if "contact" not in layout.order:
        paragraphs.append(where.add_paragraph(" | ".join(contact_texts(resume))))
    if layout.head == "centre":
        for paragraph in paragraphs:
            paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER


def _text_box(word: WordFile, texts: list[str]) -> None:
    from xml.sax.saxutils import escape

    size = '<w:rPr><w:b/><w:sz w:val="40"/></w:rPr>'
    paragraphs = "".join(
        f"<w:p><w:r>{size if number == 0 else ''}<w:t>{escape(text)}</w:t></w:r></w:p>"
        for number, text in enumerate(texts)
    )
    word.element.body.insert(0, parse_xml(TEXT_BOX.format(paragraphs=paragraphs)))


def _section(where: Any, word: WordFile, kind: str, resume: Json, layout: Layout, language: str, variant: int) -> None:
    blocks: list[Block] = []
    if kind == "work":
        blocks = work_blocks(resume, layout, language)
    elif kind == "education":
        blocks = school_blocks(resume, layout, language)
    elif kind not in ("summary", "contact", "skills", "languages"):
        blocks = other_blocks(resume, kind, layout, language)
    plain = _plain(kind, resume, layout)
    if not blocks and not plain:
        return
    title = where.add_paragraph(title_of(kind, language, variant), style="Heading 1")
    del title
    for text in plain:
        where.add_paragraph(text, style="List Bullet" if kind == "skills" and layout.skills == "list" else None)
    for block in blocks:
        _entry(where, block, layout)


def _plain(kind: str, resume: Json, layout: Layout) -> list[str]:
    if kind == "summary":
        return [resume["basics"]["summary"]] if resume["basics"].get("summary") else []
    if kind == "contact":
        return contact_texts(resume)
    if kind == "languages":
        return [f"{entry['language']}: {entry['fluency']}" for entry in resume["languages"]]
    if kind == "skills":
        groups = skill_groups(resume)
        if layout.skills == "list":
            return [skill for _, words in groups for skill in words]
        if layout.skills == "commas":
            return [", ".join(skill for _, words in groups for skill in words)]
        return [f"{name}: {', '.join(words)}" if name else ", ".join(words) for name, words in groups]
    return []


def _entry(where: Any, block: Block, layout: Layout) -> None:
    if block.date_left and layout.frame == "table":
        cells = where.add_table(rows=1, cols=2).rows[0].cells
        cells[0].width, cells[1].width = Inches(1.6), Inches(4.8)
        cells[0].text = block.date_left
        where = cells[1]
    for number, (left, right) in enumerate(block.lines):
        paragraph = where.add_paragraph()
        run = paragraph.add_run(left)
        run.bold, run.italic = number == 0, number > 0
        if right:
            paragraph.add_run(f"\t{right}")
    if block.prose:
        where.add_paragraph(block.prose)
    for point in block.points:
        where.add_paragraph(point, style="List Bullet")
