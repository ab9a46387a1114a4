"""A plan to work with."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
import time_machine
from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.content import load
from careercoach.core.identity import Person
from careercoach.features.planner import service
from careercoach.features.planner.rules.weeks import plan_weeks
from careercoach.features.planner.schemas import Gap, PlanDraft, PlanView, PlanWish

START = date(2026, 11, 23)
"""A Monday."""


def draft(start: date = START, **changes: object) -> PlanDraft:
    """Twelve weeks for somebody who wants to be a data analyst and has five hours a week."""
    role = load.roles()["data-analyst"]
    gaps = [Gap(skill=need.skill, importance="critical", want=need.level, weight=need.weight) for need in role.critical]
    fields = {"role": role.slug, "gaps": tuple(gaps), "weekly_minutes": 300, "start": start} | changes
    return plan_weeks(PlanWish.model_validate(fields))


async def save(session: AsyncSession, person: Person, job: str = "job-1", **changes: object) -> PlanView:
    return await service.save_plan(session, user_id=person.id, draft=draft(**changes), basis={}, job=job)


@pytest.fixture
async def plan(session: AsyncSession, person: Person) -> PlanView:
    return await save(session, person)


@pytest.fixture
def frozen():
    """It is Monday, eight o'clock in Kolkata, and stays so."""
    with time_machine.travel(datetime(2026, 11, 23, 2, 30, tzinfo=UTC), tick=False):
        yield


@pytest.fixture
async def owner(database: Path) -> Person:
    from tests.features.people import add_owner

    return await add_owner()


@pytest.fixture
async def planned(owner: Person) -> Person:
    from tests.features.people import add_plan

    await add_plan(owner)
    return owner
