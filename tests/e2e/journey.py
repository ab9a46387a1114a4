"""The main path, as a person clicks it."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.seed import People, seed_folder

PASSWORD = "violet tram cactus"
SAMPLES = Path(__file__).parents[1] / "features" / "resumes" / "samples"


def furnish(folder: Path) -> People:
    """A house of its own for a module that sets the app up in its own way, with the seeded people in it."""
    # The browser driver keeps an event loop of its own in this thread.
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(seed_folder, folder).result()


def sign_up(page: Page, email: str, name: str = "Asha Rao") -> None:
    """From the landing page to the first step of onboarding."""
    page.goto("/")
    # In another language the words, and with them the lines, change once right after the page has loaded.
    language = page.evaluate("localStorage.cc_language || 'en'")
    expect(page.locator("html")).to_have_attribute("lang", language)
    page.evaluate("document.fonts.ready.then(() => true)")
    page.get_by_role("main").get_by_role("link").first.click()
    page.wait_for_url(lambda url: "/signup" in url)
    page.fill("#name", name)
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.get_by_test_id("send").click()
    page.wait_for_url(lambda url: "/onboarding" in url)


def choose_goal(page: Page, role: str) -> None:
    """Type a role, take the first that is found without waiting for the list, go on."""
    field = page.get_by_test_id("role-field")
    field.get_by_role("combobox").or_(field.get_by_role("button")).first.click()
    expect(page.locator("#role-list [role=option]").first).to_be_visible()
    page.keyboard.type(role)
    page.keyboard.press("Enter")
    expect(page.get_by_test_id("role-summary")).to_be_visible()
    page.get_by_test_id("go-on").click()
    page.wait_for_url(lambda url: "/onboarding/resume" in url)


def upload(page: Page, resume: Path) -> None:
    """Hand in a file and wait until it was read."""
    expect(page.get_by_test_id("resume-drop")).to_be_visible()
    page.locator("input[type=file]").set_input_files(resume)
    page.wait_for_url(lambda url: "/onboarding/review" in url)


def confirm(page: Page) -> None:
    """The record is right as read."""
    page.get_by_test_id("confirm").click()
    page.wait_for_url(lambda url: "/onboarding/gap" in url)
    expect(page.get_by_test_id("verdict")).to_be_visible()


def build_plan(page: Page) -> None:
    """From the gap report to Today."""
    page.get_by_test_id("build-plan").click()
    page.wait_for_url(lambda url: "/plan" in url)
    expect(page.get_by_test_id("built")).to_be_visible(timeout=20_000)
    page.goto("/today/")
    expect(page.get_by_test_id("task").first).to_be_visible()
