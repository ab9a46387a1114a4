"""Gemini. Blocked and cut answers raise nothing there: every reply is looked at before it is believed."""

import asyncio
import hashlib
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from contextvars import ContextVar
from dataclasses import replace
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit

from careercoach.ports.ai.asking import FaultKind, Finish, FoundLink, ProviderFaultError, Question, Reply, Usage
from careercoach.ports.ai.waits import retry_after_s

OFFICIAL = "https://generativelanguage.googleapis.com"
STATUS: dict[int, FaultKind] = {401: "key", 403: "key", 404: "missing", 408: "timeout", 429: "rate", 504: "timeout"}
THINKING_TOKENS = 1_000
"""For the level we ask for. Thoughts count as output: without room for them a short answer would be cut to nothing."""
SEARCH_TEMPERATURE = 1.0
"""What Google advises for answers from a search."""

_opened: ContextVar[list[Any] | None] = ContextVar("gemini_responses", default=None)
"""Responses of the stream that is being opened. The SDK's own generators leave the connection open when they are
closed, and with it the model goes on writing at our cost: so we close it ourselves."""


async def _remember(response: Any) -> None:
    opened = _opened.get()
    if opened is not None:
        opened.append(response)


class GeminiProvider:
    """One account. Nothing is connected or imported before the first question."""

    name = "gemini"
    is_local = False
    can_search = True
    thinking_tokens = THINKING_TOKENS

    def __init__(self, *, key: str, model: str, base_url: str = OFFICIAL, timeout_s: float = 20.0) -> None:
        self.model = model
        self.timeout_s = timeout_s
        self.base_url = (base_url or OFFICIAL).rstrip("/")
        self.host = urlsplit(self.base_url).hostname or ""
        self._key = key
        self.account = f"gemini:{self.base_url}:{hashlib.sha256(key.encode()).hexdigest()[:12]}"
        self._connected: Any = None
        self._version = "v1"
        self._thinking = True

    async def ask(self, question: Question, *, timeout_s: float) -> Reply:
        """One request (one more when the server does not know a field)."""
        client = await self._client()
        call = client.aio.models.generate_content
        return _reply(await self._request(call, question, timeout_s))

    async def stream(self, question: Question, *, timeout_s: float) -> AsyncGenerator[str | Reply]:
        """Running text, then the whole."""
        client = await self._client()
        opened: list[Any] = []
        _opened.set(opened)
        last: Any = None
        text: list[str] = []
        try:
            chunks = await self._request(client.aio.models.generate_content_stream, question, timeout_s)
            async with aclosing(_events(chunks)) as events:
                async for chunk in events:
                    last = _richer(last, chunk)
                    if piece := _text(chunk):
                        text.append(piece)
                        yield piece
        finally:
            for response in opened:
                await response.aclose()
        if last is None or not _finish_name(last):
            raise ProviderFaultError("network", "the stream ended before its end")
        whole = _reply(last)
        yield Reply("".join(text), whole.model, whole.finish, whole.usage, whole.request_id, whole.links, whole.refusal)

    async def list_models(self, *, timeout_s: float) -> list[dict[str, Any]]:
        """The names of the account's models, without "models/" in front."""
        client = await self._client()
        try:
            pager = await asyncio.wait_for(client.aio.models.list(), timeout=timeout_s)
            return [
                {"id": (model.name or "").removeprefix("models/"), "context_length": model.input_token_limit}
                for model in pager.page
            ]
        except TimeoutError:
            raise ProviderFaultError("timeout", "no answer in time") from None
        except Exception as error:
            raise _fault(error) from error

    async def _client(self) -> Any:
        if self._connected is None:
            # The import takes seconds: beside the event loop.
            self._connected = await asyncio.to_thread(self._connect)
        return self._connected

    def _connect(self) -> Any:
        genai = import_module("google.genai")
        for name in ("httpx2", "google_genai.models"):
            logging.getLogger(name).setLevel(logging.WARNING)  # a line for each request is the ledger's business
        options = genai.types.HttpOptions(
            base_url=self.base_url,
            api_version="v1",
            timeout=int(self.timeout_s * 1000),
            # What people are told about where their text goes holds: no server sends it on to another one.
            async_client_args={"event_hooks": {"response": [_remember]}, "follow_redirects": False},
        )
        # Said plainly: a variable of the environment would lead the SDK to another service of Google.
        return genai.Client(api_key=self._key, vertexai=False, http_options=options)

    async def _request(self, call: Any, question: Question, timeout_s: float) -> Any:
        for _ in range(3):
            config = self._config(question, timeout_s)
            try:
                return await call(model=question.model or self.model, contents=_contents(question), config=config)
            except Exception as error:
                fault = _fault(error)
                if fault.kind == "request" and self._learn(error):
                    continue
                raise fault from error
        raise ProviderFaultError("request", "the server refused every form of the question")

    def _config(self, question: Question, timeout_s: float) -> Any:
        types = import_module("google.genai").types
        options: dict[str, Any] = {
            "system_instruction": question.system,
            "max_output_tokens": question.max_output_tokens + THINKING_TOKENS,
            "http_options": types.HttpOptions(api_version=self._version, timeout=max(1, int(timeout_s * 1000))),
        }
        if self._thinking:
            options["thinking_config"] = types.ThinkingConfig(thinking_level="LOW")
        if question.schema is not None:
            options |= {"response_mime_type": "application/json", "response_json_schema": question.schema}
        if question.search:
            options |= {"tools": [types.Tool(google_search=types.GoogleSearch())], "temperature": SEARCH_TEMPERATURE}
        return types.GenerateContentConfig(**options)

    def _learn(self, error: Exception) -> bool:
        """Ask in another way after a refusal; False when it was about nothing we can change."""
        told = str(error).lower()
        if "thinking" in told and self._thinking:
            self._thinking = False
            return True
        if "unknown name" in told and self._version == "v1":
            self._version = "v1beta"
            return True
        return False


