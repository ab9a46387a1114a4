"""The HTTP side: cookie → person, access marks, errors as problem+json. Deny by default."""

import uuid
from collections.abc import Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.datastructures import UploadFile
from starlette.requests import ClientDisconnect

from careercoach.core.access import Access, access_of, allow
from careercoach.core.errors import (
    CoachError,
    ForbiddenError,
    InvalidInputError,
    NotFoundError,
    SignInNeededError,
    TooLargeError,
    TooManyTriesError,
)
from careercoach.core.identity import Person, current, current_person, identify
from careercoach.core.logs import log
from careercoach.core.texts import known_language, text


async def _check_access(request: Request) -> None:
    """Runs before every route: who is it, and may they?"""
    person = await identify(request.headers.get("cookie", ""))
    current.set(person)
    access = access_of(request.scope["endpoint"])
    if access is Access.ANYONE:
        return
    if person is None:
        raise SignInNeededError
    if access is Access.SIGNED_IN:
        return
    if access is Access.ADMIN and person.is_admin:
        return
    # An admin's door, or one without a mark: it does not exist for you.
    raise NotFoundError if access is Access.ADMIN else ForbiddenError


async def _signed_in() -> Person:
    # FastAPI hands what is not async to a thread and waits for it: a fifth of a short request.
    return current_person()


SignedIn = Annotated[Person, Depends(_signed_in)]


def client_address(request: Request) -> str:
    """The caller's IP; proxies are believed only as far as `trusted_proxy_hops` says (see core.front)."""
    return request.client.host if request.client else "unknown"


def request_language(request: Request) -> str:
    """The signed-in person's language, else the first one we speak of Accept-Language."""
    if (person := current.get()) is not None:
        return person.language
    wanted = [part.split(";")[0].strip()[:2] for part in request.headers.get("accept-language", "").split(",")]
    return next((known_language(code) for code in wanted if known_language(code) == code), "en")


UPLOAD_SCHEMA: dict[str, Any] = {"requestBody": {"content": {"multipart/form-data": {"schema": {
    "type": "object", "required": ["file"], "properties": {"file": {"type": "string", "format": "binary"}}
}}}}}  # fmt: skip
"""For `openapi_extra` of a route that takes a file by `read_upload`."""
_PART_BYTES = 64 * 1024


async def read_upload(request: Request, *, max_bytes: int, missing: str, too_large: TooLargeError) -> tuple[str, bytes]:
    """Name and bytes of the one file that a form sends as `file`. Reading stops at the limit.

    Raises InvalidInputError with the sentence `missing`, and `too_large`.
    """
    try:
        async with request.form(max_files=1, max_fields=1) as form:
            sent: Any = form.get("file")
            if not isinstance(sent, UploadFile):
                raise InvalidInputError(missing)
            parts: list[bytes] = []
            size = 0
            while part := await sent.read(_PART_BYTES):
                size += len(part)
                if size > max_bytes:
                    raise too_large
                parts.append(part)
            return sent.filename or "", b"".join(parts)
    except ClientDisconnect as error:  # the sender gave up, or the front door closed at the size limit
        raise too_large from error


def problem(request: Request, error: CoachError) -> JSONResponse:
    """RFC 9457: the sentence in the caller's language, its key, the status."""
    headers = {"retry-after": str(error.retry_after_s)} if isinstance(error, TooManyTriesError) else None
    detail = text(error.text_key, request_language(request), **error.values)
    body = {"type": "about:blank", "title": detail, "status": error.status, "key": error.text_key}
    return JSONResponse(body, error.status, headers=headers, media_type="application/problem+json")


def build_rest_api(routers: Sequence[APIRouter], root_routers: Sequence[APIRouter] = ()) -> FastAPI:
    """All routes of all rooms under /api, and the few that stand at the root. The catch-all 404 comes last."""
    api = FastAPI(
        title="CareerCoach",
        version="1",
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        dependencies=[Depends(_check_access)],
    )
    for router in routers:
        api.include_router(router, prefix="/api")
    for router in root_routers:
        api.include_router(router)

    @api.exception_handler(CoachError)
    async def _coach_error(request: Request, error: CoachError) -> JSONResponse:
        return problem(request, error)

    @api.exception_handler(RequestValidationError)
    async def _invalid(request: Request, _error: RequestValidationError) -> JSONResponse:
        return problem(request, CoachError("core.invalid_input", status=422))

    @api.exception_handler(HTTPException)
    async def _http_error(request: Request, error: HTTPException) -> JSONResponse:
        return problem(request, CoachError("core.invalid_input", status=error.status_code))

    @api.exception_handler(Exception)
    async def _unexpected(request: Request, error: Exception) -> JSONResponse:
        error_id = uuid.uuid4().hex[:8]
        log.exception("unexpected error %s on %s", error_id, request.scope.get("path"), exc_info=error)
        return problem(request, CoachError("core.unexpected", status=500, error_id=error_id))

    @allow(Access.ANYONE)
    async def nothing_here() -> None:
        raise NotFoundError

    methods = ["GET", "POST", "PUT", "PATCH", "DELETE"]
    api.add_api_route("/api/{rest:path}", nothing_here, methods=methods, include_in_schema=False)
    return api
