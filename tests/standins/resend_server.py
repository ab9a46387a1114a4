"""Resend on this machine: its protocol, its limits, its ways to fail, and its webhooks.

Faults are put into `faults` and used up one a request: a Fault answers, drops the line or waits; `after=True` takes
the message first. `accepted` is what would have been mailed, in order, once for each idempotency key.
"""

import base64
import hashlib
import hmac
import json
import secrets
import threading
import time
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

KEY, SENDING_KEY = "re_stand_in", "re_stand_in_sending_only"
WEBHOOK_SECRET = "whsec_" + base64.b64encode(b"a webhook secret of the tests only").decode()
BATCH_MAX = 100


@dataclass
class Fault:
    """One bad answer. `drop`: close the line without a word; `wait_s`: answer so late."""

    status: int = 500
    name: str = "application_error"
    headers: dict[str, str] = field(default_factory=dict)
    body: bytes | None = None
    content_type: str = "application/json"
    drop: bool = False
    after: bool = False
    wait_s: float = 0.0


@dataclass
class ResendServer:
    """The state behind the address `url`. `per_second`: how many requests pass in any second; None: all."""

    url: str = ""
    per_second: int | None = None
    faults: list[Fault] = field(default_factory=list)
    requests: list[dict[str, Any]] = field(default_factory=list)
    accepted: list[dict[str, Any]] = field(default_factory=list)
    refused_at: list[float] = field(default_factory=list)
    suppressed: set[str] = field(default_factory=set)
    domains: list[dict[str, str]] = field(
        default_factory=lambda: [{"id": "d1", "name": "mail.example.org", "status": "verified"}]
    )
    known: dict[str, tuple[str, dict[str, Any]]] = field(default_factory=dict)
    passed_at: list[float] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)

    def sign(
        self, event_id: str, body: bytes, *, at: float | None = None, secret: str = WEBHOOK_SECRET
    ) -> dict[str, str]:
        """The headers of a webhook."""
        stamp = str(int(time.time() if at is None else at))
        key = base64.b64decode(secret.removeprefix("whsec_"))
        digest = hmac.new(key, f"{event_id}.{stamp}.".encode() + body, hashlib.sha256).digest()
        return {
            "svix-id": event_id,
            "svix-timestamp": stamp,
            "svix-signature": f"v1,{base64.b64encode(digest).decode()}",
        }

    def within_limit(self) -> bool:
        """A sliding window of one second, the strictest reading of "requests a second"."""
        now = time.monotonic()
        if self.per_second is None:
            return True
        self.passed_at = [moment for moment in self.passed_at if moment > now - 1]
        if len(self.passed_at) >= self.per_second:
            self.refused_at.append(now)
            return False
        self.passed_at.append(now)
        return True


def event(kind: str, email_id: str, *, to: str = "user@example.org", **data: Any) -> bytes:
    """The body of a webhook as Resend writes it."""
    content = {"email_id": email_id, "from": "coach@mail.example.org", "to": [to], "subject": "s", **data}
    return json.dumps({"type": kind, "created_at": "2026-11-20T07:00:05.000Z", "data": content}).encode()


def _problem(status: int, name: str, message: str = "no") -> tuple[int, dict[str, Any]]:
    return status, {"statusCode": status, "name": name, "message": message}


