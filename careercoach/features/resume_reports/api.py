"""The report on a resume and its suggestions over HTTP."""

from fastapi import APIRouter

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.ids import read_id
from careercoach.core.rest import SignedIn
from careercoach.features.resume_reports import flows, service
from careercoach.features.resume_reports.schemas import MarkInput, ReportView, SuggestionText

router = APIRouter(prefix="/v1/resumes", tags=["resume reports"])


@router.get("/{resume_id}/report")
@allow(Access.SIGNED_IN)
async def get_resume_report(resume_id: str, person: SignedIn) -> ReportView:
    """The report on one of the caller's files; made anew when the wanted role has changed."""
    return await flows.current_report(person.id, read_id(resume_id))


@router.get("/{resume_id}/suggestions")
@allow(Access.SIGNED_IN)
async def list_resume_suggestions(resume_id: str, person: SignedIn) -> list[SuggestionText]:
    """What to improve, what brings most first, in the caller's language."""
    report = await flows.current_report(person.id, read_id(resume_id))
    return service.told_all(report, person.language)


@router.put("/{resume_id}/suggestions/{suggestion_id}")
@allow(Access.SIGNED_IN)
async def mark_resume_suggestion(
    resume_id: str, suggestion_id: str, wish: MarkInput, person: SignedIn
) -> list[SuggestionText]:
    """Mark a suggestion as fixed or dismissed; null takes the mark back. Answers with all of them."""
    async with db.transaction() as session:
        report = await service.mark_suggestion(
            session, user_id=person.id, resume_id=read_id(resume_id), suggestion_id=suggestion_id, mark=wish.mark
        )
    return service.told_all(report, person.language)
