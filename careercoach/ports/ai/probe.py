"""What a provider can do, found out by asking: does it hold to a schema, does it stream, how fast, how much at once."""

from contextlib import aclosing
from datetime import date
from time import monotonic
from typing import Any

from pydantic import BaseModel

from careercoach.ports.ai.asking import Provider, ProviderFaultError, Question, Reply
from careercoach.ports.ai.reading import UnreadableError, find_object

SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"sum": {"type": "integer"}, "words": {"type": "array", "items": {"type": "string"}}},
    "required": ["sum", "words"],
    "additionalProperties": False,
}
IN_SHAPE = Question(
    system="You answer in JSON.", user="Add 17 and 25. Give the sum and the words: red, green.",
    max_output_tokens=200, schema=SCHEMA, schema_name="probe",
)  # fmt: skip
RUNNING = Question(system="You answer briefly.", user="Count from one to thirty in words.", max_output_tokens=200)
CONTEXT_NAMES = ("context_length", "max_model_len", "context_window", "max_context_length", "input_token_limit")
"""What servers call the size of what they can read at once."""
CHARS_PER_TOKEN = 4


class Probe(BaseModel):
    """What was found. Nothing of a person was sent."""

    name: str
    host: str
    model: str
    answers: bool = False
    json_schema: bool = False
    """The reply had the shape asked for, at the first try."""
    streaming: bool = False
    first_word_ms: int | None = None
    tokens_per_s: float | None = None
    context_tokens: int | None = None
    is_listed: bool | None = None
    """The server names the model in its list; None when it gives no list."""
    shutdown_on: date | None = None
    """The server says when the model ends."""
    problem: str = ""
    """The kind of fault ("key", "timeout", ...) when something did not work."""


async def probe(provider: Provider, *, timeout_s: float | None = None) -> Probe:
    """Ask three small things. Costs a few hundred tokens; never raises."""
    found = Probe(name=provider.name, host=provider.host, model=provider.model)
    limit_s = timeout_s or provider.timeout_s
    for look in (_look_at_shape, _look_at_stream, _look_at_list):
        try:
            await look(provider, found, limit_s)
        except ProviderFaultError as fault:
            # Many servers give no list: that alone is no problem.
            if look is not _look_at_list:
                found.problem = found.problem or fault.kind
            if fault.kind in ("key", "quota", "network"):
                break
    return found


async def _look_at_shape(provider: Provider, found: Probe, limit_s: float) -> None:
    reply = await provider.ask(IN_SHAPE, timeout_s=limit_s)
    found.answers = bool(reply.text)
    try:
        value = find_object(reply.text)
    except UnreadableError:
        return
    found.json_schema = isinstance(value.get("sum"), int) and isinstance(value.get("words"), list)


async def _look_at_stream(provider: Provider, found: Probe, limit_s: float) -> None:
    began, first, pieces, text = monotonic(), 0.0, 0, ""
    reply: Reply | None = None
    async with aclosing(provider.stream(RUNNING, timeout_s=limit_s)) as stream:
        async for piece in stream:
            if isinstance(piece, Reply):
                reply = piece
            else:
                first = first or monotonic()
                pieces += 1
                text += piece
    if not text:
        return
    found.answers = True
    # One piece is an answer in one go, however it was asked for.
    found.streaming = pieces > 1
    found.first_word_ms = round((first - began) * 1000)
    tokens = reply.usage.output_tokens if reply and reply.usage.known else len(text) / CHARS_PER_TOKEN
    found.tokens_per_s = round(tokens / max(0.001, monotonic() - first), 1)


async def _look_at_list(provider: Provider, found: Probe, limit_s: float) -> None:
    models = await provider.list_models(timeout_s=min(limit_s, 10.0))
    mine = next((model for model in models if str(model.get("id")) == provider.model), None)
    found.is_listed = mine is not None if models else None
    if mine is None:
        return
    sizes = [mine.get(name) for name in CONTEXT_NAMES] + [(mine.get("meta") or {}).get("n_ctx_train")]
    found.context_tokens = next((size for size in sizes if isinstance(size, int) and size > 0), None)
    try:
        found.shutdown_on = date.fromisoformat(str(mine.get("shutdown_date")))
    except ValueError:
        return
