"""Where things are kept: files out of reach of any address, states in memory only, secrets nowhere in clear."""

import sqlite3
import stat
from pathlib import Path

import httpx
import pytest
import reflex as rx
from reflex.state import BaseState

from careercoach.settings import PROJECT
from tests.factories import PASSWORD
from tests.socket_client import Tab
from tests.sweep.test_strangers import call_all, handlers

WORDS = "Zebrafinch Observatory"
RESUME = f"Otto Fremd\notto@example.org\n\nWork\nKeeper, {WORDS}, 2020 - 2022\n\nSkills: SQL, Excel\n".encode()


@pytest.fixture
def uploaded(scene) -> dict[str, str]:
    headers = {"Cookie": scene.cookie("stranger"), "Origin": scene.server.url}
    files = {"file": ("zebrafinch.txt", RESUME)}
    answer = httpx.post(f"{scene.server.url}/api/resumes", headers=headers, files=files, timeout=60)
    assert answer.status_code == 201
    found = answer.json()
    with sqlite3.connect(scene.server.data_dir / "app.db", timeout=10) as connection:
        ((key,),) = connection.execute("select file_key from resumes where id = ?", (found["id"].replace("-", ""),))
    connection.close()
    return {"id": found["id"], "key": key, "name": "zebrafinch.txt"}


def test_no_address_leads_to_an_uploaded_file(scene, uploaded):
    key, name, folder = uploaded["key"], uploaded["name"], scene.server.data_dir
    places = [
        "_upload",
        "uploaded_files",
        "files",
        "var/files",
        "assets",
        "static",
        "api",
        "api/files",
        "api/resumes",
        "",
    ]
    paths = [f"/{place}/{end}" for place in places for end in (name, key, key.rsplit("/", 1)[-1])]
    climbs = ["/..", "/%2e%2e", "/..%2f..", "/_upload/..", "/assets/../..", "//", "/%5c..", "/....//"]
    paths += [f"{climb}{folder}/{end}" for climb in climbs for end in ("app.db", "secret", f"files/{key}")]
    paths += [
        "/_upload",
        "/_upload/",
        "/_UPLOAD/x",
        "//_upload/x",
        "/%5fupload/x",
        "/_upload%2fx",
        "/_all_routes",
        "/app.db",
    ]
    with httpx.Client(base_url=scene.server.url) as client:
        for path in paths:
            answer = client.get(path)
            assert answer.status_code in (401, 403, 404, 405, 307), f"{path}: {answer.status_code}"
            assert WORDS not in answer.text and "SQLite format" not in answer.text, path


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_the_frameworks_own_upload_is_closed(scene, method):
    headers = {"Cookie": scene.cookie("owner"), "Origin": scene.server.url, "Reflex-Event-Handler": handlers()[0]}
    files = {"files": ("x.txt", b"x" * 100)} if method == "POST" else None
    for path in ("/_upload", "/_upload/", "/_upload/x"):
        assert httpx.request(method, scene.server.url + path, headers=headers, files=files).status_code == 404


def test_files_are_private_and_named_by_chance(scene, uploaded):
    found = [path for path in (scene.server.data_dir / "files").rglob("*") if path.is_file()]
    assert found and not any("zebrafinch" in str(path).lower() for path in found)
    for path in found:
        assert stat.S_IMODE(path.stat().st_mode) == 0o600 and stat.S_IMODE(path.parent.stat().st_mode) & 0o077 == 0


async def test_states_stay_in_memory_and_no_file_holds_a_key_to_an_account(scene, uploaded):
    states = PROJECT / ".states"
    before = set(states.rglob("*")) if states.exists() else set()
    for who in ("stranger", "owner"):
        async with Tab(scene.server.url, cookie=scene.cookie(who)) as tab:
            await call_all(
                tab, [name for name in handlers() if name.rsplit(".", 1)[-1].startswith("load")], [uploaded["id"]]
            )
    assert (set(states.rglob("*")) if states.exists() else set()) == before
    secrets = [PASSWORD, scene.people.owner, scene.people.stranger, scene.people.admin]
    for path in scene.server.data_dir.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            assert not any(secret.encode() in content for secret in secrets), path
            may_hold_words = path.name.startswith("app.db") or "files" in path.parts
            assert may_hold_words or WORDS.encode() not in content, path
    assert not any(path.suffix in (".pkl", ".pickle") for path in scene.server.data_dir.rglob("*"))


KNOWN = {"AccountState.token", "AccountState.setup", "PlanState.moved_token"}
"""What the links in mails carry, held as long as the page with its form is open; and the name of a shift of tasks."""


def test_no_state_has_a_place_for_secrets():
    def all_states(state: type[BaseState]) -> list[type[BaseState]]:
        return [state, *(inner for child in state.get_substates() for inner in all_states(child))]

    ours = [state for state in all_states(rx.State) if state.__module__.startswith("careercoach")]
    assert len(ours) > 10
    words = ("password", "secret", "token", "setup", "cookie", "api_key", "hash")
    for state in ours:
        for name in {*state.__fields__, *vars(state).get("__annotations__", {})}:
            place = f"{state.__name__}.{name}"
            assert place in KNOWN or not any(word in name for word in words), place


def test_a_first_start_makes_a_folder_for_its_owner_only(tmp_path: Path, monkeypatch):
    from careercoach.migrations import migrate
    from careercoach.settings import _kept_secret, settings

    monkeypatch.setattr(settings, "data_dir", tmp_path / "new")
    migrate()
    _kept_secret(settings.data_dir / "secret")
    assert stat.S_IMODE(settings.data_dir.stat().st_mode) == 0o700
    assert stat.S_IMODE((settings.data_dir / "secret").stat().st_mode) == 0o600
