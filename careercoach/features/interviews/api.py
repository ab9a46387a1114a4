"""Mock interviews over HTTP: the same use cases as the pages."""

from uuid import UUID

from fastapi import APIRouter, Response

from careercoach.core import db, jobs
from careercoach.core.access import Access, allow
from careercoach.core.errors import NotFoundError
from careercoach.core.rest import SignedIn
from careercoach.features.interviews import flows, judging, service
from careercoach.features.interviews.schemas import (
    AnswerInput,
    AnswerView,
    InterviewInput,
    InterviewLine,
    InterviewView,
    ReportView,
)

router = APIRouter(tags=["interviews"])


@router.get("/v1/interviews")
@allow(Access.SIGNED_IN)
async def list_interviews(person: SignedIn) -> list[InterviewLine]:
    """One's own interviews, newest first."""
    async with db.reading() as session:
        return await service.list_interviews(session, user_id=person.id)


@router.post("/v1/interviews", status_code=201)
@allow(Access.SIGNED_IN)
async def start_interview(person: SignedIn, wish: InterviewInput) -> InterviewView:
    """Choose questions and start the clock. 409 while another one is open."""
    return await flows.start_interview(person.id, wish, language=person.language)


@router.get("/v1/interviews/{interview_id}")
@allow(Access.SIGNED_IN)
async def get_interview(person: SignedIn, interview_id: UUID) -> InterviewView:
    """An interview with its questions and saved texts."""
    async with db.reading() as session:
        return await service.get_interview(session, user_id=person.id, interview_id=interview_id)


@router.delete("/v1/interviews/{interview_id}", status_code=204)
@allow(Access.SIGNED_IN)
async def delete_interview(person: SignedIn, interview_id: UUID) -> None:
    """Throw an interview away with all its answers."""
    async with db.transaction() as session:
        await service.delete_interview(session, user_id=person.id, interview_id=interview_id)


@router.put("/v1/interviews/{interview_id}/answers/{number}")
@router.put("/interviews/{interview_id}/answers/{number}", include_in_schema=False)
@allow(Access.SIGNED_IN)
async def save_answer(person: SignedIn, interview_id: UUID, number: int, answer: AnswerInput) -> AnswerView:
    """Keep a text. 409 when it was changed elsewhere since `version`; the same `request` twice is one."""
    async with db.transaction() as session:
        return await service.save_answer(
            session, user_id=person.id, interview_id=interview_id, number=number, answer=answer
        )


@router.post("/v1/interviews/{interview_id}/pause")
@allow(Access.SIGNED_IN)
async def pause_interview(person: SignedIn, interview_id: UUID) -> InterviewView:
    """Stop the clock."""
    async with db.transaction() as session:
        return await service.pause_interview(session, user_id=person.id, interview_id=interview_id)


@router.post("/v1/interviews/{interview_id}/resume")
@allow(Access.SIGNED_IN)
async def resume_interview(person: SignedIn, interview_id: UUID) -> InterviewView:
    """Let the clock run on."""
    async with db.transaction() as session:
        return await service.resume_interview(session, user_id=person.id, interview_id=interview_id)


@router.post("/v1/interviews/{interview_id}/finish", status_code=202)
@allow(Access.SIGNED_IN)
async def finish_interview(person: SignedIn, interview_id: UUID) -> InterviewView:
    """No more writing; the report is there a moment later."""
    async with db.transaction() as session:
        view = await service.finish_interview(session, user_id=person.id, interview_id=interview_id)
    if view.state == "finished":
        await _start_or_leave(interview_id)
    return view


async def _start_or_leave(interview_id: UUID) -> None:
    """Start scoring now; while the engine rests, the next tick does it."""
    try:
        await judging.start_scoring(interview_id)
    except jobs.JobsNotRunningError:
        return


@router.get("/v1/interviews/{interview_id}/report")
@allow(Access.SIGNED_IN)
async def get_report(person: SignedIn, interview_id: UUID) -> ReportView:
    """The report; 404 until it is there."""
    async with db.reading() as session:
        return await service.get_report(session, user_id=person.id, interview_id=interview_id)


@router.get("/interviews/{interview_id}/report.pdf")
@allow(Access.SIGNED_IN)
async def get_report_pdf(person: SignedIn, interview_id: str) -> Response:
    """The report as PDF, in the person's language."""
    try:
        wanted = UUID(interview_id)
    except ValueError as error:
        raise NotFoundError from error
    name, data = await flows.make_pdf(person.id, wanted, name=person.name, language=person.language)
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(data, media_type=flows.PDF_TYPE, headers=headers)
