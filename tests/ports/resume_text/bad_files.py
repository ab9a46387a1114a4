"""More than fifty files that must be refused, each with the reason a person is told. All are made here."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache

import pymupdf  # noqa: TID251 (makes the bad files)
from docx import Document

from careercoach.ports.resume_text import MAX_BYTES, Reason

TYPES = b"""<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TEXT = "Ada Lovelace, ada@example.com, analyst of engines and of numbers"
Bad = tuple[str, bytes, Reason]
"""File name, bytes, reason."""


def make_pdf(text: str = TEXT, pages: int = 1) -> bytes:
    """A sound PDF."""
    document = pymupdf.open()
    for _ in range(pages):
        page = document.new_page()
        if text:
            page.insert_text((72, 72), text)
    return document.tobytes()


def make_docx(body: str | None = None, *, parts: dict[str, bytes] | None = None, types: bytes = TYPES) -> bytes:
    """A small Word file with this XML in its body, and more parts."""
    xml = f"<w:document {W}><w:body>{body or f'<w:p><w:r><w:t>{TEXT}</w:t></w:r></w:p>'}</w:body></w:document>"
    return make_zip({"[Content_Types].xml": types, "word/document.xml": xml.encode(), **(parts or {})})


def make_zip(parts: dict[str, bytes]) -> bytes:
    """A ZIP of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


@cache
def all_bad_files() -> list[Bad]:
    """Every bad file."""
    return [*_empty(), *_wrong_type(), *_damaged(), *_locked(), *_pictures(), *_bombs()]


def _empty() -> Iterator[Bad]:
    yield "zero.pdf", b"", "empty"
    yield "zero.docx", b"", "empty"
    yield "zero.txt", b"", "empty"
    yield "blank.txt", b" \n\t \r\n", "empty"
    yield "nulls.pdf", b"\0" * 5000, "empty"
    yield "marks.txt", b"---- **** ....", "empty"
    yield "blank-page.pdf", make_pdf(""), "empty"
    yield "blank-pages.pdf", make_pdf("", pages=4), "empty"
    yield "no-words.docx", make_docx("<w:p/>"), "empty"
    yield "only-deleted.docx", make_docx("<w:p><w:del><w:r><w:t>gone</w:t></w:r></w:del></w:p>"), "empty"


def _wrong_type() -> Iterator[Bad]:
    page = b"<!DOCTYPE html><html><body><h1>Ada Lovelace</h1></body></html>"
    yield "page.pdf", page, "wrong_type"
    yield "page.html", page, "wrong_type"
    yield "page.txt", page, "wrong_type"
    yield "html-then-pdf.pdf", b"<html>" + make_pdf(), "wrong_type"
    yield "drawing.pdf", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "wrong_type"
    yield "program.pdf", b"MZ\x90\0" + b"\0" * 200, "wrong_type"
    yield "program.docx", b"MZ\x90\0" + b"%PDF-1.4", "wrong_type"
    yield "elf.txt", b"\x7fELF" + b"\x01" * 100, "wrong_type"
    yield "rich.txt", b"{\\rtf1 hello}", "wrong_type"
    yield "rich.docx", b"{\\rtf1 hello}", "wrong_type"
    yield "pdf-named-word.docx", make_pdf(), "wrong_type"
    yield "pdf-named-text.txt", make_pdf(), "wrong_type"
    yield "word-named-pdf.pdf", make_docx(), "wrong_type"
    yield "resume.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "wrong_type"
    yield "old-word.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "wrong_type"
    yield "noise.txt", bytes(range(1, 32)) * 40, "wrong_type"
    yield (
        "sheet.docx",
        make_zip({"[Content_Types].xml": TYPES.replace(b"wordprocessingml.document", b"spreadsheetml.sheet")}),
        "wrong_type",
    )
    yield "archive.docx", make_zip({"a.txt": b"hello"}), "wrong_type"
    yield "nested.docx", make_zip({"resume.docx": make_docx()}), "wrong_type"
    yield "macro.docx", make_docx(parts={"word/vbaProject.bin": b"macro"}), "wrong_type"
    yield "macro-deep.docx", make_docx(parts={"word/x/VBAPROJECT.BIN": b"macro"}), "wrong_type"
    yield "template.docx", make_docx(types=TYPES.replace(b"document.main", b"template.main")), "wrong_type"
    yield (
        "macro-type.docx",
        make_docx(
            types=TYPES.replace(
                b"vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                b"vnd.ms-word.document.macroEnabled.main+xml",
            )
        ),
        "wrong_type",
    )


def _damaged() -> Iterator[Bad]:
    pdf, word = make_pdf(), make_docx()
    yield "cut-head.pdf", pdf[:60], "damaged"
    yield "only-mark.pdf", b"%PDF-1.7\n", "damaged"
    yield "no-objects.pdf", b"%PDF-1.4\n%%EOF", "damaged"
    yield "words-named.pdf", b"This is a letter, not a PDF file.", "damaged"
    yield "words-named.docx", b"This is a letter, not a Word file.", "damaged"
    yield "cut.docx", word[: len(word) // 2], "damaged"
    yield "cut-tail.docx", word[:-30], "damaged"
    yield "only-mark.docx", b"PK\x03\x04", "damaged"
    yield "empty-archive.docx", b"PK\x05\x06" + b"\0" * 18, "wrong_type"
    yield "broken-xml.docx", make_docx("<w:p><w:r>"), "damaged"
    yield "no-main.docx", make_zip({"[Content_Types].xml": TYPES}), "damaged"
    yield "up.docx", make_docx(parts={"../../etc/passwd": b"x"}), "damaged"
    yield "absolute.docx", make_docx(parts={"/etc/passwd": b"x"}), "damaged"
    yield "drive.docx", make_docx(parts={"C:\\x.xml": b"x"}), "damaged"
    entity = b"<?xml version='1.0'?><!DOCTYPE d [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><d>&x;</d>"
    yield "entity.docx", make_zip({"[Content_Types].xml": TYPES, "word/document.xml": entity}), "damaged"
    web = entity.replace(b"file:///etc/passwd", b"http://127.0.0.1:9/x")
    yield "web-entity.docx", make_zip({"[Content_Types].xml": TYPES, "word/document.xml": web}), "damaged"
    laughs = (
        b"<!DOCTYPE d [<!ENTITY a 'ha'>"
        + b"".join(b"<!ENTITY %c '%s'>" % (98 + i, b"&%c;" % (97 + i) * 10) for i in range(9))
        + b"]><d>&j;</d>"
    )
    yield "laughs.docx", make_zip({"[Content_Types].xml": TYPES, "word/document.xml": laughs}), "damaged"
    yield (
        "utf16-entity.docx",
        make_zip({"[Content_Types].xml": TYPES, "word/document.xml": entity.decode().encode("utf-16")}),
        "damaged",
    )
    yield "entity-in-header.docx", make_docx(parts={"word/header1.xml": entity}), "damaged"
    yield "entity-in-styles.docx", make_docx(parts={"word/styles.xml": entity}), "damaged"
    yield "lying-size.docx", _with_size(make_docx(), 10), "damaged"
    flipped = bytearray(word)
    flipped[60] ^= 0xFF
    yield "flipped.docx", bytes(flipped), "damaged"


def _with_size(data: bytes, size: int) -> bytes:
    """The ZIP with a false unpacked size for its last member in the directory."""
    at = data.rfind(b"PK\x01\x02")
    return data[: at + 24] + struct.pack("<I", size) + data[at + 28 :]


def _locked() -> Iterator[Bad]:
    document = pymupdf.open()
    document.new_page().insert_text((72, 72), TEXT)
    for name, method in (
        ("rc4", pymupdf.PDF_ENCRYPT_RC4_128),
        ("aes128", pymupdf.PDF_ENCRYPT_AES_128),
        ("aes256", pymupdf.PDF_ENCRYPT_AES_256),
    ):
        yield (
            f"{name}.pdf",
            document.tobytes(encryption=method, owner_pw="owner", user_pw="secret"),
            "encrypted",
        )
    yield (
        "locked.docx",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
        "encrypted",
    )
    flagged = bytearray(make_docx())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = flagged.find(mark)
        flagged[at + offset] |= 1
    yield "locked-member.docx", bytes(flagged), "encrypted"


def _pictures() -> Iterator[Bad]:
    picture = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 60, 80))
    picture.set_rect(pymupdf.IRect(10, 10, 40, 40), (0,))
    document = pymupdf.open()
    page = document.new_page()
    page.insert_image(page.rect, pixmap=picture)
    yield "scan.pdf", document.tobytes(), "scanned"
    page.insert_text((280, 820), "1")
    yield "scan-with-number.pdf", document.tobytes(), "scanned"
    shapes = pymupdf.open()
    shapes.new_page().draw_rect(pymupdf.Rect(100, 100, 200, 200), fill=(0, 0, 0))
    yield "letters-as-shapes.pdf", shapes.tobytes(), "scanned"
    word = Document()
    word.add_picture(io.BytesIO(picture.tobytes("png")))
    out = io.BytesIO()
    word.save(out)
    yield "picture.docx", out.getvalue(), "scanned"


def _bombs() -> Iterator[Bad]:
    yield "big.txt", b"a " * (MAX_BYTES // 2 + 1), "too_large"
    yield "big.pdf", make_pdf() + b"\0" * MAX_BYTES, "too_large"
    yield "bomb.docx", make_docx(parts={"word/media/x.bin": b"\0" * 60_000_000}), "too_large"
    yield "bomb-ratio.docx", make_docx(parts={"word/media/x.bin": b"\0" * 20_000_000}), "too_large"
    yield (
        "many.docx",
        make_docx(parts={f"word/media/{number}.png": b"" for number in range(2_100)}),
        "too_large",
    )


def hostile_pdfs() -> Iterator[tuple[str, bytes]]:
    """Files that cost much to read; they may be read or refused, but must not take the reader down."""
    row = b"q 1 0 0 1 0 0 cm " * 200_000
    yield "deep-state.pdf", _pdf_with_content(row)
    yield "many-letters.pdf", _pdf_with_content(b"BT /F1 1 Tf " + b"(aaaaaaaaaa) Tj " * 300_000 + b"ET")
    yield (
        "self-parent.pdf",
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 9>>endobj\ntrailer<</Root 1 0 R>>",
    )
    yield "wide-page.pdf", make_pdf().replace(b"595", b"995")
    yield "many-pages.pdf", make_pdf("", pages=400)
    yield "count-lies.pdf", make_pdf().replace(b"/Count 1", b"/Count 99999999")


def _pdf_with_content(content: bytes) -> bytes:
    packed = zlib.compress(content, 9)
    head = b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
    page = b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n"
    stream = b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream endobj\n" % (len(packed), packed)
    return head + page + stream + b"trailer<</Root 1 0 R>>"
