"""What an admin's house-keeping asks outside."""

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.logs import log
from careercoach.features.notifications import service as notifications
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import service as resumes
from careercoach.ports.files import files
from careercoach.ports.files.sweep import SweepReport, sweep

NAMED_BY = {
    "resumes": resumes.list_file_keys,
    "mails": notifications.list_file_keys,
    "avatars": profiles.list_file_keys,
}
"""Who knows which files of a room are still needed. Files of a room that is not named here are never swept."""


async def sweep_files(*, delete: bool = True) -> SweepReport:
    """Delete files that no row has named for a day, and count rows whose file is missing.

    Raises FilesUnavailableError.
    """

    async def named() -> set[str]:
        async with db.reading() as session:
            return {key for list_keys in NAMED_BY.values() for key in await list_keys(session)}

    found = await sweep(files(), rooms=set(NAMED_BY), named=named, now=utc_now(), delete=delete)
    if found.orphans or found.missing:
        words = "files: %d without a row%s, %d rows without a file"
        log.warning(words, found.orphans, " (left: too many)" if found.held_back else "", found.missing)
    return found
