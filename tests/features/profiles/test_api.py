"""The profile over HTTP: files in and out, each checked, each its owner's alone."""

import io
import json
import stat

import httpx
import pytest
from PIL import Image

from careercoach.core import db, identity
from careercoach.core.rest import build_rest_api
from careercoach.features.accounts import service as accounts
from careercoach.features.profiles import flows, service
from careercoach.features.profiles.api import router
from careercoach.ports import files as files_door
from careercoach.ports.files.disk import DiskFiles
from careercoach.settings import settings
from tests import factories
from tests.features.profiles.rules.test_linkedin import archive
from tests.features.profiles.test_record import PERSON

ROOM = "/api/v1/profile"


@pytest.fixture
async def call(database, tmp_path, monkeypatch):
    """`await call("asha", "GET", "/avatar")` as one of two people."""
    monkeypatch.setattr(files_door, "_files", DiskFiles(tmp_path / "files"))
    tokens: dict[str, str] = {}
    async with db.transaction() as session:
        for name in ("asha", "otto"):
            person = await factories.add_person(session, email=f"{name}@example.org", name=name)
            tokens[name] = await accounts.start_session(session, user_id=person.id, browser="Chrome")
            if name == "asha":
                await service.save_person(session, user_id=person.id, person=PERSON)

    async def find(token):
        async with db.reading() as session:
            return await accounts.find_person(session, token=token)

    monkeypatch.setattr(identity, "_resolve", find, raising=False)
    identity.resolve_with(find)
    api = build_rest_api([router])
    transport = httpx.ASGITransport(app=api)

    async def ask(who, method, path="", **sent):
        headers = {"Cookie": f"{identity.cookie_name()}={tokens[who]}"} if who else {}
        async with httpx.AsyncClient(transport=transport, base_url="http://test", headers=headers) as client:
            return await client.request(method, ROOM + path, **sent)

    yield ask
    await flows.painters.close()


def picture(kind="PNG", size=(900, 600), **saved) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", size, "teal").save(out, kind, **saved)
    return out.getvalue()


def _file(data, name="x"):
    return {"files": {"file": (name, data)}}


async def test_a_record_goes_out_and_comes_back_the_same(call):
    out = await call("asha", "GET", "/json-resume")
    assert out.json() == PERSON and out.headers["content-disposition"] == 'attachment; filename="resume.json"'
    assert out.headers["cache-control"] == "private, no-store"
    given = await call("otto", "POST", "/json-resume", **_file(out.content, "asha.json"))
    assert given.status_code == 201 and given.json()["file_name"] == "asha.json"
    assert (await call("otto", "GET")).json()["person"] == {}, "nothing counts yet"
    taken = await call("otto", "PUT", "/import", json={"apply": True, "version": given.json()["version"]})
    assert taken.status_code == 200 and taken.json()["person"] == PERSON
    assert (await call("otto", "GET", "/import")).status_code == 404


async def test_an_import_is_chosen_from_and_guarded(call):
    mine = {"basics": {"name": "A. Rao", "phone": "1"}, "x-own": [1]}
    view = (await call("asha", "POST", "/json-resume", **_file(json.dumps(mine).encode()))).json()
    assert {one["id"] for one in view["differences"]} == {"basics:name", "basics:phone", "other:x-own"}
    chosen = await call("asha", "PUT", "/import", json={"choices": {"other:x-own": "kept"}})
    assert [one["take"] for one in chosen.json()["differences"]] == ["kept", "found", "kept"]
    for wrong, status in (({"choices": {"nowhere": "kept"}}, 404), ({"choices": {"basics:name": "both"}}, 422),
                          ({"apply": True, "version": 99}, 409), ({"take": []}, 422)):  # fmt: skip
        assert (await call("asha", "PUT", "/import", json=wrong)).status_code == status
    assert (await call("asha", "GET")).json()["person"] == PERSON
    assert (await call("asha", "DELETE", "/import")).status_code == 204


async def test_linkedin_and_files_that_are_none(call):
    view = await call("asha", "POST", "/linkedin", **_file(archive(), "Basic_LinkedInDataExport.zip"))
    assert view.status_code == 201 and view.json()["source"] == "linkedin"
    for path, data, key in (
        ("/linkedin", b"PK none", "not_zip"), ("/json-resume", b"{", "not_json"), ("/json-resume", b"[]", "not_object"),
        ("/json-resume", b" " * 600_000, "too_large"),
    ):  # fmt: skip
        refused = await call("asha", "POST", path, **_file(data))
        assert refused.json()["key"] == f"profiles.import.{key}" and 400 <= refused.status_code < 500
    assert (await call("asha", "POST", "/linkedin", json={})).json()["key"] == "profiles.import.file_needed"
    assert (await call("asha", "GET", "/import")).json()["source"] == "linkedin", "the good one still waits"


