"""The command palette: opened by keys and by buttons, used without a mouse, in three languages, on any page."""

import re

from playwright.sync_api import Page, expect

from tests.e2e.test_axe import faults


def opened(page: Page) -> None:
    """Open it by its keys, once the page listens, and wait for its rows."""
    expect(page.locator("html")).to_have_attribute("data-keys", "other")
    page.keyboard.press("Control+k")
    expect(page.locator("#palette-field")).to_be_focused()
    expect(row(page, "do-upload")).to_be_visible()


def closed(page: Page) -> None:
    expect(page.locator("#palette")).to_be_hidden()
    expect(page.locator("#palette-field")).to_have_value("")
    expect(page.locator("#palette [role=option]")).to_have_count(0)


def row(page: Page, name: str):
    return page.locator(f"#palette-{name}")


def is_chosen(page: Page, name: str) -> None:
    """One row is meant, the field says which, and it can be seen."""
    chosen = page.locator("#palette [role=option][aria-selected=true]")
    expect(chosen).to_have_id(f"palette-{name}")
    expect(page.locator("#palette-field")).to_have_attribute("aria-activedescendant", f"palette-{name}")
    expect(chosen).to_be_in_viewport()


def test_everything_is_a_few_keys_away(new_tab, people):
    page: Page = new_tab(token=people.owner)
    page.goto("/profile/")
    expect(page.locator(".skeleton")).to_have_count(0)
    button = page.locator(".side").get_by_test_id("palette-button")
    expect(button).to_contain_text("Search")
    button.click()
    expect(page.locator("#palette-field")).to_be_focused()
    is_chosen(page, "do-upload")
    assert faults(page) == []
    # No administrator: no pages of theirs, and the way out is Escape, back to where one was.
    expect(row(page, "settings")).to_be_attached()
    expect(row(page, "outbox")).to_have_count(0)
    page.keyboard.press("Escape")
    closed(page)
    expect(button).to_be_focused()
    # Arrows go round, End and Home to the ends; the list follows.
    opened(page)
    for key, name in (("ArrowUp", "log-out"), ("ArrowDown", "do-upload"), ("End", "log-out"), ("Home", "do-upload")):
        page.keyboard.press(key)
        is_chosen(page, name)
    page.keyboard.type("progr")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/progress" in url)
    expect(page.locator("#content")).to_be_focused()
    closed(page)
    # Nothing of that name: said in words, and the catalogue goes on with it.
    opened(page)
    page.keyboard.type("kubernetes")
    expect(page.locator("#palette [role=status]")).to_contain_text("No page and no action has that name")
    is_chosen(page, "search-skills")
    assert faults(page) == []
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/skills" in url and "q=kubernetes" in url)
    expect(page.locator("#catalogue-search")).to_have_value("kubernetes")
    closed(page)
    # Here too, and the same page with other words.
    opened(page)
    page.keyboard.type("nurse")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/roles" in url and "q=nurse" in url)
    expect(page.get_by_test_id("roles").get_by_role("link").first).to_contain_text("nurse", ignore_case=True)


def test_rows_follow_the_typing_and_enter_means_the_last_words(new_tab, people):
    page: Page = new_tab(token=people.owner)
    page.goto("/profile/")
    expect(page.locator(".skeleton")).to_have_count(0)
    expect(page.locator("html")).to_have_attribute("data-keys", "other")
    # Nothing is waited for between the keys, as when somebody quick knows where to go.
    page.keyboard.press("Control+k")
    for words in ("gap", "dark", "progress"):
        page.keyboard.press("Control+a")
        page.keyboard.type(words)
    page.keyboard.press("Enter")
    page.wait_for_url(lambda url: "/progress" in url)
    closed(page)
    expect(page.locator("html")).not_to_have_class(re.compile("dark"))
    opened(page)
    for letters, name in (("p", "plan"), ("pl", "plan"), ("pla", "plan"), ("", "do-upload"), ("sett", "settings")):
        page.locator("#palette-field").fill(letters)
        is_chosen(page, name)
    # A row is a link: with Ctrl it opens beside, by key and by mouse, and the palette stays.
    with page.context.expect_page() as beside:
        page.keyboard.press("Control+Enter")
    expect(beside.value).to_have_url(re.compile("/settings"))
    with page.context.expect_page() as beside:
        row(page, "settings").click(modifiers=["Control"])
    expect(beside.value).to_have_url(re.compile("/settings"))
    row(page, "settings").click()
    page.wait_for_url(lambda url: "/settings" in url)
    closed(page)
    # A download is one, and leaves one where one was.
    opened(page)
    page.keyboard.type("json")
    is_chosen(page, "do-record")
    with page.expect_download():
        page.keyboard.press("Enter")
    closed(page)
    # Beside the window is out; what would end the session asks once more.
    opened(page)
    page.mouse.click(5, 700)
    closed(page)
    opened(page)
    page.keyboard.type("sign out")
    page.keyboard.press("Enter")
    expect(page.locator("#palette [role=status]")).to_contain_text("once more")
    expect(row(page, "log-out")).to_be_focused()
    assert faults(page) == []
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Escape")
    closed(page)
    assert "/settings" in page.url


def test_look_and_language_change_at_once(new_tab, people):
    page: Page = new_tab(width=390, token=people.admin)
    page.goto("/settings/security/")
    expect(page.get_by_test_id("sessions")).to_be_visible()
    page.get_by_test_id("more-menu").click()
    page.locator("#more-sheet").get_by_test_id("palette-button").click()
    expect(page.locator("#palette-field")).to_be_focused()
    page.keyboard.type("oscuro")
    is_chosen(page, "theme-dark")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_class(re.compile("dark"))
    closed(page)
    expect(page.get_by_test_id("more-menu")).to_be_focused()
    opened(page)
    page.keyboard.type("hindi")
    page.keyboard.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "hi")
    closed(page)
    # In a field the keys are ours as well, and what was written there stays.
    page.fill("#current", "abc")
    opened(page)
    page.keyboard.type("आउटबॉ")
    is_chosen(page, "outbox")
    assert faults(page) == []
    page.keyboard.press("Control+k")
    closed(page)
    expect(page.locator("#current")).to_be_focused()
    expect(page.locator("#current")).to_have_value("abc")
    opened(page)
    page.keyboard.type("english")
    is_chosen(page, "language-en")
    row(page, "language-en").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    closed(page)


def test_log_out_is_a_form(new_tab, people):
    page: Page = new_tab(token=people.owner)
    page.goto("/profile/")
    opened(page)
    with page.expect_request(
        lambda request: request.url.endswith("/api/auth/logout") and request.method == "POST"
    ) as sent:
        page.route("**/api/auth/logout", lambda route: route.fulfill(status=204))
        page.locator("#palette-field").fill("log out")
        row(page, "log-out").click()
    assert sent.value.resource_type == "document"
