"""The page of what models cost: figures in words, warnings, and trying a provider out."""

from datetime import date, timedelta

import pytest

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.features.admin import state as states
from careercoach.features.admin import usage
from careercoach.features.admin.state import UsageState
from careercoach.features.usage.flows import DatabaseBooks
from careercoach.features.usage.schemas import DayFigures, Share, UsageFigures
from careercoach.ports.ai.models import find_retired, known_models
from careercoach.ports.ai.providers import Lineup
from careercoach.ports.ai.seams import CallEntry, Wish
from careercoach.settings import Settings
from tests.factories import add_person
from tests.features.people import Proxy, acting_as, new_state
from tests.standins.openai_server import OpenAiServer

LAST = date(2026, 11, 21)


def figures(*micro: int) -> UsageFigures:
    days = [DayFigures(day=LAST - timedelta(days=ago), cost_micro_usd=cost, calls=1) for ago, cost in enumerate(micro)]
    return UsageFigures(days=days, tasks=[], models=[], people=[], person_count=0, failures=[], latencies=[])


@pytest.mark.parametrize(
    ("micro", "words"),
    [
        (0, "$0.00"),
        (1, "$0.0001"),
        (66, "$0.0001"),
        (693_200, "$0.6932"),
        (1_250_000, "$1.25"),
        (12_345_678_900, "$12,345.68"),
    ],
)
def test_dollars(micro: int, words: str):
    assert usage.dollars(micro, "en") == words


@pytest.mark.parametrize(
    ("largest", "top"), [(0, None), (66, 0.0001), (45_000, 0.05), (600_000, 1.0), (2_000_000, None)]
)
def test_an_axis_for_small_sums(largest: int, top: float | None):
    found = usage.small_top(usage.cost_points(figures(largest, 0), "en"))
    assert found == (None if top is None else pytest.approx(top))


def test_tasks_have_names_and_unknown_ones_their_own():
    found = figures(1)
    found.tasks = [Share(name="interviews.score"), Share(name="tests.review")]
    rows = usage.rows_of(found.tasks, "es", usage.task_names(found, "es"))
    assert [row.name for row in rows] == ["Valorar respuestas de entrevista", "tests.review"]


@pytest.mark.parametrize("name", ["gpt-4o-mini", "gpt-4o-mini-2024-07-18", "gpt-5", "whisper-1", "gemini-2.5-flash"])
def test_retired_names_are_known(name: str):
    assert find_retired(name, known_models()) is not None


@pytest.mark.parametrize("name", ["gpt-6-luna", "gemini-3.8-flash", "qwen3:8b", "gpt-5.5"])
def test_names_in_use_are_not_warned_about(name: str):
    assert find_retired(name, known_models()) is None


async def test_the_page(database: object, monkeypatch: pytest.MonkeyPatch):
    async with db.transaction() as session:
        admin = await add_person(session, email="root@example.org", name="Root", is_admin=True)
    books = DatabaseBooks()
    place = await books.reserve(Wish(admin.id, "interviews.score", 100, 50))
    assert place
    line = CallEntry(
        asker=admin.id, task="interviews.score", prompt_version="1", input_hash="0" * 64, provider="openai",
        host="x", model="gpt-6-luna", request_id="", input_tokens=60, cached_tokens=0, output_tokens=20,
        reasoning_tokens=0, cost_micro_usd=16, estimated=False, latency_ms=1400, first_word_ms=None, tries=1,
        outcome="ok", at=utc_now(),
    )  # fmt: skip
    await books.settle(place, [line])
    async with OpenAiServer() as server:
        server.answer = {"sum": 42, "words": ["red"]}
        chosen = Settings(openai_api_key="sk-1", openai_base_url=server.url, openai_model="gpt-4o-mini")

        async def key(name: str) -> str:
            return "sk-1" if name == "openai" else ""

        monkeypatch.setattr(states, "lineup", lambda: Lineup(key, chosen))
        state = new_state(UsageState)
        with acting_as(admin):
            await UsageState.load.fn(state)
            assert (state.cost, state.calls, state.failed, state.people) == ("$0.0001", 1, 0, 1)
            assert state.tasks[0].name == "Judging interview answers" and state.persons[0].name == "Root"
            assert state.latencies[0].median == "1.4" and len(state.cost_bars.spots) == 30
            assert state.providers[0].is_retired and state.providers[0].instead == "gpt-6-luna"
            await UsageState.probe.fn(Proxy(state), "openai")
            assert state.providers[0].is_probed and state.providers[0].json_schema and state.probing == ""
            await UsageState.probe.fn(Proxy(state), "gemini")
    assert "sk-1" not in str(state.dict()), "a key is never in the browser"
