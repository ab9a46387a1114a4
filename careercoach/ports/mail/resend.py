"""Mail by Resend, through its own SDK. The SDK blocks, so calls run in a thread; it is imported at the first one.

It knows one key for the whole process and tries nothing twice: waiting and trying again belong to the caller, who
repeats a message only under its own key, which Resend remembers for 24 hours.
"""

import asyncio
import base64
import re
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, timedelta
from email.utils import parseaddr
from importlib import import_module
from typing import Any, TypeVar, cast

from careercoach.core.clock import utc_now
from careercoach.ports.mail import CONFIG_WAIT_S, MailMessage, MailUnavailableError

T = TypeVar("T")

BATCH = 100
"""Messages in one call, says Resend; none of them with files."""
TIMEOUT_S = 20
TAKEN_EARLIER = "earlier"
"""Stands for an id: an earlier try under this key was taken, and we never heard its id."""
KEY_REFUSED = frozenset({"missing_api_key", "invalid_api_key", "restricted_api_key"})
_NOT_IN_TAGS = re.compile(r"[^A-Za-z0-9_-]")
_NOT_IN_REASONS = re.compile(r"[^a-z0-9_]")


class ResendMailer:
    """`sender` is the From line; its domain has to be verified at Resend."""

    def __init__(self, *, api_key: str, api_url: str, sender: str) -> None:
        self._api_key = api_key
        self._api_url = api_url.rstrip("/")
        self._sender = sender

    async def prepare(self) -> None:
        """Import the SDK ahead of the first call, which is to leave at its moment and not a second later."""
        await asyncio.to_thread(import_module, "resend")

    async def send(self, message: MailMessage) -> str:
        """Hand one message over; its id at Resend. Raises MailUnavailableError."""
        body, options = self._body(message), {"idempotency_key": message.key}
        try:
            return await self._ask(lambda sdk: str(sdk.Emails.send(body, options)["id"]))
        except _TakenEarlierError:
            return TAKEN_EARLIER

    async def send_many(self, messages: Sequence[MailMessage], *, key: str) -> list[str | MailUnavailableError]:
        """Up to a hundred messages without files in one call; one bad address refuses only itself."""
        bodies = [self._body(message) for message in messages]
        options = {"idempotency_key": key, "batch_validation": "permissive"}
        try:
            return await self._ask(lambda sdk: _in_order(len(messages), sdk.Batch.send(bodies, options)))
        except _TakenEarlierError:
            return [TAKEN_EARLIER for _ in messages]

    async def allow_again(self, address: str) -> None:
        """Take an address off Resend's own list of those that bounced or complained."""
        try:
            await self._ask(lambda sdk: sdk.Suppressions.remove(address))
        except MailUnavailableError as error:
            if error.reason != "not_found":
                raise

    async def check(self) -> str:
        """One cheap call: the state of the sender's domain. Raises MailUnavailableError with the reason."""
        domain = parseaddr(self._sender)[1].partition("@")[2]
        try:
            states = await self._ask(lambda sdk: {str(d["name"]): str(d["status"]) for d in sdk.Domains.list()["data"]})
        except MailUnavailableError as error:
            if error.reason == "restricted_api_key":  # a key that may only send, and is right to
                return "sending_only"
            raise
        state = next((states[name] for name in _and_above(domain) if name in states), "")
        if state != "verified":
            raise MailUnavailableError("domain_not_verified", is_final=True)
        return state

    def _body(self, message: MailMessage) -> dict[str, Any]:
        body: dict[str, Any] = {
            "from": self._sender,
            "to": [message.to],
            "subject": message.subject,
            "text": message.text,
            # Without it, mail programs may fold letters with the same subject into one.
            "headers": {**message.headers, "X-Entity-Ref-ID": message.key},
            "tags": [
                {"name": name, "value": _NOT_IN_TAGS.sub("_", value)[:256]} for name, value in message.tags.items()
            ],
        }
        if message.html:
            body["html"] = message.html
        if message.attachments:
            body["attachments"] = [
                {
                    "filename": file.file_name,
                    "content": base64.b64encode(file.data).decode(),
                    "content_type": file.content_type,
                }
                for file in message.attachments
            ]
        return body

    async def _ask(self, call: Callable[[Any], T]) -> T:
        return await asyncio.to_thread(self._ask_now, call)

    def _ask_now(self, call: Callable[[Any], T]) -> T:
        import resend  # noqa: TID251  (this is the module it belongs to)
        from resend.exceptions import NoContentError, ResendError  # noqa: TID251

        resend.api_key, resend.api_url = self._api_key, self._api_url
        resend.default_http_client = resend.RequestsClient(timeout=TIMEOUT_S)
        try:
            return call(resend)
        except ResendError as error:
            raise _why(error) from None  # its text may hold an address
        except (NoContentError, KeyError, TypeError, ValueError):
            raise MailUnavailableError("bad_answer") from None


