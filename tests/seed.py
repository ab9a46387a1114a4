"""People with one of everything, made by the app's own use cases."""

from dataclasses import dataclass
from uuid import UUID

from careercoach.core import db
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.schemas import SignUp
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from tests.factories import NO_HASH, PASSWORD

PERSON = {
    "basics": {"name": "Asha Rao", "email": "asha@example.org", "label": "Data analyst"},
    "work": [
        {
            "name": "Lumen Foods",
            "position": "Reporting assistant",
            "startDate": "2022-01",
            "highlights": ["Wrote SQL queries for 14 store managers", "Built Excel pivot tables every week"],
        }
    ],
    "education": [{"institution": "Pune University", "area": "Commerce", "studyType": "Bachelor"}],
    "skills": [{"name": "Data", "keywords": ["SQL", "Excel"]}],
}


@dataclass(frozen=True)
class People:
    """Session tokens, and the owner's id."""

    owner_id: UUID
    owner: str
    stranger: str
    admin: str


async def seed() -> People:
    """The owner has a goal, a confirmed record and whatever else each room adds here."""
    owner_id, owner = await _account("asha@example.org", "Asha Rao")
    _, stranger = await _account("otto@example.org", "Otto Fremd")
    admin_id, admin = await _account("root@example.org", "Root")
    async with db.transaction() as session:
        await accounts.create_admin(session, email="root@example.org", name="Root", password_hash=NO_HASH)
        goal = GoalInput(role_slug="data-analyst", weekly_minutes=300, time_zone="Asia/Kolkata")
        await profiles.save_goal(session, user_id=owner_id, goal=goal)
        await profiles.save_person(session, user_id=owner_id, person=PERSON)
        await profiles.reach_step(session, user_id=owner_id, step="done")
    return People(owner_id, owner, stranger, admin)


async def _account(email: str, name: str) -> tuple[UUID, str]:
    async with db.transaction() as session:
        wish = SignUp(name=name, email=email, password=PASSWORD)
        user = await accounts.sign_up(session, wish=wish, password_hash=NO_HASH)
        return user.id, await accounts.start_session(session, user_id=user.id, browser="Chrome, Linux")
