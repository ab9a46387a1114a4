"""The job that makes a plan, and how it is started and found again."""

from uuid import UUID

from careercoach.core import db, jobs
from careercoach.core.errors import NotFoundError
from careercoach.core.jobs import JobId, JobRun, Json, Queue
from careercoach.features.planner import flows, service

TRIES = 50
"""Failed builds in a row after which somebody should look at the log instead."""


@jobs.job("planner.build", queue=Queue.INTERACTIVE)
async def build(run: JobRun, ref: str) -> Json:
    """Look at the gaps, then write the plan. `ref` is the person's id."""
    await run.report(10, "planner.build.reading")
    count = await run.step("gaps", _count_gaps, ref)
    await run.report(45, "planner.build.ordering" if count else "planner.build.sharpening", n=count)
    written = await run.step("write", _write, ref, run.job_id, tries=3)
    await run.report(100, "planner.build.done", **written)
    return written


async def _count_gaps(ref: str) -> Json:
    return await flows.count_gaps(UUID(ref))


async def _write(ref: str, job_id: str) -> Json:
    plan = await flows.create_plan(UUID(ref), job=job_id)
    return {"tasks": plan.task_count - plan.done_count}


async def start_build(user_id: UUID) -> JobId:
    """Start making a plan, or find the one that is being made. A second click starts nothing."""
    for key in await _keys(user_id):
        try:
            status = await jobs.status(key)
        except NotFoundError:
            return await jobs.start_now(build, str(user_id), key=key)
        if not status.state.is_final:
            return key
    raise NotFoundError


async def find_build(user_id: UUID) -> JobId | None:
    """The build that is on its way, for a page that was reloaded."""
    for key in await _keys(user_id):
        try:
            status = await jobs.status(key)
        except (NotFoundError, jobs.JobsNotRunningError):
            return None
        if not status.state.is_final:
            return key
    return None


async def _keys(user_id: UUID) -> list[JobId]:
    """The ids of the next plan of somebody: one for each try, the number of the plan after the present one."""
    async with db.reading() as session:
        made_by = await service.find_job(session, user_id=user_id)
    number = int(made_by.rsplit("/", 1)[-1].split("-")[0]) + 1 if made_by.startswith("plan/") else 1
    return [f"plan/{user_id}/{number}", *(f"plan/{user_id}/{number}-{attempt}" for attempt in range(2, TRIES))]
