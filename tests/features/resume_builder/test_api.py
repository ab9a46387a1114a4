"""The room over HTTP: one's own words only, and files with safe names."""

import json
from collections.abc import AsyncIterator

import httpx
import pytest

from careercoach.core import identity
from careercoach.core.identity import Person, cookie_name
from careercoach.core.rest import build_rest_api
from careercoach.features.resume_builder.api import router
from careercoach.ports import pdf as pdf_door
from tests.core.jobs.inline import inline_jobs
from tests.features.people import PaperPdf
from tests.features.resume_builder.conftest import add_owner
from tests.features.resume_builder.records import ASHA, VIKRAM
from tests.features.resume_builder.test_service import WEEKLY

ROOM = "/api/v1/resume-builder"


@pytest.fixture
async def client(database, monkeypatch) -> AsyncIterator[httpx.AsyncClient]:
    people = {
        "owner": await add_owner(), "hindi": await add_owner(VIKRAM, email="vikram@example.org"),
        "stranger": await add_owner({}, email="otto@example.org"),
    }  # fmt: skip

    async def find(token: str) -> Person | None:
        return people.get(token)

    monkeypatch.setattr(identity, "_resolver", find)
    monkeypatch.setattr(pdf_door, "_pdf", PaperPdf())
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(build_rest_api([router])), base_url="http://test", headers=as_("owner")
    ) as client:
        yield client


def as_(who: str) -> dict[str, str]:
    return {"cookie": f"{cookie_name()}={who}"}


def key_of(view: dict, before: str) -> str:
    return next(one["key"] for place in view["places"] for one in place["passages"] if one["before"] == before)


async def test_from_asking_to_the_accepted_file(client):
    assert (await client.get(ROOM)).status_code == 404
    view = (await client.post(ROOM)).json()
    path = f"{ROOM}/passages/{key_of(view, WEEKLY)}"
    assert (await client.put(path, json={"state": "accepted"})).json()["counts"]["taken"] == 1
    assert (await client.post(f"{ROOM}/undo")).json()["counts"]["taken"] == 0
    assert (await client.post(f"{ROOM}/accept-all")).json()["counts"]["open"] == 0
    assert (await client.put(f"{ROOM}/paper", json={"paper": "letter"})).json()["paper"] == "letter"
    record = (await client.get(f"{ROOM}/export/json")).json()
    assert record["work"][0]["highlights"][0] == "Prepare weekly sales reports in Excel for 14 store managers"
    assert record["x-own"] == ASHA["x-own"]


async def test_own_words_that_the_resume_does_not_bear_out_are_refused_in_words(client):
    view = (await client.post(ROOM)).json()
    path = f"{ROOM}/passages/{key_of(view, WEEKLY)}"
    refused = await client.put(path, json={"state": "edited", "text": "Prepared reports at Google"})
    assert refused.status_code == 422 and refused.json()["key"] == "resume_builder.not_in_resume"
    assert "google" in refused.json()["title"].lower()
    assert (await client.put(path, json={"state": "edited", "text": "Ran 900 reports"})).status_code == 422
    taken = await client.put(path, json={"state": "edited", "text": "Ran 900 reports", "numbers_are_true": True})
    assert taken.status_code == 200
    assert (await client.put(path, json={"state": "hacked"})).status_code == 422
    assert (await client.put(path, json={"state": "open", "extra": 1})).status_code == 422
    assert (await client.put(f"{ROOM}/passages/none", json={"state": "open"})).status_code == 404


@pytest.mark.parametrize("form", ["pdf", "docx", "md", "txt", "json"])
async def test_files_come_as_attachments_with_safe_names(client, form):
    answer = await client.get(f"{ROOM}/export/{form}?paper=letter", headers=as_("hindi"))
    head = answer.headers
    assert answer.status_code == 200 and answer.content
    assert head["content-disposition"].startswith("attachment;") and head["content-disposition"].isascii()
    assert "%E0%A4%B5" in head["content-disposition"] and head["x-content-type-options"] == "nosniff"
    assert head["cache-control"] == "private, no-store" and "sandbox" in head["content-security-policy"]
    if form == "json":
        assert json.loads(answer.content)["basics"]["name"] == VIKRAM["basics"]["name"]


async def test_odd_formats_and_papers_are_refused(client):
    assert (await client.get(f"{ROOM}/export/exe")).status_code == 422
    assert (await client.get(f"{ROOM}/export/pdf?paper=a3")).status_code == 422


async def test_strangers_and_people_without_a_resume(client):
    view = (await client.post(ROOM)).json()
    key = key_of(view, WEEKLY)
    for method, path in (("GET", ROOM), ("POST", ROOM), ("POST", f"{ROOM}/undo"), ("POST", f"{ROOM}/stop"), ("GET", f"{ROOM}/export/txt"),
                         ("PUT", f"{ROOM}/passages/{key}"), ("POST", f"{ROOM}/skills/sql/learn")):  # fmt: skip
        body = {"state": "accepted"} if method == "PUT" else None
        stranger = await client.request(method, path, json=body, headers=as_("stranger"))
        assert stranger.status_code in (404, 409), path
        assert (await client.request(method, path, json=body, headers={"cookie": ""})).status_code == 401
    assert (await client.get(ROOM)).json()["counts"]["taken"] == 0


async def test_what_is_not_missing_cannot_be_learnt_here(client):
    await client.post(ROOM)
    assert (await client.post(f"{ROOM}/skills/sql/learn")).status_code == 404


async def test_a_model_at_work_is_followed_stopped_and_estimated(database, monkeypatch, with_model):
    person, model = with_model

    async def find(token: str) -> Person | None:
        return person

    monkeypatch.setattr(identity, "_resolver", find)
    transport = httpx.ASGITransport(build_rest_api([router]))
    async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=as_("owner")) as client:
        with inline_jobs() as inline:
            found = (await client.get(f"{ROOM}/estimate")).json()
            assert (found["questions"], found["left"], found["is_enough"]) == (3, 30, True)
            started = await client.post(ROOM)
            assert started.status_code == 202
            assert started.json()["run"] == {"number": 1, "state": "running", "done": 0, "parts": 3, "percent": 0}
            again = await client.post(ROOM)
            assert again.status_code == 202 and again.json()["run"]["number"] == 1
            assert (await client.get(ROOM)).json()["run"]["state"] == "running"
            assert (await client.post(f"{ROOM}/stop")).json()["run"]["state"] == "stopped"
            model.let()
            assert (await client.post(ROOM)).status_code == 202
            await inline.settle()
            view = (await client.get(ROOM)).json()
    assert (view["run"]["number"], view["run"]["state"], view["run"]["percent"]) == (2, "done", 100)
    assert view["made"] == {"engine": "openai", "model": "gpt-6-luna", "why": ""} and view["source"] == "openai"


async def test_without_a_model_there_is_no_run_to_stop_and_nothing_to_pay(client):
    assert (await client.get(f"{ROOM}/estimate")).json() is None
    assert (await client.post(f"{ROOM}/stop")).status_code == 404
    assert (await client.post(ROOM)).json()["made"]["why"] == "no_provider"
    assert (await client.post(f"{ROOM}/stop")).json()["run"]["state"] == "done"
