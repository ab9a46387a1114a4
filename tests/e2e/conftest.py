"""Browser journeys against a production build, with the network cut off."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Route, sync_playwright

from careercoach import frontend
from careercoach.core import db
from careercoach.core.identity import cookie_name
from careercoach.migrations import migrate
from careercoach.settings import settings
from tests.live import LiveServer
from tests.seed import People, seed

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)


@pytest.fixture(scope="session")
def built() -> Path:
    if not frontend.is_built():
        frontend.build()
    return frontend.BUILD


def start_server(folder: Path) -> LiveServer:
    migrate(f"sqlite:///{folder / 'app.db'}")
    return LiveServer(folder, with_pages=True).start()


@pytest.fixture(scope="session")
def server(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    """An empty house, jobs and all."""
    live = start_server(tmp_path_factory.mktemp("e2e"))
    yield live
    live.stop()


@pytest.fixture(scope="session")
def people(server: LiveServer) -> People:
    """The seeded owner, stranger and admin in that house."""
    before, settings.data_dir = settings.data_dir, server.data_dir

    async def prepare() -> People:
        await db.dispose()
        found = await seed()
        await db.dispose()
        return found

    try:
        # The browser driver keeps an event loop of its own in this thread.
        with ThreadPoolExecutor(1) as thread:
            return thread.submit(asyncio.run, prepare()).result()
    finally:
        settings.data_dir = before


@pytest.fixture(autouse=True)
def fresh_limits(request: pytest.FixtureRequest) -> None:
    """All tests come from one address; each starts with its own tries."""
    if "server" in request.fixturenames:
        folder = request.getfixturevalue("server").data_dir
        with sqlite3.connect(folder / "app.db", timeout=10) as connection:
            connection.execute("delete from rate_buckets")
        connection.close()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    assert CHROMIUM, "Chromium is missing: apt-get install chromium"
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=flags)
        yield chromium
        chromium.close()


NewTab = Callable[..., Page]


@pytest.fixture
def new_tab(browser: Browser, server: LiveServer) -> Iterator[NewTab]:
    """A tab of a fresh browser profile: `new_tab(width=390, mode="dark", language="hi", token=...)`.

    Any request to another origin, any page error and any violation of the content policy fails the test.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def make(*, width: int = 1280, mode: str = "light", language: str = "en", token: str = "") -> Page:
        context = browser.new_context(
            base_url=server.url,
            viewport={"width": width, "height": 900},
            color_scheme=mode,  # pyright: ignore[reportArgumentType]
            timezone_id="Asia/Kolkata",
            reduced_motion="reduce",
        )
        contexts.append(context)
        context.set_default_timeout(15_000)
        context.add_init_script(
            f"try {{ if (!localStorage.cc_language) localStorage.setItem('cc_language', '{language}') }} catch (e) {{}}"
        )
        if token:
            context.add_cookies([{"name": cookie_name(), "value": token, "url": server.url.replace("http:", "https:"),
                                  "secure": True, "httpOnly": True, "sameSite": "Lax"}])  # fmt: skip
        context.route("**/*", lambda route: _only_here(route, server.url, faults))
        page = context.new_page()
        page.on("pageerror", lambda error: faults.append(f"page error: {error}"))
        page.on("console", lambda message: _listen(message.text, faults))
        return page

    yield make
    for context in contexts:
        context.close()
    assert faults == []


def _only_here(route: Route, origin: str, faults: list[str]) -> None:
    if route.request.url.startswith((origin, "data:", "blob:")):
        route.continue_()
    else:
        faults.append(f"asked {route.request.url}")
        route.abort()


def _listen(text: str, faults: list[str]) -> None:
    if "Content Security Policy" in text:
        faults.append(text)
