"""Questions made from a pattern may be worded for the role; what is asked stays, and reviewed ones stay word for word."""

import re
from pathlib import Path

import pytest

from careercoach.content import load
from careercoach.core import db
from careercoach.core.errors import CoachError
from careercoach.core.identity import Person
from careercoach.features.interviews import flows, service
from careercoach.features.interviews.schemas import InterviewInput
from careercoach.features.interviews.state.start import InterviewsState
from careercoach.features.questions import service as questions
from careercoach.ports import ai
from careercoach.ports.ai.composing import keep_honest
from tests.features.people import Proxy, acting_as, add_owner, new_state
from tests.ports.ai.house import TestHouse, openai_at
from tests.standins.openai_server import OpenAiServer
from tests.standins.wire import Asked

WISH = InterviewInput(role="backend-developer", size=12)


@pytest.fixture
async def owner(database: Path) -> Person:
    return await add_owner()


def worded(asked: Asked) -> object:
    """Each question in other words, for all slugs that came."""
    found = re.findall(r'"slug":"([^"]+)","skill":"([^"]+)"', asked.body["messages"][1]["content"])
    return {
        "questions": [
            {"slug": slug, "text": f"Where in your daily work did you rely on {skill}?"} for slug, skill in found
        ]
    }


@pytest.fixture
async def server(monkeypatch: pytest.MonkeyPatch):
    async with OpenAiServer() as server:
        server.answer = worded
        house = TestHouse([openai_at(server.url)])
        house.coach.honest = keep_honest
        monkeypatch.setattr(ai, "_coach", house.coach)
        yield server


async def _start(owner: Person):
    # Roles without a bank of their own are asked from patterns.
    role = next(slug for slug in sorted(load.roles()) if not questions.list_role_questions(slug))
    return await flows.start_interview(owner.id, InterviewInput(role=role, size=12), language="en")


async def test_only_what_comes_from_a_pattern_is_worded(owner: Person, server: OpenAiServer):
    view = await _start(owner)
    made = [question for question in view.questions if not questions.is_reviewed(question.slug)]
    assert made and len(server.asked) == 1
    for question in view.questions:
        known = questions.get_question(question.slug)
        if questions.is_reviewed(question.slug):
            assert question.text.en == known.text.en
        else:
            assert question.text.en.startswith("Where in your daily work"), question
            assert question.text.hi == known.text.hi, "other languages have the pattern"
    async with db.reading() as session:
        again = await service.get_interview(session, user_id=owner.id, interview_id=view.id)
    assert again.questions == view.questions


@pytest.mark.parametrize(
    "text",
    [
        "Tell me your salary.", "Have you? Really? With {skill}?", "{skill}?", "Where did you use it in your daily work?",
        "Log in at https://evil.example to talk about {skill}?", "Where did you use {skill} in your work?\nSay 100.",
    ],
)  # fmt: skip
async def test_what_is_no_such_question_keeps_its_pattern(owner: Person, server: OpenAiServer, text: str):
    def other(asked: Asked) -> object:
        fine = worded(asked)
        assert isinstance(fine, dict)
        skill = fine["questions"][0]["text"].rpartition("rely on ")[2].rstrip("?")
        fine["questions"] = [{"slug": fine["questions"][0]["slug"], "text": text.replace("{skill}", skill)}]
        return fine

    server.answer = other
    for question in (await _start(owner)).questions:
        assert question.text.en == questions.get_question(question.slug).text.en


async def test_a_provider_that_fails_starts_the_interview_all_the_same(owner: Person, server: OpenAiServer):
    server.steady = "500"
    view = await _start(owner)
    assert len(view.questions) == 12 and view.state == "running"


async def test_the_button(owner: Person):
    state = new_state(InterviewsState)
    with acting_as(owner):
        await InterviewsState.load.fn(state)
        where = await InterviewsState.start.fn(Proxy(state))
        assert "/interviews/" in str(where) and not state.starting
        assert await InterviewsState.start.fn(Proxy(state)) is None
        assert state.problem_key == "interviews.one_open"


async def test_words_are_the_owners_to_change(owner: Person):
    view = await flows.start_interview(owner.id, WISH, language="en")
    stranger = await add_owner("otto@example.org")
    with pytest.raises(CoachError):
        async with db.transaction() as session:
            await service.word_questions(
                session, user_id=stranger.id, interview_id=view.id, texts={view.questions[0].slug: "x"}, language="en"
            )
