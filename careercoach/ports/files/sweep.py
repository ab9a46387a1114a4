"""Do the files and the rows that name them agree? Files nobody names are deleted; rows without a file are told."""

from collections.abc import Awaitable, Callable, Set
from dataclasses import dataclass
from datetime import datetime, timedelta

from careercoach.ports.files import Files

YOUNG = timedelta(hours=24)
"""A file is written before its row: a younger one may be about to be named."""
ALARMING = 20
"""More orphans than these, and more than half of all files: nothing is deleted."""


@dataclass(frozen=True)
class SweepReport:
    """`orphans` were deleted; `missing` are named by rows but not there; `files` and `bytes` are what remains.

    `held_back`: so many that something else must be wrong (a bucket shared with another house, an empty database):
    they were counted and left.
    """

    files: int
    bytes: int
    orphans: int
    missing: int
    held_back: bool = False


async def sweep(
    files: Files, *, rooms: Set[str], named: Callable[[], Awaitable[set[str]]], now: datetime, delete: bool = True
) -> SweepReport:
    """Look at the files of these rooms; those of any other are left alone. `delete=False` only counts.

    Raises FilesUnavailableError.
    """
    there = [file async for file in files.list() if file.key.partition("/")[0] in rooms]
    # Asked after listing: a file that lost its row meanwhile waits for the next sweep, none is lost by a race.
    keys = await named()
    orphans = [file for file in there if file.key not in keys and file.changed_at < now - YOUNG]
    held_back = len(orphans) > ALARMING and len(orphans) > len(there) / 2
    delete = delete and not held_back
    for file in orphans if delete else []:
        await files.delete(file.key)
    unseen = keys - {file.key for file in there}
    missing = [key for key in sorted(unseen) if not await files.exists(key)]
    kept = {file.key for file in there} - ({file.key for file in orphans} if delete else set())
    size = sum(file.size_bytes for file in there if file.key in kept)
    return SweepReport(len(kept), size, len(orphans), len(missing), held_back)
