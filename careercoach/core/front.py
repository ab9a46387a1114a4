"""The outermost ASGI layer of the one port: origins, sizes, security headers, caching.

It stands in front of the pages, the websocket and the REST routes alike, so nothing is served without it.
"""

import base64
import hashlib
import re
from collections.abc import Awaitable, Callable, Iterable, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from careercoach.core.identity import cookie_name, read_cookie

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

BODY_MAX_BYTES = 1_000_000
UPLOAD_PATHS = ("/api/resumes", "/api/v1/profile/")
"""Where files may arrive, which are larger than other bodies."""
SAFE_METHODS = ("GET", "HEAD", "OPTIONS")
HASHED = ("/assets/", "/fonts/")
"""Folders of the build whose file names change with their content."""
UNSAID = frozenset([b"server", b"x-powered-by"])
NEVER_ASKED_AGAIN = UNSAID | {b"etag", b"last-modified", b"accept-ranges"}
"""What serves to ask whether a file has changed, which a hashed one never does: a dozen of them come with each page."""
FALLBACKS = ("404", "__spa-fallback")
_INLINE_SCRIPT = re.compile(rb"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.S)


def inline_script_hashes(build: Path) -> dict[str, list[str]]:
    """CSP hashes of the inline scripts of each built page, by its address without a slash at the end.

    Under "*" those of the pages that answer for any other address.
    """
    found: dict[str, list[str]] = {}
    for page in sorted(build.rglob("*.html")):
        hashes = {
            base64.b64encode(hashlib.sha256(script).digest()) for script in _INLINE_SCRIPT.findall(page.read_bytes())
        }
        place = page.relative_to(build).with_suffix("")
        folder = "/".join(("", *place.parts[:-1]))
        address = "*" if place.name in FALLBACKS else folder if place.name == "index" else f"{folder}/{place.name}"
        found[address] = sorted({*found.get(address, []), *(f"'sha256-{digest.decode()}'" for digest in hashes)})
    return found


def content_policy(script_hashes: Iterable[str]) -> str:
    """Everything from here, scripts only those of the build, no eval, no frames."""
    return "; ".join(
        [
            "default-src 'self'",
            " ".join(["script-src 'self'", *script_hashes]),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            "connect-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
            "frame-src 'none'",
            "worker-src 'self' blob:",
        ]
    )


class Front:
    """Wraps the whole app. `origins` may open the websocket besides the host a page was loaded from."""

    def __init__(
        self,
        app: App,
        *,
        origins: Iterable[str],
        build: Path,
        https: bool = False,
        trusted_hops: int = 0,
        upload_paths: tuple[str, ...] = UPLOAD_PATHS,
        upload_max_bytes: int = BODY_MAX_BYTES,
    ) -> None:
        self.app = app
        self.origins = frozenset(origins)
        self.canonical = next(iter(sorted(self.origins)), "")
        self.https = https
        self.trusted_hops = trusted_hops
        self.upload_paths, self.upload_max_bytes = upload_paths, upload_max_bytes
        hashes = inline_script_hashes(build)
        self._page_headers = {page: _security_headers(content_policy(own), https) for page, own in hashes.items()}
        self._headers = _security_headers(content_policy([]), https)
        # A script, font or style obeys the policy of its page, not its own; on each it would be a kilobyte for nothing.
        self._file_headers = _security_headers("default-src 'none'", https)[:2]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        headers = {name.decode("latin-1").lower(): value.decode("latin-1") for name, value in scope["headers"]}
        self._believe_proxies(scope, headers)
        if scope["type"] == "websocket":
            await self._websocket(scope, headers, receive, send)
        else:
            await self._http(scope, headers, receive, send)

    def _believe_proxies(self, scope: Scope, headers: dict[str, str]) -> None:
        forwarded = [part.strip() for part in headers.get("x-forwarded-for", "").split(",") if part.strip()]
        if self.trusted_hops and len(forwarded) >= self.trusted_hops and scope.get("client"):
            scope["client"] = (forwarded[-self.trusted_hops], scope["client"][1])

    def is_ours(self, origin: str, host: str) -> bool:
        """Whether a page of this origin may act here: the same host it asks, or one on the fixed list."""
        parts = urlsplit(origin)
        return origin in self.origins or (parts.scheme in ("http", "https") and parts.netloc == host != "")

    async def _websocket(self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send) -> None:
        origin = headers.get("origin")
        if origin is not None and not self.is_ours(origin, headers.get("host", "")):
            await receive()
            await send({"type": "websocket.close", "code": 1008})
            return
        if origin is not None:
            # The engine below compares with its fixed list; a same-host origin passes as the canonical one.
            kept = [(name, value) for name, value in scope["headers"] if name.lower() != b"origin"]
            scope["headers"] = [*kept, (b"origin", self.canonical.encode())]
        await self.app(scope, receive, send)

    async def _http(self, scope: Scope, headers: dict[str, str], receive: Receive, send: Send) -> None:
        path: str = scope["path"]
        host = headers.get("host", "")
        if path == "/_upload" or path.startswith("/_upload/"):
            await _refuse(self._decorated(send, path, host), 404, "not found")
            return
        if scope["method"] not in SAFE_METHODS and not self._may_write(headers):
            await _refuse(self._decorated(send, path, host), 403, "other origin")
            return
        limit = self.upload_max_bytes + 4096 if path.startswith(self.upload_paths) else BODY_MAX_BYTES
        length = headers.get("content-length", "0")
        if not length.isdigit() or int(length) > limit:
            await _refuse(self._decorated(send, path, host), 413, "too large")
            return
        await self.app(scope, _limited(receive, limit), self._decorated(send, path, host))

    def _may_write(self, headers: dict[str, str]) -> bool:
        """Cookies alone must not be enough to change something: the page has to be ours."""
        if "origin" in headers:
            return self.is_ours(headers["origin"], headers.get("host", ""))
        if "sec-fetch-site" in headers:
            return headers["sec-fetch-site"] in ("same-origin", "none")
        return not read_cookie(headers.get("cookie", ""), cookie_name())

    def _decorated(self, send: Send, path: str, host: str) -> Send:
        async def decorated(message: Message) -> None:
            if message["type"] == "http.response.start":
                theirs = [_same_site(pair, host) for pair in message.get("headers", [])]
                message = {**message, "headers": self._with_ours(theirs, path, message["status"])}
            await send(message)

        return decorated

    def _with_ours(self, theirs: Iterable[tuple[bytes, bytes]], path: str, status: int) -> list[tuple[bytes, bytes]]:
        own_policy = any(name == b"content-security-policy" for name, _ in theirs)
        cached = any(name == b"cache-control" for name, _ in theirs)
        hashed = path.startswith(HASHED) and status in (200, 206, 304)
        unsaid = NEVER_ASKED_AGAIN if hashed else UNSAID
        headers = [(name, _once(value) if name == b"vary" else value) for name, value in theirs if name not in unsaid]
        kind = next((value for name, value in theirs if name == b"content-type"), b"")
        ours = self._file_headers if hashed or kind.startswith(b"image/") else self._headers
        is_page = kind.startswith(b"text/html")
        # "Not modified" names no type, and its headers replace those of the page the browser kept.
        if is_page or (status == 304 and not hashed):
            pages = self._page_headers
            ours = pages.get(path.rstrip("/")) or pages.get("*") or self._headers
        headers += [pair for pair in ours if not (own_policy and pair[0] == b"content-security-policy")]
        if not cached:
            value = b"public, max-age=31536000, immutable" if hashed else b"no-cache"
            headers.append((b"cache-control", value))
        return headers


def _once(listed: bytes) -> bytes:
    """A list of names without repetitions: every layer adds its own."""
    return b", ".join(dict.fromkeys(name.strip() for name in listed.split(b",")))


def _same_site(header: tuple[bytes, bytes], host: str) -> tuple[bytes, bytes]:
    """A redirect to ourselves names no scheme: behind an https proxy the one we see is not the visitor's."""
    name, value = header
    if name.lower() == b"location" and value.startswith(f"http://{host}/".encode()):
        return name, value[len(f"http://{host}") :]
    return header


def _security_headers(policy: str, https: bool) -> list[tuple[bytes, bytes]]:
    headers = {
        "content-security-policy": policy,
        "x-content-type-options": "nosniff",
        "referrer-policy": "strict-origin-when-cross-origin",
        "permissions-policy": "camera=(), geolocation=(), microphone=(self)",
        "cross-origin-opener-policy": "same-origin",
        "x-frame-options": "DENY",
    }
    if https:
        headers["strict-transport-security"] = "max-age=31536000"
    return [(name.encode(), value.encode()) for name, value in headers.items()]


def _limited(receive: Receive, limit: int) -> Receive:
    """Stop reading a body that grows beyond what it announced or may have."""
    seen = 0

    async def limited() -> Message:
        nonlocal seen
        message = await receive()
        if message["type"] == "http.request":
            seen += len(message.get("body", b""))
            if seen > limit:
                return {"type": "http.disconnect"}
        return message

    return limited


async def _refuse(send: Send, status: int, why: str) -> None:
    body = why.encode()
    headers = [(b"content-type", b"text/plain"), (b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
