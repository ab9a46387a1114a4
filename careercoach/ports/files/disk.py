"""Private files in a folder of this machine: 0600, written as a whole."""

import asyncio
import os
from collections.abc import AsyncIterator, Callable
from datetime import UTC, datetime
from pathlib import Path

from careercoach.core.errors import NotFoundError
from careercoach.core.private_files import write_private
from careercoach.ports.files import FilesUnavailableError, StoredFile, check_key


class DiskFiles:
    """Keeps `room/4f…` at `folder/room/4f/4f…`: no folder grows to a size that is slow to list.

    `folder` may be a function, for a place that is only known when a file is asked for.
    """

    def __init__(self, folder: Path | Callable[[], Path]) -> None:
        self._given = folder

    async def put(self, key: str, data: bytes, content_type: str) -> None:
        """Keep the bytes. A disk has no content type: who serves the file knows it from the database."""
        path = self._path(key)
        try:
            await asyncio.to_thread(write_private, path, data)
        except OSError as error:
            raise FilesUnavailableError("disk") from error

    async def get(self, key: str) -> bytes:
        """The bytes. Raises NotFoundError."""
        path = self._path(key)
        try:
            return await asyncio.to_thread(path.read_bytes)
        except FileNotFoundError as error:
            raise NotFoundError from error
        except OSError as error:
            raise FilesUnavailableError("disk") from error

    async def delete(self, key: str) -> None:
        """Forget the file."""
        path = self._path(key)
        try:
            await asyncio.to_thread(path.unlink, missing_ok=True)
        except OSError as error:
            raise FilesUnavailableError("disk") from error

    async def exists(self, key: str) -> bool:
        """Whether the file is there."""
        return await asyncio.to_thread(self._path(key).is_file)

    async def list(self) -> AsyncIterator[StoredFile]:
        """Room by room; files that come or go meanwhile may be in it or not."""
        for room in await asyncio.to_thread(_folders, self._folder):
            for file in await asyncio.to_thread(_files_in, room):
                yield file

    async def link(self, key: str, *, file_name: str, content_type: str) -> str:
        """A folder has no address; the app hands the bytes on."""
        return ""

    async def check(self) -> None:
        """Write a file and take it away. Raises FilesUnavailableError."""
        probe = self._folder / f".check-{os.getpid()}"
        try:
            await asyncio.to_thread(write_private, probe, b"x")
            await asyncio.to_thread(probe.unlink)
        except OSError as error:
            raise FilesUnavailableError("disk") from error

    @property
    def _folder(self) -> Path:
        return self._given() if callable(self._given) else self._given

    def _path(self, key: str) -> Path:
        room, name = check_key(key).split("/")
        return self._folder / room / name[:2] / name


def _folders(folder: Path) -> list[Path]:
    try:
        return sorted(path for path in folder.iterdir() if path.is_dir())
    except FileNotFoundError:
        return []
    except OSError as error:
        raise FilesUnavailableError("disk") from error


def _files_in(room: Path) -> list[StoredFile]:
    found: list[StoredFile] = []
    for path in room.glob("??/*"):
        try:
            key = check_key(f"{room.name}/{path.name}")
            seen = path.stat()
        except (NotFoundError, FileNotFoundError):
            continue
        found.append(StoredFile(key, seen.st_size, datetime.fromtimestamp(seen.st_mtime, UTC)))
    return found
