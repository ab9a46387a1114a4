"""The day over HTTP: the list, what becomes of each task, and the PDF."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query, Response

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import utc_now
from careercoach.core.rest import SignedIn
from careercoach.features.planner import service as planner
from careercoach.features.planner.schemas import DayAnswer, TaskAnswer
from careercoach.features.today import flows, service

router = APIRouter(tags=["today"])


@router.get("/v1/today")
@allow(Access.SIGNED_IN)
async def get_today(person: SignedIn, day: date | None = None) -> DayAnswer:
    """The tasks of today, or of another day, in order."""
    async with db.reading() as session:
        today = await service.local_today(session, user_id=person.id, now=utc_now())
        wanted = service.checked_day(day or today, today)
        found = await planner.list_day(session, user_id=person.id, day=wanted)
    return DayAnswer(
        day=found.day,
        minutes=found.minutes,
        done_minutes=found.done_minutes,
        is_day_off=found.is_day_off,
        tasks=[planner.answer_of(task, person.language) for task in found.tasks],
    )


@router.post("/v1/today/{task_id}/complete")
@allow(Access.SIGNED_IN)
async def complete_task(person: SignedIn, task_id: UUID) -> TaskAnswer:
    """Done. Saying it twice is harmless."""
    async with db.transaction() as session:
        today = await service.local_today(session, user_id=person.id, now=utc_now())
        await planner.complete_task(session, user_id=person.id, task_id=task_id, today=today)
        return planner.answer_of(await planner.get_task(session, user_id=person.id, task_id=task_id), person.language)


@router.post("/v1/today/{task_id}/undo")
@allow(Access.SIGNED_IN)
async def undo_task(person: SignedIn, task_id: UUID) -> TaskAnswer:
    """Open again."""
    async with db.transaction() as session:
        await planner.undo_task(session, user_id=person.id, task_id=task_id)
        return planner.answer_of(await planner.get_task(session, user_id=person.id, task_id=task_id), person.language)


@router.post("/v1/today/{task_id}/skip")
@allow(Access.SIGNED_IN)
async def skip_task(person: SignedIn, task_id: UUID) -> TaskAnswer:
    """Set aside."""
    async with db.transaction() as session:
        await planner.skip_task(session, user_id=person.id, task_id=task_id)
        return planner.answer_of(await planner.get_task(session, user_id=person.id, task_id=task_id), person.language)


@router.get("/today/pdf")
@allow(Access.SIGNED_IN)
async def get_pdf(person: SignedIn, day: date | None = None) -> Response:
    """The PDF of one's own day."""
    return _pdf(*await flows.make_pdf(person.id, day))


@router.get("/today/pdf-link", include_in_schema=False)
@allow(Access.ANYONE)
async def open_pdf_link(
    u: Annotated[str, Query(pattern="^[0-9a-f]{32}$")],
    d: Annotated[str, Query(pattern=r"^\d{4}-\d\d-\d\d$")],
    t: Annotated[str, Query(pattern=r"^\d{1,12}$")],
    s: Annotated[str, Query(max_length=64)],
) -> Response:
    """The link of a letter: the signature is the whole permission, for seven days."""
    return _pdf(*await flows.open_pdf_link(user=u, day=d, until=t, signature=s))


def _pdf(name: str, data: bytes) -> Response:
    headers = {
        "content-disposition": f'attachment; filename="{name}"',
        "content-security-policy": "sandbox; default-src 'none'",
        "cache-control": "private, no-store",
        "x-content-type-options": "nosniff",
    }
    return Response(data, media_type=flows.PDF_TYPE, headers=headers)
