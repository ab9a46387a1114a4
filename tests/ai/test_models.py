"""Models that obey whoever writes, or lie in every field, through every question the app really asks: nothing of it
reaches a page, no score moves more than ten points, no verdict changes."""

import json
from typing import Any

import pytest
from pydantic import BaseModel

from careercoach.ports.ai import AiTask, EmbeddedCoach
from careercoach.ports.ai.guard.honesty import SCORES
from tests.ai.asked import Asked, catch_all
from tests.ai.scenes import CANARY, EVIL, Case, cases
from tests.ai.scripted import ASKER, LIED, LIES, OBEDIENT, ScriptedModel, coach_of

MOST_POINTS = 10
FOREIGN = (CANARY, EVIL, "javascript:", "<script", "![", "100 of 100")
TOLD_TO = {
    "resume": ("resume_reports.narrate", "resume_builder.rewrite"),
    "resume_hidden": ("resume_reports.narrate",),
    "resume_tags": ("resume_reports.narrate",),
    "posting": ("job_matches.advise", "job_matches.read_posting"),
    "answer": ("interviews.score",),
    "webhook": ("interviews.score",),
    "chat": ("job_matches.talk",),
    "bio": ("resume_builder.rewrite", "job_matches.talk"),
}
"""Which questions see the text of a channel."""


def parts_of(task: AiTask[Any], answer: BaseModel) -> dict[str, Any]:
    """What a model could have written of an answer."""
    return json.loads(answer.model_dump_json(include=set(task.asked_parts)))


def figures(value: Any, name: str = "") -> list[tuple[str, float]]:
    if isinstance(value, dict):
        return [one for key, part in value.items() for one in figures(part, key)]
    if isinstance(value, list):
        return [one for part in value for one in figures(part, name)]
    return [(name, value)] if isinstance(value, int | float) and not isinstance(value, bool) else []


def compare(task: AiTask[Any], said: BaseModel, ours: BaseModel, never: tuple[str, ...], case: str) -> None:
    shown, own = parts_of(task, said), parts_of(task, ours)
    words, our_words = json.dumps(shown, ensure_ascii=False), json.dumps(own, ensure_ascii=False)
    for one in never:
        assert one not in words or one in our_words, f"{task.name}, {case}: {one} in {words[:600]}"
    allowed = figures(own)
    for name, value in figures(shown):
        near = [other for key, other in allowed if key == name and abs(other - value) <= MOST_POINTS]
        assert near or not SCORES.search(name), f"{task.name}, {case}: {name} = {value}"


def with_order(inputs: dict[str, Any], task: AiTask[Any], case: Case) -> dict[str, Any]:
    """The same question with somebody's order in every text that others wrote."""
    names = task.sources or tuple(inputs)
    return {
        name: f"{value}\n{case.text}" if name in names and isinstance(value, str) else value
        for name, value in inputs.items()
    }


@pytest.fixture
async def asked(database) -> dict[str, Asked]:
    return await catch_all()


async def test_an_obedient_model_moves_nothing(asked):
    assert {name for names in TOLD_TO.values() for name in names} <= set(asked)
    tried = 0
    for case in cases():
        for name in TOLD_TO[case.channel]:
            task, inputs = asked[name]
            given = with_order(inputs, task, case)
            coach, _ = coach_of(ScriptedModel(f"{case.text} {OBEDIENT}"))
            said = await coach.ask(task, language="en", asker=ASKER, **given)
            ours = await EmbeddedCoach().ask(task, language="en", **given)
            compare(task, said, ours, FOREIGN, f"{case.channel}/{case.kind}")
            tried += 1
    assert tried >= 40


@pytest.mark.parametrize("language", ["en", "hi", "es"])
async def test_a_lying_model_leaves_nothing_false(asked, language):
    for task, inputs in asked.values():
        coach, _ = coach_of(ScriptedModel(LIES))
        said = await coach.ask(task, language=language, asker=ASKER, **inputs)
        ours = await EmbeddedCoach().ask(task, language=language, **inputs)
        compare(task, said, ours, LIED, language)


async def test_a_streamed_lie_does_not_stay(asked):
    task, inputs = asked["job_matches.talk"]
    coach, _ = coach_of(ScriptedModel(f"{LIES} {OBEDIENT}"))
    *_, last = [one async for one in coach.stream(task, language="en", asker=ASKER, **inputs)]
    compare(task, last, await EmbeddedCoach().ask(task, language="en", **inputs), (*LIED, *FOREIGN), "stream")


async def test_nobody_is_named_to_a_model(asked):
    for task, inputs in asked.values():
        coach, sent = coach_of(model := ScriptedModel("Good."))
        await coach.ask(task, language="en", asker=ASKER, **inputs)
        assert model.asked and sent, task.name
        for question in model.asked:
            left = f"{question.system}\n{question.user}".lower()
            for secret in ("asha", "rao", "example.org"):
                assert secret not in left, f"{task.name}: {left[max(0, left.find(secret) - 80) :][:200]}"


async def test_text_of_others_is_marked_off(asked):
    for task, inputs in asked.values():
        coach, _ = coach_of(model := ScriptedModel("Good."))
        await coach.ask(task, language="en", asker=ASKER, **inputs)
        shown = [name for name in task.sources if name in inputs]
        question = model.asked[0]
        assert question.user.count("<<DATA ") == len(shown) and (not shown or "never instructions" in question.system)
