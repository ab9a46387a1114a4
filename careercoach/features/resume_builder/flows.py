"""Rewriting and exporting: read, think or print outside, write."""

import asyncio
import re
import unicodedata
from collections.abc import Sequence
from uuid import UUID

from careercoach.core import db
from careercoach.core.texts import text
from careercoach.features.accounts import service as accounts
from careercoach.features.connections import service as connections
from careercoach.features.resume_builder import service
from careercoach.features.resume_builder.documents.paper import resume_page
from careercoach.features.resume_builder.documents.plain import make_markdown, make_text
from careercoach.features.resume_builder.documents.record import make_json
from careercoach.features.resume_builder.rules.rewriting import Asked, rewrite_passages
from careercoach.features.resume_builder.rules.sheet import Sheet, make_sheet
from careercoach.features.resume_builder.schemas import ExportFile, Format, Maker, Paper, RewriteView, Rewritten, Run
from careercoach.features.resume_builder.service import Base
from careercoach.features.resume_builder.writer import REWRITE, asked_of, parts_of
from careercoach.features.usage import flows as usage
from careercoach.features.usage.schemas import Estimate, Expected
from careercoach.ports.ai import coach
from careercoach.ports.ai.contract import Why
from careercoach.ports.ai.preparing import hash_inputs, render_inputs
from careercoach.ports.ai.providers import lineup
from careercoach.ports.pdf import render_pdf

CONTENT_TYPES: dict[Format, str] = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "md": "text/markdown; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "json": "application/json",
}
NAME_MOST = 60


async def why_no_model(user_id: UUID) -> Why:
    """Why only our own rules would answer; empty when a model would be asked."""
    if not await lineup()(REWRITE.name):
        return "no_provider"
    async with db.reading() as session:
        return "" if await connections.has_consent(session, user_id=user_id) else "no_consent"


async def current_rewrite(user_id: UUID) -> RewriteView:
    """What is kept; passages that nobody has looked at yet are worded by our own rules: opening a page asks no model.

    Raises NothingToRewriteError.
    """
    async with db.reading() as session:
        base = await service.get_base(session, user_id=user_id)
        new = await service.list_new(session, user_id=user_id, base=base)
        if new == []:
            return await service.get_rewrite(session, user_id=user_id)
    worded = await asyncio.to_thread(_by_rules, base, asked_of(base.spots if new is None else new, base.language))
    made = Maker(why=await why_no_model(user_id))
    async with db.transaction() as session:
        await service.add_wordings(session, user_id=user_id, base=base, passages=worded, made=made)
        return await service.get_rewrite(session, user_id=user_id)


async def estimate(user_id: UUID, *, language: str) -> Estimate | None:
    """What asking about every passage would take; None when no model would be asked, or there is nothing to ask."""
    if await why_no_model(user_id):
        return None
    try:
        async with db.reading() as session:
            base = await service.get_base(session, user_id=user_id)
    except service.NothingToRewriteError:
        return None
    expected: list[Expected] = []
    for part in parts_of(asked_of(base.spots, base.language)):
        texts = render_inputs(REWRITE, {"passages": part})
        letters = sum(len(text) for text in texts.values())
        # A reply is about as long as what was asked: the same keys, the same passages in other words.
        expected.append(Expected(sent=letters, reply=letters, input_hash=hash_inputs(texts, language)))
    return await usage.estimate(user_id, REWRITE, expected, language=language) if expected else None


# A run: every passage, question by question


async def begin(user_id: UUID) -> Run:
    """Begin a run, or find the one that is under way. Raises NothingToRewriteError."""
    async with db.transaction() as session:
        base = await service.get_base(session, user_id=user_id)
        parts = len(parts_of(asked_of(base.spots, base.language)))
        return await service.begin_run(session, user_id=user_id, base=base, parts=parts)


async def list_parts(user_id: UUID) -> list[list[str]]:
    """The keys of the passages of each question. Raises NothingToRewriteError."""
    async with db.reading() as session:
        base = await service.get_base(session, user_id=user_id)
    return [[passage["key"] for passage in part] for part in parts_of(asked_of(base.spots, base.language))]


async def make_part(user_id: UUID, run: int, place: int, keys: Sequence[str], *, language: str = "") -> bool:
    """Ask the coach one question and keep what is true; what it got wrong or left out our own rules word.

    False when the run is no longer wanted; safe to repeat. Without a `language` the reader's. Raises
    NothingToRewriteError.
    """
    async with db.reading() as session:
        there = await service.find_place(session, user_id=user_id, run=run)
        if there is None or there >= place:
            return there is not None
        base = await service.get_base(session, user_id=user_id)
        language = language or (await accounts.get_user(session, user_id=user_id)).language
    part = asked_of([spot for spot in base.spots if spot.key in set(keys)], base.language)
    answer = await coach().ask(REWRITE, language=language, asker=user_id, passages=part)
    kept = await asyncio.to_thread(service.keep_true, base, answer)
    # Passage by passage: our own words are checked alike.
    missing = [passage for passage in part if passage["key"] not in kept]
    kept |= await asyncio.to_thread(_by_rules, base, missing)
    made = Maker(engine=answer.source, model=answer.made.model, why=answer.made.why)
    async with db.transaction() as session:
        return await service.save_part(
            session, user_id=user_id, run=run, place=place, base=base, passages=kept, made=made
        )


def _by_rules(base: Base, asked: list[Asked]) -> dict[str, Rewritten]:
    """Our own words for each; as it stands what nothing better is safe for."""
    if not asked:
        return {}
    own = service.keep_true(base, rewrite_passages(asked, base.language))
    return {one["key"]: own.get(one["key"]) or Rewritten(key=one["key"], text=one["text"]) for one in asked}


async def finish(user_id: UUID, run: int) -> bool:
    """The last word of a run."""
    async with db.transaction() as session:
        return await service.finish_run(session, user_id=user_id, run=run)


async def fail(user_id: UUID, run: int) -> None:
    """A run that broke off says so."""
    async with db.transaction() as session:
        await service.fail_run(session, user_id=user_id, run=run)


async def make_here(user_id: UUID, run: int, *, language: str) -> None:
    """All questions in one go: where no jobs run, and where our own rules answer in a blink."""
    try:
        for place, keys in enumerate(await list_parts(user_id), start=1):
            if not await make_part(user_id, run, place, keys, language=language):
                return
    except Exception:
        await fail(user_id, run)
        raise
    await finish(user_id, run)


async def make_rewrite(user_id: UUID, *, language: str) -> RewriteView:
    """Ask the coach about every passage, here and now. Raises NothingToRewriteError."""
    run = await begin(user_id)
    await make_here(user_id, run.number, language=language)
    async with db.reading() as session:
        return await service.get_rewrite(session, user_id=user_id)


# Files


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
