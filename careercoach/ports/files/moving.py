"""Taking all files from one storage to another: every one is read back and compared before it counts as there."""

import asyncio
import hashlib
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from pathlib import Path

from careercoach.core.errors import NotFoundError
from careercoach.ports.files import Files, FilesUnavailableError, StoredFile

AT_ONCE = 8
UNTYPED = "application/octet-stream"
"""Who serves a file knows its type from the database."""


@dataclass
class MoveReport:
    """What one run did. `there`: already compared, in this run or an earlier one."""

    copied: int = 0
    there: int = 0
    bytes: int = 0
    deleted: int = 0


@dataclass
class Ledger:
    """Which files have been compared, a line each: a run that was stopped goes on where it was."""

    path: Path
    known: dict[str, str] = field(default_factory=dict[str, str])
    """SHA-256 by key."""

    @classmethod
    def open(cls, path: Path) -> "Ledger":
        ledger = cls(path)
        for line in path.read_text(encoding="utf-8").splitlines() if path.exists() else []:
            try:
                entry = json.loads(line)
                ledger.known[entry["key"]] = entry["sha256"]
            except (ValueError, KeyError, TypeError):
                continue  # the line that was being written when the run was stopped
        return ledger

    def note(self, key: str, digest: str) -> None:
        self.known[key] = digest
        with self.path.open("a", encoding="utf-8") as file:
            file.write(json.dumps({"key": key, "sha256": digest}) + "\n")


async def copy_files(
    source: Files, target: Files, ledger: Ledger, *, tell: Callable[[MoveReport], None] = lambda report: None
) -> MoveReport:
    """Copy what is not there yet. Safe to repeat and to stop at any point.

    Raises FilesUnavailableError, with the reason "changed" when a file does not come back as it was sent.
    """
    report = MoveReport()

    async def copy(file: StoredFile) -> None:
        if file.key in ledger.known and await target.exists(file.key):
            report.there += 1
            return
        await _copy_one(source, target, file, ledger, report)
        tell(report)

    await _for_all(source.list(), copy)
    return report


async def _copy_one(source: Files, target: Files, file: StoredFile, ledger: Ledger, report: MoveReport) -> None:
    try:
        data = await source.get(file.key)
    except NotFoundError:
        return  # deleted since it was listed
    digest = _hash(data)
    if await _hash_of(target, file.key) == digest:
        report.there += 1
    else:
        await target.put(file.key, data, UNTYPED)
        if await _hash_of(target, file.key) != digest:
            raise FilesUnavailableError("changed")
        report.copied += 1
        report.bytes += len(data)
    ledger.note(file.key, digest)


async def delete_copied(source: Files, target: Files, ledger: Ledger, report: MoveReport) -> None:
    """Delete from the source what has been compared and still is at the target, and nothing else."""

    async def delete(file: StoredFile) -> None:
        if file.key in ledger.known and await target.exists(file.key):
            await source.delete(file.key)
            report.deleted += 1

    await _for_all(source.list(), delete)


async def _for_all(listed: AsyncIterator[StoredFile], action: Callable[[StoredFile], Awaitable[None]]) -> None:
    waiting: list[StoredFile] = []
    async for file in listed:
        waiting.append(file)
        if len(waiting) == AT_ONCE:
            await _together(action, waiting)
            waiting.clear()
    await _together(action, waiting)


async def _together(action: Callable[[StoredFile], Awaitable[None]], these: list[StoredFile]) -> None:
    """All to their end, also when one fails: what is on its way must not meet the next run's."""
    ends = await asyncio.gather(*map(action, these), return_exceptions=True)
    for end in ends:
        if isinstance(end, BaseException):
            raise end


async def _hash_of(files: Files, key: str) -> str:
    try:
        return _hash(await files.get(key))
    except NotFoundError:
        return ""


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
