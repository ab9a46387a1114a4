"""Word files: everything a reader sees is read once, nothing else."""

from careercoach.ports.resume_text import Line, read_document
from tests.ports.resume_text.bad_files import W, make_docx

HEADER = f"<w:hdr {W}><w:p><w:r><w:t>Ada Lovelace</w:t></w:r></w:p></w:hdr>".encode()
FOOTER = f"<w:ftr {W}><w:p><w:r><w:t>ada@example.com</w:t></w:r></w:p></w:ftr>".encode()


def lines_of(body: str, **parts: bytes) -> list[Line]:
    named = {f"word/{name}.xml": content for name, content in parts.items()}
    return read_document(make_docx(body, parts=named), "resume.docx").pages[0].lines


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{text}</w:t></w:r></w:p>"


def table(*cells: str) -> str:
    grid = "<w:gridCol w:w='3000'/>" * len(cells)
    row = "".join(f"<w:tc>{cell}</w:tc>" for cell in cells)
    return f"<w:tbl><w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"


def test_reads_header_body_and_footer_in_this_order() -> None:
    found = [line.text for line in lines_of(paragraph("Analyst"), header1=HEADER, footer1=FOOTER)]
    assert found == ["Ada Lovelace", "Analyst", "ada@example.com"]


def test_cells_of_a_row_stand_side_by_side() -> None:
    left, right = lines_of(table(paragraph("2015 – 2019"), paragraph("Analyst")))
    assert left.box[1] == right.box[1]
    assert left.box[2] < right.box[0]


def test_inner_tables_and_content_controls_are_read_once() -> None:
    inner = table(paragraph("one"), paragraph("two"))
    wrapped = f"<w:sdt><w:sdtContent>{paragraph('three')}</w:sdtContent></w:sdt>"
    found = sorted(line.text for line in lines_of(table(inner + "<w:p/>", paragraph("four")) + wrapped))
    assert found == ["four", "one", "three", "two"]


def test_a_text_box_stored_twice_is_read_once() -> None:
    box = f"<w:txbxContent>{paragraph('Ada Lovelace')}</w:txbxContent>"
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    body = (
        f"<w:p><w:r><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>Analyst</w:t></w:r></w:p>"
    )
    assert [line.text for line in lines_of(body)] == ["Ada Lovelace", "Analyst"]


def test_tabs_part_cells_and_breaks_part_lines() -> None:
    body = "<w:p><w:r><w:t>Cook</w:t><w:tab/><w:t>2015</w:t><w:br/><w:t>Ritz</w:t></w:r></w:p>"
    cook, year, ritz = lines_of(body)
    assert (cook.text, year.text, ritz.text) == ("Cook", "2015", "Ritz")
    assert cook.box[1] == year.box[1] < ritz.box[1]


def test_deleted_text_and_field_codes_are_left_out() -> None:
    body = (
        "<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del><w:ins><w:r><w:t>kept</w:t></w:r></w:ins>"
        "<w:r><w:instrText> PAGE </w:instrText></w:r></w:p>"
    )
    assert [line.text for line in lines_of(body)] == ["kept"]


def test_what_a_reader_cannot_see_is_marked() -> None:
    seen, vanished, white, tiny, panel = lines_of(
        paragraph("seen")
        + paragraph("vanished", run="<w:vanish/>")
        + paragraph("white", run="<w:color w:val='FFFFFF'/>")
        + paragraph("tiny", run="<w:sz w:val='2'/>")
        + paragraph("white on a panel", "<w:shd w:fill='203040'/>", "<w:color w:val='FFFFFF'/>")
    )
    assert [line.spans[0].hidden for line in (seen, vanished, white, tiny, panel)] == [
        "",
        "invisible",
        "background",
        "tiny",
        "",
    ]


def test_styles_give_size_weight_and_lists() -> None:
    styles = (
        f"<w:styles {W}><w:style w:type='paragraph' w:styleId='H'><w:name w:val='heading 1'/><w:rPr><w:b/><w:sz w:val='32'/></w:rPr>"
        "</w:style><w:style w:type='paragraph' w:styleId='H2'><w:basedOn w:val='H'/></w:style></w:styles>"
    ).encode()
    title, point = lines_of(
        paragraph("Skills", "<w:pStyle w:val='H2'/>") + paragraph("Python", "<w:numPr><w:numId w:val='1'/></w:numPr>"),
        styles=styles,
    )
    assert (title.spans[0].size, title.spans[0].bold) == (16.0, True)
    assert point.bullet


def test_lists_the_links_of_the_head_and_of_fields() -> None:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r1" Type="{kind}" Target="mailto:ada@example.com" TargetMode="External"/></Relationships>'
    )
    field = "<w:p><w:fldSimple w:instr=' HYPERLINK &quot;mailto:post@example.org&quot; '><w:r><w:t>Mail</w:t></w:r></w:fldSimple></w:p>"
    parts = {"word/header1.xml": HEADER, "word/_rels/header1.xml.rels": relations.encode()}
    found = read_document(make_docx(field, parts=parts), "resume.docx").links
    assert found == ["mailto:ada@example.com", "mailto:post@example.org"]
