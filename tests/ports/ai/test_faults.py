"""Every fault of REL-09, over the real protocol with the official SDKs: there is always a result, in time, with the name
of who gave it, and nothing is tried more often than three times."""

import json
from collections.abc import AsyncIterator
from time import monotonic

import pytest

from careercoach.ports.ai import patience
from careercoach.ports.ai.gemini import THINKING_TOKENS
from careercoach.ports.ai.openai import OpenAiProvider
from careercoach.ports.ai.patience import FAILURES_TO_OPEN, VAIN_S, Breaker, Waits
from tests.ports.ai.house import ASHA, GOOD, REVIEW, Review, TestHouse, gemini_at, openai_at
from tests.standins.gemini_server import GeminiServer
from tests.standins.openai_server import OpenAiServer
from tests.timing import stretched

# A provider's patience is four seconds here and 20 in the world, all together 8 in place of 28.
IN_TIME_S = 8.5
ENDLESS = ("hang", "drip")


def patience_s(fault: str) -> float:
    """Shorter where the whole of it is waited for."""
    return 1.0 if fault in ENDLESS else 4.0


PASSING = ["rate", "rate-later", "500", "502", "503", "reset", "empty", "html", "half-json", "cut"]
"""Gone at the second try."""
LASTING = [*PASSING, "quota", "key", "no-model", "hang", "drip", "refusal", "filter", "rate-long"]
GEMINI_PASSING = ["rate", "rate-later", "500", "503", "reset", "empty", "html", "half-json", "cut", "nothing"]
GEMINI_LASTING = [*GEMINI_PASSING, "quota", "key", "no-model", "hang", "drip", "block", "safety", "recitation"]


@pytest.fixture
async def openai() -> AsyncIterator[OpenAiServer]:
    async with OpenAiServer() as server:
        server.answer = GOOD
        yield server


@pytest.fixture
async def gemini() -> AsyncIterator[GeminiServer]:
    async with GeminiServer() as server:
        server.answer = GOOD
        yield server


@pytest.mark.parametrize("fault", PASSING)
async def test_a_fault_that_passes_costs_one_more_try(openai: OpenAiServer, fault: str):
    openai.moves = [fault]
    house = TestHouse([openai_at(openai.url)])
    answer = await house.review()
    assert (answer.source, answer.score, answer.note) == ("openai", 71, "of the rules")
    assert len(openai.asked) == 2
    assert [entry.tries for entry in house.books.entries] == [2]
    assert house.books.taken == 1, "the budget counts a question once, however often it is tried"


@pytest.mark.parametrize("fault", LASTING)
async def test_a_fault_that_lasts_ends_with_the_embedded_coach(openai: OpenAiServer, fault: str):
    openai.steady = fault
    house = TestHouse([openai_at(openai.url, timeout_s=patience_s(fault))])
    began = monotonic()
    answer = await house.review()
    assert monotonic() - began < stretched(IN_TIME_S)
    assert (answer.source, answer.made.engine, answer.score) == ("embedded", "embedded", 50)
    assert answer.made.why == "unavailable"
    assert 1 <= len(openai.asked) <= 3
    assert house.books.entries and not house.books.places, "every place is settled"


@pytest.mark.parametrize("fault", LASTING)
async def test_the_next_provider_answers(openai: OpenAiServer, gemini: GeminiServer, fault: str):
    openai.steady = fault
    house = TestHouse([openai_at(openai.url, timeout_s=patience_s(fault)), gemini_at(gemini.origin)])
    began = monotonic()
    answer = await house.review()
    assert monotonic() - began < stretched(IN_TIME_S)
    assert (answer.source, answer.made.model, answer.score) == ("gemini", "gemini-3.8-flash", 71)
    assert [entry.provider for entry in house.books.entries] == ["openai", "gemini"]


@pytest.mark.parametrize("fault", GEMINI_PASSING)
async def test_gemini_a_fault_that_passes(gemini: GeminiServer, fault: str):
    gemini.moves = [fault]
    answer = await TestHouse([gemini_at(gemini.origin)]).review()
    assert (answer.source, answer.score, len(gemini.asked)) == ("gemini", 71, 2)


@pytest.mark.parametrize("fault", GEMINI_LASTING)
async def test_gemini_a_fault_that_lasts(gemini: GeminiServer, fault: str):
    gemini.steady = fault
    began = monotonic()
    answer = await TestHouse([gemini_at(gemini.origin, timeout_s=patience_s(fault))]).review()
    assert monotonic() - began < stretched(IN_TIME_S)
    assert (answer.source, answer.score, answer.made.why) == ("embedded", 50, "unavailable")
    assert 1 <= len(gemini.asked) <= 3


async def test_nobody_there():
    house = TestHouse([openai_at("http://127.0.0.1:9/v1"), gemini_at("http://127.0.0.1:9")])
    began = monotonic()
    answer = await house.review()
    assert monotonic() - began < stretched(IN_TIME_S) and answer.source == "embedded"
    assert [entry.outcome for entry in house.books.entries] == ["network", "network"]


@pytest.mark.parametrize("fault", ["quota", "key", "no-model", "rate-long"])
async def test_what_will_not_pass_is_not_tried_again(openai: OpenAiServer, fault: str):
    openai.steady = fault
    await TestHouse([openai_at(openai.url)]).review()
    assert len(openai.asked) == 1


async def test_retry_after_is_kept_to(openai: OpenAiServer):
    openai.retry_after = "0.4"
    openai.moves = ["rate-later"]
    await TestHouse([openai_at(openai.url)]).review()
    first, second = openai.asked
    assert second.at - first.at >= 0.4


