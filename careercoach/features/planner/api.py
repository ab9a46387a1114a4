"""The plan over HTTP."""

from datetime import date
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Query
from pydantic import BaseModel

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.clock import local_date, utc_now
from careercoach.core.errors import InvalidInputError
from careercoach.core.ids import new_id
from careercoach.core.limits import take
from careercoach.core.rest import SignedIn
from careercoach.features.planner import flows, service
from careercoach.features.planner.schemas import PlanAnswer, PlanView, TaskAnswer
from careercoach.features.profiles import service as profiles

router = APIRouter(prefix="/v1/plan", tags=["plan"])
LONGEST_DAYS = 92


class Move(BaseModel):
    """Where a task should go."""

    to: date


def _answer(plan: PlanView, language: str) -> PlanAnswer:
    return PlanAnswer(
        **plan.model_dump(include=set(PlanAnswer.model_fields)),
        title=service.role_title(plan.role, language),
        percent=plan.percent,
        note=service.note_of(plan, language),
    )


@router.get("")
@allow(Access.SIGNED_IN)
async def get_plan(person: SignedIn) -> PlanAnswer:
    """The caller's plan without its tasks."""
    async with db.reading() as session:
        return _answer(await service.get_plan(session, user_id=person.id), person.language)


@router.post("", status_code=201)
@allow(Access.SIGNED_IN)
async def create_plan(person: SignedIn) -> PlanAnswer:
    """Make a plan from the gaps; it takes the place of the one before, and what was done stays."""
    async with db.transaction() as session:
        await take(session, service.BUILDS, str(person.id))
    return _answer(await flows.create_plan(person.id, job=f"api/{new_id()}"), person.language)


@router.get("/tasks")
@allow(Access.SIGNED_IN)
async def list_tasks(
    person: SignedIn, first: Annotated[date, Query()], last: Annotated[date, Query()]
) -> list[TaskAnswer]:
    """The tasks of these days in order, at most three months at once."""
    if not 0 <= (last - first).days <= LONGEST_DAYS:
        raise InvalidInputError
    async with db.reading() as session:
        tasks = await service.list_tasks(session, user_id=person.id, first=first, last=last)
    return [service.answer_of(task, person.language) for task in tasks]


@router.post("/tasks/{task_id}/move")
@allow(Access.SIGNED_IN)
async def move_task(person: SignedIn, task_id: UUID, wish: Move) -> TaskAnswer:
    """Put an open task on another day, from today on."""
    async with db.transaction() as session:
        zone = await profiles.get_time_zone(session, user_id=person.id)
        today = local_date(utc_now(), zone)
        await service.move_task(session, user_id=person.id, task_id=task_id, to=wish.to, today=today)
        return service.answer_of(await service.get_task(session, user_id=person.id, task_id=task_id), person.language)
