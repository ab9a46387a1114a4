"""The profile over HTTP: goal, record, picture, and the record from and to elsewhere."""

import json
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Request, Response
from pydantic import BaseModel, ConfigDict, Field

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.errors import TooLargeError
from careercoach.core.rest import UPLOAD_SCHEMA, SignedIn, read_upload
from careercoach.features.profiles import flows, service
from careercoach.features.profiles.schemas import GoalInput, ImportView, ProfileView
from careercoach.settings import settings

router = APIRouter(prefix="/v1/profile", tags=["profile"])
PRIVATE = {
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
}


class ProfileInput(BaseModel):
    """Goal, confirmed record, or both. The versions are those that were read; a newer one answers 409."""

    model_config = ConfigDict(extra="forbid")

    goal: GoalInput | None = None
    goal_version: int | None = None
    person: dict[str, Any] | None = None
    version: int | None = None


class ImportChoices(BaseModel):
    """What to take of a waiting import, by the id of each difference; what is not named stays as proposed.

    Without `apply` the choices are kept and nothing counts yet. `version` is that of the record they were made on.
    """

    model_config = ConfigDict(extra="forbid")

    choices: dict[Annotated[str, Field(max_length=200)], Literal["kept", "found"]] = Field(default={}, max_length=5000)
    apply: bool = False
    version: int | None = None


@router.get("")
@allow(Access.SIGNED_IN)
async def get_profile(person: SignedIn) -> ProfileView:
    """Goal, preferences and confirmed record of the caller."""
    async with db.reading() as session:
        return await service.get_profile(session, user_id=person.id)


@router.put("")
@allow(Access.SIGNED_IN)
async def save_profile(wish: ProfileInput, person: SignedIn) -> ProfileView:
    """Change goal, record (a JSON Resume), or both at once."""
    if wish.person is not None:
        service.check_record(wish.person)
    async with db.transaction() as session:
        if wish.goal is not None:
            await service.save_goal(session, user_id=person.id, goal=wish.goal, version=wish.goal_version)
        if wish.person is not None:
            await service.save_person(session, user_id=person.id, person=wish.person, version=wish.version)
        return await service.get_profile(session, user_id=person.id)


@router.get("/json-resume")
@allow(Access.SIGNED_IN)
async def export_json_resume(person: SignedIn) -> Response:
    """The record as a JSON Resume file, with every field it holds, also those the standard does not know."""
    async with db.reading() as session:
        profile = await service.get_profile(session, user_id=person.id)
    record = json.dumps(profile.person, ensure_ascii=False, indent=2)
    named = {"content-disposition": 'attachment; filename="resume.json"'}
    return Response(record, media_type="application/json", headers=PRIVATE | named)


@router.post("/json-resume", status_code=201, openapi_extra=UPLOAD_SCHEMA)
@allow(Access.SIGNED_IN)
async def import_json_resume(request: Request, person: SignedIn) -> ImportView:
    """Lay a JSON Resume file beside the record. Nothing of it counts before PUT …/import applies it."""
    too_large = TooLargeError("profiles.import.too_large", kilobytes=flows.JSON_MAX_BYTES // 1000)
    name, data = await _file_of(request, person, flows.JSON_MAX_BYTES, too_large)
    return await flows.import_json_resume(user_id=person.id, data=data, file_name=name)


@router.post("/linkedin", status_code=201, openapi_extra=UPLOAD_SCHEMA)
@allow(Access.SIGNED_IN)
async def import_linkedin(request: Request, person: SignedIn) -> ImportView:
    """Lay LinkedIn's data export (ZIP) beside the record. Nothing of it counts before PUT …/import applies it."""
    too_large = TooLargeError("profiles.import.zip_too_large")
    name, data = await _file_of(request, person, settings.upload_max_bytes, too_large)
    return await flows.import_linkedin(user_id=person.id, data=data, file_name=name)


async def _file_of(request: Request, person: SignedIn, max_bytes: int, too_large: TooLargeError) -> tuple[str, bytes]:
    await flows.count_upload(person.id)
    return await read_upload(request, max_bytes=max_bytes, missing="profiles.import.file_needed", too_large=too_large)


@router.get("/import")
@allow(Access.SIGNED_IN)
async def get_import(person: SignedIn) -> ImportView:
    """What waits to be looked at, and each place where it differs from the record; 404 when nothing waits."""
    async with db.reading() as session:
        return await service.get_import(session, user_id=person.id)


@router.put("/import")
@allow(Access.SIGNED_IN)
async def choose_of_import(wish: ImportChoices, person: SignedIn) -> ImportView | ProfileView:
    """Choose what to take and, with `apply`, take it: the answer is then the profile."""
    async with db.transaction() as session:
        chosen = dict[str, str](wish.choices)
        view = await service.choose(session, user_id=person.id, choices=chosen)
        if not wish.apply:
            return view
        return await service.apply_import(session, user_id=person.id, version=wish.version)


@router.delete("/import", status_code=204)
@allow(Access.SIGNED_IN)
async def drop_import(person: SignedIn) -> Response:
    """Take nothing of what waits."""
    async with db.transaction() as session:
        await service.drop_import(session, user_id=person.id)
    return Response(status_code=204)


@router.get("/avatar")
@allow(Access.SIGNED_IN)
async def get_avatar(person: SignedIn) -> Response:
    """The caller's own picture (WebP, 320 pixels); nobody else's can be asked for."""
    picture = await flows.get_avatar(user_id=person.id)
    return Response(picture, media_type=flows.PICTURE_TYPE, headers=PRIVATE)


@router.post("/avatar", status_code=201, openapi_extra=UPLOAD_SCHEMA)
@allow(Access.SIGNED_IN)
async def save_avatar(request: Request, person: SignedIn) -> dict[str, str]:
    """Upload a PNG, JPEG or WebP picture as `file`. Its middle square is drawn anew, small and without its metadata."""
    too_large = TooLargeError("profiles.avatar.too_large", megabytes=flows.MAX_BYTES // 1024 // 1024)
    await flows.count_upload(person.id)
    _, data = await read_upload(
        request, max_bytes=flows.MAX_BYTES, missing="profiles.avatar.wrong_type", too_large=too_large
    )
    await flows.save_avatar(user_id=person.id, data=data)
    return {"id": "avatar"}


@router.delete("/avatar", status_code=204)
@allow(Access.SIGNED_IN)
async def remove_avatar(person: SignedIn) -> Response:
    """Delete the picture."""
    await flows.remove_avatar(user_id=person.id)
    return Response(status_code=204)
