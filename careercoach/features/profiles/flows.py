"""Use cases that leave the process or take a while: files that are read, pictures that are drawn anew."""

import asyncio
from datetime import timedelta
from uuid import UUID

from careercoach.core import db
from careercoach.core.errors import TooLargeError
from careercoach.core.limits import Limit, take
from careercoach.core.workers import WorkerFailedError, Workers
from careercoach.features.profiles import service
from careercoach.features.profiles.rules.json_resume import MAX_BYTES as JSON_MAX_BYTES
from careercoach.features.profiles.rules.json_resume import read_json_resume
from careercoach.features.profiles.rules.linkedin import read_linkedin
from careercoach.features.profiles.rules.pictures import MAX_BYTES, PictureUnreadableError, picture_format
from careercoach.features.profiles.schemas import ImportView
from careercoach.ports.files import discard, files, new_key
from careercoach.settings import settings

__all__ = ["JSON_MAX_BYTES", "MAX_BYTES", "PICTURE_TYPE"]
PICTURE_TYPE = "image/webp"
# The one process ends with its work: pictures are rare, and memory is not.
painters = Workers(target="careercoach.features.profiles.rules.pictures:shrink", cpu_s=10, wall_s=15.0, recycle_after=1)


async def count_upload(user_id: UUID) -> None:
    """Use one of the uploads of this hour. Raises TooManyTriesError."""
    async with db.transaction() as session:
        await take(session, Limit("profile-uploads", settings.uploads_per_hour, timedelta(hours=1)), str(user_id))


async def import_json_resume(*, user_id: UUID, data: bytes, file_name: str = "") -> ImportView:
    """Read a JSON Resume and lay it beside the record; nothing counts yet. Raises CoachError in words."""
    found = await asyncio.to_thread(read_json_resume, data)
    async with db.transaction() as session:
        return await service.keep_import(
            session, user_id=user_id, source="json-resume", found=found, file_name=file_name
        )


async def import_linkedin(*, user_id: UUID, data: bytes, file_name: str = "") -> ImportView:
    """Read LinkedIn's data export and lay it beside the record; nothing counts yet. Raises CoachError in words."""
    found = await asyncio.to_thread(read_linkedin, data)
    async with db.transaction() as session:
        return await service.keep_import(session, user_id=user_id, source="linkedin", found=found, file_name=file_name)


async def save_avatar(*, user_id: UUID, data: bytes) -> None:
    """Keep a picture, drawn anew and small; the one before is forgotten. Raises CoachError in words."""
    if len(data) > MAX_BYTES:
        raise TooLargeError("profiles.avatar.too_large", megabytes=MAX_BYTES // 1024 // 1024)
    picture_format(data)
    try:
        _, drawn = await painters.run({}, data)
    except WorkerFailedError as error:
        raise PictureUnreadableError(str(error.detail.get("text_key") or "") or None) from error
    key = new_key("avatars")
    await files().put(key, drawn, PICTURE_TYPE)
    await _point_to(user_id, key, otherwise=key)


async def _point_to(user_id: UUID, key: str, *, otherwise: str = "") -> None:
    """Change the row, then forget the bytes that nothing points to any more: `otherwise` when that fails."""
    try:
        async with db.transaction() as session:
            gone = await service.set_avatar_key(session, user_id=user_id, key=key)
    except BaseException:
        if otherwise:
            await discard(otherwise)
        raise
    if gone:
        await discard(gone)


async def get_avatar(*, user_id: UUID) -> bytes:
    """The picture, as `PICTURE_TYPE`. Raises NotFoundError."""
    async with db.reading() as session:
        key = await service.get_avatar_key(session, user_id=user_id)
    return await files().get(key)


async def remove_avatar(*, user_id: UUID) -> None:
    """Forget the picture; nothing happens without one."""
    async with db.reading() as session:
        has_one = (await service.get_profile(session, user_id=user_id)).has_avatar
    if has_one:
        await _point_to(user_id, "")
