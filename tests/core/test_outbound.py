"""Addresses of others are fetched from public machines only, whatever they are called and wherever they lead."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import httpcore
import pytest

from careercoach.core import outbound
from careercoach.core.outbound import RefusedError, fetch_page, is_public
from tests.standins.wire import Asked, StandIn, Wire

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
    "224.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1",
    "fc00::1", "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:0:1::1", "ff02::1",
    "not an address", "",
]  # fmt: skip


class Web(StandIn):
    """A little web: `pages` by path."""

    def __init__(self) -> None:
        super().__init__()
        self.pages: dict[str, tuple[int, str, dict[str, str]]] = {}

    async def reply(self, asked: Asked, wire: Wire, move: str) -> None:
        status, body, headers = self.pages.get(asked.path, (404, "gone", {}))
        await wire.text(status, body, headers=headers)


@pytest.fixture
async def web() -> AsyncIterator[Web]:
    async with Web() as server:
        yield server


class Door(httpcore.AnyIOBackend):
    """Leads every name to the little web."""

    def __init__(self, web: Web) -> None:
        super().__init__()
        self.port = int(web.origin.rsplit(":", 1)[1])

    async def connect_tcp(self, host: str, port: int, *args: Any, **more: Any) -> Any:
        return await super().connect_tcp("127.0.0.1", self.port, *args, **more)


@pytest.mark.parametrize("address", PRIVATE)
def test_private_addresses_are_private(address: str):
    assert not is_public(address)


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700:4700::1111", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address: str):
    assert is_public(address)


async def test_a_page_at_the_end_of_its_redirects(web: Web):
    web.pages = {
        "/go": (302, "", {"location": "/on"}),
        "/on": (301, "", {"location": "http://learn.example.org/sql"}),
        "/sql": (200, "<html><TITLE lang=en>Window\n functions &amp; more</title>", {}),
    }
    page = await fetch_page("http://example.org/go", backend=Door(web))
    assert (page.url, page.status, page.title) == ("http://learn.example.org/sql", 200, "Window functions & more")
    assert "cookie" not in web.asked[0].headers and "authorization" not in web.asked[0].headers


@pytest.mark.parametrize(
    "url",
    [
        "ftp://example.org/", "javascript:alert(1)", "http://user:word@example.org/", "http://example.org:8080/",
        "https://example.org:22/", "file:///etc/passwd", "//example.org", "http://exa mple.org/", "",
    ],
)  # fmt: skip
async def test_what_is_no_address_of_a_page(web: Web, url: str):
    with pytest.raises(RefusedError):
        await fetch_page(url, backend=Door(web))
    assert web.asked == []


@pytest.mark.parametrize("location", ["http://127.0.0.1:22/", "file:///etc/passwd", "ftp://x.org/", "http://a@b.org/"])
async def test_redirects_are_judged_like_the_first_address(web: Web, location: str):
    web.pages = {"/": (302, "", {"location": location})}
    with pytest.raises(RefusedError):
        await fetch_page("http://example.org/", backend=Door(web))


async def test_going_round_in_circles(web: Web):
    web.pages = {"/": (302, "", {"location": "/"})}
    with pytest.raises(RefusedError, match="too many"):
        await fetch_page("http://example.org/", backend=Door(web))
    assert len(web.asked) == outbound.MAX_REDIRECTS + 1


@pytest.mark.parametrize("address", PRIVATE[:20])
async def test_a_name_that_points_inside(web: Web, address: str):
    async def inside(host: str, port: int) -> list[str]:
        return ["8.8.8.8", address]

    with pytest.raises(RefusedError):
        await fetch_page("http://looks-public.example.org/", resolve_name=inside)


async def test_the_address_that_was_checked_is_the_one_that_is_called(monkeypatch: pytest.MonkeyPatch):
    called: list[str] = []

    async def connect(self: object, host: str, *_: Any, **__: Any) -> Any:
        called.append(host)
        raise httpcore.ConnectError

    monkeypatch.setattr(httpcore.AnyIOBackend, "connect_tcp", connect)

    async def public(host: str, port: int) -> list[str]:
        return ["8.8.8.8"]

    with pytest.raises(RefusedError):
        await fetch_page("http://example.org/", resolve_name=public)
    assert called == ["8.8.8.8"], "resolving once more could give another answer"


async def test_a_host_written_as_an_inside_address_is_refused():
    for host in ("127.0.0.1", "[::1]", "2130706433", "0x7f000001", "localhost"):
        with pytest.raises(RefusedError):
            await fetch_page(f"http://{host}/")


async def test_slow_and_endless_pages(web: Web, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(outbound, "TIMEOUT_S", 0.3)
    web.steady = "hang"
    with pytest.raises(RefusedError, match="slow"):
        await fetch_page("http://example.org/", backend=Door(web))
    monkeypatch.setattr(outbound, "TIMEOUT_S", 5.0)
    web.steady = "ok"
    web.pages = {"/": (200, "<p>" + "x" * 5_000_000, {})}
    page = await asyncio.wait_for(fetch_page("http://example.org/", backend=Door(web)), 4)
    assert page.title == ""
