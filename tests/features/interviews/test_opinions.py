"""What a model may change about a score: a little, with quotes, and never what held the score down."""

from typing import Any

from careercoach.content import load
from careercoach.features.interviews.opinions import JUDGE, check_opinion, judge_by_rules, with_opinion
from careercoach.features.interviews.rules.answers import score_answer
from careercoach.ports.ai import Made
from careercoach.ports.ai.composing import keep_honest
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
            "overall": 99,
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
    assert rules.overall < score.overall <= rules.overall + 10
    assert score.made is not None and score.made.engine == "openai"
    mine = [passage for passage in score.passages if passage.why.key == "interviews.said"]
    assert [passage.quote for passage in mine] == [quote]
    assert all(ANSWER[passage.start : passage.end] == passage.quote for passage in score.passages)
    assert score.advice[0].values == {"words": "Say why you chose it."}
    assert "evil" not in score.model_dump_json() and "Google" not in score.model_dump_json()
    assert score.points == rules.points, "what was said and what was not is the rules' to tell"