def _check(mail: dict[str, Any], *, in_batch: bool) -> str:
    """What is wrong with a message; empty if nothing."""
    for name in ("from", "to", "subject"):
        if not mail.get(name):
            return f"missing {name}"
    if not (mail.get("html") or mail.get("text")):
        return "missing text"
    recipients = mail["to"] if isinstance(mail["to"], list) else [mail["to"]]
    if len(recipients) > 50 or not all("@" in one and "invalid" not in one for one in recipients):
        return "invalid to"
    if in_batch and (mail.get("attachments") or mail.get("scheduled_at")):
        return "attachments are not supported in batch"
    for tag in mail.get("tags", []):
        if (
            not all(c.isascii() and (c.isalnum() or c in "_-") for c in tag["name"] + tag["value"])
            or len(tag["value"]) > 256
        ):
            return "invalid tag"
    return ""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: "_Http"

    def log_message(self, format: str, *args: object) -> None:
        pass

    def do_GET(self) -> None:
        self._serve("GET")

    def do_POST(self) -> None:
        self._serve("POST")

    def do_DELETE(self) -> None:
        self._serve("DELETE")

    def _serve(self, method: str) -> None:
        raw = self.rfile.read(int(self.headers.get("content-length", 0)))
        state = self.server.state
        asked = {"method": method, "path": self.path, "headers": {k.lower(): v for k, v in self.headers.items()},
                 "raw": raw, "at": time.monotonic()}  # fmt: skip
        with state.lock:
            state.requests.append(asked)
            fault = state.faults.pop(0) if state.faults else None
        if fault is not None and not fault.after:
            return self._fail(fault)
        with state.lock:
            within = state.within_limit()
            status, answer = self._answer(method, raw) if within else _problem(429, "rate_limit_exceeded")
        if fault is not None:
            return self._fail(fault)
        extra = {} if within else {"retry-after": "1", "ratelimit-limit": str(state.per_second), "ratelimit-remaining": "0",
                                   "ratelimit-reset": "1"}  # fmt: skip
        self._reply(status, json.dumps(answer).encode(), "application/json; charset=utf-8", extra)

    def _fail(self, fault: Fault) -> None:
        time.sleep(fault.wait_s)
        if fault.drop:
            self.close_connection = True
            self.connection.close()
            return
        body = fault.body
        if body is None:
            body = json.dumps(_problem(fault.status, fault.name)[1]).encode()
        self._reply(fault.status, body, fault.content_type, fault.headers)

    def _reply(self, status: int, body: bytes, content_type: str, headers: dict[str, str]) -> None:
        try:
            self.send_response(status)
            for name, value in {"Content-Type": content_type, "Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # whoever asked has gone

    def _answer(self, method: str, raw: bytes) -> tuple[int, dict[str, Any]]:
        state, key = self.server.state, self.headers.get("authorization", "")
        if not key:
            return _problem(401, "missing_api_key")
        if key == f"Bearer {SENDING_KEY}" and not self.path.startswith("/emails"):
            return _problem(401, "restricted_api_key")
        if key not in (f"Bearer {KEY}", f"Bearer {SENDING_KEY}"):
            return _problem(403, "invalid_api_key")
        if (method, self.path) == ("POST", "/emails"):
            return self._once(raw, self._take_one)
        if (method, self.path) == ("POST", "/emails/batch"):
            return self._once(raw, self._take_many)
        if (method, self.path) == ("GET", "/domains"):
            return 200, {"object": "list", "data": state.domains, "has_more": False}
        if method == "DELETE" and self.path.startswith("/suppressions/"):
            address = unquote(self.path.removeprefix("/suppressions/"))
            if address not in state.suppressed:
                return _problem(404, "not_found")
            state.suppressed.discard(address)
            return 200, {"object": "suppression", "id": "s1", "deleted": True}
        return _problem(404, "not_found")

    def _once(self, raw: bytes, take: Any) -> tuple[int, dict[str, Any]]:
        """The same key gives the same answer; with another body it is a mistake."""
        state, key = self.server.state, self.headers.get("idempotency-key", "")
        if len(key) > 256:
            return _problem(400, "invalid_idempotency_key")
        digest = hashlib.sha256(raw).hexdigest()
        if key in state.known:
            before, answer = state.known[key]
            return (200, answer) if before == digest else _problem(409, "invalid_idempotent_request")
        status, answer = take(json.loads(raw))
        if key and status == 200:
            state.known[key] = (digest, answer)
        return status, answer

    def _take_one(self, mail: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        if wrong := _check(mail, in_batch=False):
            return _problem(422, "validation_error", wrong)
        return 200, {"id": self._accept(mail)}

    def _take_many(self, mails: list[dict[str, Any]]) -> tuple[int, dict[str, Any]]:
        if not 0 < len(mails) <= BATCH_MAX:
            return _problem(422, "validation_error", "1 to 100")
        wrong = {index: why for index, mail in enumerate(mails) if (why := _check(mail, in_batch=True))}
        if wrong and self.headers.get("x-batch-validation") != "permissive":
            return _problem(422, "validation_error", next(iter(wrong.values())))
        data = [{"id": self._accept(mail)} for index, mail in enumerate(mails) if index not in wrong]
        return 200, {"data": data, "errors": [{"index": index, "message": why} for index, why in wrong.items()]}

    def _accept(self, mail: dict[str, Any]) -> str:
        email_id = str(uuid4())
        self.server.state.accepted.append({**mail, "id": email_id, "at": time.monotonic()})
        return email_id


class _Http(ThreadingHTTPServer):
    daemon_threads = True
    state: ResendServer


@contextmanager
def resend_server(**settings: Any) -> Generator[ResendServer]:
    """One server for as long as the block runs."""
    state = ResendServer(**settings)
    http = _Http(("127.0.0.1", 0), _Handler)
    http.state = state
    state.url = f"http://127.0.0.1:{http.server_address[1]}"
    thread = threading.Thread(target=http.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield state
    finally:
        http.shutdown()
        http.server_close()
        thread.join(5)


def new_event_id() -> str:
    """As Svix makes them."""
    return f"msg_{secrets.token_hex(12)}"
