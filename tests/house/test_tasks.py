"""Every question to a model is well put: strict shape, known inputs, text of others marked off, nothing without a rule."""

import inspect
import pkgutil
from importlib import import_module
from typing import Any

import pytest

import careercoach.features
from careercoach.core.texts import LANGUAGES
from careercoach.ports.ai import AiTask
from careercoach.ports.ai.contract import OWN_FIELDS
from careercoach.ports.ai.preparing import LANGUAGE_NAMES, PLACEHOLDER
from careercoach.ports.ai.shapes import is_strict, schema_of


def _tasks() -> dict[str, AiTask[Any]]:
    found: dict[str, AiTask[Any]] = {}
    for module in pkgutil.walk_packages(careercoach.features.__path__, "careercoach.features."):
        if module.name.rsplit(".", 1)[1] in ("pages", "components", "state", "api") or ".pages." in module.name:
            continue
        for value in vars(import_module(module.name)).values():
            if isinstance(value, AiTask):
                found[value.name] = value
    return found


TASKS = _tasks()


def test_there_are_tasks_and_no_name_is_taken_twice():
    assert len(TASKS) >= 4


@pytest.mark.parametrize("task", TASKS.values(), ids=TASKS)
class TestTask:
    def test_its_name_begins_with_its_room(self, task: AiTask[Any]):
        assert task.embedded.__module__.split(".")[2] == task.name.split(".")[0]

    def test_its_prompt_names_inputs_that_exist(self, task: AiTask[Any]):
        inputs = _inputs(task)
        assert set(task.sources) <= inputs
        assert set(PLACEHOLDER.findall(task.prompt)) <= inputs
        assert len(task.prompt) > 100

    def test_what_others_wrote_is_shown_and_marked_off(self, task: AiTask[Any]):
        assert set(task.sources) <= _inputs(task)
        assert task.sources or not task.personal, "a question about a person holds text of a person"

    def test_servers_take_its_shape(self, task: AiTask[Any]):
        schema = schema_of(task.answer, task.asked_parts)
        assert is_strict(schema), "an open object: use a list of {name, value}"
        assert set(schema["properties"]) == set(task.asked_parts) and not OWN_FIELDS & set(schema["properties"])
        assert _depth(schema) <= 12

    def test_it_is_limited(self, task: AiTask[Any]):
        assert 0 < task.limits.max_output_tokens <= 8000 and task.limits.max_source_chars <= 60_000


def _inputs(task: AiTask[Any]) -> set[str]:
    """What a model may see: the rule's own inputs; a rule that takes any (**rest) leaves it to what is shown."""
    own = inspect.signature(task.embedded).parameters
    if task.shown is None:
        return set(own)
    takes_any = any(one.kind is one.VAR_KEYWORD for one in own.values())
    return {*(task.shown if takes_any else set(task.shown) & set(own)), "language"}


def _depth(value: Any) -> int:
    if isinstance(value, dict):
        return 1 + max((_depth(part) for part in value.values()), default=0)
    return max((_depth(part) for part in value), default=0) if isinstance(value, list) else 0


def test_every_language_of_ours_has_a_name_for_models():
    assert set(LANGUAGE_NAMES) == set(LANGUAGES)
