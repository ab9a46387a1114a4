"""What a file must be before any parser sees it: size, type by content and name, and a safe ZIP directory."""

import io
import zipfile
import zlib

from careercoach.ports.resume_text import MAX_BYTES, Kind, ResumeUnreadableError

MAX_MEMBERS = 2_000
MAX_UNPACKED_BYTES = 50 * 1024 * 1024
MAX_RATIO = 100
RATIO_FLOOR_BYTES = 1024 * 1024
"""Small files may pack very well; the ratio counts from here on."""
MAIN_TYPE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
KINDS: dict[str, Kind] = {"pdf": "pdf", "docx": "docx", "txt": "txt", "text": "txt"}


def check_kind(data: bytes, file_name: str) -> Kind:
    """What the file is, by its content and its name, which must agree. Raises ResumeUnreadableError."""
    if not data.strip(b"\0 \t\r\n"):
        raise ResumeUnreadableError("empty")
    if len(data) > MAX_BYTES:
        raise ResumeUnreadableError("too_large")
    found = _kind_of(data)
    extension = file_name.rpartition(".")[2].lower() if "." in file_name else ""
    if extension and KINDS.get(extension) != found:
        damaged = extension in ("pdf", "docx") and found == "txt" and not _looks_like_markup(data)
        raise ResumeUnreadableError("damaged" if damaged else "wrong_type")
    return found


def _kind_of(data: bytes) -> Kind:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if data.startswith(OLE):
        encrypted = "EncryptedPackage".encode("utf-16-le") in data
        raise ResumeUnreadableError("encrypted" if encrypted else "wrong_type")
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")):
        check_docx(data)
        return "docx"
    if start.startswith((b"MZ", b"\x7fELF", b"{\\rtf")) or _looks_like_markup(data):
        raise ResumeUnreadableError("wrong_type")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    return "txt"


def _looks_like_markup(data: bytes) -> bool:
    start = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return start.startswith((b"<!doctype", b"<html", b"<?xml", b"<svg", b"<script", b"<head", b"<body"))


def check_docx(data: bytes) -> None:
    """Refuse a ZIP that is no plain Word file or that would unpack to too much. Raises ResumeUnreadableError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            _check_directory(archive.infolist(), len(data))
            _check_parts(archive)
    except (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, OSError) as error:
        raise ResumeUnreadableError("damaged") from error
    except RuntimeError as error:  # zipfile says "password required" with this class
        raise ResumeUnreadableError("encrypted") from error


def _check_directory(members: list[zipfile.ZipInfo], packed_bytes: int) -> None:
    unpacked = sum(member.file_size for member in members)
    if len(members) > MAX_MEMBERS or unpacked > MAX_UNPACKED_BYTES:
        raise ResumeUnreadableError("too_large")
    if unpacked > RATIO_FLOOR_BYTES and unpacked > MAX_RATIO * packed_bytes:
        raise ResumeUnreadableError("too_large")
    names = [member.filename for member in members]
    if any(
        name.startswith(("/", "\\")) or ":" in name[:3] or ".." in name.replace("\\", "/").split("/") for name in names
    ):
        raise ResumeUnreadableError("damaged")
    if any(member.flag_bits & 1 for member in members):
        raise ResumeUnreadableError("encrypted")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ResumeUnreadableError("wrong_type")
    if len(set(names)) != len(names):
        raise ResumeUnreadableError("damaged")


def _check_parts(archive: zipfile.ZipFile) -> None:
    try:
        types = read_part(archive, "[Content_Types].xml")
    except KeyError as error:
        raise ResumeUnreadableError("wrong_type") from error
    if MAIN_TYPE not in types:
        raise ResumeUnreadableError("wrong_type")


def read_part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One XML part, counted while it unpacks; parts with a DTD or entities are refused. KeyError if it is absent."""
    with archive.open(name) as part:
        content = part.read(MAX_UNPACKED_BYTES + 1)
    if len(content) > MAX_UNPACKED_BYTES:
        raise ResumeUnreadableError("too_large")
    if content[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\0" in content[:64]:
        raise ResumeUnreadableError("damaged")  # Word writes UTF-8; other encodings could hide a DTD
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        raise ResumeUnreadableError("damaged")
    return content