@pytest.mark.parametrize("fault", ["quota", "key"])
async def test_a_quota_that_is_gone_is_left_alone_and_a_new_key_starts_anew(openai: OpenAiServer, fault: str):
    openai.moves = [fault]
    house = TestHouse([openai_at(openai.url)])
    await house.review("one")
    await house.review("two")
    assert len(openai.asked) == 1 and house.books.taken == 1, "who is not asked takes no place in the budget"
    house.providers[:] = [OpenAiProvider(key="sk-another", model="gpt-6-luna", base_url=openai.url, timeout_s=4.0)]
    assert (await house.review("three")).source == "openai"


async def test_the_fuse_opens_after_five_failures_and_closes_after_one_success(openai: OpenAiServer):
    openai.steady = "500"
    house = TestHouse([openai_at(openai.url)])
    for number in range(FAILURES_TO_OPEN + 2):
        await house.review(f"letter {number}")
    assert len(openai.asked) == FAILURES_TO_OPEN * 3
    fuse = next(iter(house.coach.fuses.by_account.values()))
    fuse.open_until = 0.001  # a minute later
    openai.steady = "ok"
    assert (await house.review("after a minute")).source == "openai"
    assert fuse.failures == 0 and fuse.open_until == 0.0


def test_after_the_pause_only_one_knocks():
    fuse = Breaker(failures=5, open_until=0.001)
    assert [fuse.may_pass(), fuse.may_pass(), fuse.may_pass()] == [True, False, False]


def test_a_wait_in_vain_is_not_asked_of_the_same_person_again(monkeypatch: pytest.MonkeyPatch):
    waits, now = Waits(), 100.0
    monkeypatch.setattr(patience, "monotonic", lambda: now)
    waits.in_vain(ASHA, "openai", 8.0)
    assert not waits.is_worth(ASHA, "openai", 8.0)
    assert waits.is_worth(ASHA, "openai", 20.0), "a question with more patience may still be answered"
    assert waits.is_worth(None, "openai", 8.0) and waits.is_worth(ASHA, "gemini", 8.0)
    now += VAIN_S
    assert waits.is_worth(ASHA, "openai", 8.0)


@pytest.mark.slow
@pytest.mark.parametrize("fault", ENDLESS)
async def test_a_run_of_questions_waits_once(openai: OpenAiServer, fault: str):
    openai.steady = fault
    house = TestHouse([openai_at(openai.url, timeout_s=1.0)])
    began = monotonic()
    answers = [await house.review(f"letter {number}") for number in range(4)]
    async for piece in house.coach.stream(REVIEW, language="en", asker=ASHA, letter="and one more"):
        answers += [piece] if isinstance(piece, Review) else []
    assert [answer.made.why for answer in answers] == ["unavailable"] * 5
    assert len(openai.asked) == 1 and monotonic() - began < stretched(2.5)
    openai.steady = "ok"
    house.coach.waits = Waits()  # half a minute later
    assert (await house.review("later")).source == "openai"


async def test_a_server_without_schemas_is_asked_in_words(openai: OpenAiServer):
    openai.steady = "no-object"
    openai.answer = f"Sure! Here you are:\n```json\n{json.dumps(GOOD)}\n```"
    house = TestHouse([openai_at(openai.url)])
    assert (await house.review("one")).score == 71
    assert [(asked.body.get("response_format") or {}).get("type") for asked in openai.asked] == [
        "json_schema", "json_object", None,
    ]  # fmt: skip
    assert (await house.review("two")).score == 71
    assert len(openai.asked) == 4, "what a server does not know is remembered"


async def test_a_field_that_is_refused_is_left_out(openai: OpenAiServer):
    openai.steady = "no-effort"
    answer = await TestHouse([openai_at(openai.url)]).review()
    assert answer.source == "openai"
    assert ["reasoning_effort" in asked.body for asked in openai.asked] == [True, False]


async def test_gemini_without_thinking_levels_and_with_search_on_the_beta_only(gemini: GeminiServer):
    gemini.steady = "no-thinking"
    assert (await TestHouse([gemini_at(gemini.origin)]).review()).source == "gemini"
    gemini.steady = "no-search"
    assert (await TestHouse([gemini_at(gemini.origin)]).review()).source == "gemini"
    assert gemini.asked[-1].path.startswith("/v1beta/")


async def test_what_goes_over_the_wire(openai: OpenAiServer, gemini: GeminiServer):
    await TestHouse([openai_at(openai.url)]).review()
    await TestHouse([gemini_at(gemini.origin)]).review()
    body = openai.asked[0].body
    assert body["store"] is False and body["max_completion_tokens"] == 300 and "temperature" not in body
    shape = body["response_format"]["json_schema"]
    assert shape["strict"] is True and set(shape["schema"]["properties"]) == {"words", "score", "remarks"}
    assert openai.asked[0].headers["authorization"] == "Bearer sk-test-1"
    assert openai.asked[0].headers["x-stainless-retry-count"] == "0", "the SDK itself does not retry"
    config = gemini.asked[0].body["generationConfig"]
    assert gemini.asked[0].path == "/v1/models/gemini-3.8-flash:generateContent"
    assert config["responseMimeType"] == "application/json" and config["maxOutputTokens"] == 300 + THINKING_TOKENS
    assert gemini.asked[0].headers["x-goog-api-key"] == "g-test-1"
