"""The job that scores a finished interview, and how it is started and found again."""

from uuid import UUID

from careercoach.core import jobs
from careercoach.core.jobs import JobId, JobRun, Json, Queue
from careercoach.features.interviews import flows


@jobs.job("interviews.score", queue=Queue.INTERACTIVE)
async def score(run: JobRun, ref: str) -> Json:
    """One step for each answer, then the report. `ref` is the interview's id."""
    numbers = await run.step("list", _list, ref)
    for place, number in enumerate(numbers):
        await run.report(round(90 * place / len(numbers)), "interviews.scoring.question", n=place + 1, of=len(numbers))
        await run.step(f"answer {number}", _score_one, ref, number, tries=2)
    await run.report(90, "interviews.scoring.report")
    overall = await run.step("report", _report, ref, tries=3)
    await run.report(100, "interviews.scoring.done")
    return overall


async def _list(ref: str) -> Json:
    return await flows.list_to_score(UUID(ref))


async def _score_one(ref: str, number: int) -> Json:
    return await flows.score_one(UUID(ref), number)


async def _report(ref: str) -> Json:
    return await flows.write_report(UUID(ref))


def score_key(interview_id: UUID) -> JobId:
    """The id of the job of an interview: offered twice, it runs once."""
    return f"interview-score/{interview_id}"


async def start_scoring(interview_id: UUID) -> JobId:
    """Start scoring, or find the run that is under way."""
    return await jobs.start_now(score, str(interview_id), key=score_key(interview_id))
