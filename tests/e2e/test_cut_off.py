"""Without: the whole path on a machine that has no network, an answer whose line is cut, a browser that goes offline."""

import subprocess
import sys

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.test_usage import folder, model, people, server  # noqa: F401  (a house with a model beside it)
from tests.live import PROJECT

ALONE = ["unshare", "--map-root-user", "--net"]
# The new network has only its loopback, and that is down.
LOOPBACK_UP = """
import fcntl, os, socket, struct, sys
IFF_UP, SIOCSIFFLAGS = 1, 0x8914
fcntl.ioctl(socket.socket(), SIOCSIFFLAGS, struct.pack("16sh", b"lo", IFF_UP))
os.execv(sys.executable, [sys.executable, "-m", "pytest", "tests/e2e/test_path.py", "-k", "jane-plain"])
"""


def test_a_new_person_reaches_today_with_the_network_cut_off(built):
    try:
        subprocess.run([*ALONE, "true"], check=True, capture_output=True, timeout=10)
    except (OSError, subprocess.SubprocessError):
        pytest.skip("this machine lets nobody make a network of their own")
    walk = subprocess.run([*ALONE, sys.executable, "-c", LOOPBACK_UP], cwd=PROJECT, capture_output=True, timeout=150)
    assert walk.returncode == 0, walk.stdout.decode()[-3000:]


def test_a_line_cut_in_the_middle_of_an_answer(new_tab, people, model):  # noqa: F811
    page: Page = new_tab(token=people.owner, width=390)
    posting = next(one["id"] for one in page.request.get("/api/v1/matches").json() if one["state"] == "done")
    page.goto(f"/jobs/match/{posting}/")
    field, answers = page.get_by_test_id("question"), page.get_by_test_id("answered")
    there = answers.count()
    model.answer, model.steady = "Begin with Power BI, because the posting asks for it. " * 3, "cut"
    model.cut_at, model.pause_s = 12, 0.1
    field.fill("Where do I begin?")
    field.press("Control+Enter")
    expect(page.get_by_test_id("partial")).to_contain_text("Begin with")
    # The field is free, and what is typed into it stays, whatever becomes of the answer.
    expect(field).to_have_value("")
    field.press_sequentially("And after")
    expect(answers).to_have_count(there + 1)
    expect(answers.last).to_contain_text("Begin with")
    expect(page.get_by_test_id("chat").get_by_test_id("coach-line").last).to_contain_text("OpenAI")
    expect(field).to_have_value("And after")
    expect(field).to_be_focused()
    model.steady, model.pause_s = "ok", 0.0
    field.press_sequentially(" that?")
    field.press("Control+Enter")
    expect(answers).to_have_count(there + 2)
    expect(page.get_by_test_id("asked").last).to_have_text("And after that?")


def test_a_link_without_a_network_leaves_nobody_on_an_error_page(new_tab, people):  # noqa: F811
    page: Page = new_tab(token=people.owner)
    page.goto("/plan/")
    expect(page.get_by_test_id("task").first).to_be_visible()
    link = page.get_by_role("navigation").locator("a[href^='/interviews']").first
    page.context.set_offline(True)
    expect(page.get_by_test_id("offline").locator("div")).to_be_visible()
    link.click()
    expect(page.get_by_test_id("offline")).to_contain_text("Connection lost")
    expect(page.get_by_test_id("task").first).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_test_id("offline").locator("div")).to_be_hidden()
    link.click()
    page.wait_for_url(lambda url: "/interviews" in url)
