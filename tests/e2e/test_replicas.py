"""The main path with two processes on PostgreSQL and Redis: set up by configuration alone."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from careercoach.migrations import migrate
from tests.e2e.journey import SAMPLES, build_plan, choose_goal, confirm, sign_up, upload
from tests.live import LiveServer
from tests.servers import postgres_server, redis_server
from tests.timing import stretched

AT_ONCE_S = 5
"""A lock that nobody gave back would cost ten."""


@pytest.fixture(scope="module")
def scaled(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveServer]:
    with postgres_server() as postgres, redis_server() as redis:
        url = postgres.new_database()
        migrate(url.replace("postgresql:", "postgresql+psycopg:"))
        places = {"DATABASE_URL": url, "REDIS_URL": redis}
        live = LiveServer(tmp_path_factory.mktemp("scaled"), with_pages=True, settings=places, workers=2).start()
        yield live
        live.stop()


@pytest.fixture
def page(scaled: LiveServer, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(base_url=scaled.url, viewport={"width": 1280, "height": 900})
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def test_from_the_landing_page_to_today_and_through_a_crash(scaled: LiveServer, page: Page):
    sign_up(page, "scaled@example.org")
    choose_goal(page, "data analyst")
    upload(page, SAMPLES / "rich-plain.docx")
    confirm(page)
    build_plan(page)
    tick = page.get_by_test_id("task").first.get_by_role("button").first
    tick.click()
    expect(tick).to_have_attribute("aria-pressed", "true")
    scaled.kill()
    scaled.start()
    page.reload()
    expect(tick).to_have_attribute("aria-pressed", "true")
    leave_while_it_loads(page)


def leave_while_it_loads(page: Page) -> None:
    for wait in (50, 100, 150, 200, 250, 300) * 2:
        page.goto("/progress/", wait_until="commit")
        page.wait_for_timeout(wait)
        began = time.monotonic()
        page.goto("/today/")
        expect(page.get_by_test_id("task").first).to_be_visible()
        assert time.monotonic() - began < stretched(AT_ONCE_S), f"after {wait} ms"
