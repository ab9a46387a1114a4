"""From the inputs of a task to what a provider is asked: rendered, cut, masked, marked off."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from pydantic_core import to_json

from careercoach.ports.ai.asking import Question
from careercoach.ports.ai.contract import AiTask, CoachAnswer
from careercoach.ports.ai.seams import Masked, NewFence, Shield, ShieldError
from careercoach.ports.ai.shapes import is_strict, schema_of

LANGUAGE_NAMES = {"en": "English", "hi": "Hindi (Devanagari script)", "es": "Spanish"}
PLACEHOLDER = re.compile(r"\{([a-z_]+)\}")
BYTES_PER_TOKEN = 3
"""Fewer than English has, and a token for each letter of Hindi: what is reserved should rather be too much."""

FRAME = """Write every sentence in {language}. Use only what the texts of this question say; where they say nothing, \
leave the part empty instead of inventing something. Write no links, no images and no markup."""
AS_JSON = "Reply with one JSON object of the shape asked for, and nothing else."
AS_WORDS = "Reply in plain running text, without headings."


@dataclass(frozen=True)
class Prepared:
    """A question that may leave the house, and how to read the reply."""

    question: Question
    masked: Masked
    input_hash: str


def render_inputs(task: AiTask[Any], inputs: Mapping[str, Any]) -> dict[str, str]:
    """The inputs a model gets to see, as texts, each cut to the task's limit."""
    shown = [name for name in inputs if task.shown is None or name in task.shown]
    return {name: _cut(_render(inputs[name]), task.limits.max_source_chars) for name in shown}


def most_input_tokens(question: Question) -> int:
    """At most about this many tokens go out."""
    shape = to_json(question.schema) if question.schema is not None else b""
    return (len(question.words.encode("utf-8", "replace")) + len(shape)) // BYTES_PER_TOKEN


def hash_inputs(texts: Mapping[str, str], language: str) -> str:
    """One fingerprint (SHA-256, hex) of all texts and the language."""
    return hashlib.sha256(to_json([language, sorted(texts.items())])).hexdigest()


async def prepare(
    task: AiTask[Any],
    *,
    language: str,
    texts: Mapping[str, str],
    asker: UUID | None,
    shield: Shield,
    new_fence: NewFence,
    as_words: bool = False,
) -> Prepared:
    """Mask all texts together, then put them into the question. Raises ShieldError: then nothing may be sent."""
    try:
        masked = await shield.mask(texts, asker=asker)
    except ShieldError:
        raise
    except Exception as error:
        raise ShieldError(type(error).__name__) from error
    if set(masked.texts) != set(texts):
        raise ShieldError("a text was lost while masking")
    question = _question(task, language, masked.texts, new_fence, as_words=as_words)
    return Prepared(question, masked, hash_inputs(texts, language))


def _question(
    task: AiTask[Any], language: str, texts: Mapping[str, str], new_fence: NewFence, *, as_words: bool
) -> Question:
    fence = new_fence()
    placed = {name for name in PLACEHOLDER.findall(task.prompt) if name in texts and name not in task.sources}
    named = LANGUAGE_NAMES.get(language, language)

    def fill(match: re.Match[str]) -> str:
        name = match.group(1)
        if name == "language":
            return named
        if name in placed:
            return texts[name]
        return f'the text "{name}"' if name in texts else match.group(0)

    system = [PLACEHOLDER.sub(fill, task.prompt).strip(), FRAME.format(language=named)]
    system += [fence.rule] if any(name in task.sources for name in texts) else []
    system.append(AS_WORDS if as_words else AS_JSON)
    blocks = [
        fence.mark(name, text) if name in task.sources else f"{name}:\n{text}"
        for name, text in texts.items()
        if name not in placed
    ]
    schema = None if as_words else schema_of(task.answer, task.asked_parts)
    return Question(
        system="\n\n".join(system),
        user="\n\n".join(blocks) or "Please answer.",
        max_output_tokens=task.limits.max_output_tokens,
        schema=schema,
        schema_name=re.sub(r"[^a-zA-Z0-9_]", "_", task.name)[:60],
        strict=is_strict(schema),
        search=task.grounded,
    )


def _cut(text: str, most: int) -> str:
    """No longer than that, and between two words: half an address or number would be known by nobody as one."""
    if len(text) <= most:
        return text
    kept = re.match(r"(?s).*\s", text[:most])
    return kept.group() if kept else text[:most]


def _render(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, CoachAnswer):
        return value.model_dump_json(exclude={"source", "made"})
    if isinstance(value, BaseModel):
        return value.model_dump_json()
    return to_json(value, fallback=str).decode()
