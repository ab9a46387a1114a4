"""Postings compared with one's record, over HTTP: the same use cases as the pages."""

from typing import Any
from uuid import UUID

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import CoachError, InvalidInputError, TooLargeError
from careercoach.core.rest import SignedIn
from careercoach.features.job_matches import analysing, flows, service
from careercoach.features.job_matches.schemas import (
    AgainInput,
    AnalysisLine,
    AnalysisView,
    Comparison,
    MatchInput,
    Message,
    Planned,
    QuestionInput,
)
from careercoach.settings import settings

router = APIRouter(prefix="/v1/matches", tags=["job matches"])
PART_BYTES = 64 * 1024
START_PAGE = "/jobs/match"


class PlanInput(BaseModel):
    """Which gaps go into the plan: keys of requirements; none means all."""

    model_config = ConfigDict(extra="forbid")

    keys: list[str] = Field(default=[], max_length=100)


@router.get("")
@allow(Access.SIGNED_IN)
async def list_matches(person: SignedIn, search: str = "") -> list[AnalysisLine]:
    """One's own analyses, newest first."""
    async with db.reading() as session:
        return await service.list_analyses(session, user_id=person.id, search=search[:200])


@router.post("", status_code=201)
@allow(Access.SIGNED_IN)
async def create_match(person: SignedIn, wish: MatchInput) -> AnalysisView:
    """Read a posting, a role of the catalogue or a dream in own words, and compare it unless `analyse` is false."""
    view = await flows.add_match(person.id, wish, language=person.language)
    return await analysing.start(person.id, UUID(view.id)) if wish.analyse else view


@router.post("/form", include_in_schema=False)
@allow(Access.SIGNED_IN)
async def create_from_form(request: Request, person: SignedIn) -> Response:
    """The page's own form: reads what was pasted or described, and goes on to what was read."""
    form = await request.form(max_files=0, max_fields=6)
    words = {name: value for name, value in form.items() if isinstance(value, str)}
    link = words.get("link", "").strip()
    given: dict[str, Any] = {"source": "link" if link else "paste", "text": words.get("posting", ""), "link": link}
    if "dream" in words:
        given = {"source": "dream", "text": words["dream"]}
    try:
        view = await flows.add_match(person.id, MatchInput.model_validate(given), language=person.language)
    except ValidationError:
        return RedirectResponse(f"{START_PAGE}?problem=core.invalid_input", 303)
    except CoachError as error:
        return RedirectResponse(f"{START_PAGE}?problem={error.text_key}", 303)
    return RedirectResponse(f"{START_PAGE}/{view.id}", 303)


@router.post("/file", status_code=201, openapi_extra={"requestBody": {"content": {"multipart/form-data": {"schema": {
    "type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}
}}}}})  # fmt: skip
@allow(Access.SIGNED_IN)
async def create_from_file(request: Request, person: SignedIn) -> AnalysisView:
    """Upload a posting as one PDF, DOCX or TXT file named `file`. It is read, and waits for corrections."""
    name, data = await _file_of(request)
    return await flows.add_file(person.id, name, data, language=person.language)


async def _file_of(request: Request) -> tuple[str, bytes]:
    try:
        async with request.form(max_files=1, max_fields=1) as form:
            sent: Any = form.get("file")
            if not isinstance(sent, UploadFile):
                raise InvalidInputError("resumes.file_needed")
            parts: list[bytes] = []
            while part := await sent.read(PART_BYTES):
                parts.append(part)
                if sum(map(len, parts)) > settings.upload_max_bytes:
                    raise TooLargeError("resumes.unreadable_too_large")
            return sent.filename or "posting", b"".join(parts)
    except ClientDisconnect as error:
        raise TooLargeError("resumes.unreadable_too_large") from error


@router.get("/compare/{left}/{right}")
@allow(Access.SIGNED_IN)
async def compare_matches(person: SignedIn, left: UUID, right: UUID) -> Comparison:
    """Two of one's own analyses side by side."""
    async with db.reading() as session:
        return await service.compare_analyses(session, user_id=person.id, left=left, right=right)


@router.get("/{analysis_id}")
@allow(Access.SIGNED_IN)
async def get_match(person: SignedIn, analysis_id: UUID) -> AnalysisView:
    """An analysis with the parts that are ready; `report.parts` names them."""
    async with db.reading() as session:
        return await service.get_analysis(session, user_id=person.id, analysis_id=analysis_id)


@router.delete("/{analysis_id}", status_code=204)
@allow(Access.SIGNED_IN)
async def delete_match(person: SignedIn, analysis_id: UUID) -> None:
    """Remove an analysis; for an hour it can be restored."""
    async with db.transaction() as session:
        await service.remove_analysis(session, user_id=person.id, analysis_id=analysis_id)


@router.post("/{analysis_id}/restore")
@allow(Access.SIGNED_IN)
async def restore_match(person: SignedIn, analysis_id: UUID) -> AnalysisLine:
    """Undo the removal."""
    async with db.transaction() as session:
        return await service.restore_analysis(session, user_id=person.id, analysis_id=analysis_id)


@router.post("/{analysis_id}/suggestions/{key}")
@allow(Access.SIGNED_IN)
async def add_suggestion(person: SignedIn, analysis_id: UUID, key: str) -> AnalysisView:
    """Add to the sheet what a model also read; it counts at the next comparison. Decided before, nothing changes."""
    async with db.transaction() as session:
        return await service.add_suggestion(session, user_id=person.id, analysis_id=analysis_id, key=key)


@router.delete("/{analysis_id}/suggestions/{key}")
@allow(Access.SIGNED_IN)
async def ignore_suggestion(person: SignedIn, analysis_id: UUID, key: str) -> AnalysisView:
    """Ignore what a model also read."""
    async with db.transaction() as session:
        return await service.ignore_suggestion(session, user_id=person.id, analysis_id=analysis_id, key=key)


@router.post("/{analysis_id}/analyse", status_code=202)
@allow(Access.SIGNED_IN)
async def analyse_again(person: SignedIn, analysis_id: UUID, again: AgainInput) -> AnalysisView:
    """Compare, or compare once more: with the record as it is now, and with corrections, answers or context."""
    return await analysing.start(person.id, analysis_id, again)


@router.post("/{analysis_id}/stop", status_code=204)
@allow(Access.SIGNED_IN)
async def stop_match(person: SignedIn, analysis_id: UUID) -> None:
    """Stop a run; the parts that are ready stay."""
    await analysing.stop(person.id, analysis_id)


@router.post("/{analysis_id}/plan")
@allow(Access.SIGNED_IN)
async def plan_match(person: SignedIn, analysis_id: UUID, wish: PlanInput) -> Planned:
    """Put gaps into one's plan as tasks."""
    return await flows.plan_gaps(person.id, analysis_id, keys=wish.keys, language=person.language)


@router.get("/{analysis_id}/chat")
@allow(Access.SIGNED_IN)
async def list_messages(person: SignedIn, analysis_id: UUID) -> list[Message]:
    """What was asked and answered about an analysis, oldest first."""
    async with db.reading() as session:
        return await service.list_messages(session, user_id=person.id, analysis_id=analysis_id)


@router.post("/{analysis_id}/chat", status_code=201)
@allow(Access.SIGNED_IN)
async def ask(person: SignedIn, analysis_id: UUID, wish: QuestionInput) -> list[Message]:
    """Ask something about an analysis; the answer is the last message."""
    await flows.ask_about(person.id, analysis_id, wish, language=person.language)
    async with db.reading() as session:
        return await service.list_messages(session, user_id=person.id, analysis_id=analysis_id)
