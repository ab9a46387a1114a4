"""Better wordings and files of one's own resume over HTTP."""

from typing import Annotated

from fastapi import APIRouter, Query, Response

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.downloads import attachment_header
from careercoach.core.rest import SignedIn
from careercoach.features.resume_builder import asking, flows, service
from careercoach.features.resume_builder.schemas import Decision, Format, Paper, PaperChoice, RewriteView
from careercoach.features.usage.schemas import Estimate

router = APIRouter(prefix="/v1/resume-builder", tags=["resume-builder"])


@router.get("")
@allow(Access.SIGNED_IN)
async def get_rewrite(person: SignedIn) -> RewriteView:
    """Every passage of the caller's resume with what is offered and decided; `run` says how far a coach at work is.
    404 before the coach was asked."""
    return await asking.look(person.id)


@router.post("", responses={202: {"model": RewriteView, "description": "A model is at work: GET tells how far it is"}})
@allow(Access.SIGNED_IN)
async def make_rewrite(person: SignedIn, response: Response) -> RewriteView:
    """Ask the coach once more. Decisions about unchanged passages stay. While it is at work asking again changes
    nothing."""
    view = await asking.start(person.id, language=person.language)
    response.status_code = 202 if view.run.state == "running" else 200
    return view


@router.get("/estimate")
@allow(Access.SIGNED_IN)
async def get_estimate(person: SignedIn) -> Estimate | None:
    """What asking would take of the caller's day; null when no model would be asked."""
    return await flows.estimate(person.id, language=person.language)


@router.post("/stop")
@allow(Access.SIGNED_IN)
async def stop_rewrite(person: SignedIn) -> RewriteView:
    """Stop the coach at work; what is there stays."""
    await asking.stop(person.id)
    return await asking.look(person.id)


@router.put("/passages/{key}")
@allow(Access.SIGNED_IN)
async def decide(key: str, decision: Decision, person: SignedIn) -> RewriteView:
    """Accept, reject or reopen a wording, or write one's own. 422 for words that the resume does not bear out."""
    async with db.transaction() as session:
        await service.decide(session, user_id=person.id, key=key, decision=decision)
        return await service.get_rewrite(session, user_id=person.id)


@router.post("/accept-all")
@allow(Access.SIGNED_IN)
async def accept_all(person: SignedIn) -> RewriteView:
    """Accept everything that is offered and still open."""
    async with db.transaction() as session:
        await service.accept_all(session, user_id=person.id)
        return await service.get_rewrite(session, user_id=person.id)


@router.post("/undo")
@allow(Access.SIGNED_IN)
async def undo(person: SignedIn) -> RewriteView:
    """Take back the last decision."""
    async with db.transaction() as session:
        await service.undo(session, user_id=person.id)
        return await service.get_rewrite(session, user_id=person.id)


@router.put("/paper")
@allow(Access.SIGNED_IN)
async def set_paper(choice: PaperChoice, person: SignedIn) -> RewriteView:
    """A4 or US Letter, for the files to come."""
    async with db.transaction() as session:
        await service.set_paper(session, user_id=person.id, paper=choice.paper)
        return await service.get_rewrite(session, user_id=person.id)


@router.post("/skills/{slug}/learn")
@allow(Access.SIGNED_IN)
async def learn_skill(slug: str, person: SignedIn) -> dict[str, bool]:
    """Put a skill that the wanted role asks for and the resume does not show into the plan."""
    async with db.transaction() as session:
        planned = await service.learn_skill(session, user_id=person.id, slug=slug, language=person.language)
    return {"planned": planned}


@router.get("/export/{format}")
@allow(Access.SIGNED_IN)
async def export(format: Format, person: SignedIn, paper: Annotated[Paper | None, Query()] = None) -> Response:
    """The accepted version as PDF, DOCX, Markdown, text or JSON Resume. `paper`: a4 or letter, else as chosen."""
    file = await flows.export(person.id, format=format, paper=paper)
    return Response(
        file.data,
        media_type=file.content_type,
        headers={
            "content-disposition": attachment_header(file.name),
            "content-security-policy": "sandbox; default-src 'none'",
            "cache-control": "private, no-store",
            "x-content-type-options": "nosniff",
        },
    )
