"""The upload and download routes over HTTP: strangers, limits, names, headers."""

import httpx
import pytest

from careercoach.core import identity
from careercoach.core.front import Front
from careercoach.core.rest import build_rest_api
from careercoach.core.texts import LANGUAGES, catalogue
from careercoach.features.resumes import flows
from careercoach.features.resumes.api import router
from careercoach.settings import settings
from tests.features.resumes.conftest import read_resume, stored


@pytest.fixture
async def client(people, tmp_path, monkeypatch):
    async def who(token):
        return people.get(token)

    async def read(_name, _data):
        return read_resume()

    monkeypatch.setattr(identity, "_resolver", who)
    monkeypatch.setattr(flows, "read_file", read)
    app = Front(
        build_rest_api([router]), origins=["http://test"], build=tmp_path, upload_max_bytes=settings.upload_max_bytes
    )
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


def _as(name, **more):
    return {"cookie": f"{identity.cookie_name()}={name}", "origin": "http://test", **more}


async def _upload(client, name="asha", *, file_name="cv.pdf", data=b"%PDF-1.7 x"):
    return await client.post("/api/resumes", headers=_as(name), files={"file": (file_name, data)})


async def test_a_stranger_is_refused_everywhere(client):
    resume_id = (await _upload(client)).json()["id"]
    for method, path in (("GET", ""), ("POST", ""), ("GET", f"/{resume_id}/file"), ("DELETE", f"/{resume_id}")):
        answer = await client.request(method, f"/api/resumes{path}", headers={"origin": "http://test"})
        assert answer.status_code == 401, (method, path)


async def test_somebody_elses_file_is_like_none(client):
    resume_id = (await _upload(client)).json()["id"]
    unknown = "0" * 8 + "-0000-4000-8000-" + "0" * 12
    for one in (resume_id, unknown, "1", "../../app.db"):
        answer = await client.get(f"/api/resumes/{one}/file", headers=_as("otto"))
        assert answer.status_code == 404
    assert (await client.delete(f"/api/resumes/{resume_id}", headers=_as("otto"))).status_code == 404
    assert (await client.get("/api/resumes", headers=_as("otto"))).json() == []


async def test_what_was_read_comes_with_its_places_and_only_to_its_owner(client):
    resume_id = (await _upload(client)).json()["id"]
    reading = (await client.get(f"/api/resumes/{resume_id}/reading", headers=_as("asha"))).json()
    resume = reading["resume"]
    assert resume["basics"]["name"] and "x-skills" in resume
    assert reading["fields"] or not read_resume().sources
    for one in reading["fields"]:
        assert 0 <= one["confidence"] <= 1 and 0 <= one["start"] <= one["end"] <= len(reading["text"])
    assert (await client.get(f"/api/resumes/{resume_id}/reading", headers=_as("otto"))).status_code == 404


async def test_the_file_comes_as_a_download_only_for_its_owner(client):
    name = 'Asha "CV"; \u0930\u093e\u0935.pdf'
    resume_id = (await _upload(client, file_name=name, data=b"%PDF-1.7 mine")).json()["id"]
    answer = await client.get(f"/api/resumes/{resume_id}/file", headers=_as("asha"))
    assert answer.content == b"%PDF-1.7 mine" and answer.headers["content-type"] == "application/pdf"
    disposition = answer.headers["content-disposition"]
    assert disposition.startswith("attachment; ") and "filename*=UTF-8''" in disposition
    assert disposition.count('"') == 2 and disposition.isascii() and "\n" not in disposition
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    assert (await client.get(f"/api/resumes/{resume_id}/file", headers=_as("ada"))).status_code == 200


async def test_another_site_cannot_upload(client, storage):
    answer = await client.post(
        "/api/resumes", headers=_as("asha", origin="https://evil.example"), files={"file": ("cv.pdf", b"x")}
    )
    assert answer.status_code == 403 and stored(storage) == []


async def test_too_large_is_said_in_words_and_nothing_stays(client, storage, monkeypatch):
    monkeypatch.setattr(settings, "upload_max_bytes", 2000)
    answer = await _upload(client, data=b"a" * 2001)
    assert answer.status_code == 413 and answer.json()["key"] == "resumes.unreadable_too_large"
    assert "10 MB" in answer.json()["title"] and stored(storage) == []


@pytest.mark.parametrize("files", [{}, {"other": ("cv.pdf", b"x")}, {"file": (None, "just text")}])
async def test_without_a_file_it_says_so(client, files):
    answer = await client.post("/api/resumes", headers=_as("asha"), files=files or None)
    assert answer.status_code == 422 and answer.json()["key"] in ("resumes.file_needed", "core.invalid_input")


async def test_two_files_at_once_are_refused(client, storage):
    two = [("file", ("a.pdf", b"x")), ("file", ("b.pdf", b"y"))]
    answer = await client.post("/api/resumes", headers=_as("asha"), files=two)
    assert answer.status_code in (400, 422) and stored(storage) == []


async def test_so_many_uploads_an_hour(client, monkeypatch):
    monkeypatch.setattr(settings, "uploads_per_hour", 2)
    assert [(await _upload(client)).status_code for _ in range(3)] == [201, 201, 429]
    assert int((await _upload(client)).headers["retry-after"]) > 0
    assert (await _upload(client, "otto")).status_code == 201


async def test_fields_that_are_not_the_clients_are_ignored(client):
    answer = await client.post(
        "/api/resumes", headers=_as("asha"), files={"file": ("cv.pdf", b"x")}, data={"user_id": "otto"}
    )
    assert answer.status_code == 201 and "user_id" not in answer.json()
    assert len((await client.get("/api/resumes", headers=_as("asha"))).json()) == 1


async def test_removed_is_gone_at_once(client):
    resume_id = (await _upload(client)).json()["id"]
    assert (await client.delete(f"/api/resumes/{resume_id}", headers=_as("asha"))).status_code == 204
    assert (await client.get(f"/api/resumes/{resume_id}/file", headers=_as("asha"))).status_code == 404


def test_every_reason_has_its_own_sentence_with_something_to_do():
    reasons = ("encrypted", "empty", "scanned", "damaged", "wrong_type", "too_large", "no_text", "too_hard")
    for language in LANGUAGES:
        sentences = [catalogue()[f"resumes.unreadable_{reason}"][language] for reason in reasons]
        assert len(set(sentences)) == len(reasons) and all(len(words) > 40 for words in sentences)
