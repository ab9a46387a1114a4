"""Resume text by PyMuPDF alone, beside ours in the same kind of process; and the three bare steps to a stored plan."""

import sqlite3
import time
from datetime import date
from typing import Any
from uuid import uuid4

from careercoach.content.scan import find_skills

COLUMNS = "id text primary key, user_id text, due text, position int, skill text, minutes int"


def plain(header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """`get_text()` of every page, `times` over. Says CPU seconds per page."""
    import pymupdf  # noqa: TID251

    began = time.process_time()
    pages = 0
    for _ in range(header["times"]):
        with pymupdf.open(stream=payload) as document:
            pages += len([page.get_text() for page in document])
    return {"cpu_s": (time.process_time() - began) / pages}, b""


def ours(header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """Our reader with its reading order, `times` over. Says CPU seconds per page."""
    from careercoach.features.resumes.rules.apart import forget_texts
    from careercoach.features.resumes.rules.layout import read_in_order
    from careercoach.features.resumes.rules.rows import cells_of
    from careercoach.ports.resume_text import read_document

    began = time.process_time()
    pages = 0
    for _ in range(header["times"]):
        document = read_document(payload, "resume.pdf")
        read_in_order([cells_of(page, number) for number, page in enumerate(document.pages)])
        forget_texts()
        pages += len(document.pages)
    return {"cpu_s": (time.process_time() - began) / pages}, b""


def three_steps(header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """Extract, scan for skills, insert `tasks` rows into the file `database`. Says CPU seconds and skills found."""
    import pymupdf  # noqa: TID251

    with sqlite3.connect(header["database"]) as connection:
        connection.execute("pragma journal_mode=wal")
        connection.execute("pragma synchronous=normal")
        connection.execute(f"create table if not exists tasks ({COLUMNS})")
    began = time.process_time()
    with pymupdf.open(stream=payload) as document:
        text = "\n".join(page.get_text() for page in document)
    skills = sorted({found.slug for found in find_skills(text)})
    user, today = uuid4().hex, date(2026, 1, 5).isoformat()
    rows = [(uuid4().hex, user, today, number, skills[number % len(skills)], 30) for number in range(header["tasks"])]
    with connection:
        connection.executemany("insert into tasks values (?, ?, ?, ?, ?, ?)", rows)
    connection.close()
    return {"cpu_s": time.process_time() - began, "skills": len(skills)}, b""
