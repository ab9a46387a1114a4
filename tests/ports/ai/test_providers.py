"""Who is asked for what, as the settings say."""

from typing import Any

import pytest

from careercoach.ports.ai.asking import Usage
from careercoach.ports.ai.models import Price, cost_of, find_price, known_models
from careercoach.ports.ai.providers import Lineup
from careercoach.ports.ai.waits import retry_after_s
from careercoach.settings import Settings


def lineup(keys: dict[str, str], **chosen: Any) -> Lineup:
    async def key(name: str) -> str:
        return keys.get(name, "")

    return Lineup(key, Settings(**chosen))


async def asked(found: Lineup, task: str = "interviews.score") -> list[tuple[str, str]]:
    return [(turn.provider.name, turn.model) for turn in await found(task)]


BOTH = {"openai": "sk-1", "gemini": "g-1"}
LOCAL = {"ai_local_base_url": "http://localhost:11434/v1", "ai_local_model": "qwen3:8b"}


async def test_without_keys_nobody():
    assert await asked(lineup({})) == []


async def test_in_the_order_of_the_settings():
    assert await asked(lineup(BOTH, **LOCAL)) == [
        ("openai", "gpt-6-luna"), ("gemini", "gemini-3.8-flash"), ("local", "qwen3:8b"),
    ]  # fmt: skip
    assert [name for name, _ in await asked(lineup(BOTH, **LOCAL, ai_order="local, gemini, nobody"))] == [
        "local",
        "gemini",
    ]


@pytest.mark.parametrize(
    ("wish", "first"),
    [
        ({"interviews.score": "gemini:gemini-4-argon"}, ("gemini", "gemini-4-argon")),
        ({"interviews": "gemini"}, ("gemini", "gemini-3.8-flash")),
        ({"interviews.score": "openai:gpt-6.1-sol", "interviews": "gemini"}, ("openai", "gpt-6.1-sol")),
        ({"planner": "gemini"}, ("openai", "gpt-6-luna")),
        ({"interviews": "local"}, ("openai", "gpt-6-luna")),
    ],
)
async def test_a_task_or_a_room_has_its_own_model(wish: dict[str, str], first: tuple[str, str]):
    found = await asked(lineup(BOTH, ai_task_models=wish))
    assert found[0] == first and len(found) == 2


async def test_a_task_without_any_model():
    assert await asked(lineup(BOTH, ai_task_models={"interviews": "embedded"})) == []


async def test_a_server_of_ones_own_needs_no_key_and_is_given_time():
    turn = (await lineup({}, **LOCAL, ai_local_timeout_s=300)("x"))[0]
    assert turn.provider.is_local and turn.provider.timeout_s == 300 and turn.provider.host == "localhost"


async def test_what_was_learned_of_a_provider_stays_until_its_key_changes():
    keys = {"openai": "sk-1"}
    found = lineup(keys)
    first = await found.find("openai")
    assert await found.find("openai") is first
    keys["openai"] = "sk-2"
    second = await found.find("openai")
    assert second is not first and first is not None and second is not None and first.account != second.account
    assert "sk-" not in second.account
    keys.clear()
    assert await found.find("openai") is None


@pytest.mark.parametrize(
    ("usage", "price", "cost"),
    [
        (Usage(1_000_000, 0, 1_000_000), Price(input=0.1, output=0.5), 600_000),
        (Usage(1_000_000, 400_000, 0), Price(input=0.1, output=0.5, cached=0.01), 64_000),
        (Usage(100, 900, 0), Price(input=1, output=1, cached=0), 0),
        (Usage(1, 0, 0), Price(input=0.1, output=0.5), 1),
        (Usage(5, 0, 5), None, None),
        (Usage(1_000_000, searches=2), Price(input=0.1, output=0.5), None),
        (Usage(1_000_000, searches=2), Price(input=0.1, output=0.5, search=14), 128_000),
    ],
)
def test_cost(usage: Usage, price: Price | None, cost: int | None):
    assert cost_of(usage, price) == cost


def test_prices_by_name_with_and_without_a_day():
    known = known_models()
    assert find_price("gpt-6-luna-2026-09-01", known) == find_price("gpt-6-luna", known) != None  # noqa: E711
    assert find_price("gpt-6-astra", known) is None, "unknown is not free"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry-after": "3"}, 3.0), ({"retry-after": "0.5"}, 0.5), ({"retry-after-ms": "250"}, 0.25),
        ({"retry-after-ms": "inf"}, None), ({"retry-after-ms": "nan"}, None), ({"retry-after": "nan"}, None),
        ({"retry-after": "-5"}, None), ({"retry-after": "Wed, 21 Oct 2015 07:28:00 GMT"}, 0.0), ({"retry-after": "soon"}, None), ({}, None),
    ],
)  # fmt: skip
def test_retry_after(headers: dict[str, str], seconds: float | None):
    assert retry_after_s(headers) == seconds
