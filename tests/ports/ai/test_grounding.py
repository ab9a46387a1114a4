"""Links from a search are shown only when we have seen the page; what a model writes about links counts for nothing."""

from typing import Any

import pytest
from pydantic import BaseModel

from careercoach.core.outbound import Page, RefusedError
from careercoach.ports.ai import AiTask, CoachAnswer
from careercoach.ports.ai.asking import FoundLink
from careercoach.ports.ai.links import GroundedLink, check_links
from tests.ports.ai.house import TestHouse, gemini_at, openai_at
from tests.standins.gemini_server import GeminiServer
from tests.standins.openai_server import OpenAiServer


class Shelf(BaseModel):
    title: str


class Material(CoachAnswer):
    links: list[GroundedLink] = []
    shelf: list[Shelf] = []


def from_the_shelf(language: str, skill: str) -> Material:
    return Material(shelf=[Shelf(title=f"Our course on {skill}")])


FIND = AiTask(
    name="tests.find", prompt="Find pages that teach {skill} in {language}.", answer=Material, embedded=from_the_shelf,
    personal=False, grounded=True, links="links",
)  # fmt: skip
REDIRECT = "https://vertexaisearch.cloud.google.com/grounding-api-redirect/"


def chunk(name: str) -> dict[str, Any]:
    return {"web": {"uri": REDIRECT + name, "title": "example.org"}}


async def fetch(url: str) -> Page:
    """A web in which some redirects lead somewhere."""
    name = url.rsplit("/", 1)[1]
    pages = {
        "good": Page("https://learn.example.org/sql", 200, "SQL windows ![x](https://evil.example/p.png)"),
        "same": Page("https://learn.example.org/sql", 200, "Again"),
        "untitled": Page("https://www.docs.example.org/", 200, ""),
        "gone": Page("https://learn.example.org/old", 404, "Not found"),
        "stuck": Page(REDIRECT + "stuck", 200, "Redirecting"),
    }
    if name not in pages:
        raise RefusedError("not a public machine")
    return pages[name]


def house(server: GeminiServer) -> TestHouse:
    made = TestHouse([openai_at("http://127.0.0.1:9/v1"), gemini_at(server.origin)])

    async def check(found: Any) -> list[GroundedLink]:
        return await check_links(found, fetch=fetch)

    made.coach.check_links = check
    return made


async def test_only_pages_that_are_there(monkeypatch: pytest.MonkeyPatch):
    async with GeminiServer() as server:
        server.answer = "See https://invented.example/course and [this](https://evil.example)."
        names = ("good", "gone", "inside", "same", "stuck", "untitled")
        server.grounding = {"webSearchQueries": ["sql"], "groundingChunks": [chunk(name) for name in names]}
        made = house(server)
        answer = await made.coach.ask(FIND, language="en", skill="sql")
        again = await made.coach.ask(FIND, language="en", skill="sql")
        assert len(server.asked) == 1, "kept for a month: nothing about anybody is in it"
        body = server.asked[0].body
    assert [(link.url, link.title, link.site) for link in answer.links] == [
        ("https://learn.example.org/sql", "SQL windows", "learn.example.org"),
        ("https://www.docs.example.org/", "www.docs.example.org", "docs.example.org"),
    ]
    assert answer.source == "gemini" and answer.shelf[0].title == "Our course on sql"
    assert again.links == answer.links and again.made.cached
    assert body["tools"] == [{"googleSearch": {}}] and "responseMimeType" not in body["generationConfig"]
    assert answer.made.cost_micro_usd is None, "a search is billed by itself, and its price is not in our table"
    assert made.books.entries[0].input_tokens == 200 and again.made.cost_micro_usd == 0
    assert "invented" not in answer.model_dump_json() and "evil" not in answer.model_dump_json()


@pytest.mark.parametrize("grounding", [None, {}, {"groundingChunks": []}, {"groundingChunks": [chunk("gone")]}])
async def test_no_links_is_our_own_shelf(grounding: dict[str, Any] | None):
    async with GeminiServer() as server:
        server.answer = "Try https://invented.example."
        server.grounding = grounding
        answer = await house(server).coach.ask(FIND, language="en", skill="sql")
    assert answer.links == [] and answer.shelf and answer.source == "embedded"


async def test_who_cannot_search_is_not_asked():
    async with OpenAiServer() as server:
        answer = await TestHouse([openai_at(server.url)]).coach.ask(FIND, language="en", skill="sql")
        assert server.asked == [] and answer.made.why == "no_provider"


async def test_no_more_than_eight_are_looked_at():
    looked: list[str] = []

    async def count(url: str) -> Page:
        looked.append(url)
        raise RefusedError

    await check_links([FoundLink(f"https://example.org/{number}", "x") for number in range(30)], fetch=count)
    assert len(looked) == 8


def test_a_search_needs_a_place_for_what_it_finds():
    with pytest.raises(TypeError):
        AiTask("tests.x", "", Material, from_the_shelf, grounded=True)
