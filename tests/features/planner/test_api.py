"""Plan and day over HTTP: strangers first."""

from collections.abc import AsyncIterator
from uuid import UUID

import httpx
import pytest

from careercoach.core import identity
from careercoach.core.identity import Person, cookie_name
from careercoach.core.rest import build_rest_api
from careercoach.features.planner import api as plan_api
from careercoach.features.today import api as today_api
from careercoach.ports import pdf as pdf_door
from tests.features.people import MONDAY, PaperPdf, add_owner, add_plan

pytestmark = pytest.mark.usefixtures("frozen")


@pytest.fixture
async def client(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[httpx.AsyncClient]:
    people: dict[str, Person] = {}

    async def find(token: str) -> Person | None:
        return people.get(token)

    monkeypatch.setattr(identity, "_resolver", find)
    monkeypatch.setattr(pdf_door, "_pdf", PaperPdf())
    app = build_rest_api([plan_api.router, today_api.router])
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://localhost") as client:
        client.people = people  # pyright: ignore[reportAttributeAccessIssue]
        yield client


def as_(client, person: Person) -> dict[str, str]:
    client.people[person.session] = person
    return {"cookie": f"{cookie_name()}={person.session}"}


ROUTES = [
    ("GET", "/api/v1/plan"), ("POST", "/api/v1/plan"), ("GET", "/api/v1/plan/tasks?first=2026-11-23&last=2026-11-24"),
    ("GET", "/api/v1/today"), ("GET", "/api/today/pdf"), ("POST", f"/api/v1/today/{UUID(int=7)}/complete"),
    ("POST", f"/api/v1/today/{UUID(int=7)}/undo"), ("POST", f"/api/v1/today/{UUID(int=7)}/skip"),
    ("POST", f"/api/v1/plan/tasks/{UUID(int=7)}/move"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "path"), ROUTES)
async def test_nobody_is_let_in(client, planned, method, path):
    assert (await client.request(method, path)).status_code == 401


@pytest.mark.parametrize("action", ["complete", "undo", "skip", "move"])
async def test_anothers_task_does_not_exist(client, planned, action):
    stranger = await add_owner("otto@example.org")
    task = (await client.get("/api/v1/today", headers=as_(client, planned))).json()["tasks"][0]
    room = "plan/tasks" if action == "move" else "today"
    body = {"to": "2026-11-24"} if action == "move" else None
    answer = await client.post(f"/api/v1/{room}/{task['id']}/{action}", headers=as_(client, stranger), json=body)
    assert answer.status_code == 404 and answer.json()["key"] == "planner.no_task"


async def test_a_day_from_list_to_done(client, planned):
    headers = as_(client, planned)
    day = (await client.get("/api/v1/today", headers=headers)).json()
    assert day["day"] == MONDAY.isoformat() and day["minutes"] == 120
    task = day["tasks"][0]
    assert task["title"] and task["why"] and task["how"] and task["resources"][0]["url"].startswith("https://")
    for state, action in (("done", "complete"), ("done", "complete"), ("open", "undo"), ("skipped", "skip")):
        answer = await client.post(f"/api/v1/today/{task['id']}/{action}", headers=headers)
        assert (answer.status_code, answer.json()["state"]) == (200, state)


async def test_moving(client, planned):
    headers = as_(client, planned)
    task = (await client.get("/api/v1/today", headers=headers)).json()["tasks"][0]
    path = f"/api/v1/plan/tasks/{task['id']}/move"
    assert (await client.post(path, headers=headers, json={"to": "2026-11-25"})).json()["due"] == "2026-11-25"
    assert (await client.post(path, headers=headers, json={"to": "2026-11-01"})).status_code == 422
    assert (await client.post(path, headers=headers, json={"to": "yesterday"})).status_code == 422


async def test_the_plan_says_what_does_not_fit(client, planned):
    plan = (await client.get("/api/v1/plan", headers=as_(client, planned))).json()
    assert plan["title"] == "Data analyst" and plan["percent"] == 0 and "hours" in plan["note"]


async def test_no_plan_is_not_found(client, owner):
    assert (await client.get("/api/v1/plan", headers=as_(client, owner))).status_code == 404


async def test_only_so_many_days_at_once(client, planned):
    path = "/api/v1/plan/tasks?first=2026-01-01&last=2027-01-01"
    assert (await client.get(path, headers=as_(client, planned))).status_code == 422


async def test_pdf_is_a_private_download(client, planned):
    answer = await client.get("/api/today/pdf?day=2026-11-24", headers=as_(client, planned))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["content-disposition"] == 'attachment; filename="careercoach-2026-11-24.pdf"'


@pytest.mark.parametrize("day", ["2026-13-01", "1999-01-01", "../etc", "9999-12-31"])
async def test_pdf_of_no_day(client, planned, day):
    assert (await client.get("/api/today/pdf", params={"day": day}, headers=as_(client, planned))).status_code == 422


@pytest.mark.parametrize("query", ["", "u=1&d=2&t=3&s=4", f"u={'0' * 32}&d=2026-11-23&t=9999999999&s={'0' * 32}"])
async def test_a_made_up_link_opens_nothing(client, planned, query):
    assert (await client.get(f"/api/today/pdf-link?{query}")).status_code in (403, 422)


async def test_answers_come_in_the_callers_language(client, planned):
    spaniard = Person(planned.id, planned.session, False, "Asha", "es", "system")
    day = (await client.get("/api/v1/today", headers=as_(client, spaniard))).json()
    assert day["tasks"][0]["title"].startswith("Aprende ")


async def test_two_at_once_complete_once(client, planned):
    import asyncio

    headers = as_(client, planned)
    await add_plan(planned, job="plan/test/2")
    task = (await client.get("/api/v1/today", headers=headers)).json()["tasks"][0]
    path = f"/api/v1/today/{task['id']}/complete"
    answers = await asyncio.gather(*(client.post(path, headers=headers) for _ in range(8)))
    assert {answer.status_code for answer in answers} == {200}
    assert len({answer.json()["done_at"] for answer in answers}) == 1
    assert (await client.get("/api/v1/today", headers=headers)).json()["done_minutes"] == task["minutes"]
