"""Resume text by PyMuPDF alone beside ours in the same kind of process, and the bare steps to a stored plan."""

import json
import sqlite3
import time
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from careercoach.content.scan import find_skills
from careercoach.core import db
from careercoach.features.planner.models import PlanTask


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
    """Our reader with its reading order, `times` over, each time as for a new file. Says CPU seconds per page."""
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


def extract_and_scan(_header: dict[str, Any], payload: bytes) -> tuple[dict[str, Any], bytes]:
    """`get_text()` of every page, then the skills in it. Says CPU seconds."""
    import pymupdf  # noqa: TID251

    began = time.process_time()
    with pymupdf.open(stream=payload) as document:
        text = "\n".join([str(page.get_text()) for page in document])
    skills = {found.slug for found in find_skills(text)}
    return {"cpu_s": time.process_time() - began, "skills": len(skills)}, b""


async def insert_rows(rows: list[dict[str, Any]]) -> None:
    """One statement and one commit by the app's own database layer, as the counterparts of a click have it too."""
    async with db.transaction() as session:
        await session.execute(insert(PlanTask), rows)


def insert_rows_bare(database: Path, rows: list[dict[str, Any]]) -> None:
    """The same rows by the driver alone, as durable."""
    names = list(rows[0])
    columns, marks = ", ".join(f'"{name}"' for name in names), ", ".join("?" * len(names))
    connection = sqlite3.connect(database)
    connection.execute("pragma synchronous=normal")
    with connection:
        connection.executemany(
            f"insert into plan_tasks ({columns}) values ({marks})",
            [[_bound(value) for value in row.values()] for row in rows],
        )
    connection.close()


def _bound(value: Any) -> Any:
    if isinstance(value, dict | list | tuple):
        return json.dumps(value)
    return value if value is None or isinstance(value, str | int) else getattr(value, "hex", None) or value.isoformat()
