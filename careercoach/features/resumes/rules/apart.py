"""What runs in the worker process: a hostile file can end that process, never the app."""

from typing import Any

from careercoach.features.resumes.rules import dates, telling, titles
from careercoach.features.resumes.rules.packed import pack
from careercoach.features.resumes.rules.read import read_resume
from careercoach.ports.resume_text import read_document


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
