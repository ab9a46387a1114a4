"""axe finds nothing on any page, in either mode, on a phone and a desktop, in any language."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.ui.page import ROUTES

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PUBLIC = ("/", "/login", "/signup", "/forgot", "/reset", "/privacy", "/unsubscribe", "/skills", "/roles")
ONE_OF_MANY = ["/skills/python/", "/roles/registered-nurse/"]
LOOKS = [(390, "light", "en"), (390, "dark", "hi"), (1440, "light", "es"), (1440, "dark", "en")]
STATIC = sorted(route for route in ROUTES if "[" not in route)


def faults(page: Page) -> list[str]:
    """What axe finds and still finds a second later: while a page moves, it may judge half of the old and the new."""
    # Handed over by the browser's own debugger, so the content policy of the page stays as it is.
    page.evaluate(AXE + "; null")
    found = _found(page)
    if found:
        page.wait_for_timeout(1000)
        found = _found(page)
    return found


def _found(page: Page) -> list[str]:
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


def look_at(page: Page, address: str, width: int) -> None:
    """Open a page, wait until it has what it loads, and look for faults."""
    page.goto(address)
    expect(page.locator("h1")).to_have_count(1)
    if "gallery" not in address:
        expect(page.locator(".skeleton")).to_have_count(0)
    # Text that is still fading in has not the contrast it will have.
    page.evaluate("Promise.all(document.getAnimations().map(one => one.finished.catch(() => 0)))")
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width, "scrolls sideways"
    assert page.title().endswith("CareerCoach")


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: "-".join(map(str, look)))
@pytest.mark.parametrize("group", ["public", "own", "admin"])
def test_axe_finds_nothing(group, look, new_tab, people):
    width, mode, language = look
    found: list[str] = []
    token = {"public": "", "own": people.owner, "admin": people.admin}[group]
    page = new_tab(width=width, mode=mode, language=language, token=token)
    addresses = [route if route == "/" else f"{route}/" for route in STATIC if group_of(route) == group]
    if group == "own":
        addresses += interviews_of(page)
    if group == "public":
        addresses += ONE_OF_MANY
    for address in addresses:
        try:
            look_at(page, address, width)
        except AssertionError as fault:
            found.append(f"{address}: {fault}")
    assert found == []


def group_of(route: str) -> str:
    """Who looks at a page."""
    return "admin" if route.startswith("/admin") else "public" if route in PUBLIC else "own"


def interviews_of(page: Page) -> list[str]:
    """The room of the open interview and the report of the scored one."""
    lines = page.request.get("/api/v1/interviews").json()
    room = next(line["id"] for line in lines if line["state"] in ("running", "paused"))
    report = next(line["id"] for line in lines if line["state"] == "scored")
    return [f"/interviews/{room}/", f"/interviews/{report}/report/"]