class _TakenEarlierError(Exception):
    """Resend knows the key, with another text: the first one was taken."""


def _in_order(count: int, answer: Mapping[str, Any]) -> list[str | MailUnavailableError]:
    """Ids and refusals by the place of their message: refused ones have no id in the list of ids."""
    refused = {int(error["index"]) for error in answer.get("errors") or []}
    ids = [str(found["id"]) for found in answer["data"]]
    if len(ids) == count:  # some answers keep a place for refused ones
        return [
            MailUnavailableError("validation_error", is_final=True) if n in refused else ids[n] for n in range(count)
        ]
    if len(ids) + len(refused) != count:
        raise MailUnavailableError("bad_answer")
    found = iter(ids)
    return [
        MailUnavailableError("validation_error", is_final=True) if place in refused else next(found)
        for place in range(count)
    ]


def _and_above(domain: str) -> list[str]:
    """The domain and those it belongs to: "a.b.c", "b.c"."""
    parts = domain.split(".")
    return [".".join(parts[start:]) for start in range(len(parts) - 1)]


def _why(error: Any) -> MailUnavailableError:
    """What the SDK raised, as what to do about it. Raises _TakenEarlierError."""
    code = int(error.code) if str(error.code).isdigit() else 500
    name = _NOT_IN_REASONS.sub("_", str(error.error_type or "error").lower())[:40]
    headers = {str(key).lower(): str(value) for key, value in (cast(Any, error).headers or {}).items()}
    if name == "invalid_idempotent_request":
        raise _TakenEarlierError
    if name in ("daily_quota_exceeded", "monthly_quota_exceeded"):
        return MailUnavailableError(name, retry_after_s=_until_tomorrow(utc_now()), holds_all=True)
    if name in KEY_REFUSED:  # revoked, perhaps: the mails of the day wait for a new one
        return MailUnavailableError(name, retry_after_s=CONFIG_WAIT_S, holds_all=True)
    if code == 429:
        return MailUnavailableError("rate_limit_exceeded", retry_after_s=_retry_after(headers), holds_all=True)
    if name == "httpclienterror":
        return MailUnavailableError("unreachable")
    if code >= 500 or code in (408, 409):
        return MailUnavailableError(name, retry_after_s=_retry_after(headers, default=0))
    return MailUnavailableError(name, is_final=True)


def _retry_after(headers: Mapping[str, str], default: int = 1) -> int:
    for name in ("retry-after", "ratelimit-reset"):
        value = headers.get(name, "").strip()
        if value.replace(".", "", 1).isdigit():
            return max(1, min(3600, -int(-float(value) // 1)))
    return default


def _until_tomorrow(now: datetime) -> int:
    """Seconds until Resend's day begins anew, with a minute's grace."""
    tomorrow = (now + timedelta(days=1)).replace(hour=0, minute=1, second=0, microsecond=0)
    return int((tomorrow - now).total_seconds())


async def check() -> str:
    """One cheap real call with the key that is set. Raises MailUnavailableError with the reason."""
    from careercoach.ports.mail.choice import resend_mailer

    return await resend_mailer().check()
