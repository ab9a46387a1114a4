"""Somebody with a plan, written for real, so that handlers, routes and jobs find it; and their pages."""

from contextlib import contextmanager
from datetime import UTC, date, datetime

from reflex.state import State

from careercoach.core import db
from careercoach.core.identity import Person, current
from careercoach.features.planner import service as planner
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from tests import factories
from tests.features.planner.conftest import draft

ZONE = "Asia/Kolkata"
MORNING = datetime(2026, 11, 23, 2, 30, tzinfo=UTC)
"""A Monday, eight o'clock in Kolkata."""
MONDAY = date(2026, 11, 23)


class PaperPdf:
    """Stands in for the engine: keeps what it was asked to print."""

    def __init__(self) -> None:
        self.printed: list[tuple[str, str, str]] = []
        self.fails: Exception | None = None

    async def render(self, html: str, *, title: str, language: str) -> bytes:
        if self.fails is not None:
            raise self.fails
        self.printed.append((html, title, language))
        return b"%PDF-1.7 " + title.encode()


async def add_owner(email: str = "asha@example.org", **goal: object) -> Person:
    """A person with a goal who has finished onboarding."""
    async with db.transaction() as session:
        person = await factories.add_person(session, email=email)
        wish = {"role_slug": "data-analyst", "weekly_minutes": 840, "time_zone": ZONE, "mail_minute": 480} | goal
        await profiles.save_goal(session, user_id=person.id, goal=GoalInput.model_validate(wish))
        await profiles.reach_step(session, user_id=person.id, step="done")
    return person


async def add_plan(person: Person, job: str = "plan/test/1", **wish: object) -> None:
    """Twelve weeks from Monday on, two hours a day."""
    async with db.transaction() as session:
        made = draft(**({"weekly_minutes": 840} | wish))
        await planner.save_plan(session, user_id=person.id, draft=made, basis={}, job=job)


@contextmanager
def acting_as(person: Person | None):
    """Handlers and routes run for this person."""
    token = current.set(person)
    try:
        yield
    finally:
        current.reset(token)


def new_state(kind: type[State]):
    """A page's state as the server makes it for a tab."""
    root = State(_reflex_internal_init=True)  # pyright: ignore[reportCallIssue]
    return root.get_substate(kind.get_full_name().split(".")[1:])


class Proxy:
    """What a background handler gets instead of its state."""

    def __init__(self, state: State) -> None:
        object.__setattr__(self, "_state", state)

    async def __aenter__(self):
        return self

    async def __aexit__(self, *_error: object) -> None:
        return None

    def __getattr__(self, name: str):
        return getattr(object.__getattribute__(self, "_state"), name)

    def __setattr__(self, name: str, value: object) -> None:
        setattr(object.__getattribute__(self, "_state"), name, value)
