"""The job that asks a model about every passage, and how it is started, followed and stopped."""

from uuid import UUID

from careercoach.core import db, jobs
from careercoach.core.jobs import JobId, JobRun, Json, Queue, StepFailedError
from careercoach.features.resume_builder import flows, service
from careercoach.features.resume_builder.schemas import RewriteView


@jobs.job("resume_builder.rewrite", queue=Queue.AI)
async def rewrite(run: JobRun, ref: str) -> Json:
    """One step for each question, its answer kept as soon as it is there. `ref` is the person and the number of the
    run."""
    try:
        parts = await run.step("list", _list, ref)
        for place, keys in enumerate(parts, start=1):
            await run.report(round(100 * (place - 1) / len(parts)), "resume_builder.run.part", n=place, of=len(parts))
            if not await run.step(f"part {place}", _make, ref, place, keys, tries=2):
                return False
        done = await run.step("finish", _finish, ref, tries=3)
    except StepFailedError:
        await run.step("fail", _fail, ref)
        raise
    await run.report(100, "resume_builder.run.done")
    return done


def _read(ref: str) -> tuple[UUID, int]:
    person, _, run = ref.partition("/")
    return UUID(person), int(run)


async def _list(ref: str) -> Json:
    return await flows.list_parts(_read(ref)[0])


async def _make(ref: str, place: int, keys: list[str]) -> Json:
    return await flows.make_part(*_read(ref), place, keys)


async def _finish(ref: str) -> Json:
    return await flows.finish(*_read(ref))


async def _fail(ref: str) -> Json:
    await flows.fail(*_read(ref))


def job_of(user_id: UUID, run: int) -> JobId:
    """The id of the job of one run: offered twice, it runs once."""
    return f"rewrite-resume/{user_id}/{run}"


async def start(user_id: UUID, *, language: str) -> RewriteView:
    """Ask about every passage, or find the run that is under way; done at once when only our own rules answer.

    Raises NothingToRewriteError.
    """
    if await flows.why_no_model(user_id):
        return await flows.make_rewrite(user_id, language=language)
    # Our own words stand there until better ones come, and stay where none come.
    await flows.current_rewrite(user_id)
    run = await flows.begin(user_id)
    if await ensure(user_id, run.number, language=language):
        await settle(user_id, run.number)
    return await look(user_id)


async def ensure(user_id: UUID, run: int, *, language: str) -> JobId | None:
    """The job of a run that is under way, started if it is not there; None where no jobs run: then it is done at
    once."""
    try:
        return await jobs.start_now(rewrite, f"{user_id}/{run}", key=job_of(user_id, run))
    except jobs.JobsNotRunningError:
        await flows.make_here(user_id, run, language=language)
        return None


async def look(user_id: UUID) -> RewriteView:
    """How things stand. Raises NothingToRewriteError, and NotFoundError before anybody has looked at a passage."""
    async with db.reading() as session:
        return await service.get_rewrite(session, user_id=user_id)


async def settle(user_id: UUID, run: int) -> None:
    """A run whose job has ended without a last word (given up, cancelled by an admin) broke off, and says so."""
    if (await jobs.status(job_of(user_id, run))).state.is_final:
        await flows.fail(user_id, run)


async def stop(user_id: UUID) -> None:
    """Stop the run; what is there stays. Raises NotFoundError."""
    async with db.transaction() as session:
        run = await service.stop_run(session, user_id=user_id)
    try:
        await jobs.cancel(job_of(user_id, run))
    except jobs.JobsNotRunningError:
        return
