"""Private files in a folder of this machine: 0600, written as a whole."""

import asyncio
from pathlib import Path

from careercoach.core.errors import NotFoundError
from careercoach.core.private_files import write_private
from careercoach.ports.files import FilesUnavailableError, check_key


class DiskFiles:
    """Keeps `room/4f…` at `folder/room/4f/4f…`: no folder grows to a size that is slow to list."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

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

    def _path(self, key: str) -> Path:
        room, name = check_key(key).split("/")
        return self._folder / room / name[:2] / name
