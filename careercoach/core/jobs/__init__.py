"""Durable jobs: work that is finished even if the process dies, and accepted once per id.

    @job("resumes.analyse", queue=Queue.INTERACTIVE)
    async def analyse(run: JobRun, ref: str) -> Json:
        text = await run.step("read", flows.read_text, ref)
        await run.report(40, "resumes.reading_done")
        return await run.step("ask", flows.ask_coach, ref, tries=3)

    job_id = await jobs.start_now(analyse, resume_id, key=f"analyse-resume/{resume_id}/{version}")
    async for event in jobs.progress(job_id): ...

The key is the job's id. It carries the meaning, so a second click, process or tick does no harm; who wants
the work done again puts something new into the key. Refs and keys are ids only: never content or secrets.
"""

from careercoach.core.jobs.config import JobsConfig
from careercoach.core.jobs.contract import (
    Due,
    JobBody,
    JobCounts,
    JobId,
    JobKind,
    JobRun,
    Jobs,
    JobsNotRunningError,
    JobState,
    JobStatus,
    JobView,
    Json,
    Offer,
    ProgressEvent,
    Queue,
    StepFailedError,
)
from careercoach.core.jobs.current import (
    cancel,
    counts,
    erase,
    last_tick_at,
    lifespan,
    list_jobs,
    progress,
    retry,
    start_now,
    status,
    submit,
    use_jobs,
)
from careercoach.core.jobs.daily import daily_due, daily_instant
from careercoach.core.jobs.registry import due_every_minute, job

__all__ = [
    "Due",
    "JobBody",
    "JobCounts",
    "JobId",
    "JobKind",
    "JobRun",
    "JobState",
    "JobStatus",
    "JobView",
    "Jobs",
    "JobsConfig",
    "JobsNotRunningError",
    "Json",
    "Offer",
    "ProgressEvent",
    "Queue",
    "StepFailedError",
    "cancel",
    "counts",
    "daily_due",
    "daily_instant",
    "due_every_minute",
    "erase",
    "job",
    "last_tick_at",
    "lifespan",
    "list_jobs",
    "progress",
    "retry",
    "start_now",
    "status",
    "submit",
    "use_jobs",
]
