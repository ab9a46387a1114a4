"""Chat Completions: OpenAI itself, and any server that speaks its language (Ollama, llama.cpp, vLLM, LM Studio)."""

import asyncio
import hashlib
import json
import logging
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from email.utils import parsedate_to_datetime
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from careercoach.core.clock import utc_now
from careercoach.ports.ai.asking import FaultKind, Finish, ProviderFaultError, Question, Reply, Usage

OFFICIAL = "https://api.openai.com/v1"
NO_KEY = "none"
"""Local servers want some key and take any."""
CONNECT_S = 5.0
FINISHES: dict[str, Finish] = {"stop": "stop", "length": "cut", "content_filter": "filtered"}
SCHEMA_WORDS = ("json_schema", "response_format", "schema")
MODES = ("json_schema", "json_object", "prompt")


@dataclass
class _Manners:
    """What this server turned out to take. Learned from its refusals, kept while the process lives."""

    tokens_field: str
    mode: str = "json_schema"
    optional: dict[str, Any] = field(default_factory=dict)
    """Fields sent unless the server refuses them."""


class OpenAiProvider:
    """One account at one server. Settings as arguments; nothing is connected or imported before the first question."""

    can_search = False

    def __init__(
        self,
        *,
        key: str,
        model: str,
        name: str = "openai",
        base_url: str = OFFICIAL,
        timeout_s: float = 20.0,
        is_local: bool = False,
        effort: str = "",
    ) -> None:
        self.name = name
        self.model = model
        self.timeout_s = timeout_s
        self.is_local = is_local
        self.base_url = (base_url or OFFICIAL).rstrip("/")
        self.host = urlsplit(self.base_url).hostname or ""
        self._key = key
        self.account = f"{name}:{self.base_url}:{hashlib.sha256(key.encode()).hexdigest()[:12]}"
        optional: dict[str, Any] = {} if is_local else {"store": False}
        if effort and not is_local:
            optional["reasoning_effort"] = effort
        self._manners: dict[str, _Manners] = {}
        self._new_manners = lambda: _Manners(
            "max_tokens" if is_local else "max_completion_tokens", optional=dict(optional)
        )
        self._clients: WeakKeyDictionary[asyncio.AbstractEventLoop, Any] = WeakKeyDictionary()

    async def ask(self, question: Question, *, timeout_s: float) -> Reply:
        """One request (one more for each field that the server turns out not to know)."""
        client = await self._client()
        completion = await self._request(client, question, timeout_s, stream=False)
        return _read(completion)

    async def stream(self, question: Question, *, timeout_s: float) -> AsyncGenerator[str | Reply]:
        """Running text, then the whole. A stream that ends without a reason is a fault of the network."""
        client = await self._client()
        chunks = await self._request(client, question, timeout_s, stream=True)
        heard = _Heard()
        try:
            async with aclosing(_events(chunks)) as events:
                async for chunk in events:
                    if text := heard.take(chunk):
                        yield text
            yield heard.reply()
        finally:
            await chunks.close()

    async def list_models(self, *, timeout_s: float) -> list[dict[str, Any]]:
        """The server's own list."""
        client = await self._client()
        try:
            page = await client.models.list(timeout=timeout_s)
            return [model.model_dump() for model in page.data]
        except Exception as error:
            raise _fault(error) from error

    async def _client(self) -> Any:
        loop = asyncio.get_running_loop()
        if loop not in self._clients:
            # The import takes seconds and the certificates some more: beside the event loop.
            self._clients[loop] = await asyncio.to_thread(self._connect)
        return self._clients[loop]

    def _connect(self) -> Any:
        sdk = import_module("openai")
        logging.getLogger("httpx2").setLevel(logging.WARNING)  # a line for each request is the ledger's business
        return sdk.AsyncOpenAI(
            api_key=self._key or NO_KEY, base_url=self.base_url, max_retries=0, timeout=self.timeout_s
        )

    async def _request(self, client: Any, question: Question, timeout_s: float, *, stream: bool) -> Any:
        model = question.model or self.model
        manners = self._manners.setdefault(model, self._new_manners())
        for _ in range(6):
            body = _body(question, model, manners, stream=stream)
            try:
                result = await client.chat.completions.create(**body, timeout=_timeout(timeout_s))
            except Exception as error:
                fault = _fault(error)
                if fault.kind == "request" and self._learn(manners, error, question):
                    continue
                raise fault from error
            if not hasattr(result, "close" if stream else "choices"):
                raise ProviderFaultError("invalid", "the reply is not a completion")
            return result
        raise ProviderFaultError("request", "the server refused every form of the question")

    def _learn(self, manners: _Manners, error: Exception, question: Question) -> bool:
        """Leave out what the server just refused; False when that was nothing of ours."""
        told = f"{getattr(error, 'param', '') or ''} {error}".lower()
        for name in list(manners.optional):
            if name in told and not (name == "store" and self.base_url == OFFICIAL):
                del manners.optional[name]
                return True
        if manners.tokens_field in told:
            other = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
            manners.tokens_field = other[manners.tokens_field]
            return True
        if question.schema is not None and manners.mode != "prompt" and any(word in told for word in SCHEMA_WORDS):
            manners.mode = MODES[MODES.index(manners.mode) + 1]
            return True
        return False


