"""What servers do that OpenAI does not: other fields, thoughts in the answer, redirects, bills."""

import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from careercoach.ports.ai.asking import Question
from careercoach.ports.ai.openai_replies import HeardChunks
from tests.ports.ai.house import GOOD, TestHouse, gemini_at, openai_at
from tests.ports.ai.test_streaming import heard
from tests.standins.gemini_server import GeminiServer
from tests.standins.openai_server import OpenAiServer
from tests.standins.wire import Asked, Wire

Reply = Callable[[Asked, Wire, str], Awaitable[None]]


@pytest.fixture
async def server():
    async with OpenAiServer() as server:
        server.answer = GOOD
        yield server


def refuse(server: OpenAiServer, when: Callable[[dict[str, Any]], bool], status: int, error: Any) -> None:
    """The server answers so when the body is such, and as usual otherwise."""
    usual = server.reply

    async def reply(asked: Asked, wire: Wire, move: str) -> None:
        if when(asked.body):
            await wire.json(status, error)
        else:
            await usual(asked, wire, move)

    server.reply = reply  # pyright: ignore[reportAttributeAccessIssue]


def house(server: OpenAiServer, *, is_local: bool = False, effort: str = "none") -> TestHouse:
    more: dict[str, Any] = {"name": "local", "is_local": True} if is_local else {}
    return TestHouse([openai_at(server.url, effort=effort, **more)])


def told(message: str, param: str | None = None) -> Any:
    return {"error": {"message": message, "type": "invalid_request_error", "param": param, "code": None}}


async def test_a_complaint_about_the_number_is_no_complaint_about_the_field(server: OpenAiServer):
    words = "'max_tokens' or 'max_completion_tokens' is too large: 300. The maximum context length is 100 tokens"
    refuse(server, lambda body: True, 400, told(words))
    answer = await house(server, is_local=True).review()
    assert answer.source == "embedded" and len(server.asked) == 2, "the other name once, and no more"


@pytest.mark.parametrize(("is_local", "field"), [(True, "max_tokens"), (False, "max_completion_tokens")])
async def test_the_other_name_of_the_limit(server: OpenAiServer, is_local: bool, field: str):
    refuse(server, lambda body: field in body, 400, told(f"Unsupported parameter: '{field}'", field))
    assert (await house(server, is_local=is_local).review()).score == 71


async def test_a_schema_that_ends_in_a_server_error(server: OpenAiServer):
    def has_schema(body: dict[str, Any]) -> bool:
        return (body.get("response_format") or {}).get("type") == "json_schema"

    refuse(server, has_schema, 500, told("failed to parse grammar"))
    answer = await house(server, is_local=True).review()
    assert (answer.source, len(server.asked)) == ("local", 2)


async def test_a_server_that_tells_no_usage_of_a_stream(server: OpenAiServer):
    server.answer = "Well written, Asha."
    refuse(server, lambda body: "stream_options" in body, 400, told("Unknown field: stream_options"))
    made = house(server, is_local=True)
    text, _ = await heard(made)
    assert text == "Well written, Asha." and made.books.entries[0].estimated


async def test_a_refusal_in_another_form_is_read_too(server: OpenAiServer):
    detail = {"detail": [{"loc": ["body", "store"], "msg": "extra fields not permitted"}]}
    refuse(server, lambda body: "store" in body, 422, detail)
    assert (await house(server).review()).source == "openai"


async def test_a_word_that_only_contains_the_name_takes_nothing_away(server: OpenAiServer):
    refuse(server, lambda body: True, 400, told("could not restore the session"))
    assert (await house(server).review()).source == "embedded"
    assert [asked.body["store"] for asked in server.asked] == [False]


@pytest.mark.parametrize("host", ["https://api.openai.com/v1", "https://eu.api.openai.com/v1"])
def test_openai_itself_is_never_asked_without_store(host: str):
    provider = openai_at(host)
    manners = provider._new_manners()  # pyright: ignore[reportPrivateUsage]
    assert not provider._leave_out(manners, "unknown parameter: store")  # pyright: ignore[reportPrivateUsage]
    assert manners.optional["store"] is False


@pytest.mark.parametrize("status", [302, 307, 308])
async def test_nobody_sends_the_text_on_to_another_server(server: OpenAiServer, status: int):
    async with OpenAiServer() as other, GeminiServer() as gemini:

        async def lead_away(asked: Asked, wire: Wire, move: str) -> None:
            await wire.text(status, "", headers={"location": f"{other.url}/chat/completions"})

        server.reply = gemini.reply = lead_away  # pyright: ignore[reportAttributeAccessIssue]
        for provider in (openai_at(server.url), gemini_at(gemini.origin)):
            assert (await TestHouse([provider]).review()).source == "embedded"
        assert other.asked == [] and len(server.asked) == len(gemini.asked) == 1


