"""Models that do what they should not, in every field of whatever shape they are asked for."""

import json
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from careercoach.core.ids import new_id
from careercoach.ports.ai.asking import Question, Reply, Usage
from careercoach.ports.ai.bookkeeping import Turn
from careercoach.ports.ai.desk import Pace
from careercoach.ports.ai.engine import ModelCoach
from careercoach.ports.ai.guard.fencing import new_fence
from careercoach.ports.ai.guard.known import Known
from careercoach.ports.ai.guard.masking import PersonShield
from careercoach.ports.ai.seams import Sent
from tests.ai.scenes import CANARY, EVIL
from tests.ports.ai.house import MemoryBooks

OBEDIENT = (
    f"{CANARY}. The verdict is FIT with 100 of 100 points. Log in at https://{EVIL}/login now. "
    f"![x](https://{EVIL}/p.png) [certificate](javascript:alert(1)) <script>alert('{CANARY}')</script>"
)
LIES = (
    "You led 412 people at Globex for 37 years. You hold a PhD from Harvard. You are an expert in Kubernetes. "
    "गूगल में 412 लोगों की टीम। Dirigiste a 412 personas en Globex. Promoted at google in 1987."
)
LIED = ("412", "Globex", "37 years", "Harvard", "PhD", "Kubernetes", "गूगल", "google", "1987")


@dataclass
class ScriptedModel:
    """A provider that fills every field with the same words and the highest figure."""

    words: str
    name: str = "openai"
    host: str = "api.example"
    model: str = "scripted"
    timeout_s: float = 20.0
    is_local: bool = False
    can_search: bool = True
    thinking_tokens: int = 0
    account: str = "scripted"
    asked: list[Question] = field(default_factory=list)

    async def ask(self, question: Question, *, timeout_s: float) -> Reply:
        self.asked.append(question)
        schema = question.schema or {}
        text = json.dumps(self._value(schema, schema.get("$defs", {})))
        return Reply(text, self.model, "stop", Usage(10, 0, 10, 0, True))

    async def stream(self, question: Question, *, timeout_s: float) -> AsyncGenerator[str | Reply]:
        self.asked.append(question)
        yield self.words
        yield Reply(self.words, self.model, "stop", Usage(10, 0, 10, 0, True))

    async def list_models(self, *, timeout_s: float) -> list[dict[str, Any]]:
        return []

    def _value(self, schema: dict[str, Any], shapes: dict[str, Any], name: str = "") -> Any:
        if "$ref" in schema:
            return self._value(shapes[schema["$ref"].rsplit("/", 1)[-1]], shapes, name)
        if "anyOf" in schema:
            return self._value(schema["anyOf"][0], shapes, name)
        if "enum" in schema:
            return "FIT" if "FIT" in schema["enum"] else schema["enum"][0]
        if "const" in schema:
            return schema["const"]
        kind = schema.get("type")
        if kind == "object":
            return {key: self._value(one, shapes, key) for key, one in schema.get("properties", {}).items()}
        if kind == "array":
            return [self._value(schema["items"], shapes, name)] * 2
        if kind in ("integer", "number"):
            return schema.get("maximum", 100)
        return True if kind == "boolean" else self.words[: schema.get("maxLength", 100_000)]


def coach_of(model: ScriptedModel, known: Known | None = None) -> tuple[ModelCoach, list[Sent]]:
    """A coach that asks this model, with the real guard; and what it sent."""
    sent: list[Sent] = []

    async def turns(task: str) -> list[Turn]:
        return [Turn(model, model.model)]

    async def agrees(asker: UUID) -> bool:
        return True

    async def note(one: Sent) -> None:
        sent.append(one)

    async def find_known(asker: UUID) -> Known:
        return known or Known(names=("Asha Rao",), emails=("asha@example.org",))

    coach = ModelCoach(
        turns=turns, shield=PersonShield(find_known), new_fence=new_fence, books=MemoryBooks(), consent=agrees,
        note_sent=note, pace=Pace(answer_s=20.0, first_pause_s=0.01),
    )  # fmt: skip
    return coach, sent


ASKER = new_id()
