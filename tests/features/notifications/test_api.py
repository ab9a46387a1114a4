"""One click without a cookie, own files only, .eml for admins only."""

from email import policy
from email.parser import BytesParser
from urllib.parse import urlsplit
from uuid import uuid4

import httpx
import pytest

from careercoach.core import db, identity
from careercoach.core.front import Front
from careercoach.core.rest import build_rest_api
from careercoach.features.notifications import service
from careercoach.features.notifications.api import router
from careercoach.features.profiles import service as profiles
from tests import factories


@pytest.fixture
async def people(database):
    async with db.transaction() as session:
        return {
            "asha": await factories.add_person(session),
            "otto": await factories.add_person(session, email="otto@example.org", name="Otto"),
            "admin": await factories.add_person(session, email="admin@example.org", name="Ada", is_admin=True),
        }


@pytest.fixture
async def client(people, tmp_path, monkeypatch):
    async def who(token):
        return people.get(token)

    monkeypatch.setattr(identity, "_resolver", who)
    app = Front(build_rest_api([router]), origins=["http://test"], build=tmp_path)
    async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
        yield client


def as_person(name):
    return {"cookie": f"{identity.cookie_name()}={name}"}


async def _mail(person, **changes):
    wish = {
        "user_id": person.id, "to": "asha@example.org", "kind": "daily", "key": f"daily/{uuid4()}",
        "subject": "Día 12", "text": "hola", "html": "<p>hola</p><script>alert(1)</script>",
    }  # fmt: skip
    async with db.transaction() as session:
        return await service.queue_mail(session, **(wish | changes))


async def _is_on(person):
    async with db.reading() as session:
        return (await profiles.get_profile(session, user_id=person.id)).mail_on


def _one_click(person):
    parts = urlsplit(service.list_headers(person.id)["List-Unsubscribe"].strip("<>"))
    return f"{parts.path}?{parts.query}"


async def test_one_click_as_a_mail_program_does_it(client, people):
    """RFC 8058: a form with one field, no cookie, no redirect; again and again."""
    for _ in range(2):
        answer = await client.post(_one_click(people["asha"]), data={"List-Unsubscribe": "One-Click"})
        assert (answer.status_code, answer.content) == (200, b"")
        assert "set-cookie" not in answer.headers
        assert not await _is_on(people["asha"]) and await _is_on(people["otto"])


async def test_looking_at_the_link_changes_nothing(client, people):
    for method in ("GET", "HEAD"):
        answer = await client.request(method, _one_click(people["asha"]))
        assert answer.status_code in (303, 405)
    answer = await client.get(_one_click(people["asha"]))
    assert answer.headers["location"].startswith("/unsubscribe?u=")
    assert await _is_on(people["asha"])


async def test_a_changed_link_is_refused(client, people):
    asha, otto = _one_click(people["asha"]), people["otto"].id.hex
    for url in (
        asha[:-1],
        asha.replace(people["asha"].id.hex, otto),
        "/api/unsubscribe?u=&s=",
        "/api/unsubscribe?u=%FF&s=%FF",
    ):
        assert (await client.post(url)).status_code == 403
    assert (await client.post("/api/unsubscribe")).status_code == 422
    assert await _is_on(people["asha"]) and await _is_on(people["otto"])


async def test_own_attachments_only(client, people):
    file = await service.keep_attachment(file_name='plan "ñ"\u202e.pdf', content_type="application/pdf", data=b"%PDF")
    mail = await _mail(people["asha"], attachments=[file])
    url = f"/api/notifications/{mail.id}/attachments/0"
    answer = await client.get(url, headers=as_person("asha"))
    assert answer.content == b"%PDF" and answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"].startswith('attachment; filename="plan ____.pdf"; filename*=UTF-8')
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.headers["content-security-policy"].startswith("sandbox")
    for headers, status in ((as_person("otto"), 404), (as_person("admin"), 404), ({}, 401)):
        assert (await client.get(url, headers=headers)).status_code == status
    for bad in (
        f"{url[:-1]}1",
        f"{url[:-1]}-1",
        url.replace(str(mail.id), str(uuid4())),
        url.replace(str(mail.id), "x"),
    ):
        assert (await client.get(bad, headers=as_person("asha"))).status_code == 404


async def test_eml_for_admins_only(client, people):
    mail = await _mail(people["asha"])
    url = f"/api/admin/outbox/{mail.id}.eml"
    answer = await client.get(url, headers=as_person("admin"))
    assert answer.headers["content-type"] == "message/rfc822"
    assert answer.headers["content-disposition"].startswith("attachment;")
    found = BytesParser(policy=policy.default).parsebytes(answer.content)
    assert found["Subject"] == "Día 12" and found["To"] == "asha@example.org"
    for headers, status in ((as_person("asha"), 404), ({}, 401)):
        assert (await client.get(url, headers=headers)).status_code == status
    assert (await client.get(f"/api/admin/outbox/{uuid4()}.eml", headers=as_person("admin"))).status_code == 404


async def test_a_file_in_a_bucket_is_handed_out_by_a_link_to_its_owner_only(client, people, monkeypatch, tmp_path):
    from careercoach.ports import files as door
    from careercoach.ports.files.disk import DiskFiles

    asked = []

    class Linking(DiskFiles):
        async def link(self, key, *, file_name, content_type):
            asked.append((key, file_name, content_type))
            return "https://bucket.example/signed?X-Amz-Signature=1"

    monkeypatch.setattr(door, "_files", Linking(tmp_path / "files"))
    file = await service.keep_attachment(file_name="día.pdf", content_type="application/pdf", data=b"%PDF")
    mail = await _mail(people["asha"], attachments=[file])
    path = f"/api/notifications/{mail.id}/attachments/0"
    assert (await client.get(path, headers=as_person("otto"))).status_code == 404 and asked == []
    answer = await client.get(path, headers=as_person("asha"))
    assert (answer.status_code, answer.headers["location"]) == (303, "https://bucket.example/signed?X-Amz-Signature=1")
    assert answer.headers["cache-control"] == "private, no-store"
    assert asked == [(file.file_key, "día.pdf", "application/pdf")]
