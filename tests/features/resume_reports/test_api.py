"""Report and suggestions over HTTP: for their owner, in their language."""

import httpx
import pytest

from careercoach.core import identity
from careercoach.core.rest import build_rest_api
from careercoach.features.resume_reports.api import router
from tests.features.resume_reports.conftest import add_resume


@pytest.fixture
async def client(people, monkeypatch):
    async def who(token):
        return people.get(token)

    monkeypatch.setattr(identity, "_resolver", who)
    transport = httpx.ASGITransport(build_rest_api([router]))
    async with httpx.AsyncClient(transport=transport, base_url="http://test/api/v1/resumes") as client:
        yield client


def as_(name):
    return {"cookie": f"{identity.cookie_name()}={name}", "origin": "http://test"}


async def test_strangers_are_refused(client, people):
    resume = await add_resume(people["asha"])
    suggestion = (await client.get(f"/{resume.id}/suggestions", headers=as_("asha"))).json()[0]["id"]
    doors = [
        ("GET", "report", None),
        ("GET", "suggestions", None),
        ("PUT", f"suggestions/{suggestion}", {"mark": "fixed"}),
    ]
    for method, path, body in doors:
        for headers, status in (({"origin": "http://test"}, 401), (as_("otto"), 404)):
            answer = await client.request(method, f"/{resume.id}/{path}", headers=headers, json=body)
            assert answer.status_code == status, (method, path)
    assert (await client.get("/x/report", headers=as_("asha"))).status_code == 404


async def test_report_suggestions_and_marks(client, people):
    resume = await add_resume(people["asha"])
    report = (await client.get(f"/{resume.id}/report", headers=as_("asha"))).json()
    assert 0 < report["score"] <= 100 and len(report["parts"]) == 10
    listed = (await client.get(f"/{resume.id}/suggestions", headers=as_("asha"))).json()
    assert [one["id"] for one in listed] == [one["id"] for one in report["suggestions"]]
    assert all(one["title"] and one["why"] and one["how"] and "{" not in one["title"] for one in listed)
    place = f"/{resume.id}/suggestions/{listed[0]['id']}"
    for value, state in (("dismissed", "dismissed"), ("fixed", "fixed"), (None, "open")):
        answer = (await client.put(place, headers=as_("asha"), json={"mark": value})).json()
        assert answer[0]["state"] == state
    for body in ({"mark": "gone"}, {}, {"mark": "fixed", "user_id": "x"}):
        assert (await client.put(place, headers=as_("asha"), json=body)).status_code == 422
    missing = await client.put(f"/{resume.id}/suggestions/none", headers=as_("asha"), json={"mark": "fixed"})
    assert missing.status_code == 404
