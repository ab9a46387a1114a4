"""What an admin does to jobs and asks of models, on record; and what house-keeping asks outside."""

from typing import Literal
from uuid import UUID

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.errors import ConflictError
from careercoach.core.logs import log
from careercoach.features.accounts import service as accounts
from careercoach.features.notifications import service as notifications
from careercoach.features.profiles import service as profiles
from careercoach.features.resumes import service as resumes
from careercoach.ports.ai.asking import Provider
from careercoach.ports.ai.probe import Probe, probe
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


async def act_on_job(job_id: str, act: Literal["job_retried", "job_stopped"], *, actor: UUID) -> None:
    """Run a job again, or stop it. Raises NotFoundError, ConflictError: then nothing is on record either."""
    before = await jobs.status(job_id)
    if act == "job_stopped" and before.state.is_final:
        raise ConflictError
    async with db.transaction() as session:
        await accounts.record_act(
            session, actor=actor, action=act, target_kind="job", target=job_id,
            before={"state": str(before.state)}, after={"kind": before.kind},
        )  # fmt: skip
        # The engine keeps its own books: asked last, so that whatever it refuses takes the entry back.
        await (jobs.retry if act == "job_retried" else jobs.cancel)(job_id)


async def try_model(provider: Provider, *, actor: UUID) -> Probe:
    """Ask a provider three small things."""
    found = await probe(provider)
    async with db.transaction() as session:
        await accounts.record_act(
            session, actor=actor, action="model_tried", target_kind="connection", target=provider.name,
            after={"model": provider.model, "works": found.answers},
        )  # fmt: skip
    return found
