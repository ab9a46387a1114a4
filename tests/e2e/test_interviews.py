"""The interview room in a browser: by keyboard, through crashes, in two tabs; and no solution before its time."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from careercoach.content import load
from tests.e2e.conftest import start_server
from tests.e2e.journey import sign_up
from tests.e2e.test_axe import faults
from tests.live import LiveServer

ANSWER = "At my last job I measured the problem first, told my team, fixed the cause and checked it a week later."


def enter(page: Page) -> None:
    """From the list into the room, with the shortest interview."""
    page.goto("/interviews/")
    page.get_by_test_id("start-interview").click()
    expect(page.get_by_test_id("room")).to_be_visible()


def saved(page: Page) -> None:
    expect(page.locator("[data-testid=autosave][data-saved=true]")).to_have_text("Saved", timeout=20_000)


@pytest.fixture
def own_server(built: Path, tmp_path: Path) -> Iterator[LiveServer]:
    live = start_server(tmp_path)
    yield live
    if live.process is not None:
        live.stop()


def test_by_keyboard_to_the_report_and_no_solution_before(new_tab):
    page = new_tab()
    frames: list[str] = []
    page.on("websocket", lambda socket: socket.on("framereceived", lambda frame: frames.append(str(frame))))
    sign_up(page, "keys@example.org")
    enter(page)
    slugs: list[str] = []
    for number in range(1, 6):
        question = page.get_by_test_id("question")
        slugs.append(question.get_attribute("data-slug") or "")
        page.get_by_test_id("answer").focus()
        page.keyboard.type(f"{ANSWER} {number}")
        if number < 5:
            page.keyboard.press("Control+Enter")
            expect(question).not_to_have_attribute("data-slug", slugs[-1])
            expect(page.get_by_test_id("answer")).to_be_focused()
    saved(page)
    for slug in slugs:
        known = load.questions().get(slug)
        if known is not None:
            solutions = [known.strong_answer, *(point.text for point in known.key_points)]
            assert not [words.en for words in solutions if any(words.en in frame for frame in frames)]
    page.get_by_test_id("finish").focus()
    page.keyboard.press("Enter")
    page.get_by_test_id("finish-dialog-yes").press("Enter")
    page.wait_for_url(lambda url: "/report" in url)
    expect(page.get_by_test_id("report")).to_be_visible()
    expect(page.get_by_test_id("report-question")).to_have_count(5)
    expect(page.get_by_test_id("answer-text")).to_contain_text("measured the problem first")
    page.go_back()
    page.wait_for_url(lambda url: "/report" in url or url.rstrip("/").endswith("/interviews"))


@pytest.mark.parametrize(("width", "mode"), [(390, "dark"), (1440, "light")])
def test_axe_finds_nothing_in_room_and_report(new_tab, width, mode):
    page = new_tab(width=width, mode=mode)
    sign_up(page, f"axe-{width}@example.org")
    enter(page)
    page.get_by_test_id("hint").locator("summary").click()
    assert faults(page) == []
    page.get_by_test_id("answer").fill(ANSWER)
    saved(page)
    page.get_by_test_id("pause").click()
    expect(page.get_by_test_id("paused")).to_be_visible()
    expect(page.get_by_test_id("question")).to_have_count(0)
    assert faults(page) == []
    page.get_by_test_id("resume").click()
    page.get_by_test_id("finish").click()
    page.get_by_test_id("finish-dialog-yes").click()
    expect(page.get_by_test_id("report")).to_be_visible()
    page.get_by_test_id("example").locator("summary").click()
    assert faults(page) == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_nothing_typed_is_lost_in_a_crash(own_server, browser):
    page = browser.new_context(base_url=own_server.url).new_page()
    sign_up(page, "crash@example.org")
    enter(page)
    field = page.get_by_test_id("answer")
    field.fill("Saved before the crash.")
    saved(page)
    own_server.kill()
    field.press_sequentially(" Typed while the server was away.")
    expect(page.get_by_test_id("reconnecting")).to_contain_text("Connection lost")
    own_server.start()
    saved(page)
    expect(field).to_have_value("Saved before the crash. Typed while the server was away.")
    with sqlite3.connect(own_server.data_dir / "app.db") as connection:
        texts = connection.execute("select text, version from interview_answers where number = 1").fetchall()
    assert texts[0][0] == "Saved before the crash. Typed while the server was away."
    page.reload()
    expect(page.get_by_test_id("answer")).to_have_value("Saved before the crash. Typed while the server was away.")
    page.context.close()


def test_a_tab_closed_at_once_keeps_its_draft(new_tab):
    page = new_tab()
    sign_up(page, "closed@example.org")
    enter(page)
    address = page.url
    page.get_by_test_id("answer").press_sequentially("Typed a moment before")
    page.close()
    again = page.context.new_page()
    again.goto(address)
    expect(again.get_by_test_id("answer")).to_have_value("Typed a moment before")
    saved(again)


def test_two_tabs_never_overwrite_each_other_unseen(new_tab):
    page = new_tab()
    sign_up(page, "two-tabs@example.org")
    enter(page)
    other = page.context.new_page()
    other.goto(page.url)
    expect(other.get_by_test_id("answer")).to_be_visible()
    page.get_by_test_id("answer").fill("From the first tab.")
    saved(page)
    page.evaluate("localStorage.clear()")
    other.get_by_test_id("answer").fill("From the second tab.")
    expect(other.get_by_test_id("conflict")).to_contain_text("From the first tab.")
    other.get_by_test_id("keep-mine").click()
    expect(other.get_by_test_id("conflict")).to_have_count(0)
    saved(other)
    page.get_by_test_id("answer").fill("Once more from the first.")
    expect(page.get_by_test_id("conflict")).to_contain_text("From the second tab.")
    page.get_by_test_id("take-theirs").click()
    expect(page.get_by_test_id("answer")).to_have_value("From the second tab.")
    saved(page)
    page.reload()
    expect(page.get_by_test_id("answer")).to_have_value("From the second tab.")


def test_one_question_again(new_tab, people):
    page = new_tab(token=people.owner)
    page.goto("/interviews/")
    expect(page.get_by_test_id("past-interviews")).to_be_visible()
    if page.get_by_test_id("open-interview").is_visible():
        page.get_by_test_id("discard").click()
        page.get_by_test_id("discard-dialog-yes").click()
        expect(page.get_by_test_id("open-interview")).to_have_count(0)
    page.get_by_test_id("past-interview").first.click()
    expect(page.get_by_test_id("report")).to_be_visible()
    page.get_by_test_id("try-again").click()
    page.wait_for_url(lambda url: "/report" not in url)
    expect(page.get_by_test_id("step")).to_have_count(1)


def test_somebody_elses_interview_does_not_exist(new_tab, people):
    page = new_tab(token=people.owner)
    page.goto("/interviews/")
    address = page.get_by_test_id("past-interview").first.get_attribute("href") or ""
    stranger = new_tab(token=people.stranger)
    for path in (address, address.replace("/report", ""), "/interviews/1", "/interviews/1/report"):
        stranger.goto(path)
        expect(stranger.get_by_test_id("no-interview").or_(stranger.get_by_test_id("no-report"))).to_be_visible()
