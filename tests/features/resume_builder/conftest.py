"""People with a record, and coaches of every character."""

import asyncio
import json
from collections.abc import Callable
from typing import Any

import pytest

from careercoach.core import db
from careercoach.core.identity import Person
from careercoach.features.connections import service as connections
from careercoach.features.profiles import service as profiles
from careercoach.features.profiles.schemas import GoalInput
from careercoach.features.resume_builder import flows, writer
from careercoach.features.resume_builder.schemas import RewriteAnswer, Rewritten
from careercoach.features.usage import flows as usage_flows
from careercoach.ports import ai
from careercoach.ports.ai import Made
from careercoach.ports.ai.bookkeeping import Turn
from tests import factories
from tests.features.resume_builder.records import ASHA
from tests.ports.ai.house import openai_at


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


PART = 2
"""Passages of one question, where three questions shall not take a long resume."""


def long_record(points: int = 5) -> dict[str, Any]:
    """A resume of so many lines: three questions."""
    told = [f"Responsible for managing shop number {number} of the chain" for number in range(points)]
    post = {"position": "Lead", "name": "X", "endDate": "2020", "highlights": told}
    return {"basics": {"name": "Asha Rao"}, "work": [post]}


class PatientCoach:
    """A model that words every line, and waits for leave before each answer."""

    def __init__(self) -> None:
        self.asked: list[int] = []
        self.leave = asyncio.Semaphore(0)
        self.fails = False

    async def ask(self, task, *, language, asker=None, **inputs):
        self.asked.append(len(inputs["passages"]))
        await self.leave.acquire()
        if self.fails:
            raise ZeroDivisionError
        said = [
            Rewritten(key=one["key"], text=one["text"].replace("Responsible for managing", "Ran")[:2_000])
            for one in inputs["passages"]
        ]
        return RewriteAnswer(source="openai", made=Made(engine="openai", model="gpt-6-luna"), passages=said)

    def let(self, answers: int = 99) -> None:
        """So many more answers may come."""
        for _ in range(answers):
            self.leave.release()


@pytest.fixture
async def with_model(database, monkeypatch) -> tuple[Person, PatientCoach]:
    """Somebody with a long resume who agreed to a model, and the model."""
    person = await add_owner(long_record())
    async with db.transaction() as session:
        await connections.save_choice(session, user_id=person.id, allowed=True)
    monkeypatch.setattr(writer, "ASKED_MOST", PART)
    provider = openai_at("http://127.0.0.1:9/v1")

    async def turns(task: str) -> list[Turn]:
        return [Turn(provider, provider.model)]

    for module in (flows, usage_flows):
        monkeypatch.setattr(module, "lineup", lambda: turns)
    model = PatientCoach()
    monkeypatch.setattr(ai, "_coach", model)
    return person, model


class ScriptedCoach:
    """Says of each passage what it is told to say."""

    def __init__(self, say: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> None:
        self.say = say
        self.asked: list[dict[str, Any]] = []

    async def ask(self, task, *, language, asker=None, **inputs):
        self.asked = inputs["passages"]
        said = [Rewritten.model_validate(one) for passage in self.asked for one in self.say(passage)]
        return RewriteAnswer(source="scripted", made=Made(engine="scripted", model="m-1"), passages=said)


@pytest.fixture
def scripted(monkeypatch):
    def use(say: Callable[[dict[str, Any]], list[dict[str, Any]]]) -> ScriptedCoach:
        coach = ScriptedCoach(say)
        monkeypatch.setattr(ai, "_coach", coach)
        return coach

    return use
