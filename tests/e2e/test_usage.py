"""Somebody agrees and asks a model; an admin sees what it took; the same question once more takes nothing."""

import asyncio
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.e2e import journey
from tests.live import LiveServer
from tests.seed import People
from tests.standins.openai_server import OpenAiServer

ADVICE = "Put your SQL work for the store managers first."
ANSWER = {
    name: [{"text": ADVICE, "keys": ["sql"], "href": ""}] for name in ("priorities", "recommendations", "next_steps")
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("usage")


@pytest.fixture(scope="module")
def people(folder: Path) -> People:
    return journey.furnish(folder)


@pytest.fixture(scope="module")
def model() -> Iterator[OpenAiServer]:
    """A provider on this machine, in a thread with a loop of its own."""
    loop, provider = asyncio.new_event_loop(), OpenAiServer()
    provider.answer = ANSWER
    thread = threading.Thread(target=loop.run_forever, daemon=True)
    thread.start()
    asyncio.run_coroutine_threadsafe(provider.__aenter__(), loop).result(5)
    yield provider
    asyncio.run_coroutine_threadsafe(provider.__aexit__(), loop).result(5)
    loop.call_soon_threadsafe(loop.stop)
    thread.join(5)
    loop.close()


@pytest.fixture(scope="module")
def server(built: Path, folder: Path, people: People, model: OpenAiServer) -> Iterator[LiveServer]:
    keys = {"OPENAI_API_KEY": "sk-browser-test", "OPENAI_BASE_URL": model.url, "OPENAI_MODEL": "gpt-6-luna"}
    live = LiveServer(folder, with_pages=True, settings=keys).start()
    yield live
    live.stop()


def say(page: Page, *, yes: bool) -> None:
    """May models read what this person wrote? The seeded owner had said yes."""
    page.goto("/settings/data/")
    switch = page.get_by_role("switch")
    expect(switch).to_be_checked(checked=not yes)
    switch.click()
    expect(switch).to_be_checked(checked=yes)


def compare_again(page: Page, posting: str) -> None:
    """The coach looks at an analysed posting once more, and is done with it."""
    runs = page.request.get(f"/api/v1/matches/{posting}").json()["run"]
    page.goto(f"/jobs/match/{posting}/")
    page.get_by_test_id("was-read").click()
    page.get_by_test_id("compare-again").click()
    for _ in range(200):
        now = page.request.get(f"/api/v1/matches/{posting}").json()
        if now["run"] > runs and now["state"] == "done":
            return
        page.wait_for_timeout(100)
    raise AssertionError(f"run {now['run']} is {now['state']}")


def asked(model: OpenAiServer) -> int:
    return len([one for one in model.asked if one.path.endswith("/chat/completions")])


def test_what_a_question_takes_and_that_it_is_taken_once(new_tab, people, model):
    page: Page = new_tab(token=people.owner)
    say(page, yes=False)
    analyses = page.request.get("/api/v1/matches").json()
    posting = next(one["id"] for one in analyses if one["state"] == "done")
    compare_again(page, posting)
    assert asked(model) == 0
    say(page, yes=True)
    compare_again(page, posting)
    advice = page.get_by_test_id("advice")
    expect(advice.get_by_test_id("coach-line")).to_contain_text("OpenAI")
    expect(advice).to_contain_text(ADVICE)
    assert asked(model) == 1 and "Asha" not in str(model.asked[-1].body)

    admin: Page = new_tab(token=people.admin)
    seen = usage(admin)
    assert seen["Advising on a posting"] == seen[model.model]
    questions, tokens, cost = seen[model.model][:3]
    assert (questions, tokens) == ("1", "300") and cost.startswith("$0.000") and cost != "$0.0000"

    compare_again(page, posting)
    expect(advice).to_contain_text(ADVICE)
    assert asked(model) == 1
    assert usage(admin) == seen


def usage(page: Page) -> dict[str, list[str]]:
    """The rows of the tables of tasks and models: questions, tokens, cost."""
    page.goto("/admin/usage/")
    expect(page.get_by_test_id("models")).to_be_visible()
    rows = page.locator("[data-testid=tasks] tbody tr, [data-testid=models] tbody tr")
    cells = [row.locator("td").all_inner_texts() for row in rows.all()]
    return {name: figures for name, *figures in cells}