def _timeout(timeout_s: float) -> Any:
    httpx2 = import_module("httpx2")
    return httpx2.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s))


def _body(question: Question, model: str, manners: _Manners, *, stream: bool) -> dict[str, Any]:
    system = question.system
    body: dict[str, Any] = {"model": model, manners.tokens_field: question.max_output_tokens, **manners.optional}
    if question.schema is not None:
        if manners.mode == "json_schema":
            shape = {"name": question.schema_name, "strict": question.strict, "schema": question.schema}
            body["response_format"] = {"type": "json_schema", "json_schema": shape}
        else:
            # The server does not hold to a schema: then the words must.
            system += "\n\nReply with one JSON object of this JSON Schema, and nothing else:\n"
            system += json.dumps(question.schema, ensure_ascii=False)
            if manners.mode == "json_object":
                body["response_format"] = {"type": "json_object"}
    messages = [{"role": "system", "content": system}, {"role": "user", "content": question.user}]
    for reply, complaint in question.earlier:
        messages += [{"role": "assistant", "content": reply}, {"role": "user", "content": complaint}]
    body["messages"] = messages
    if stream:
        body |= {"stream": True, "stream_options": {"include_usage": True}}
    return body


def _read(completion: Any) -> Reply:
    choices = completion.choices or []
    message = getattr(choices[0], "message", None) if choices else None
    if message is None:
        raise ProviderFaultError("invalid", "a completion without a choice")
    refusal = getattr(message, "refusal", None) or ""
    finish: Finish = "refused" if refusal else FINISHES.get(choices[0].finish_reason or "stop", "stop")
    return Reply(
        text=str(message.content or ""),
        model=str(completion.model or ""),
        finish=finish,
        usage=_usage(completion.usage),
        request_id=str(getattr(completion, "_request_id", None) or completion.id or ""),
        refusal=str(refusal),
    )


def _usage(usage: Any) -> Usage:
    if usage is None:
        return Usage()
    cached = getattr(getattr(usage, "prompt_tokens_details", None), "cached_tokens", None)
    thought = getattr(getattr(usage, "completion_tokens_details", None), "reasoning_tokens", None)
    return Usage(
        input_tokens=_number(getattr(usage, "prompt_tokens", 0)),
        cached_tokens=_number(cached),
        output_tokens=_number(getattr(usage, "completion_tokens", 0)),
        reasoning_tokens=_number(thought),
        known=True,
    )


def _number(value: Any) -> int:
    return max(0, value) if isinstance(value, int) else 0


