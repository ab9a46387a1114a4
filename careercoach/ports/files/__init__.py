"""The door for private files: bytes under random keys. A file's own name is data and lives in the database.

`disk` keeps them in a folder, `s3` in a bucket. The provider in use is chosen at start (`use_files`, `choice`).
"""

import re
import secrets
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from careercoach.core.errors import CoachError, NotFoundError
from careercoach.core.logs import log

_ROOM = r"[a-z][a-z_]{0,30}"
_KEY = re.compile(rf"{_ROOM}/[0-9a-f]{{32}}", re.ASCII)


class FilesUnavailableError(CoachError):
    """The storage cannot be reached, or is full. `reason` is one technical word for the admin."""

    text_key = "core.files_unavailable"
    status = 503

    def __init__(self, reason: str) -> None:
        super().__init__()
        self.reason = reason


@dataclass(frozen=True)
class StoredFile:
    """A file that is there. `changed_at` is aware."""

    key: str
    size_bytes: int
    changed_at: datetime


class Files(Protocol):
    """What a provider can do. Keys come from `new_key`; any other raises NotFoundError."""

    async def put(self, key: str, data: bytes, content_type: str) -> None:
        """Keep the bytes, whole or not at all; the same key replaces them. Raises FilesUnavailableError."""
        ...

    async def get(self, key: str) -> bytes:
        """The bytes. Raises NotFoundError, FilesUnavailableError."""
        ...

    async def delete(self, key: str) -> None:
        """Forget them; nothing happens if they are gone already. Raises FilesUnavailableError."""
        ...

    async def exists(self, key: str) -> bool:
        """Whether the bytes are there. Raises FilesUnavailableError."""
        ...

    def list(self) -> AsyncIterator[StoredFile]:
        """All files of ours, in no order; what has no key of ours is passed over. Raises FilesUnavailableError."""
        ...

    async def link(self, key: str, *, file_name: str, content_type: str) -> str:
        """A short-lived address that downloads the file under this name. Whoever holds it may: never log or mail it.

        Empty when the storage cannot be reached from a browser: the app itself then hands the bytes on.
        """
        ...

    async def check(self) -> None:
        """One cheap real call. Raises FilesUnavailableError with the reason."""
        ...


def new_key(room: str) -> str:
    """A key nobody can guess, e.g. `resumes/4f…` (128 random bits). `room` is small letters."""
    key = f"{room}/{secrets.token_hex(16)}"
    if not _KEY.fullmatch(key):
        raise ValueError("a room's name is small letters")
    return key


def check_key(key: str) -> str:
    """The key, if it is one of ours: it can then not lead out of the storage. Raises NotFoundError."""
    if not _KEY.fullmatch(key):
        raise NotFoundError
    return key


_files: Files | None = None


def use_files(files: Files) -> None:
    """Choose the provider, at start."""
    global _files
    _files = files


def files() -> Files:
    """The provider in use. Raises FilesUnavailableError before one is chosen."""
    if _files is None:
        raise FilesUnavailableError("none")
    return _files


async def discard(key: str) -> None:
    """Forget bytes that nothing names any more. What its owner did is done even if the storage has just died: then
    the sweep finds them."""
    try:
        await files().delete(key)
    except FilesUnavailableError as error:
        log.warning("a file nobody names waits for the sweep: %s", error.reason)
