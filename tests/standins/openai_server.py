"""A stand-in for Chat Completions that speaks the real protocol, faults included. Point the official SDK at `url`.

async with OpenAiServer() as server:
    server.answer = {"score": 7}
    server.moves = ["503", "rate-later"]      # what the next requests meet
"""

import asyncio
from typing import Any

from tests.standins.wire import Asked, StandIn, Wire

USAGE = {
    "prompt_tokens": 210, "completion_tokens": 90, "total_tokens": 300,
    "prompt_tokens_details": {"cached_tokens": 10}, "completion_tokens_details": {"reasoning_tokens": 5},
}  # fmt: skip


def _error(message: str, code: str | None, kind: str = "invalid_request_error", param: str | None = None) -> Any:
    return {"error": {"message": message, "type": kind, "param": param, "code": code}}


class OpenAiServer(StandIn):
    """Moves: ok, rate, rate-later, rate-long, quota, 500, 502, 503, key, no-model, hang, reset, empty, html, half-json,
    drip, cut (after `cut_at` pieces), length, refusal, filter, no-schema, no-object, no-effort, error-event."""

    model = "gpt-6-luna-2026-09-01"
    models: list[dict[str, Any]]

    def __init__(self) -> None:
        super().__init__()
        self.cut_at = 2
        self.models = [
            {"id": "gpt-6-luna", "object": "model", "created": 1, "owned_by": "x", "context_length": 1050000}
        ]

    @property
    def url(self) -> str:
        return f"{self.origin}/v1"

    async def reply(self, asked: Asked, wire: Wire, move: str) -> None:
        if asked.path.endswith("/models"):
            await wire.json(200, {"object": "list", "data": self.models})
        elif not await self._refuse(asked, wire, move):
            if asked.body.get("stream"):
                await self._stream(asked, wire, move)
            else:
                await self._whole(asked, wire, move)

    async def _refuse(self, asked: Asked, wire: Wire, move: str) -> bool:
        """Answer with an error if that is the move; True when it was."""
        body = asked.body
        later = {"retry-after": "300" if move == "rate-long" else self.retry_after}
        form = (body.get("response_format") or {}).get("type")
        limit = _error("Rate limit reached", "rate_limit_exceeded", "requests")
        errors: dict[str, tuple[int, Any, dict[str, str]]] = {
            "rate": (429, limit, {}),
            "rate-later": (429, limit, later),
            "rate-long": (429, limit, later),
            "quota": (
                429,
                _error("You exceeded your current quota", "insufficient_quota", "insufficient_quota"),
                later,
            ),
            "key": (401, _error("Incorrect API key provided", "invalid_api_key"), {}),
            "no-model": (404, _error("The model does not exist", "model_not_found"), {}),
            **{
                code: (int(code), _error("The server had an error", None, "server_error"), {})
                for code in ("500", "502", "503")
            },
        }
        if move == "no-schema" and form == "json_schema":
            errors[move] = (400, _error("json_schema is not supported", None, param="response_format"), {})
        if move == "no-object" and form in ("json_schema", "json_object"):
            errors[move] = (400, _error(f"response_format {form} is not supported", None, param="response_format"), {})
        if move == "no-effort" and "reasoning_effort" in body:
            errors[move] = (400, _error("Unknown parameter: reasoning_effort", None, param="reasoning_effort"), {})
        if move not in errors:
            return False
        status, error, headers = errors[move]
        await wire.json(status, error, {"x-request-id": f"req_{len(self.asked)}", **headers})
        return True

    async def _whole(self, asked: Asked, wire: Wire, move: str) -> None:
        message: dict[str, Any] = {"role": "assistant", "content": self.said(asked), "refusal": None}
        reason = "stop"
        if move == "length":
            message["content"], reason = message["content"][: len(message["content"]) // 2], "length"
        elif move == "refusal":
            message |= {"content": None, "refusal": "I can't help with that."}
        elif move == "filter":
            message["content"], reason = None, "content_filter"
        whole = {
            "id": f"chatcmpl-{len(self.asked)}", "object": "chat.completion", "created": 1790000000,
            "model": self.model, "choices": [{"index": 0, "finish_reason": reason, "message": message}],
            "usage": USAGE,
        }  # fmt: skip
        if move == "half-json":
            await wire.text(200, '{"id":"chatcmpl-1","object":"chat.comp', "application/json")
        elif move in ("drip", "cut"):
            await wire.head(200, "application/json", {"content-length": "4000"})
            await self._drip(wire, move)
        else:
            await wire.json(200, whole, {"x-request-id": f"req_{len(self.asked)}"})

    async def _drip(self, wire: Wire, move: str) -> None:
        for _ in range(4000 if move == "drip" else 3):
            if wire.is_gone:
                return
            await wire.write(b" ")
            await asyncio.sleep(self.pause_s)

    async def _stream(self, asked: Asked, wire: Wire, move: str) -> None:
        await wire.head(200, "text/event-stream")
        base = {"id": "chatcmpl-1", "object": "chat.completion.chunk", "created": 1, "model": self.model}

        def chunk(delta: Any, reason: str | None = None) -> Any:
            return {**base, "choices": [{"index": 0, "delta": delta, "finish_reason": reason}]}

        await wire.event(chunk({"role": "assistant", "content": None}))
        if move == "refusal":
            await wire.event(chunk({"refusal": "I can't help with that."}))
        words = [] if move in ("refusal", "filter") else pieces(self.said(asked))
        for place, piece in enumerate(words * (1000 if move == "drip" else 1)):
            if wire.is_gone or (move == "cut" and place == self.cut_at):
                return
            if move == "error-event" and place == self.cut_at:
                await wire.event(_error("The server had an error", "server_error", "server_error"))
                return
            await wire.event(chunk({"content": piece}))
            await asyncio.sleep(self.pause_s)
        reason = {"filter": "content_filter", "length": "length"}.get(move, "stop")
        await wire.event(chunk({}, reason))
        if (asked.body.get("stream_options") or {}).get("include_usage"):
            await wire.event({**base, "choices": [], "usage": USAGE})
        await wire.event("[DONE]")


def pieces(text: str, size: int = 5) -> list[str]:
    return [text[start : start + size] for start in range(0, len(text), size)]