async def _events(chunks: Any) -> AsyncGenerator[Any]:
    try:
        async for chunk in chunks:
            yield chunk
    except (GeneratorExit, asyncio.CancelledError):
        raise
    except Exception as error:
        raise _fault(error) from error


class _Heard:
    """What has come of a stream so far."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.refusal: list[str] = []
        self.model = self.id = self.reason = ""
        self.usage = Usage()

    def take(self, chunk: Any) -> str:
        """Note a chunk; its text, which may be "": chunks without choices are allowed."""
        self.model = str(getattr(chunk, "model", "") or self.model)
        self.id = str(getattr(chunk, "id", "") or self.id)
        if getattr(chunk, "usage", None) is not None:
            self.usage = _usage(chunk.usage)
        choices = getattr(chunk, "choices", None) or []
        if not choices:
            return ""
        self.reason = choices[0].finish_reason or self.reason
        delta = getattr(choices[0], "delta", None)
        self.refusal.append(str(getattr(delta, "refusal", None) or ""))
        text = str(getattr(delta, "content", None) or "")
        self.text.append(text)
        return text

    def reply(self) -> Reply:
        """The whole. Raises ProviderFaultError when the stream just stopped."""
        if not self.reason:
            raise ProviderFaultError("network", "the stream ended before its end", request_id=self.id)
        refusal = "".join(self.refusal)
        finish: Finish = "refused" if refusal else FINISHES.get(self.reason, "stop")
        return Reply("".join(self.text), self.model, finish, self.usage, self.id, refusal=refusal)


STATUS: dict[int, FaultKind] = {401: "key", 403: "key", 404: "missing", 408: "timeout", 409: "server", 429: "rate"}


def _fault(error: Any) -> ProviderFaultError:
    """What went wrong, in our words. Never quotes the request: it may hold the text of a person."""
    if isinstance(error, ProviderFaultError):
        return error
    sdk = import_module("openai")
    if isinstance(error, sdk.APITimeoutError):
        return ProviderFaultError("timeout", "no answer in time")
    if isinstance(error, sdk.APIConnectionError):
        return ProviderFaultError("network", "no connection, or it broke off")
    if isinstance(error, sdk.APIStatusError):
        return _status_fault(error)
    if isinstance(error, (sdk.APIResponseValidationError, ValueError)):
        return ProviderFaultError("invalid", "the reply is not a completion")
    if isinstance(error, sdk.APIError):
        kind: FaultKind = "quota" if error.code == "insufficient_quota" else "server"
        return ProviderFaultError(kind, f"an error in the stream: {error.code or error.type or 'unnamed'}")
    if isinstance(error, import_module("httpx2").HTTPError):
        return ProviderFaultError("network", "the connection broke off")
    return ProviderFaultError("invalid", f"the reply could not be read ({type(error).__name__})")


def _status_fault(error: Any) -> ProviderFaultError:
    code = str(error.code or "")
    kind: FaultKind = STATUS.get(error.status_code, "server" if error.status_code >= 500 else "request")
    if code == "insufficient_quota":
        kind = "quota"
    detail = f"HTTP {error.status_code} {code or getattr(error, 'type', None) or ''}".strip()
    wait_s = retry_after_s(error.response.headers) if kind in ("rate", "server") else None
    return ProviderFaultError(kind, detail, retry_after_s=wait_s, request_id=str(error.request_id or ""))


def retry_after_s(headers: Any) -> float | None:
    """Seconds the server asks to wait, from `retry-after-ms` or `retry-after` (seconds or a date)."""
    try:
        if (in_ms := headers.get("retry-after-ms")) is not None:
            return max(0.0, float(in_ms) / 1000)
        value = headers.get("retry-after")
        if value is None:
            return None
        if value.strip().replace(".", "", 1).isdigit():
            return float(value)
        return max(0.0, (parsedate_to_datetime(value) - utc_now()).total_seconds())
    except (TypeError, ValueError):
        return None
