"""Rewriting and exporting: read, think or print outside, write."""

import asyncio
import re
import unicodedata
from uuid import UUID

from careercoach.core import db
from careercoach.core.texts import text
from careercoach.features.resume_builder import service
from careercoach.features.resume_builder.documents.paper import resume_page
from careercoach.features.resume_builder.documents.plain import make_markdown, make_text
from careercoach.features.resume_builder.documents.record import make_json
from careercoach.features.resume_builder.rules.rewriting import Asked, rewrite_passages
from careercoach.features.resume_builder.rules.sheet import Sheet, make_sheet
from careercoach.features.resume_builder.schemas import ExportFile, Format, Paper, RewriteAnswer, RewriteView, Rewritten
from careercoach.features.resume_builder.service import REWRITE, Base
from careercoach.ports.ai import coach
from careercoach.ports.pdf import render_pdf

CONTENT_TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}
NAME_MOST = 60
ASKED_MOST, LETTERS_MOST = 40, 15_000
"""Passages and letters of one question to the coach: a long resume is several questions."""
_running: dict[UUID, asyncio.Task[RewriteView]] = {}


async def make_rewrite(user_id: UUID, *, language: str) -> RewriteView:
    """Ask the coach for every passage and keep what is true. Raises NothingToRewriteError."""
    async with db.reading() as session:
        base = await service.get_base(session, user_id=user_id)
    asked = _asked(base)
    source, kept = "embedded", dict[str, Rewritten]()
    for part in _parts(asked):
        answer = await coach().ask(REWRITE, language=language, asker=user_id, passages=part)
        kept |= await asyncio.to_thread(service.keep_true, base, answer)
        source = answer.source if source == "embedded" else source
    missing = [passage for passage in asked if passage["key"] not in kept]
    if missing:
        # Passage by passage: what one writer got wrong or left out, our own rules do, and are checked alike.
        own: RewriteAnswer = await asyncio.to_thread(rewrite_passages, missing, language)
        kept |= await asyncio.to_thread(service.keep_true, base, own)
    for spot in base.spots:
        kept.setdefault(spot.key, Rewritten(key=spot.key, text=spot.text))
    async with db.transaction() as session:
        await service.save_rewrite(session, user_id=user_id, base=base, source=source, passages=kept)
        return await service.get_rewrite(session, user_id=user_id)


def _asked(base: Base) -> list[Asked]:
    return [
        Asked(key=spot.key, kind=spot.kind, text=spot.text, tense=spot.tense, language=base.language)
        for spot in base.spots
    ]


def _parts(asked: list[Asked]) -> list[list[Asked]]:
    parts: list[list[Asked]] = [[]]
    letters = 0
    for passage in asked:
        letters += len(passage["text"])
        if parts[-1] and (len(parts[-1]) == ASKED_MOST or letters > LETTERS_MOST):
            parts.append([])
            letters = len(passage["text"])
        parts[-1].append(passage)
    return parts if asked else []


async def current_rewrite(user_id: UUID, *, language: str) -> RewriteView:
    """What is kept when it covers the record, else made anew. Raises NothingToRewriteError."""
    async with db.reading() as session:
        await service.get_base(session, user_id=user_id)
        if await service.is_current(session, user_id=user_id):
            return await service.get_rewrite(session, user_id=user_id)
    return await _make_once(user_id, language)


async def _make_once(user_id: UUID, language: str) -> RewriteView:
    """A page that was left and opened again finds the question that is under way; leaving does not end it."""
    task = _running.get(user_id)
    if task is None:
        task = _running[user_id] = asyncio.create_task(make_rewrite(user_id, language=language))
        task.add_done_callback(lambda _: _running.pop(user_id, None))
    return await asyncio.shield(task)


async def export(user_id: UUID, *, format: Format, paper: Paper | None = None) -> ExportFile:
    """The accepted version as a file. Raises NothingToRewriteError, and what the PDF port raises."""
    async with db.reading() as session:
        base, texts, theirs, chosen = await service.get_accepted(session, user_id=user_id)
    record = await asyncio.to_thread(service.accepted_record, base, texts, theirs)
    sheet = make_sheet(record, base.language)
    title = (
        text("resume_builder.paper.title", base.language, name=sheet.name)
        if sheet.name
        else text("resume_builder.paper.untitled", base.language)
    )
    name = f"{file_stem(sheet.name)}.{format}"
    data = await _print(sheet, format, title, paper or chosen) if format != "json" else make_json(record).encode()
    return ExportFile(name=name, content_type=CONTENT_TYPES[format], data=data)


async def _print(sheet: Sheet, format: Format, title: str, paper: Paper) -> bytes:
    match format:
        case "pdf":
            return await render_pdf(resume_page(sheet, title=title, paper=paper), title=title, language=sheet.language)
        case "docx":
            return await asyncio.to_thread(_make_docx, sheet, title=title, paper=paper)
        case "md":
            return make_markdown(sheet).encode()
        case _:
            return make_text(sheet).encode()


def file_stem(name: str) -> str:
    """The person's name as a file name: letters of any script, digits and dashes; "resume" when there is none."""
    composed = unicodedata.normalize("NFC", name)
    kept = "".join(letter if unicodedata.category(letter)[0] in "LMN" else "-" for letter in composed)
    stem = re.sub(r"-{2,}", "-", kept).strip("-")[:NAME_MOST].strip("-")
    return f"{stem}-resume" if stem else "resume"


def _make_docx(sheet: Sheet, *, title: str, paper: Paper) -> bytes:
    # python-docx and lxml: imported when somebody first wants a Word file, not by every start.
    from careercoach.features.resume_builder.documents.word import make_docx

    return make_docx(sheet, title=title, paper=paper)
