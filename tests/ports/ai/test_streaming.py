"""Running text: shown while it comes, stopped when the person says so, kept when it breaks off."""

import asyncio
from contextlib import aclosing
from dataclasses import replace
from time import monotonic

import pytest

from careercoach.ports.ai import Words
from careercoach.ports.ai.desk import Pace
from tests.ports.ai.house import ASHA, REVIEW, Review, TestHouse, gemini_at, openai_at
from tests.standins.gemini_server import GeminiServer
from tests.standins.openai_server import OpenAiServer
from tests.timing import stretched

TEXT = "Dear Asha Rao, you wrote your letter well. " * 4


async def heard(house: TestHouse, letter: str = "From Asha Rao") -> tuple[str, Review]:
    """All pieces joined, and the answer at the end."""
    pieces: list[str] = []
    await house.warm_up()
    async with aclosing(house.coach.stream(REVIEW, language="en", asker=ASHA, letter=letter)) as stream:
        async for piece in stream:
            if isinstance(piece, Words):
                pieces.append(piece.text)
            else:
                return "".join(pieces), piece
    raise AssertionError("no answer at the end")


@pytest.fixture
async def openai():
    async with OpenAiServer() as server:
        server.answer = TEXT.replace("Asha Rao", "[NAME_1]")
        yield server


@pytest.fixture
async def gemini():
    async with GeminiServer() as server:
        server.answer = TEXT.replace("Asha Rao", "[NAME_1]")
        yield server


async def test_text_comes_in_pieces_with_the_names_put_back(openai: OpenAiServer):
    house = TestHouse([openai_at(openai.url)])
    text, answer = await heard(house)
    assert text == TEXT and answer.words == TEXT
    assert (answer.score, answer.made.engine, answer.made.cut) == (50, "openai", False)
    entry = house.books.entries[0]
    assert (entry.outcome, entry.input_tokens, entry.estimated) == ("ok", 210, False)
    assert entry.first_word_ms is not None and entry.first_word_ms <= entry.latency_ms
    assert "Asha" not in str(openai.asked[0].body)


async def test_gemini_streams_too(gemini: GeminiServer):
    house = TestHouse([gemini_at(gemini.origin)])
    text, answer = await heard(house)
    assert text == TEXT and answer.made.engine == "gemini"
    assert house.books.entries[0].input_tokens == 200


@pytest.mark.parametrize("name", ["openai", "gemini"])
async def test_first_words_come_at_once(name: str, openai: OpenAiServer, gemini: GeminiServer):
    server = openai if name == "openai" else gemini
    server.pause_s = 0.2
    house = TestHouse([openai_at(openai.url)] if name == "openai" else [gemini_at(gemini.origin)])
    await house.warm_up()
    waits: list[float] = []
    for letter in ("one", "two", "three"):  # the best of three: what a busy machine adds is not ours
        async with aclosing(house.coach.stream(REVIEW, language="en", asker=ASHA, letter=letter)) as stream:
            await anext(stream)
            # The server sent its first word when it had read the question.
            waits.append(monotonic() - server.asked[-1].at)
    assert min(waits) < 0.3


@pytest.mark.parametrize("name", ["openai", "gemini"])
async def test_stop_closes_the_connection(name: str, openai: OpenAiServer, gemini: GeminiServer):
    server = openai if name == "openai" else gemini
    server.steady, server.pause_s = "drip", 0.02
    house = TestHouse([openai_at(openai.url)] if name == "openai" else [gemini_at(gemini.origin)])
    await house.warm_up()
    async with aclosing(house.coach.stream(REVIEW, language="en", asker=ASHA, letter="x")) as stream:
        for _ in range(3):
            await anext(stream)
    stopped = monotonic()
    while server.asked[0].gone_at is None and monotonic() - stopped < 2:
        await asyncio.sleep(0.01)
    gone_at = server.asked[0].gone_at
    assert gone_at is not None and gone_at - stopped < 0.5
    sent = server.asked[0].sent
    await asyncio.sleep(0.2)
    assert server.asked[0].sent <= sent + 1, "nothing more is written, so nothing more is paid"
    entry = house.books.entries[0]
    assert (entry.outcome, entry.estimated) == ("stopped", True) and entry.output_tokens > 0
    assert not house.books.places and not house.books.kept


@pytest.mark.parametrize("cut_at", range(1, 8))
async def test_cut_after_each_piece_keeps_what_came(openai: OpenAiServer, cut_at: int):
    openai.steady, openai.cut_at = "cut", cut_at
    house = TestHouse([openai_at(openai.url), openai_at(openai.url)])
    text, answer = await heard(house)
    assert text and answer.words == text and answer.made.cut
    assert (TEXT.replace("Asha Rao", "[NAME_1]"))[: cut_at * 5].replace("[NAME_1]", "Asha Rao").startswith(text[:4])
    assert len(openai.asked) == 1, "words that are on the page are not started anew"
    assert house.books.entries[0].outcome == "network" and not house.books.kept