async def test_a_record_that_is_none_is_refused(call):
    for person in ({"work": "x"}, {"basics": {"name": "\x00"}}, {"skills": [{"keywords": [{}]}]}):
        answer = await call("asha", "PUT", json={"person": person})
        assert answer.status_code == 422, person
    assert (await call("asha", "GET")).json()["person"] == PERSON


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP"])
async def test_a_picture_is_drawn_anew_small_and_private(call, tmp_path, kind):
    exif = Image.Exif()
    exif[0x010E] = "secret place 18.52 N"
    sent = picture(kind, exif=exif.tobytes())
    assert (await call("asha", "POST", "/avatar", **_file(sent))).status_code == 201
    shown = await call("asha", "GET", "/avatar")
    assert shown.headers["content-type"] == "image/webp" and "sandbox" in shown.headers["content-security-policy"]
    with Image.open(io.BytesIO(shown.content)) as drawn:
        assert (drawn.size, drawn.format) == ((320, 320), "WEBP") and not drawn.getexif()
    assert b"secret" not in shown.content
    (kept,) = [path for path in (tmp_path / "files").rglob("*") if path.is_file()]
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert (await call("otto", "GET", "/avatar")).status_code == 404
    assert (await call("otto", "DELETE", "/avatar")).status_code == 204
    assert (await call("asha", "GET")).json()["has_avatar"]
    assert (await call("asha", "DELETE", "/avatar")).status_code == 204
    assert not kept.exists() and (await call("asha", "GET", "/avatar")).status_code == 404


async def test_a_storage_that_dies_before_the_old_picture_is_deleted_undoes_nothing(call, monkeypatch):
    async def dead(key):
        raise files_door.FilesUnavailableError("unreachable")

    await call("asha", "POST", "/avatar", **_file(picture()))
    monkeypatch.setattr(files_door.files(), "delete", dead)
    assert (await call("asha", "POST", "/avatar", **_file(picture()))).status_code == 201
    assert (await call("asha", "GET", "/avatar")).status_code == 200
    assert (await call("asha", "DELETE", "/avatar")).status_code == 204
    assert not (await call("asha", "GET")).json()["has_avatar"]


@pytest.mark.slow
async def test_a_new_picture_replaces_the_old_one_and_a_bad_one_nothing(call, tmp_path):
    await call("asha", "POST", "/avatar", **_file(picture()))
    first = (await call("asha", "GET", "/avatar")).content
    svg = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    bomb = picture(size=(9_000, 9_000))
    for data, key in (
        (svg, "wrong_type"), (b"GIF89a" + b"\0" * 100, "wrong_type"), (b"", "wrong_type"),
        (picture()[:300], "unreadable"), (b"\xff\xd8\xff<script>", "unreadable"), (bomb, "too_many_pixels"),
        (b"\x89PNG\r\n\x1a\n" + b"\0" * (5 * 1024 * 1024), "too_large"),
    ):  # fmt: skip
        refused = await call("asha", "POST", "/avatar", **_file(data, "me.png"))
        assert refused.json()["key"] == f"profiles.avatar.{key}", key
    assert (await call("asha", "GET", "/avatar")).content == first
    await call("asha", "POST", "/avatar", **_file(picture("JPEG")))
    assert len([path for path in (tmp_path / "files").rglob("*") if path.is_file()]) == 1


async def test_uploads_of_an_hour_are_counted(call, monkeypatch):
    monkeypatch.setattr(settings, "uploads_per_hour", 2)
    answers = [(await call("asha", "POST", "/json-resume", **_file(b"[]"))).status_code for _ in range(3)]
    assert answers == [422, 422, 429]


@pytest.mark.parametrize(
    ("method", "path"),
    [("GET", ""), ("PUT", ""), ("GET", "/json-resume"), ("POST", "/json-resume"), ("POST", "/linkedin"),
     ("GET", "/import"), ("PUT", "/import"), ("DELETE", "/import"), ("GET", "/avatar"), ("POST", "/avatar"),
     ("DELETE", "/avatar")],
)  # fmt: skip
async def test_nobody_gets_in_without_a_session(call, method, path):
    assert (await call("", method, path)).status_code == 401


async def test_every_avatar_is_known_to_the_sweep(call):
    await call("asha", "POST", "/avatar", **_file(picture()))
    async with db.reading() as session:
        (key,) = await service.list_file_keys(session)
    assert key.startswith("avatars/")
