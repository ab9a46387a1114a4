"""The one way to fetch an address that somebody else chose: public machines only, checked when the connection is made.

Names are resolved here and the connection goes to the very address that was checked, so a name that points somewhere
else a moment later gains nothing. Redirects are followed by hand, each looked at anew.
"""

import asyncio
import ipaddress
import re
import socket
from collections.abc import Awaitable, Callable, Iterable
from dataclasses import dataclass
from html import unescape
from typing import Any
from urllib.parse import urljoin, urlsplit

import httpcore

from careercoach.core.urls import safe_url

TIMEOUT_S = 5.0
MAX_BYTES = 1_000_000
MAX_REDIRECTS = 5
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
AGENT = "CareerCoach link check"
TITLE = re.compile(rb"<title[^>]{0,200}>(.{1,1000}?)</title", re.IGNORECASE | re.DOTALL)
CHARSET = re.compile(r"charset=[\"']?([\w.-]{2,20})", re.IGNORECASE)

Resolve = Callable[[str, int], Awaitable[list[str]]]


class RefusedError(Exception):
    """The address may not be fetched, or did not answer as a page would."""


@dataclass(frozen=True)
class Page:
    """What was found at the end of the redirects."""

    url: str
    status: int
    title: str
    """Written by whoever made the page: text, nothing else. "" when there is none."""


def is_public(address: str) -> bool:
    """Whether an IP address belongs to a machine on the open internet, however it is written."""
    try:
        ip: Any = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(ip, "ipv4_mapped", None) or getattr(ip, "sixtofour", None)
    if inner is not None:
        ip = inner
    if getattr(ip, "teredo", None) is not None or ip in _NAT64:
        return False
    return ip.is_global and not ip.is_multicast


_NAT64 = ipaddress.ip_network("64:ff9b::/96")


async def resolve(host: str, port: int) -> list[str]:
    """The addresses of a name, as this machine sees them."""
    loop = asyncio.get_running_loop()
    found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(entry[4][0]) for entry in found]


class _PublicBackend(httpcore.AsyncNetworkBackend):
    """Connects to checked addresses only."""

    def __init__(self, resolve_name: Resolve) -> None:
        self._resolve = resolve_name
        self._inner: Any = httpcore.AnyIOBackend()

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        try:
            addresses = await asyncio.wait_for(self._resolve(host, port), timeout)
        except (OSError, UnicodeError, TimeoutError) as error:
            raise RefusedError("no such host") from error
        # One private address among public ones is a trick, not a mistake.
        if not addresses or not all(is_public(address) for address in addresses):
            raise RefusedError("not a public machine")
        return await self._inner.connect_tcp(addresses[0], port, timeout, local_address, socket_options)

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[Any] | None = None
    ) -> httpcore.AsyncNetworkStream:
        raise RefusedError("not a public machine")

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


async def fetch_page(
    url: str, *, backend: httpcore.AsyncNetworkBackend | None = None, resolve_name: Resolve = resolve
) -> Page:
    """Follow an address to its page, within five seconds, a megabyte and five redirects. Raises RefusedError."""
    backend = backend or _PublicBackend(resolve_name)
    try:
        async with asyncio.timeout(TIMEOUT_S), httpcore.AsyncConnectionPool(network_backend=backend) as pool:
            for _ in range(MAX_REDIRECTS + 1):
                _check(url)
                page, location = await _get(pool, url)
                if page.status not in REDIRECTS or not location:
                    return page
                url = urljoin(url, location)
    except RefusedError:
        raise
    except TimeoutError:
        raise RefusedError("too slow") from None
    except (httpcore.NetworkError, httpcore.ProtocolError, httpcore.TimeoutException, OSError, ValueError) as error:
        raise RefusedError(type(error).__name__) from error
    raise RefusedError("too many redirects")


def _check(url: str) -> None:
    parts = urlsplit(url)
    if not safe_url(url) or parts.scheme not in PORTS or parts.username or parts.password:
        raise RefusedError("not an address of a page")
    if parts.port not in (None, PORTS[parts.scheme]):
        raise RefusedError("not a port of pages")


async def _get(pool: httpcore.AsyncConnectionPool, url: str) -> tuple[Page, str]:
    headers = [
        ("host", urlsplit(url).netloc),
        ("user-agent", AGENT),
        ("accept", "text/html,application/xhtml+xml"),
        ("accept-encoding", "identity"),
    ]
    async with pool.stream("GET", url, headers=headers) as response:
        told = {name.lower(): value.decode("latin-1") for name, value in response.headers}
        body = b""
        if response.status == 200 and told.get(b"content-type", "").startswith(("text/html", "application/xhtml")):
            async for part in response.aiter_stream():
                body += part
                if len(body) > MAX_BYTES or b"</title" in body[:200_000].lower():
                    break
    return Page(url, response.status, _title(body, told.get(b"content-type", ""))), told.get(b"location", "")


def _title(body: bytes, kind: str) -> str:
    match = TITLE.search(body[:200_000])
    if match is None:
        return ""
    named = CHARSET.search(kind) or CHARSET.search(body[:2000].decode("latin-1"))
    try:
        text = match.group(1).decode(named.group(1) if named else "utf-8", "replace")
    except LookupError:
        text = match.group(1).decode("utf-8", "replace")
    return " ".join(unescape(text).split())[:200]
