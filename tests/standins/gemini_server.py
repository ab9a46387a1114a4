"""A stand-in for Gemini that speaks the real protocol, its silent failures included. Point google-genai at `origin`."""

import asyncio
from typing import Any

from tests.standins.openai_server import pieces as cut_up
from tests.standins.wire import Asked, StandIn, Wire

USAGE = {"promptTokenCount": 200, "candidatesTokenCount": 80, "thoughtsTokenCount": 10, "totalTokenCount": 290}


def _error(code: int, status: str, message: str, details: list[Any] | None = None) -> Any:
    return {"error": {"code": code, "message": message, "status": status, "details": details or []}}


RETRY = {"@type": "type.googleapis.com/google.rpc.RetryInfo", "retryDelay": "0.05s"}
DAILY = {
    "@type": "type.googleapis.com/google.rpc.QuotaFailure",
    "violations": [{"quotaId": "GenerateRequestsPerDayPerProjectPerModel-FreeTier"}],
}


class GeminiServer(StandIn):
    """Moves: ok, rate, rate-later, quota, 500, 503, key, no-model, hang, reset, empty, html, half-json, block, safety,
    recitation, length, nothing, drip, cut, no-thinking, no-search (v1 does not know googleSearch)."""

    model = "gemini-3.8-flash"

    def __init__(self) -> None:
        super().__init__()
        self.cut_at = 2
        self.grounding: dict[str, Any] | None = None

    async def reply(self, asked: Asked, wire: Wire, move: str) -> None:
        if asked.path.split("?")[0].endswith("/models"):
            await wire.json(200, {"models": [{"name": f"models/{self.model}", "inputTokenLimit": 1048576}]})
        elif not await self._refuse(asked, wire, move):
            if ":streamGenerateContent" in asked.path:
                await self._stream(asked, wire, move)
            else:
                await self._whole(asked, wire, move)

    async def _refuse(self, asked: Asked, wire: Wire, move: str) -> bool:
        limit = "You exceeded your current quota, please check your plan and billing details."
        errors: dict[str, Any] = {
            "rate": _error(429, "RESOURCE_EXHAUSTED", "Resource has been exhausted."),
            "rate-later": _error(429, "RESOURCE_EXHAUSTED", limit, [RETRY]),
            "quota": _error(429, "RESOURCE_EXHAUSTED", limit, [DAILY, RETRY]),
            "500": _error(500, "INTERNAL", "An internal error has occurred."),
            "503": _error(503, "UNAVAILABLE", "The model is overloaded."),
            "key": _error(400, "INVALID_ARGUMENT", "API key not valid. Please pass a valid API key."),
            "no-model": _error(404, "NOT_FOUND", "models/x is not found for API version v1"),
        }
        if move == "no-thinking" and "thinkingConfig" in asked.body.get("generationConfig", {}):
            errors[move] = _error(400, "INVALID_ARGUMENT", "Thinking level is not supported for this model.")
        if move == "no-search" and asked.path.startswith("/v1/"):
            errors[move] = _error(400, "INVALID_ARGUMENT", 'Invalid JSON payload. Unknown name "googleSearch"')
        if move not in errors:
            return False
        await wire.json(errors[move]["error"]["code"], errors[move])
        return True

    def _body(self, text: str, reason: str | None) -> dict[str, Any]:
        candidate: dict[str, Any] = {"index": 0, "content": {"role": "model", "parts": [{"text": text}]}}
        if reason:
            candidate["finishReason"] = reason
        if self.grounding is not None:
            candidate["groundingMetadata"] = self.grounding
        return {"candidates": [candidate], "usageMetadata": USAGE, "modelVersion": self.model, "responseId": "r1"}

    def _silent(self, move: str, text: str) -> dict[str, Any] | None:
        """What Gemini sends instead of an error."""
        if move == "block":
            return {"promptFeedback": {"blockReason": "SAFETY"}, "usageMetadata": USAGE, "modelVersion": self.model}
        if move in ("safety", "recitation"):
            return {**self._body("", move.upper()), "candidates": [{"index": 0, "finishReason": move.upper()}]}
        if move == "length":
            return self._body(text[: len(text) // 2], "MAX_TOKENS")
        if move == "nothing":
            return {"usageMetadata": USAGE, "modelVersion": self.model}
        return None

    async def _whole(self, asked: Asked, wire: Wire, move: str) -> None:
        text = self.said(asked)
        if move == "half-json":
            await wire.text(200, '{"candidates": [{"index": 0, "con', "application/json")
        elif move in ("drip", "cut"):
            await wire.head(200, "application/json", {"content-length": "4000"})
            for _ in range(4000 if move == "drip" else 3):
                if wire.is_gone:
                    return
                await wire.write(b" ")
                await asyncio.sleep(self.pause_s)
        else:
            await wire.json(200, self._silent(move, text) or self._body(text, "STOP"))

    async def _stream(self, asked: Asked, wire: Wire, move: str) -> None:
        await wire.head(200, "text/event-stream")
        text = self.said(asked)
        if move in ("block", "safety", "recitation", "nothing"):
            await wire.event(self._silent(move, text))
            return
        pieces = cut_up(text) * (1000 if move == "drip" else 1)
        for place, piece in enumerate(pieces):
            if wire.is_gone or (move == "cut" and place == self.cut_at):
                return
            last = place == len(pieces) - 1
            await wire.event(self._body(piece, ("MAX_TOKENS" if move == "length" else "STOP") if last else None))
            await asyncio.sleep(self.pause_s)
