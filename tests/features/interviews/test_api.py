"""Interviews over HTTP: the same rules as on the pages, and never a solution before its time."""

from collections.abc import AsyncIterator
from pathlib import Path
from uuid import UUID, uuid4

import httpx
import pytest

from careercoach.content import load
from careercoach.core import db, identity
from careercoach.core.identity import Person, cookie_name
from careercoach.core.rest import build_rest_api
from careercoach.features.interviews import flows
from careercoach.features.interviews.api import router
from tests import factories

WISH = {"role": "backend-developer", "size": 5}


@pytest.fixture
async def people(database: Path) -> dict[str, Person]:
    async with db.transaction() as session:
        return {
            "owner": await factories.add_person(session),
            "stranger": await factories.add_person(session, email="otto@example.org", name="Otto"),
        }


@pytest.fixture
async def client(people: dict[str, Person], monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    async def find(token: str) -> Person | None:
        return people.get(token)

    monkeypatch.setattr(identity, "_resolver", find)
    app = build_rest_api([router])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


def as_(who: str) -> dict[str, str]:
    return {"cookie": f"{cookie_name()}={who}"}


async def start(client: httpx.AsyncClient) -> dict[str, object]:
    answer = await client.post("/api/v1/interviews", json=WISH, headers=as_("owner"))
    assert answer.status_code == 201
    return answer.json()


async def test_from_start_to_report(client: httpx.AsyncClient, people: dict[str, Person]):
    view = await start(client)
    path = f"/api/v1/interviews/{view['id']}"
    put = await client.put(
        f"{path}/answers/1", json={"text": "I measure first.", "version": 0, "request": "a"}, headers=as_("owner")
    )
    assert put.json()["version"] == 1
    assert (await client.get(f"{path}/report", headers=as_("owner"))).status_code == 404
    assert (await client.post(f"{path}/finish", headers=as_("owner"))).json()["state"] == "finished"
    await flows.score_interview(UUID(str(view["id"])))
    report = (await client.get(f"{path}/report", headers=as_("owner"))).json()
    assert report["answers"][0]["answer"] == "I measure first."
    listed = (await client.get("/api/v1/interviews", headers=as_("owner"))).json()
    assert [(line["id"], line["state"]) for line in listed] == [(view["id"], "scored")]


async def test_no_solution_before_the_end(client: httpx.AsyncClient):
    view = await start(client)
    shown = (await client.get(f"/api/v1/interviews/{view['id']}", headers=as_("owner"))).text
    for asked in view["questions"]:  # pyright: ignore[reportGeneralTypeIssues]
        question = load.questions().get(asked["slug"])
        assert question is not None
        for words in (question.strong_answer, *(point.text for point in question.key_points)):
            assert words.en not in shown
            assert words.hi not in shown


async def test_conflict_and_repeat(client: httpx.AsyncClient):
    view = await start(client)
    path = f"/api/interviews/{view['id']}/answers/2"
    first = {"text": "One", "version": 0, "request": "r1"}
    for _ in range(2):
        assert (await client.put(path, json=first, headers=as_("owner"))).json()["version"] == 1
    other = {"text": "Two", "version": 0, "request": "r2"}
    refused = await client.put(path, json=other, headers=as_("owner"))
    assert (refused.status_code, refused.json()["key"]) == (409, "interviews.changed_in_other_tab")


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", ""), ("DELETE", ""), ("PUT", "/answers/1"), ("POST", "/pause"), ("POST", "/resume"),
        ("POST", "/finish"), ("GET", "/report"),
    ],
)  # fmt: skip
async def test_strangers_and_made_up_ids_get_the_same_answer(client: httpx.AsyncClient, method: str, path: str):
    view = await start(client)
    body = {"text": "Mine now", "version": 0} if method == "PUT" else None
    answers = [
        await client.request(method, f"/api/v1/interviews/{interview}{path}", json=body, headers=as_("stranger"))
        for interview in (view["id"], uuid4())
    ]
    assert [answer.status_code for answer in answers] == [404, 404]
    assert answers[0].json() == answers[1].json()
    assert (await client.request(method, f"/api/v1/interviews/{view['id']}{path}", json=body)).status_code == 401


async def test_pdf_is_for_its_owner(client: httpx.AsyncClient):
    view = await start(client)
    for interview in (view["id"], "1", "../../etc/passwd", uuid4()):
        answer = await client.get(f"/api/interviews/{interview}/report.pdf", headers=as_("stranger"))
        assert answer.status_code == 404


@pytest.mark.parametrize(
    "body",
    [{"size": 6}, {"difficulty": "extreme"}, {"role": "wizard"}, {"role": "x" * 61}, {"user_id": "1"}, {"overall": 100},
     {"question": "no-such"}, {"size": "5"}],
)  # fmt: skip
async def test_bad_wishes(client: httpx.AsyncClient, body: dict[str, object]):
    answer = await client.post("/api/v1/interviews", json=body, headers=as_("owner"))
    assert answer.status_code == 422


async def test_too_long_an_answer(client: httpx.AsyncClient):
    view = await start(client)
    body = {"text": "x" * 12_001, "version": 0}
    answer = await client.put(f"/api/v1/interviews/{view['id']}/answers/1", json=body, headers=as_("owner"))
    assert answer.status_code == 422
