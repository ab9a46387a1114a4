"""Use cases that leave the process: reading a file in a worker, keeping and fetching its bytes."""

import asyncio
import re
import unicodedata
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from uuid import UUID

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, TooLargeError
from careercoach.core.logs import log
from careercoach.core.workers import WorkerFailedError, Workers
from careercoach.features.resumes import service
from careercoach.features.resumes.rules.packed import unpack
from careercoach.features.resumes.schemas import ParsedResume, ResumeFile, ResumeView
from careercoach.ports.files import FilesUnavailableError, discard, files, new_key
from careercoach.settings import settings

CONTENT_TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "txt": "text/plain; charset=utf-8",
}
FILE_NAME_MAX = 200
# One reader by default: two hostile files at once wait for each other, everyone else does not notice.
readers = Workers(target="careercoach.features.resumes.rules.apart:read", size=2, cpu_s=15, wall_s=20.0)
_starting: set[asyncio.Task[None]] = set()
"""Tasks that nothing else holds on to."""
_is_at_hand = False


class ResumeUnreadableError(CoachError):
    """The file cannot be read; the sentence says what to do."""

    status = 422


@asynccontextmanager
async def readers_at_hand() -> AsyncGenerator[None]:
    """Around the life of the app: readers may start ahead of a file, and end with it."""
    global _is_at_hand
    _is_at_hand = True
    try:
        yield
    finally:
        _is_at_hand = False
        await readers.close()


def expect_file() -> None:
    """Somebody is looking at the upload page: a reader may start meanwhile. Before that nobody needs its memory."""
    if _is_at_hand:
        task = asyncio.create_task(readers.warm_up())
        _starting.add(task)
        task.add_done_callback(_starting.discard)


async def close() -> None:
    """End the readers, with the app."""
    await readers.close()


def clean_name(file_name: str) -> str:
    """The name of a file without folders and without characters that could act up; never empty."""
    bare = unicodedata.normalize("NFC", file_name).replace("\\", "/").rpartition("/")[2]
    kept = "".join(letter for letter in bare if unicodedata.category(letter)[0] != "C").strip(" .")
    stem, dot, ending = kept.rpartition(".")
    if len(kept) > FILE_NAME_MAX:
        kept = f"{stem[: FILE_NAME_MAX - 10]}{dot}{ending[:9]}" if stem else kept[:FILE_NAME_MAX]
    return kept if re.search(r"\w", kept) else "resume"


async def read_file(file_name: str, data: bytes) -> ParsedResume:
    """Read in a worker process. Raises ResumeUnreadableError."""
    try:
        _, reading = await readers.run({"name": file_name}, data)
        return unpack(reading)
    except WorkerFailedError as error:
        raise _why(error) from error


def _why(error: WorkerFailedError) -> ResumeUnreadableError:
    if error.kind == "ResumeUnreadableError":
        return ResumeUnreadableError(str(error.detail["text_key"]))
    if error.reason in ("time", "crash") or error.kind in ("MemoryError", "RecursionError"):
        return ResumeUnreadableError("resumes.unreadable_too_hard")
    log.warning("a resume could not be read: %s", error.kind)
    return ResumeUnreadableError("resumes.unreadable_damaged")


async def add_resume(*, user_id: UUID, file_name: str, data: bytes) -> ResumeView:
    """Check, read and keep an uploaded file. Of a file that fails nothing is kept. Raises CoachError in words."""
    if len(data) > settings.upload_max_bytes:
        raise TooLargeError("resumes.unreadable_too_large")
    async with db.reading() as session:
        await service.check_room(session, user_id=user_id, size_bytes=len(data))
    name = clean_name(file_name)
    parsed = await read_file(name, data)
    key = new_key("resumes")
    await files().put(key, data, CONTENT_TYPES[parsed.kind])
    try:
        async with db.transaction() as session:
            return await service.add_resume(
                session, user_id=user_id, file_name=name, size_bytes=len(data), file_key=key, parsed=parsed
            )
    except BaseException:
        await discard(key)
        raise


async def get_file(*, user_id: UUID, resume_id: UUID, is_admin: bool = False) -> ResumeFile:
    """The bytes of a file, for its owner or an admin. Raises NotFoundError."""
    async with db.reading() as session:
        view, key = await service.get_file_place(session, resume_id=resume_id, user_id=user_id, is_admin=is_admin)
    return ResumeFile(file_name=view.file_name, kind=view.kind, data=await files().get(key))


async def find_link(*, user_id: UUID, resume_id: UUID, is_admin: bool = False) -> str:
    """A short-lived address of the file at the storage itself; empty when the app has to hand it on.

    For its owner or an admin; raises NotFoundError.
    """
    async with db.reading() as session:
        view, key = await service.get_file_place(session, resume_id=resume_id, user_id=user_id, is_admin=is_admin)
    return await files().link(key, file_name=view.file_name, content_type=CONTENT_TYPES[view.kind])


async def forget_removed() -> int:
    """Delete for good what was removed over an hour ago: bytes first, then the row. Says how many."""
    now = utc_now()
    async with db.reading() as session:
        expired = await service.list_expired(session, now=now)
    for resume_id, key in expired:
        try:
            await files().delete(key)
        except FilesUnavailableError:
            continue  # the row stays, so the next round finds the bytes again
        async with db.transaction() as session:
            await service.forget_resume(session, resume_id=resume_id, now=now)
    return len(expired)
