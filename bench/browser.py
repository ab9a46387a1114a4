"""A browser with a person signed in, and Lighthouse in it."""

import asyncio
import json
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal

from playwright.async_api import BrowserContext, async_playwright

from careercoach.core.identity import cookie_name
from careercoach.settings import PROJECT
from tests.servers import free_port

Form = Literal["mobile", "desktop"]
CACHE = PROJECT / "var" / "bench" / "lighthouse"
COMMAND = CACHE / "node_modules" / "lighthouse" / "cli" / "index.js"
VERSION = "13"
CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update"]
RUN_S = 180


@dataclass(frozen=True)
class Visit:
    """What Lighthouse saw of one page."""

    score: float
    """0-100."""
    kib: float
    """Over the wire, as it was served."""
    shift: float
    blocking_ms: float


def can_run() -> bool:
    """Whether there is a browser, and npm to fetch Lighthouse once into var/."""
    if CHROMIUM is None or shutil.which("npm") is None:
        return False
    if not COMMAND.exists():
        CACHE.mkdir(parents=True, exist_ok=True)
        program = ["npm", "install", "--no-audit", "--no-fund", "--prefix", str(CACHE), f"lighthouse@{VERSION}"]
        done = subprocess.run(program, capture_output=True)
        return done.returncode == 0
    return True


@asynccontextmanager
async def browser(url: str, token: str = "") -> AsyncIterator[tuple[BrowserContext, int]]:
    """A fresh profile, signed in if there is a token, and the port that Lighthouse reaches it on."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="careercoach-browser-", ignore_cleanup_errors=True) as profile:
        async with async_playwright() as playwright:
            context = await playwright.chromium.launch_persistent_context(
                profile, executable_path=CHROMIUM, args=[*FLAGS, f"--remote-debugging-port={port}"]
            )
            if token:
                place = {"url": url.replace("http:", "https:"), "secure": True, "httpOnly": True, "sameSite": "Lax"}
                await context.add_cookies([{"name": cookie_name(), "value": token, **place}])  # pyright: ignore
            yield context, port
            await context.close()


async def visit(url: str, path: str, *, form: Form, token: str = "") -> Visit:
    """One first visit with an empty cache."""
    async with browser(url, token) as (_, port):
        found = await _lighthouse(f"{url}{path}", port, form)
    assert found["finalDisplayedUrl"].rstrip("/").endswith(path.rstrip("/")), found["finalDisplayedUrl"]
    audits = found["audits"]
    requests = audits["network-requests"]["details"]["items"]
    return Visit(
        score=100 * found["categories"]["performance"]["score"],
        kib=sum(request.get("transferSize") or 0 for request in requests) / 1024,
        shift=audits["cumulative-layout-shift"]["numericValue"],
        blocking_ms=audits["total-blocking-time"]["numericValue"],
    )


async def _lighthouse(address: str, port: int, form: Form) -> dict[str, Any]:
    program = ["node", str(COMMAND), address, "--port", str(port), "--disable-storage-reset", "--quiet"]
    program += ["--only-categories=performance", "--output=json"]
    program += ["--preset=desktop"] if form == "desktop" else []
    process = await asyncio.create_subprocess_exec(
        *program, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.PIPE
    )
    out, error = await asyncio.wait_for(process.communicate(), RUN_S)
    assert process.returncode == 0, error.decode()[-2000:]
    return json.loads(out)


async def fetched_again(url: str, path: str, token: str) -> list[str]:
    """Hashed files that a second visit downloads once more."""
    async with browser(url, token) as (context, _):
        page = await context.new_page()
        for _ in range(2):
            await page.goto(f"{url}{path}", wait_until="networkidle")
        entries: list[dict[str, Any]] = await page.evaluate("performance.getEntriesByType('resource')")
        taken = await page.evaluate(
            "performance.getEntriesByType('resource').filter(e => e.transferSize > 0).map(e => e.name)"
        )
        assert entries, "the page loads nothing at all"
    return [name for name in taken if "/assets/" in name or "/fonts/" in name]
