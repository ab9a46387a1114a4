"""Reading what a server that speaks Chat Completions replied: a whole answer, or a text that comes in chunks."""

import re
from typing import Any, Literal

from careercoach.ports.ai.asking import Finish, ProviderFaultError, Reply, Usage

FINISHES: dict[str, Finish] = {"stop": "stop", "length": "cut", "content_filter": "filtered"}
THINKS, THOUGHT = "<think>", "</think>"
"""Some models think aloud before they answer, and not every server takes that out. It is no part of the answer."""
_THOUGHTS = re.compile(rf"\s*{THINKS}.*?(?:{THOUGHT}\s*|$)", re.DOTALL)


def read_completion(completion: Any) -> Reply:
    """A whole answer. Raises ProviderFaultError when it is none."""
    choices = completion.choices or []
    message = getattr(choices[0], "message", None) if choices else None
    if message is None:
        raise ProviderFaultError("invalid", "a completion without a choice")
    refusal = getattr(message, "refusal", None) or ""
    finish: Finish = "refused" if refusal else FINISHES.get(choices[0].finish_reason or "stop", "stop")
    text = _written(message.content)
    thoughts = _THOUGHTS.match(text)
    return Reply(
        text=text[thoughts.end() :] if thoughts else text,
        model=str(completion.model or ""),
        finish=finish,
        usage=_usage(completion.usage),
        request_id=str(getattr(completion, "_request_id", None) or completion.id or ""),
        refusal=str(refusal),
    )


class HeardChunks:
    """What has come of a stream so far."""

    def __init__(self) -> None:
        self.text: list[str] = []
        self.refusal: list[str] = []
        self.model = self.id = self.reason = ""
        self.usage = Usage()
        self._answer = _AfterThoughts()

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
        text = self._answer.take(_written(getattr(delta, "content", None)))
        self.text.append(text)
        return text

    def reply(self) -> Reply:
        """The whole. Raises ProviderFaultError when the stream just stopped."""
        if not self.reason:
            raise ProviderFaultError("network", "the stream ended before its end", request_id=self.id)
        refusal = "".join(self.refusal)
        finish: Finish = "refused" if refusal else FINISHES.get(self.reason, "stop")
        text = "".join(self.text) + self._answer.rest()
        return Reply(text, self.model, finish, self.usage, self.id, refusal=refusal)


class _AfterThoughts:
    """Lets a text pass, but not the thoughts at its beginning."""

    def __init__(self) -> None:
        self.waiting = ""
        """What may yet turn out to be thoughts."""
        self._state: Literal["begins", "thinks", "ends", "answers"] = "begins"

    def take(self, text: str) -> str:
        """What of it belongs to the answer."""
        if self._state == "answers":
            return text
        self.waiting += text
        if self._state == "begins":
            begun = self.waiting.lstrip()
            if THINKS.startswith(begun[: len(THINKS)]):
                self._state = "thinks" if begun.startswith(THINKS) else "begins"
            else:
                self._state = "answers"
        if self._state == "thinks":
            _, end, answer = self.waiting.partition(THOUGHT)
            # The end may come in two halves: those last letters are all of the thoughts that is still needed.
            self.waiting = answer if end else self.waiting[-len(THOUGHT) :]
            self._state = "ends" if end else "thinks"
        if self._state == "ends":
            self.waiting = self.waiting.lstrip()
            self._state = "answers" if self.waiting else "ends"
        return self._all() if self._state == "answers" else ""

    def rest(self) -> str:
        """What was still waiting, now that nothing more comes: the beginning of thoughts that were none."""
        return self._all() if self._state == "begins" else ""

    def _all(self) -> str:
        text, self.waiting = self.waiting, ""
        return text


def _written(content: Any) -> str:
    """The text of a message; some servers give it in parts."""
    if isinstance(content, list):
        parts: list[Any] = content  # pyright: ignore[reportUnknownVariableType]
        return "".join(str(part.get("text", "")) for part in parts if isinstance(part, dict))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
    return str(content or "")


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
