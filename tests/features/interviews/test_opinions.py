"""What a model may change about a score: a little, with quotes, and never what held the score down."""

from pathlib import Path
from typing import Any

import pytest

from careercoach.content import load
from careercoach.core import db
from careercoach.core.identity import Person
from careercoach.features.connections import service as connections
from careercoach.features.interviews import flows
from careercoach.features.interviews.opinions import JUDGE, check_opinion, judge_by_rules, with_opinion
from careercoach.features.interviews.rules.answers import score_answer
from careercoach.features.interviews.state.start import InterviewsState
from careercoach.features.usage import flows as usage_flows
from careercoach.features.usage.flows import DatabaseBooks
from careercoach.ports import ai
from careercoach.ports.ai import Made
from careercoach.ports.ai.bookkeeping import Turn
from careercoach.ports.ai.composing import keep_honest
from careercoach.ports.ai.seams import Wish
from tests.features.interviews.sittings import report_of, sit
from tests.features.people import acting_as, add_owner, new_state
from tests.ports.ai.house import ASHA, TestHouse, openai_at
from tests.standins.openai_server import OpenAiServer

QUESTION = next(question for question in load.questions().values() if question.kind == "technical")
ANSWER = QUESTION.strong_answer.en


def _inputs(answer: str = ANSWER) -> dict[str, Any]:
    return {
        "question": QUESTION.text.en, "answer": answer, "points": "- a point", "score": 60,
        "asked": QUESTION, "shown": [],
    }  # fmt: skip


def _opinion(**changes: Any):
    by_rules = judge_by_rules("en", **_inputs())
    return by_rules, by_rules.model_copy(update={"source": "openai", "made": Made(engine="openai"), **changes})


def test_without_a_model_the_score_is_the_rules_own():
    by_rules = judge_by_rules("en", **_inputs())
    assert with_opinion(by_rules, ANSWER) == score_answer(QUESTION, ANSWER)


def test_ten_points_either_way_and_no_more():
    by_rules, opinion = _opinion(overall=0)
    assert check_opinion(opinion, _inputs(), by_rules).overall == by_rules.overall - 10
    by_rules, opinion = _opinion(overall=100)
    assert check_opinion(opinion, _inputs(), by_rules).overall <= by_rules.overall + 10


def test_what_held_the_score_down_still_does():
    inputs = _inputs("I would use an index.")
    by_rules = judge_by_rules("en", **inputs)
    assert by_rules.score.flaw == "short"
    high = by_rules.model_copy(update={"overall": by_rules.overall + 10})
    assert check_opinion(high, inputs, by_rules).overall == by_rules.overall


async def test_a_model_marks_passages_and_gives_advice():
    quote = ANSWER.split(". ")[0]
    async with OpenAiServer() as server:
        server.answer = {
            "overall": 0,
            "remarks": [
                {"quote": quote.upper(), "kind": "strong", "why": "It names the thing first."},
                {"quote": "I led 400 people at Google.", "kind": "strong", "why": "Impressive."},
            ],
            "advice": "Say why you chose it. See https://evil.example/login for more.",
        }
        house = TestHouse([openai_at(server.url)])
        house.coach.honest = keep_honest
        opinion = await house.coach.ask(JUDGE, language="en", asker=ASHA, **_inputs())
    score = with_opinion(opinion, ANSWER)
    rules = score_answer(QUESTION, ANSWER)
    assert score.overall == rules.overall - 10
    assert score.made is not None and score.made.engine == "openai"
    mine = [passage for passage in score.passages if passage.why.key == "interviews.said"]
    assert [passage.quote for passage in mine] == [quote]
    assert all(ANSWER[passage.start : passage.end] == passage.quote for passage in score.passages)
    assert score.advice[0].values == {"words": "Say why you chose it."}
    assert "evil" not in score.model_dump_json() and "Google" not in score.model_dump_json()
    assert score.points == rules.points, "what was said and what was not is the rules' to tell"


@pytest.fixture
async def owner(database: Path) -> Person:
    return await add_owner()


async def test_a_provider_unplugged_in_the_middle_leaves_a_whole_report(owner: Person, monkeypatch: pytest.MonkeyPatch):
    async with OpenAiServer() as server:
        server.answer = {"overall": 90, "remarks": [], "advice": "Say what changed because of it."}
        house = TestHouse([openai_at(server.url)])
        monkeypatch.setattr(ai, "_coach", house.coach)
        view = await sit(owner)
        for number in (1, 2):
            await flows.score_one(view.id, number)
        server.steady = "reset"
        assert await flows.score_interview(view.id)
    report = await report_of(owner, view.id)
    made = [answer.score.made for answer in report.answers]
    assert [one.engine for one in made if one] == ["openai", "openai", "embedded", "embedded", "embedded"]
    assert [one.why for one in made[2:] if one] == ["unavailable"] * 3
    assert all(answer.score.overall > 0 for answer in report.answers)


async def test_before_it_begins_it_says_what_judging_will_take(owner: Person, monkeypatch: pytest.MonkeyPatch):
    state = new_state(InterviewsState)
    with acting_as(owner):
        await InterviewsState.load.fn(state)
        assert state.estimate is None, "without a model there is nothing to count"
        provider = openai_at("http://127.0.0.1:9/v1")

        async def turns(task: str) -> list[Turn]:
            return [Turn(provider, provider.model)]

        monkeypatch.setattr(usage_flows, "lineup", lambda: turns)
        await InterviewsState.load.fn(state)
        assert state.estimate is None, "nor without consent"
        async with db.transaction() as session:
            await connections.save_choice(session, user_id=owner.id, allowed=True)
        assert await DatabaseBooks().reserve(Wish(owner.id, JUDGE.name, 100, None))
        await InterviewsState.load.fn(state)
        assert state.estimate is not None
        assert (state.estimate.questions, state.estimate.left, state.estimate.is_enough) == (5, 29, True)
        assert state.estimate.cost.startswith("$0.0")
        await InterviewsState.choose_size.fn(state, "12")
        assert state.estimate.questions == 12
