"""What the probe finds out about a server."""

from datetime import date

from careercoach.ports.ai.probe import probe
from tests.ports.ai.house import gemini_at, openai_at
from tests.standins.gemini_server import GeminiServer
from tests.standins.openai_server import OpenAiServer
from tests.standins.wire import Asked


def answer(asked: Asked) -> object:
    return "one two three four" if "Count" in str(asked.body) else {"sum": 42, "words": ["red", "green"]}


async def test_a_server_that_can_do_everything():
    async with OpenAiServer() as server:
        server.answer = answer
        server.models[0]["shutdown_date"] = "2027-01-14"
        found = await probe(openai_at(server.url))
    assert (found.answers, found.json_schema, found.streaming, found.is_listed) == (True, True, True, True)
    assert found.first_word_ms is not None and found.tokens_per_s and found.context_tokens == 1050000
    assert found.shutdown_on == date(2027, 1, 14) and found.problem == ""


async def test_a_server_without_a_schema_or_a_list():
    async with OpenAiServer() as server:
        server.answer = "forty-two"
        server.models = []
        found = await probe(openai_at(server.url))
    assert (found.answers, found.json_schema, found.is_listed, found.context_tokens) == (True, False, None, None)


async def test_gemini():
    async with GeminiServer() as server:
        server.answer = answer
        found = await probe(gemini_at(server.origin))
    assert (found.json_schema, found.streaming, found.context_tokens, found.is_listed) == (True, True, 1048576, True)


async def test_a_refused_key_is_said_and_not_tried_thrice():
    async with OpenAiServer() as server:
        server.steady = "key"
        found = await probe(openai_at(server.url))
        assert (found.answers, found.problem, len(server.asked)) == (False, "key", 1)


async def test_nobody_there():
    assert (await probe(openai_at("http://127.0.0.1:9/v1"))).problem == "network"
