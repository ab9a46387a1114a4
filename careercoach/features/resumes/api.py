"""Uploading and fetching resume files."""

from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.responses import RedirectResponse
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.downloads import LINK_HEADERS, attachment_header
from careercoach.core.errors import InvalidInputError, TooLargeError
from careercoach.core.ids import read_id
from careercoach.core.rest import SignedIn
from careercoach.features.resumes import flows, service
from careercoach.features.resumes.schemas import ReadingView, ResumeView, UploadContrast
from careercoach.settings import settings

router = APIRouter(prefix="/resumes", tags=["resumes"])
PART_BYTES = 64 * 1024


@router.get("")
@allow(Access.SIGNED_IN)
async def list_resumes(person: SignedIn) -> list[ResumeView]:
    """The caller's resumes, newest first."""
    async with db.reading() as session:
        return await service.list_resumes(session, user_id=person.id)


@router.post("", status_code=201, openapi_extra={"requestBody": {"content": {"multipart/form-data": {"schema": {
    "type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}
}}}}})  # fmt: skip
@allow(Access.SIGNED_IN)
async def add_resume(request: Request, person: SignedIn) -> ResumeView:
    """Upload one PDF, DOCX or TXT file as `file`; it is read at once. Nothing of a file that fails is kept."""
    async with db.transaction() as session:
        await service.count_upload(session, user_id=person.id)
    name, data = await _file_of(request)
    return await flows.add_resume(user_id=person.id, file_name=name, data=data)


async def _file_of(request: Request) -> tuple[str, bytes]:
    """The one file of the form. Reading stops at the limit; larger parts wait on disk, not in memory."""
    try:
        async with request.form(max_files=1, max_fields=1) as form:
            sent: Any = form.get("file")
            if not isinstance(sent, UploadFile):
                raise InvalidInputError("resumes.file_needed")
            parts: list[bytes] = []
            size = 0
            while part := await sent.read(PART_BYTES):
                size += len(part)
                if size > settings.upload_max_bytes:
                    raise TooLargeError("resumes.unreadable_too_large")
                parts.append(part)
            return sent.filename or "resume", b"".join(parts)
    except ClientDisconnect as error:  # the sender gave up, or the front door closed at the size limit
        raise TooLargeError("resumes.unreadable_too_large") from error


@router.get("/{resume_id}/reading")
@allow(Access.SIGNED_IN)
async def get_reading(resume_id: str, person: SignedIn) -> ReadingView:
    """What was read in the file: JSON Resume, and for each field how sure that is and where it stands."""
    async with db.reading() as session:
        return await service.get_reading_view(session, user_id=person.id, resume_id=read_id(resume_id))


@router.get("/{resume_id}/file")
@allow(Access.SIGNED_IN)
async def get_file(resume_id: str, person: SignedIn) -> Response:
    """The file as it was uploaded, for its owner or an admin."""
    whose = {"user_id": person.id, "resume_id": read_id(resume_id), "is_admin": person.is_admin}
    if link := await flows.find_link(**whose):
        return RedirectResponse(link, 303, headers=LINK_HEADERS)
    file = await flows.get_file(**whose)
    return Response(
        file.data,
        media_type=flows.CONTENT_TYPES[file.kind],
        headers={
            "content-disposition": attachment_header(file.file_name),
            "content-security-policy": "sandbox; default-src 'none'",
            "cache-control": "private, no-store",
        },
    )


@router.get("/{resume_id}/differences/{other_id}")
@allow(Access.SIGNED_IN)
async def contrast_resumes(resume_id: str, other_id: str, person: SignedIn) -> UploadContrast:
    """What two of one's own files say differently, field by field: `kept` is the first's side."""
    first, second = read_id(resume_id), read_id(other_id)
    async with db.reading() as session:
        return await service.contrast_resumes(session, user_id=person.id, first_id=first, second_id=second)


@router.delete("/{resume_id}", status_code=204)
@allow(Access.SIGNED_IN)
async def remove_resume(resume_id: str, person: SignedIn) -> Response:
    """Remove one of one's own files; it is deleted for good after an hour."""
    async with db.transaction() as session:
        await service.remove_resume(session, user_id=person.id, resume_id=read_id(resume_id))
    return Response(status_code=204)
