"""Without any key the task's own rule answers, in the language asked for."""

import threading

import pytest
from pydantic import ValidationError

from careercoach.ports.ai import AiTask, CoachAnswer, coach, read_prompt


class Praise(CoachAnswer):
    words: str
    score: int


def by_rules(language: str, name: str) -> Praise:
    return Praise(
        words=f"{language}: well done, {name} ({threading.current_thread().name})", score=70, source="made up"
    )


PRAISE = AiTask(name="tests.praise", prompt="Praise {name}.", answer=Praise, embedded=by_rules)


async def test_the_rule_answers_and_says_so():
    answer = await coach().ask(PRAISE, language="hi", name="Asha")
    assert isinstance(answer, Praise) and answer.score == 70
    assert answer.words.startswith("hi: well done, Asha")
    assert answer.source == "embedded"


async def test_it_thinks_off_the_event_loop():
    answer = await coach().ask(PRAISE, language="en", name="x")
    assert "MainThread" not in answer.words


async def test_an_answer_out_of_shape_is_an_error():
    def wrong(language: str) -> Praise:
        return Praise.model_construct(words=3, score="many")

    with pytest.raises(ValidationError):
        await coach().ask(AiTask("tests.wrong", "", Praise, wrong), language="en")


def test_no_task_without_a_language():
    with pytest.raises(TypeError):
        AiTask("tests.deaf", "", Praise, lambda name: Praise(words=name, score=1))


def test_prompts_lie_beside_their_room(tmp_path):
    (tmp_path / "prompts").mkdir()
    (tmp_path / "prompts" / "praise.md").write_text("Praise {name}.", encoding="utf-8")
    assert read_prompt(str(tmp_path / "service.py"), "praise") == "Praise {name}."
