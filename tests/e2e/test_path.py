"""From the landing page to Today with a plan, from each sample resume, in each language, width and mode."""

import time

import pytest
from playwright.sync_api import expect

from tests.e2e.journey import SAMPLES, build_plan, choose_goal, confirm, sign_up, upload

WALKS = [
    ("jane-flat.pdf", "en", 1440, "light", "full stack"),
    ("jane-onepage.pdf", "hi", 390, "dark", "backend"),
    ("jane-plain.docx", "es", 820, "light", "analista de datos"),
    ("rich-plain.docx", "en", 390, "light", "data analyst"),
    ("rich-class.pdf", "hi", 1440, "dark", "frontend"),
    ("cafrich-flat.pdf", "es", 820, "dark", "enfermera"),
]
TWO_MINUTES = 120


@pytest.mark.parametrize(("resume", "language", "width", "mode", "role"), WALKS, ids=lambda value: str(value))
def test_a_new_person_reaches_today(new_tab, resume, language, width, mode, role):
    started = time.monotonic()
    page = new_tab(width=width, mode=mode, language=language)
    sign_up(page, f"{resume.split('.')[0]}@example.org")
    expect(page.locator("#zone-shown")).to_have_text("Asia/Kolkata")
    choose_goal(page, role)
    upload(page, SAMPLES / resume)
    confirm(page)
    build_plan(page)
    assert time.monotonic() - started < TWO_MINUTES
    assert page.evaluate("document.documentElement.lang") == language
    assert page.evaluate("document.documentElement.classList.contains('dark')") == (mode == "dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    tick = page.get_by_test_id("task").first.get_by_role("button").first
    ring = page.get_by_test_id("ring")
    before = ring.inner_text()
    tick.click()
    expect(tick).to_have_attribute("aria-pressed", "true")
    expect(ring).not_to_have_text(before)
    page.reload()
    expect(tick).to_have_attribute("aria-pressed", "true")
    tick.click()
    expect(tick).to_have_attribute("aria-pressed", "false")


def test_the_language_switches_without_a_reload_and_is_kept_on_the_account(new_tab, people):
    page = new_tab(width=1440, token=people.owner)
    page.goto("/settings/")
    page.evaluate("window.stillHere = true")
    expect(page.get_by_role("heading", level=1)).to_have_text("Settings")
    page.get_by_test_id("account-menu").click()
    page.locator("#account-language").select_option("es")
    expect(page.get_by_role("heading", level=1)).to_have_text("Ajustes")
    assert page.evaluate("window.stillHere")
    other = new_tab(width=390, token=people.owner)
    other.goto("/settings/")
    expect(other.get_by_role("heading", level=1)).to_have_text("Ajustes")
    other.get_by_test_id("more-menu").click()
    other.locator("#more-language").select_option("en")
    expect(other.get_by_role("heading", level=1)).to_have_text("Settings")
