"""The profile over HTTP."""

from typing import Any

from fastapi import APIRouter
from pydantic import BaseModel, ConfigDict

from careercoach.core import db
from careercoach.core.access import Access, allow
from careercoach.core.rest import SignedIn
from careercoach.features.profiles import service
from careercoach.features.profiles.schemas import GoalInput, ProfileView

router = APIRouter(prefix="/v1/profile", tags=["profile"])


class ProfileInput(BaseModel):
    """Goal, confirmed record, or both. The versions are those that were read; a newer one answers 409."""

    model_config = ConfigDict(extra="forbid")

    goal: GoalInput | None = None
    goal_version: int | None = None
    person: dict[str, Any] | None = None
    version: int | None = None


@router.get("")
@allow(Access.SIGNED_IN)
async def get_profile(person: SignedIn) -> ProfileView:
    """Goal, preferences and confirmed record of the caller."""
    async with db.reading() as session:
        return await service.get_profile(session, user_id=person.id)


@router.put("")
@allow(Access.SIGNED_IN)
async def save_profile(wish: ProfileInput, person: SignedIn) -> ProfileView:
    """Change goal, record, or both at once."""
    async with db.transaction() as session:
        if wish.goal is not None:
            await service.save_goal(session, user_id=person.id, goal=wish.goal, version=wish.goal_version)
        if wish.person is not None:
            await service.save_person(session, user_id=person.id, person=wish.person, version=wish.version)
        return await service.get_profile(session, user_id=person.id)
