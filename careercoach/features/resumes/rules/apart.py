"""What runs in the worker process: a hostile file can end that process, never the app."""

from typing import Any

from pydantic import TypeAdapter

from careercoach.features.resumes.rules import dates, telling, titles
from careercoach.features.resumes.rules.read import read_resume
from careercoach.features.resumes.schemas import ParsedResume
from careercoach.ports.resume_text import read_document

_READING: TypeAdapter[ParsedResume] = TypeAdapter(ParsedResume)


def read(header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """`header`: {"name": file name}. Answers with the reading as JSON. Raises ResumeUnreadableError."""
    try:
        parsed = read_resume(read_document(payload, str(header["name"])))
    finally:
        forget_texts()
    return {"kind": parsed.kind, "pages": parsed.pages}, pack(parsed)


def forget_texts() -> None:
    """Forget the lines that were remembered while a file was read: the next one is another person's."""
    dates.forget_texts()
    titles.forget_texts()
    telling.forget_texts()


def pack(parsed: ParsedResume) -> bytes:
    """A reading as JSON."""
    return _READING.dump_json(parsed)


def unpack(reading: bytes) -> ParsedResume:
    """A reading from its JSON. Raises ValueError."""
    return _READING.validate_json(reading)


def restore(kept: dict[str, Any]) -> ParsedResume:
    """A reading as it is kept in the database."""
    return _READING.validate_python(kept)


def keep(parsed: ParsedResume) -> dict[str, Any]:
    """A reading in the form the database keeps."""
    return _READING.dump_python(parsed)
