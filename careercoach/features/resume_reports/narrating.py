"""The job that asks the coach to put a report into words, and how it is started and found again."""

from uuid import UUID

from careercoach.core import jobs
from careercoach.core.clock import utc_now
from careercoach.core.jobs import JobId, JobRun, Json, Queue
from careercoach.features.resume_reports import flows
from careercoach.features.resume_reports.schemas import ReportView

AGAIN = {"unavailable": "%Y%m%d%H%M", "over_budget": "%Y%m%d", "unreadable": "%Y%m%d"}
"""Why the rules told it although a model was asked, and the span in which asking once more is enough."""


@jobs.job("resume_reports.narrate", queue=Queue.AI)
async def narrate(run: JobRun, ref: str) -> Json:
    """One question, one answer. `ref` is person/resume/language."""
    await run.report(10, "resume_reports.writing")
    await run.step("ask", _ask, ref, tries=2)
    await run.report(100, "resume_reports.writing")
    return None


async def _ask(ref: str) -> Json:
    user_id, resume_id, language = ref.split("/")
    await flows.narrate(UUID(user_id), UUID(resume_id), language)
    return None


async def start_narrating(user_id: UUID, report: ReportView, language: str) -> JobId | None:
    """Start it, or find the one on its way; None when nothing more is to come: the words by rules are all there is,
    or no jobs run here and it was told at once.

    The key holds the moment the report was made: a report made anew is told anew. Where no model answered, another
    visit asks again, once a minute at most; one whose answer was no good is asked the next day.
    """
    if not await flows.may_be_told_by_a_model(user_id):
        return None
    moment = f"{report.made_at:%Y%m%d%H%M%S%f}"
    key = f"narrate-report/{report.id}/{moment}/{language}{_again(report, language)}"
    ref = f"{user_id}/{report.resume_id}/{language}"
    try:
        return await jobs.start_now(narrate, ref, key=key)
    except jobs.JobsNotRunningError:
        await _ask(ref)
        return None


def _again(report: ReportView, language: str) -> str:
    """What makes the key of another try another one; empty for the first."""
    told = report.narratives.get(language)
    if told is None or told.why not in AGAIN:
        return ""
    return f"/{utc_now():{AGAIN[told.why]}}"
