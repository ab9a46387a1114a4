"""Job matches over HTTP: the same rules as on the pages."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from careercoach.core import db, identity
from careercoach.core.identity import Person, cookie_name
from careercoach.core.rest import build_rest_api
from careercoach.features.job_matches import service
from careercoach.features.job_matches.api import router
from careercoach.features.job_matches.schemas import CoachNote, Suggestion
from careercoach.features.matching.schemas import Sentence
from tests.features.job_matches.samples import FAR_POSTING, POSTING, add_owner

PATH = "/api/v1/matches"


@pytest.fixture
async def people(database: Path) -> dict[str, Person]:
    return {"owner": await add_owner(), "stranger": await add_owner("otto@example.org")}


@pytest.fixture
async def client(people: dict[str, Person], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    async def find(token: str) -> Person | None:
        return people.get(token)

    monkeypatch.setattr(identity, "_resolver", find)
    app = build_rest_api([router])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        client.headers["cookie"] = f"{cookie_name()}=owner"
        yield client


def stranger() -> dict[str, str]:
    return {"cookie": f"{cookie_name()}=stranger"}


async def create(client: httpx.AsyncClient, text: str = POSTING) -> str:
    answer = await client.post(PATH, json={"text": text})
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_from_posting_to_answer(client: httpx.AsyncClient):
    first, second = await create(client), await create(client, FAR_POSTING)
    view = (await client.get(f"{PATH}/{first}")).json()
    assert view["state"] == "done" and len(view["report"]["scores"]) == 11
    again = {"answers": {"pay_year": 1_500_000}, "context": "I also know Power BI", "edits": {"title": "Analyst"}}
    assert (await client.post(f"{PATH}/{first}/analyse", json=again)).status_code == 202
    view = (await client.get(f"{PATH}/{first}")).json()
    assert view["title"] == "Analyst" and view["changes"]
    messages = (await client.post(f"{PATH}/{first}/chat", json={"question": "What is missing?"})).json()
    assert messages[-1]["by"] == "coach" and messages[-1]["citations"]
    assert (await client.get(f"{PATH}/{first}/chat")).json() == messages
    both = (await client.get(f"{PATH}/compare/{first}/{second}")).json()
    assert both["left"]["id"] == first and both["rows"]
    assert (await client.post(f"{PATH}/{first}/plan", json={})).json() == {"added": 0, "has_plan": False}
    assert (await client.delete(f"{PATH}/{first}")).status_code == 204
    assert [line["id"] for line in (await client.get(PATH)).json()] == [second]
    assert (await client.post(f"{PATH}/{first}/restore")).status_code == 200
    assert len((await client.get(PATH, params={"search": "django"})).json()) == 1


async def test_what_a_model_also_read_is_there_to_see(client: httpx.AsyncClient, people: dict[str, Person]):
    mine = await create(client)
    found = [
        Suggestion(key="skill:git", field="skill", value="git", name=Sentence(en="Git"), quote="Retail experience")
    ]
    async with db.transaction() as session:
        await service.save_suggestions(
            session, user_id=people["owner"].id, analysis_id=UUID(mine), found=found, by=CoachNote(engine="gemini")
        )
    sheet = (await client.get(f"{PATH}/{mine}")).json()["sheet"]
    assert [one["key"] for one in sheet["suggested"]] == ["skill:git"] and sheet["suggested_by"]["engine"] == "gemini"
    one, other = f"{PATH}/{mine}/suggestions/skill:git", f"{PATH}/{mine}/suggestions/skill:other"
    assert (await client.delete(other)).json()["sheet"] == (await client.post(other)).json()["sheet"] == sheet
    assert (await client.post(one, headers=stranger())).status_code == 404
    assert (await client.delete(one, headers=stranger())).status_code == 404
    assert (await client.delete(one)).json()["sheet"]["suggested"] == []
    edits = {"added": [{"slug": "git", "strength": "nice", "quote": "words that are not there"}]}
    assert (await client.post(f"{PATH}/{mine}/analyse", json={"edits": edits})).status_code == 202
    view = (await client.get(f"{PATH}/{mine}")).json()
    line = next(one for one in view["report"]["skills"] if one["key"] == "git")
    assert view["sheet"]["suggested"] == [] and [one for one in line["citations"] if one["side"] == "posting"] == []


async def test_the_pages_form_and_files(client: httpx.AsyncClient):
    answer = await client.post(f"{PATH}/form", data={"posting": POSTING, "link": ""})
    assert answer.status_code == 303 and answer.headers["location"].startswith("/jobs/match/")
    for given, key in (
        ({"posting": "Java"}, "too_short"),
        ({"posting": POSTING, "link": "ftp://x"}, "bad_link"),
        ({"dream": "xyzzy"}, "unknown_dream"),
    ):
        answer = await client.post(f"{PATH}/form", data=given)
        assert answer.headers["location"] == f"/jobs/match?problem=job_matches.{key}"
    answer = await client.post(f"{PATH}/file", files={"file": ("posting.txt", POSTING.encode())})
    assert answer.status_code == 201 and answer.json()["state"] == "read"
    answer = await client.post(f"{PATH}/file", files={"file": ("posting.pdf", b"not a pdf")})
    assert answer.status_code == 422


@pytest.mark.parametrize(
    "body",
    [{"text": POSTING, "user_id": "x"}, {"source": "web", "text": POSTING}, {"text": "x" * 400_001}, {"text": "Java"}],
)
async def test_what_is_no_wish_is_refused(client: httpx.AsyncClient, body: dict[str, str]):
    assert (await client.post(PATH, json=body)).status_code == 422


async def test_a_stranger_finds_nothing(client: httpx.AsyncClient):
    mine = await create(client)
    for method, path, body in (
        ("GET", mine, None), ("DELETE", mine, None), ("POST", f"{mine}/restore", None), ("POST", f"{mine}/analyse", {}),
        ("POST", f"{mine}/stop", None), ("POST", f"{mine}/plan", {}), ("GET", f"{mine}/chat", None),
        ("POST", f"{mine}/chat", {"question": "Why?"}), ("GET", f"compare/{mine}/{mine}", None), ("GET", str(uuid4()), None),
    ):  # fmt: skip
        answer = await client.request(method, f"{PATH}/{path}", json=body, headers=stranger())
        assert answer.status_code == 404, path
    assert (await client.get(PATH, headers=stranger())).json() == []
    assert (await client.get(f"{PATH}/{mine}")).status_code == 200
    client.headers.pop("cookie")
    assert (await client.get(PATH)).status_code == 401