async def test_cut_before_the_first_word_is_tried_again(openai: OpenAiServer):
    openai.cut_at = 0
    openai.moves = ["cut"]
    text, answer = await heard(TestHouse([openai_at(openai.url)]))
    assert text == TEXT and not answer.made.cut and len(openai.asked) == 2


async def test_an_error_in_the_middle_keeps_what_came(openai: OpenAiServer):
    openai.steady, openai.cut_at = "error-event", 4
    _, answer = await heard(TestHouse([openai_at(openai.url)]))
    assert answer.made.cut and answer.words


@pytest.mark.parametrize(
    "fault", ["rate", "500", "html", "hang", "key", "quota", "refusal", "filter", "empty", "reset"]
)
async def test_the_next_one_tells_it(openai: OpenAiServer, gemini: GeminiServer, fault: str):
    openai.steady = fault
    patience_s = 1.0 if fault == "hang" else 4.0
    text, answer = await heard(TestHouse([openai_at(openai.url, timeout_s=patience_s), gemini_at(gemini.origin)]))
    assert text == TEXT and answer.source == "gemini"


@pytest.mark.parametrize("fault", ["block", "safety", "nothing", "html", "503", "hang", "cut"])
async def test_at_last_the_embedded_coach_tells_it(gemini: GeminiServer, fault: str):
    gemini.steady, gemini.cut_at = fault, 0
    text, answer = await heard(TestHouse([gemini_at(gemini.origin, timeout_s=1.0 if fault == "hang" else 4.0)]))
    assert text == answer.words == "en: by the rules" and answer.source == "embedded"


async def test_a_provider_that_never_ends_is_ended(openai: OpenAiServer):
    openai.steady, openai.pause_s = "drip", 0.05
    house = TestHouse([openai_at(openai.url, timeout_s=0.6)])
    began = monotonic()
    _, answer = await heard(house)
    assert monotonic() - began < stretched(4) and answer.made.cut and house.books.entries[0].outcome == "timeout"


async def test_the_same_question_again_costs_nothing(openai: OpenAiServer):
    house = TestHouse([openai_at(openai.url)])
    await heard(house)
    text, answer = await heard(house)
    assert text == TEXT and answer.made.cached and len(openai.asked) == 1
    whole = await house.review("From Asha Rao")
    assert not whole.made.cached, "running text is not an answer in parts"


@pytest.mark.parametrize(("why", "change"), [("no_consent", "agrees"), ("over_budget", "most_calls")])
async def test_without_leave_the_rules_tell_it(openai: OpenAiServer, why: str, change: str):
    house = TestHouse([openai_at(openai.url)])
    if change == "agrees":
        house.agrees = False
    else:
        house.books.most_calls = 0
    text, answer = await heard(house)
    assert text == "en: by the rules" and answer.made.why == why and openai.asked == []


async def test_the_whole_text_is_checked_at_its_end(openai: OpenAiServer):
    def honest(answer: Review, inputs: object, rules: Review) -> Review:
        return answer.model_copy(update={"words": answer.words.replace("well", "badly")})

    house = TestHouse([openai_at(openai.url)])
    task = replace(REVIEW, check=honest)
    pieces = [piece async for piece in house.coach.stream(task, language="en", asker=ASHA, letter="From Asha Rao")]
    assert isinstance(pieces[-1], Review) and "badly" in pieces[-1].words


async def test_no_link_is_on_the_page_even_while_it_is_written(openai: OpenAiServer):
    openai.answer = (
        "Read ![x](https://evil.example/p.png?q=1) and https://evil.example/login or www.evil.example/x or "
        "<img src=https://evil.example/y> [here](http://evil.example) now."
    )
    text, _ = await heard(TestHouse([openai_at(openai.url)]))
    assert "evil" not in text and text.startswith("Read ") and text.endswith("now.")


async def test_who_stops_at_the_last_word_has_been_told_all_of_it(openai: OpenAiServer):
    openai.answer = "Well written, my friend"
    house = TestHouse([openai_at(openai.url)])
    await house.warm_up()
    stream = house.coach.stream(REVIEW, language="en", asker=ASHA, letter="x")
    async for piece in stream:
        if isinstance(piece, Words) and "friend" in piece.text:
            break
    await stream.aclose()
    assert [entry.outcome for entry in house.books.entries] == ["ok"] and house.books.taken == 1


async def test_a_text_that_broke_off_was_paid_for(openai: OpenAiServer):
    openai.steady, openai.cut_at = "cut", 4
    house = TestHouse([openai_at(openai.url)])
    await heard(house)
    entry = house.books.entries[0]
    assert (entry.outcome, entry.estimated) == ("network", True) and entry.output_tokens > 0 and entry.input_tokens > 0


async def test_nobody_waits_for_ever_behind_a_text_that_is_not_read(openai: OpenAiServer):
    house = TestHouse([openai_at(openai.url)], pace=Pace(answer_s=0.3, at_once=1))
    await house.warm_up()
    first = house.coach.stream(REVIEW, language="en", asker=ASHA, letter="one")
    await anext(first)
    began = monotonic()
    text, answer = await heard(house, "two")
    assert monotonic() - began < stretched(1) and (answer.source, text) == ("embedded", "en: by the rules")
    await first.aclose()
