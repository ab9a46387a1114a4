"""Nothing secret or personal reaches the log, whatever goes wrong; and what goes wrong can be found there by its number."""

import json
import re
import shutil
import sqlite3
from collections.abc import Iterator

import httpx
import pytest

from careercoach.core.identity import cookie_name
from tests.live import LiveServer
from tests.socket_client import Tab
from tests.sweep.test_strangers import handlers

CANARY = "zxcanaryqv"
CANARIES = {
    "cookie": f"{CANARY}1cookie", "token": f"{CANARY}2token", "password": f"{CANARY}3pass word", "key": f"{CANARY}4key",
    "mail": f"{CANARY}5@example.org", "text": f"{CANARY}6 worked at a bank", "frame": f"{CANARY}7frame",
}  # fmt: skip
HEADERS = {
    "Cookie": f"{cookie_name()}={CANARIES['cookie']}; other={CANARIES['cookie']}",
    "Authorization": f"Bearer {CANARIES['token']}",
    "X-Api-Key": CANARIES["key"],
}
SECRETS = {
    "password": CANARIES["password"], "token": CANARIES["token"], "email": CANARIES["mail"], "text": CANARIES["text"],
    "api_key": CANARIES["key"],
}  # fmt: skip


@pytest.fixture
def broken(scene, tmp_path) -> Iterator[LiveServer]:
    """A copy of the house whose database loses tables while it runs."""
    with sqlite3.connect(scene.server.data_dir / "app.db", timeout=10) as connection:
        connection.execute(f"vacuum into '{tmp_path / 'app.db'}'")
    connection.close()
    if (scene.server.data_dir / "files").exists():
        shutil.copytree(scene.server.data_dir / "files", tmp_path / "files")
    server = LiveServer(tmp_path, settings={"CAREERCOACH_RUN_JOBS": "false"}).start()
    yield server
    server.stop()


def lose(server: LiveServer, table: str) -> None:
    with sqlite3.connect(server.data_dir / "app.db", timeout=10) as connection:
        connection.execute(f"alter table {table} rename to lost_{table}")
    connection.close()


def tables_with(server: LiveServer, column: str) -> list[str]:
    with sqlite3.connect(server.data_dir / "app.db", timeout=10) as connection:
        tables = [name for (name,) in connection.execute("select name from sqlite_master where type='table'")]
        found = [t for t in tables if column in [row[1] for row in connection.execute(f"pragma table_info({t})")]]
    connection.close()
    return found


async def shout(server: LiveServer) -> None:
    """Canaries in every place a client can write to."""
    async with httpx.AsyncClient(base_url=server.url, headers={**HEADERS, "Origin": server.url}) as client:
        for path in (
            "/api/auth/login",
            "/api/auth/signup",
            "/api/auth/forgot",
            f"/api/auth/reset?token={CANARIES['token']}",
        ):
            await client.post(path, data=SECRETS)
            await client.post(path, json=SECRETS)
            await client.post(
                path,
                content=b"--x\r\n\xff" + CANARIES["text"].encode(),
                headers={"Content-Type": "multipart/form-data; boundary=x"},
            )
        await client.put("/api/v1/profile", json={"person": SECRETS, "bad": CANARIES["text"]})
        await client.get("/api/resumes/x/file", params=SECRETS)
        await client.get(f"/_upload/x?token={CANARIES['token']}")
    async with Tab(server.url, cookie=HEADERS["Cookie"]) as tab:
        for name in ("state.nothing.of_this_name", "login_state.log_in", "", "x" * 3000, "state.set_password"):
            await tab.send(name, SECRETS)
        for name in handlers():
            await tab.send(name, SECRETS)
        await tab.settle()
    for frame in (f'42/_event,["event","{CANARIES["frame"]}"]', f'42/_event,["{CANARIES["frame"]}",1]', f"4{CANARIES['frame']}",
                  f'42/_event,["event",{{"name":["{CANARIES["frame"]}"],"token":"{CANARIES["token"]}"}}]',
                  f'42/_event,["event",["{CANARIES["frame"]}"]]', f'42/_event,["event",{json.dumps(SECRETS)}]'):  # fmt: skip
        async with Tab(server.url, cookie=HEADERS["Cookie"]) as tab:
            await tab._socket.send(frame)
            await tab.settle()


async def fail(server: LiveServer, owner: str) -> list[str]:
    """Let what the owner writes meet a database that lost its tables; the numbers that were shown."""
    cookie = f"{cookie_name()}={owner}"
    shown: list[str] = []
    async with httpx.AsyncClient(base_url=server.url, headers={"Cookie": cookie, "Origin": server.url}) as client:
        interview = next(one for one in (await client.get("/api/v1/interviews")).json() if one["state"] == "running")
        for table in tables_with(server, "text"):
            lose(server, table)
        answer = await client.put(
            f"/api/v1/interviews/{interview['id']}/answers/1", json={"text": CANARIES["text"], "version": 0}
        )
        assert answer.status_code == 500 and CANARY not in answer.text and "sqlite" not in answer.text.lower()
        shown += re.findall(r"\b[0-9a-f]{8}\b", answer.json()["title"])
        lose(server, "profiles")
        answer = await client.put("/api/v1/profile", json={"person": {"basics": {"summary": CANARIES["text"]}}})
        assert answer.status_code == 500
        shown += re.findall(r"\b[0-9a-f]{8}\b", answer.json()["title"])
    async with Tab(server.url, cookie=cookie) as tab:
        name = next(name for name in handlers() if name.endswith("goal_state.load") or name.endswith("plan_state.load"))
        await tab.send(name)
        assert await tab.wait_for("problem_state.show") or await tab.wait_for("error_id")
        shown += re.findall(r'"error_id": "([0-9a-f]{8})"', json.dumps(tab.updates))
        assert CANARY not in json.dumps(tab.updates) and "sqlite" not in json.dumps(tab.updates).lower()
        # The page stays usable: the next event is answered as always.
        tab.updates.clear()
        await tab.send(next(one for one in handlers() if one.endswith("session_state.choose_theme")), {"mode": "dark"})
        assert await tab.wait_for("dark")
    for table in ("users", "rate_buckets"):
        lose(server, table)
        async with httpx.AsyncClient(base_url=server.url, headers={"Origin": server.url}) as client:
            answer = await client.post("/api/auth/login", data=SECRETS)
            assert answer.status_code == 500 and CANARY not in answer.text
            shown += re.findall(r"\b[0-9a-f]{8}\b", answer.json()["title"])
    return shown


async def test_no_canary_in_the_log_and_every_shown_number_is(scene, broken):
    await shout(broken)
    shown = await fail(broken, scene.people.owner)
    log = broken.log.read_text()
    assert CANARY not in log, log[max(0, log.index(CANARY) - 1500) :][:2000]
    assert scene.people.owner not in log and "asha@example.org" not in log
    assert len(shown) >= 4 and all(f"unexpected error {number}" in log for number in shown), shown
    assert httpx.get(f"{broken.url}/ping").status_code == 200
    assert not [path for path in broken.data_dir.rglob("*") if CANARY in path.name]
