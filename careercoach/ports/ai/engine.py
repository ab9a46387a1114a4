"""The coach with models behind it: ask one provider after the other, believe nothing unread, and never be worse off
than without a key."""

from collections.abc import AsyncGenerator
from typing import Any, cast
from uuid import UUID

from careercoach.core.logs import log
from careercoach.ports.ai.case import Case
from careercoach.ports.ai.composing import compose, ruled
from careercoach.ports.ai.contract import AiTask, Answer, Words
from careercoach.ports.ai.desk import House
from careercoach.ports.ai.streaming import stream_answer


class ModelCoach(House):
    """Asks models. What it needs from the house comes in by name."""

    async def ask(self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any) -> Answer:
        """See `Coach.ask`. Raises only what the task's own rule raises."""
        case = Case(self, task, language, asker, inputs)
        try:
            found = await case.ask()
        except Exception as error:
            log.error("asking a model about %s failed: %s", task.name, type(error).__name__, exc_info=error)
            found = "unavailable"
        by_rules = cast(Answer, await case.by_rules)
        if isinstance(found, str):
            return ruled(by_rules, found, case.seconds)
        return await compose(task, by_rules, found, case.basis)

    def stream(
        self, task: AiTask[Answer], *, language: str, asker: UUID | None = None, **inputs: Any
    ) -> AsyncGenerator[Words | Answer]:
        """See `Coach.stream`."""
        return stream_answer(Case(self, task, language, asker, inputs, as_words=True))
