"""Chat Completions: OpenAI itself, and any server that speaks its language (Ollama, llama.cpp, vLLM, LM Studio)."""

import asyncio
import hashlib
import json
import logging
import re
from collections.abc import AsyncGenerator
from contextlib import aclosing
from dataclasses import dataclass, field
from importlib import import_module
from typing import Any
from urllib.parse import urlsplit
from weakref import WeakKeyDictionary

from careercoach.ports.ai.asking import FaultKind, ProviderFaultError, Question, Reply
from careercoach.ports.ai.openai_replies import HeardChunks, read_completion
from careercoach.ports.ai.waits import retry_after_s

OFFICIAL = "https://api.openai.com/v1"
THINKING_TOKENS = {"none": 0, "minimal": 500, "low": 2_000, "": 4_000, "medium": 4_000}
MOST_THINKING_TOKENS = 12_000
"""By effort. Thoughts count as output: without room for them an answer would be cut before its first word."""
NO_KEY = "none"
"""Local servers want some key and take any."""
CONNECT_S = 5.0
SCHEMA_WORDS = ("json_schema", "response_format", "schema", "grammar")
MODES = ("json_schema", "json_object", "prompt")
TOKENS_FIELDS = {"max_tokens": "max_completion_tokens", "max_completion_tokens": "max_tokens"}
MOST_FORMS = 8
"""Every field left out once, every mode tried once."""


@dataclass
class _Manners:
    """What this server turned out to take. Learned from its refusals, kept while the process lives."""

    tokens_field: str
    mode: str = "json_schema"
    tokens_field_is_sure: bool = False
    """The other name was tried already: a complaint about this one is about the number."""
    tells_usage: bool = True
    """Takes `stream_options`."""
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
        self.thinking_tokens = 0 if is_local else THINKING_TOKENS.get(effort, MOST_THINKING_TOKENS)
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
        return read_completion(completion)

    async def stream(self, question: Question, *, timeout_s: float) -> AsyncGenerator[str | Reply]:
        """Running text, then the whole. A stream that ends without a reason is a fault of the network."""
        client = await self._client()
        chunks = await self._request(client, question, timeout_s, stream=True)
        heard = HeardChunks()
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
            api_key=self._key or NO_KEY,
            base_url=self.base_url,
            max_retries=0,
            timeout=self.timeout_s,
            # What people are told about where their text goes holds: no server sends it on to another one.
            http_client=sdk.DefaultAsyncHttpx2Client(follow_redirects=False),
        )

    async def _request(self, client: Any, question: Question, timeout_s: float, *, stream: bool) -> Any:
        model = question.model or self.model
        manners = self._manners.setdefault(model, self._new_manners())
        for _ in range(MOST_FORMS):
            body = _body(question, model, manners, self.thinking_tokens, stream=stream)
            try:
                result = await client.chat.completions.create(**body, timeout=_timeout(timeout_s))
            except Exception as error:
                fault = _fault(error)
                if self._learn(manners, fault, _told(error), question):
                    continue
                raise fault from error
            if not hasattr(result, "close" if stream else "choices"):
                raise ProviderFaultError("invalid", "the reply is not a completion")
            return result
        raise ProviderFaultError("request", "the server refused every form of the question")

    def _learn(self, manners: _Manners, fault: ProviderFaultError, told: str, question: Question) -> bool:
        """Leave out what the server just refused; False when that was nothing of ours."""
        is_own_failure = fault.kind == "server" and self.is_local
        if fault.kind != "request" and not is_own_failure:
            return False
        wants_shape = question.schema is not None and manners.mode != "prompt"
        is_about_shape = wants_shape and any(word in told for word in SCHEMA_WORDS)
        if fault.kind == "request" and self._leave_out(manners, told):
            return True
        # llama.cpp says with a 500 that it can make nothing of a schema.
        if is_about_shape:
            manners.mode = MODES[MODES.index(manners.mode) + 1]
        return is_about_shape

    def _leave_out(self, manners: _Manners, told: str) -> bool:
        if _names(told, "reasoning_effort") and manners.optional.get("reasoning_effort") == "none":
            # Some models cannot but think: then as little as they say they can.
            least = next((effort for effort in ("minimal", "low") if f"'{effort}'" in told), None)
            if least is not None:
                manners.optional["reasoning_effort"] = least
                return True
        for name in list(manners.optional):
            if _names(told, name) and not (name == "store" and self.host.endswith("openai.com")):
                del manners.optional[name]
                return True
        if manners.tells_usage and _names(told, "stream_options"):
            manners.tells_usage = False
            return True
        if _names(told, manners.tokens_field) and not manners.tokens_field_is_sure:
            manners.tokens_field = TOKENS_FIELDS[manners.tokens_field]
            manners.tokens_field_is_sure = True
            return True
        return False


def _names(told: str, name: str) -> bool:
    return re.search(rf"(?<![a-z_]){name}(?![a-z_])", told) is not None


def _timeout(timeout_s: float) -> Any:
    httpx2 = import_module("httpx2")
    return httpx2.Timeout(timeout_s, connect=min(CONNECT_S, timeout_s))


def _body(question: Question, model: str, manners: _Manners, thinking_tokens: int, *, stream: bool) -> dict[str, Any]:
    system = question.system
    effort = manners.optional.get("reasoning_effort", "none")
    most = question.max_output_tokens + max(thinking_tokens, THINKING_TOKENS.get(effort, 0))
    body: dict[str, Any] = {"model": model, manners.tokens_field: most, **manners.optional}
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
        body |= {"stream": True}
        body |= {"stream_options": {"include_usage": True}} if manners.tells_usage else {}
    return body


async def _events(chunks: Any) -> AsyncGenerator[Any]:
    try:
        async for chunk in chunks:
            yield chunk
    except (GeneratorExit, asyncio.CancelledError):
        raise
    except Exception as error:
        raise _fault(error) from error


def _told(error: Any) -> str:
    """Everything a refusal says: the SDK's words leave out what is not in OpenAI's own form."""
    return f"{getattr(error, 'param', '') or ''} {error} {getattr(error, 'body', '') or ''}".lower()[:4000]


STATUS: dict[int, FaultKind] = {
    401: "key", 402: "quota", 403: "key", 404: "missing", 408: "timeout", 409: "server", 429: "rate",
}  # fmt: skip
EMPTY_ACCOUNT = frozenset({"insufficient_quota", "billing_hard_limit_reached", "billing_not_active"})


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
        kind: FaultKind = "quota" if error.code in EMPTY_ACCOUNT else "server"
        return ProviderFaultError(kind, f"an error in the stream: {error.code or error.type or 'unnamed'}")
    if isinstance(error, import_module("httpx2").HTTPError):
        return ProviderFaultError("network", "the connection broke off")
    return ProviderFaultError("invalid", f"the reply could not be read ({type(error).__name__})")


def _status_fault(error: Any) -> ProviderFaultError:
    code = str(error.code or "")
    kind: FaultKind = STATUS.get(error.status_code, "server" if error.status_code >= 500 else "request")
    if code in EMPTY_ACCOUNT:
        kind = "quota"
    detail = f"HTTP {error.status_code} {code or getattr(error, 'type', None) or ''}".strip()
    wait_s = retry_after_s(error.response.headers) if kind in ("rate", "server") else None
    return ProviderFaultError(kind, detail, retry_after_s=wait_s, request_id=str(error.request_id or ""))
