"""axe finds nothing on any page, in either mode, on a phone and a desktop, in any language."""

from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page

import careercoach.careercoach  # noqa: F401  (registers the pages)
from careercoach.ui.page import ROUTES

AXE = (Path(axe_playwright_python.__file__).parent / "axe.min.js").read_text(encoding="utf-8")
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PUBLIC = ("/", "/login", "/signup", "/forgot", "/reset", "/privacy", "/unsubscribe")
LOOKS = [(390, "light", "en"), (390, "dark", "hi"), (1440, "light", "es"), (1440, "dark", "en")]
STATIC = sorted(route for route in ROUTES if "[" not in route)


def faults(page: Page) -> list[str]:
    # Handed over by the browser's own debugger, so the content policy of the page stays as it is.
    page.evaluate(AXE + "; null")
    found = page.evaluate("rules => axe.run(document, rules)", RULES)
    return [f"{one['id']}: {one['nodes'][0]['html'][:200]}" for one in found["violations"]]


@pytest.mark.parametrize("route", STATIC)
def test_axe_finds_nothing(route, new_tab, people):
    who = people.admin if route.startswith("/admin") else "" if route in PUBLIC else people.owner
    for width, mode, language in LOOKS:
        page = new_tab(width=width, mode=mode, language=language, token=who)
        page.goto(route if route == "/" else f"{route}/")
        page.wait_for_load_state("networkidle")
        assert faults(page) == [], f"{route} at {width} px, {mode}, {language}"
        assert page.evaluate("document.documentElement.scrollWidth") <= width, f"{route} scrolls sideways at {width} px"
        assert page.locator("h1").count() == 1, f"{route} has not one h1"
        assert page.title().endswith("CareerCoach")
        page.context.close()