def _contents(question: Question) -> list[dict[str, Any]]:
    turns = [("user", question.user)]
    for reply, complaint in question.earlier:
        turns += [("model", reply), ("user", complaint)]
    return [{"role": role, "parts": [{"text": text}]} for role, text in turns]


async def _events(chunks: Any) -> AsyncGenerator[Any]:
    try:
        async for chunk in chunks:
            yield chunk
    except (GeneratorExit, asyncio.CancelledError):
        raise
    except Exception as error:
        raise _fault(error) from error
    finally:
        await chunks.aclose()


def _richer(last: Any, chunk: Any) -> Any:
    """The chunk that tells most about the end: the one with a reason, else the newest."""
    return last if last is not None and _finish_name(last) and not _finish_name(chunk) else chunk


def _finish_name(response: Any) -> str:
    """The name of the reason an answer ended, "BLOCKED" when the question was refused, "" when nothing is said."""
    feedback = getattr(response, "prompt_feedback", None)
    if getattr(feedback, "block_reason", None):
        return "BLOCKED"
    candidates = response.candidates or []
    reason = candidates[0].finish_reason if candidates else None
    return str(getattr(reason, "value", reason) or "")


def _text(response: Any) -> str:
    candidates = response.candidates or []
    parts = getattr(candidates[0].content, "parts", None) or [] if candidates else []
    return "".join(part.text for part in parts if part.text and not part.thought)


def _reply(response: Any) -> Reply:
    if not hasattr(response, "candidates"):
        raise ProviderFaultError("invalid", "the reply is not an answer")
    name = _finish_name(response)
    finishes: dict[str, Finish] = {"STOP": "stop", "MAX_TOKENS": "cut"}
    if not name and not response.candidates:
        raise ProviderFaultError("invalid", "an answer without a candidate")
    finish = finishes.get(name, "filtered")
    return Reply(
        text=_text(response),
        model=str(response.model_version or ""),
        finish=finish,
        usage=replace(_usage(response.usage_metadata), searches=_searches(response)),
        request_id=str(response.response_id or ""),
        links=_links(response),
        refusal=name if finish == "filtered" else "",
    )


def _searches(response: Any) -> int:
    candidates = response.candidates or []
    return len(getattr(candidates[0].grounding_metadata, "web_search_queries", None) or []) if candidates else 0


def _usage(told: Any) -> Usage:
    if told is None:
        return Usage()
    return Usage(
        input_tokens=(told.prompt_token_count or 0) + (told.tool_use_prompt_token_count or 0),
        cached_tokens=told.cached_content_token_count or 0,
        output_tokens=(told.candidates_token_count or 0) + (told.thoughts_token_count or 0),
        reasoning_tokens=told.thoughts_token_count or 0,
        known=True,
    )


def _links(response: Any) -> tuple[FoundLink, ...]:
    """Only what the search itself found; addresses in the model's own words are not links."""
    candidates = response.candidates or []
    chunks = getattr(candidates[0].grounding_metadata, "grounding_chunks", None) or [] if candidates else []
    found = [FoundLink(chunk.web.uri or "", chunk.web.title or "") for chunk in chunks if chunk.web]
    return tuple(dict.fromkeys(link for link in found if link.url))


def _fault(error: Exception) -> ProviderFaultError:
    if isinstance(error, ProviderFaultError):
        return error
    httpx2 = import_module("httpx2")
    if isinstance(error, httpx2.TimeoutException):
        return ProviderFaultError("timeout", "no answer in time")
    if isinstance(error, httpx2.HTTPError):
        return ProviderFaultError("network", "no connection, or it broke off")
    if isinstance(error, import_module("google.genai.errors").APIError):
        return _status_fault(error)
    return ProviderFaultError("invalid", f"the reply could not be read ({type(error).__name__})")


def _status_fault(error: Any) -> ProviderFaultError:
    code = error.code if isinstance(error.code, int) else 0
    message = str(error.message or "").lower()
    kind: FaultKind = STATUS.get(code, "server" if code >= 500 else "request")
    if kind == "request" and "api key" in message:
        kind = "key"
    wait_s, is_daily = _limits_told(error.details)
    if wait_s is None:
        wait_s = retry_after_s(getattr(error.response, "headers", None) or {})
    if kind == "rate" and (is_daily or (wait_s is None and "quota" in message)):
        kind = "quota"
    return ProviderFaultError(kind, f"HTTP {code} {error.status or ''}".strip(), retry_after_s=wait_s)


def _limits_told(body: Any) -> tuple[float | None, bool]:
    """From the details of a 429: seconds to wait, and whether the quota of a day is used up."""
    inner = body.get("error", body) if isinstance(body, dict) else {}
    details = inner.get("details") if isinstance(inner, dict) else None
    wait_s: float | None = None
    is_daily = False
    for detail in details if isinstance(details, list) else []:
        if not isinstance(detail, dict):
            continue
        delay = str(detail.get("retryDelay", ""))
        if delay.endswith("s") and delay[:-1].replace(".", "", 1).isdigit():
            wait_s = float(delay[:-1])
        is_daily = is_daily or "PerDay" in str(detail.get("violations", ""))
    return wait_s, is_daily