@pytest.mark.parametrize(
    ("status", "code"), [(402, None), (429, "billing_hard_limit_reached"), (400, "billing_not_active")]
)
async def test_an_account_without_money_is_left_alone(server: OpenAiServer, status: int, code: str | None):
    error = {"error": {"message": "Insufficient balance", "type": "x", "param": None, "code": code}}
    refuse(server, lambda body: True, status, error)
    made = house(server)
    await made.review("one")
    await made.review("two")
    assert len(server.asked) == 1 and made.books.entries[0].outcome == "quota"


THOUGHTS = '<think>\nThe shape is {"words": "no"}, so\n</think>\n\n'


async def test_thoughts_are_no_part_of_an_answer(server: OpenAiServer):
    server.answer = THOUGHTS + json.dumps(GOOD)
    assert (await house(server, is_local=True).review()).words == "Well written."


@pytest.mark.parametrize("words", ["Well written.", "<thinly> put.", "a <think> b </think> c"])
async def test_thoughts_are_not_on_the_page(server: OpenAiServer, words: str):
    server.answer = THOUGHTS + words
    text, answer = await heard(house(server, is_local=True))
    assert answer.words == words and "shape" not in text
    server.answer = words
    assert (await heard(house(server, is_local=True), "another letter"))[1].words == words


@pytest.mark.parametrize("size", range(1, 12))
def test_however_the_thoughts_are_cut_up(size: int):
    chunks = HeardChunks()
    whole = "<think>a < b</think> Dear you"
    for start in range(0, len(whole), size):
        delta = type("Delta", (), {"content": whole[start : start + size], "refusal": None})
        chunks.take(type("Chunk", (), {"choices": [type("Choice", (), {"delta": delta, "finish_reason": "stop"})]}))
    assert chunks.reply().text == "Dear you"


async def test_content_in_parts(server: OpenAiServer):
    whole = json.dumps(GOOD)

    async def reply(asked: Asked, wire: Wire, move: str) -> None:
        message = {
            "role": "assistant",
            "content": [{"type": "text", "text": whole[:9]}, {"type": "text", "text": whole[9:]}],
        }
        choices = [{"index": 0, "finish_reason": "stop", "message": message}]
        await wire.json(200, {"id": "1", "object": "chat.completion", "created": 1, "model": "m", "choices": choices})

    server.reply = reply  # pyright: ignore[reportAttributeAccessIssue]
    assert (await house(server).review()).score == 71


async def test_letters_that_are_none_are_left_out(server: OpenAiServer):
    server.answer = '{"words": "Well \\ud800written\\u0000\\u200b.", "score": 71, "remarks": []}'
    assert (await house(server).review()).words == "Well written."


@pytest.mark.parametrize(("effort", "most"), [("none", 300), ("low", 2_300), ("high", 12_300), ("", 4_300)])
async def test_who_thinks_is_given_room_for_it_and_the_budget_knows(server: OpenAiServer, effort: str, most: int):
    made = house(server, effort=effort)
    await made.review()
    assert server.asked[0].body["max_completion_tokens"] == most
    assert made.books.wishes[0].tokens > most


async def test_a_model_that_cannot_but_think_thinks_as_little_as_it_can(server: OpenAiServer):
    words = (
        "Unsupported value: 'reasoning_effort' does not support 'none'. Supported values are: 'minimal', 'low', 'high'."
    )
    refuse(server, lambda body: body.get("reasoning_effort") == "none", 400, told(words, "reasoning_effort"))
    assert (await house(server).review()).source == "openai"
    assert server.asked[1].body["reasoning_effort"] == "minimal"
    assert server.asked[1].body["max_completion_tokens"] == 800


async def test_gemini_keeps_to_a_retry_after_in_the_header():
    async with GeminiServer() as gemini:
        gemini.answer = GOOD
        usual, times = gemini.reply, 0

        async def reply(asked: Asked, wire: Wire, move: str) -> None:
            nonlocal times
            times += 1
            if times == 1:
                error = {"error": {"code": 503, "message": "overloaded", "status": "UNAVAILABLE"}}
                await wire.json(503, error, {"retry-after": "0.3"})
            else:
                await usual(asked, wire, move)

        gemini.reply = reply  # pyright: ignore[reportAttributeAccessIssue]
        assert (await TestHouse([gemini_at(gemini.origin)]).review()).source == "gemini"
        assert gemini.asked[1].at - gemini.asked[0].at >= 0.3


def test_everything_that_leaves_is_in_the_words_of_a_question():
    question = Question("Be fair.", "Dear team", 10).again("{}", "words: missing")
    assert question.words == "Be fair.\n\nDear team\n\n{}\n\nwords: missing"
