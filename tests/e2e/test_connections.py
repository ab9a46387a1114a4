"""An admin enters, tests and removes a key; somebody agrees to be read by models, and takes it back."""

from playwright.sync_api import Page, expect

KEY = "sk-browser-test-4711"


def test_a_key_is_entered_tested_and_removed_and_never_comes_back(new_tab, people):
    page: Page = new_tab(token=people.admin)
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))))
    page.goto("/admin/connections/")
    gemini = page.locator("li[data-name=gemini]")
    expect(gemini).to_be_visible()
    page.get_by_test_id("enter-gemini").click()
    page.fill("#key", KEY)
    page.get_by_test_id("save-key").click()
    expect(page.get_by_test_id("key-saved")).to_be_visible()
    expect(page.locator("#key")).to_have_count(0)
    page.get_by_test_id("test-outbox").click()
    expect(page.locator("li[data-name=outbox]").get_by_text("Works,")).to_be_visible(timeout=20_000)
    page.reload()
    expect(gemini.get_by_role("button", name="Replace the key")).to_be_visible()
    assert KEY not in page.content() and not any(KEY in frame for frame in frames)
    gemini.get_by_role("button", name="Remove the key").click()
    page.get_by_test_id("remove-key-yes").click()
    expect(gemini.get_by_role("button", name="Enter a key")).to_be_visible()


def test_a_yes_can_be_given_and_taken_back(new_tab, people):
    page: Page = new_tab(token=people.stranger)
    page.goto("/settings/data/")
    switch = page.get_by_role("switch")
    expect(switch).not_to_be_checked()
    switch.click()
    expect(switch).to_be_checked()
    page.reload()
    expect(switch).to_be_checked()
    switch.click()
    expect(switch).not_to_be_checked()
    expect(page.get_by_test_id("nothing-sent")).to_be_visible()
