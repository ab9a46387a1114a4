"""The job that makes an analysis part by part, and how it is started, followed and stopped."""

from uuid import UUID

from careercoach.core import db, jobs
from careercoach.core.jobs import JobId, JobRun, JobState, Json, Queue, StepFailedError
from careercoach.features.job_matches import flows, service
from careercoach.features.job_matches.schemas import PARTS, AgainInput, AnalysisView


@jobs.job("job_matches.analyse", queue=Queue.INTERACTIVE)
async def analyse(run: JobRun, ref: str) -> Json:
    """One step for each part, kept as soon as it is ready. `ref` is the id of the analysis and the number of the run."""
    try:
        for place, part in enumerate(PARTS):
            await run.report(round(100 * place / len(PARTS)), f"job_matches.run.{part}")
            if not await run.step(part, _make, ref, part, tries=2):
                return False
    except StepFailedError as error:
        await run.step("fail", _fail, ref, error.text_key)
        raise
    done = await run.step("finish", _finish, ref, tries=3)
    await run.report(100, "job_matches.run.done")
    return done


def _read(ref: str) -> tuple[UUID, int]:
    analysis, _, run = ref.partition("/")
    return UUID(analysis), int(run)


async def _make(ref: str, part: str) -> Json:
    analysis_id, run = _read(ref)
    return await flows.make_part(analysis_id, run, next(one for one in PARTS if one == part))


async def _finish(ref: str) -> Json:
    return await flows.finish(*_read(ref))


async def _fail(ref: str, problem_key: str) -> Json:
    await flows.fail(*_read(ref), problem_key or "core.something_went_wrong")


def job_of(analysis_id: str, run: int) -> JobId:
    """The id of the job of one run: offered twice, it runs once."""
    return f"job-match/{analysis_id}/{run}"


async def start(user_id: UUID, analysis_id: UUID, again: AgainInput | None = None) -> AnalysisView:
    """Compare, or compare once more with what is new. Raises CoachError in words."""
    async with db.transaction() as session:
        view = await service.begin_run(session, user_id=user_id, analysis_id=analysis_id, again=again)
    await ensure(view)
    return view


async def ensure(view: AnalysisView) -> JobId | None:
    """The job of a run that is under way, started if it is not there; None where no jobs run: then it is done at
    once."""
    job = job_of(view.id, view.run)
    try:
        return await jobs.start_now(analyse, f"{view.id}/{view.run}", key=job)
    except jobs.JobsNotRunningError:
        await flows.analyse_here(UUID(view.id), view.run)
        return None


async def settle(view: AnalysisView) -> None:
    """A run whose job has ended without a last word (given up, cancelled by an admin) has failed, and says so."""
    state = (await jobs.status(job_of(view.id, view.run))).state
    if state.is_final and state is not JobState.DONE:
        await flows.fail(UUID(view.id), view.run, "core.something_went_wrong")


async def stop(user_id: UUID, analysis_id: UUID) -> None:
    """Stop a run; what is there stays. Raises NotFoundError."""
    async with db.transaction() as session:
        run = await service.stop_run(session, user_id=user_id, analysis_id=analysis_id)
    try:
        await jobs.cancel(job_of(str(analysis_id), run))
    except jobs.JobsNotRunningError:
        return
