"""People with a record, and coaches of every character."""

import json
from collections.abc import Callable
from typing import Any

import pytest

from careercoach.core import db
from careercoach.core.identity import Person
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resume_builder.schemas import RewriteAnswer, Rewritten
from careercoach.ports import ai
from tests import factories
from tests.features.resume_builder.records import ASHA


async def add_owner(
    record: dict[str, Any] = ASHA, *, email: str = "asha@example.org", role: str = "data-analyst"
) -> Person:
    """Somebody with a goal and this confirmed record."""
    async with db.transaction() as session:
        person = await factories.add_person(session, email=email)
        await profiles.save_goal(session, user_id=person.id, goal=GoalInput(role_slug=role, weekly_minutes=300))
        if record:
            await profiles.save_person(session, user_id=person.id, person=json.loads(json.dumps(record)))
    return person


@pytest.fixture
async def owner(database) -> Person:
    return await add_owner()


class ScriptedCoach:
    """Says of each passage what it is told to say."""

    def __init__(self, say: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> None:
        self.say = say
        self.asked: list[dict[str, Any]] = []

    async def ask(self, task, *, language, asker=None, **inputs):
        self.asked = inputs["passages"]
        said = [Rewritten.model_validate(one) for passage in self.asked for one in self.say(passage)]
        return RewriteAnswer(source="scripted", passages=said)


@pytest.fixture
def scripted(monkeypatch):
    def use(say: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> ScriptedCoach:
        coach = ScriptedCoach(say)
        monkeypatch.setattr(ai, "_coach", coach)
        return coach

    return use
