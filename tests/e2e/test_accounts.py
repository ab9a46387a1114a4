"""Sign up, log in, forgotten password, own sessions: as a person does it."""

from playwright.sync_api import Page, expect

PASSWORD = "violet tram cactus"


def ready(page: Page) -> None:
    """Forms are native, but what the page says comes after it has connected."""
    page.wait_for_function("document.querySelector('form') !== null")


def sign_up(page: Page, email: str, name: str = "Mia Keller") -> None:
    page.goto("/signup/")
    ready(page)
    page.fill("#name", name)
    page.fill("#email", email)
    page.fill("#password", PASSWORD)
    page.get_by_test_id("send").click()
    page.wait_for_url(lambda url: "/onboarding" in url)


def log_in(page: Page, email: str, password: str = PASSWORD) -> None:
    page.goto("/login/")
    ready(page)
    page.fill("#email", email)
    page.fill("#password", password)
    page.get_by_test_id("send").click()


def test_a_weak_password_is_explained_and_nothing_typed_is_lost(new_tab):
    page = new_tab()
    page.goto("/signup/")
    ready(page)
    page.fill("#name", "Mia Keller")
    page.fill("#email", "weak@example.org")
    page.fill("#password", "password1")
    page.get_by_test_id("send").click()
    expect(page.get_by_test_id("problem")).to_contain_text("first that attackers try")
    expect(page.locator("#email")).to_have_value("weak@example.org")
    expect(page.locator("#name")).to_have_value("Mia Keller")


def test_session_cookie_is_out_of_reach_of_scripts(new_tab):
    page = new_tab()
    sign_up(page, "cookie@example.org")
    cookies = {cookie["name"]: cookie for cookie in page.context.cookies()}
    session = cookies["__Host-session"]
    assert session["httpOnly"] and session["secure"] and session["sameSite"] == "Lax" and session["path"] == "/"
    assert "session" not in page.evaluate("document.cookie")


def test_ending_another_session_sends_its_open_page_to_the_login(new_tab):
    first, second = new_tab(), new_tab()
    sign_up(first, "two@example.org")
    first.goto("/settings/security/")
    expect(first.get_by_test_id("sessions").get_by_role("listitem")).to_have_count(1)
    log_in(second, "two@example.org")
    second.wait_for_url(lambda url: "/today" in url or "/onboarding" in url)
    second.goto("/settings/security/")
    expect(second.get_by_test_id("sessions").get_by_role("listitem")).to_have_count(2)
    second.get_by_test_id("sessions").get_by_role("button").first.click()
    expect(second.get_by_test_id("sessions").get_by_role("listitem")).to_have_count(1)
    first.wait_for_url(lambda url: "/login" in url, timeout=8_000)


def test_a_stranger_is_asked_to_log_in_and_then_brought_back(new_tab):
    page = new_tab()
    sign_up(page, "back@example.org")
    other = new_tab()
    other.goto("/settings/security/")
    other.wait_for_url(lambda url: "/login" in url)
    assert "next=/settings/security" in other.url
    other.fill("#email", "back@example.org")
    other.fill("#password", PASSWORD)
    other.get_by_test_id("send").click()
    other.wait_for_url(lambda url: "/settings/security" in url)


def test_wrong_password_in_hindi(new_tab):
    page = new_tab(language="hi")
    log_in(page, "nobody@example.org")
    expect(page.get_by_test_id("problem")).to_contain_text("मेल नहीं खाते")
    assert page.evaluate("document.documentElement.lang") == "hi"
