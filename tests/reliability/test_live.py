"""A real server: ends in time when asked to, starts on an empty folder, says when it is not ready."""

import asyncio
import sqlite3
import time
from pathlib import Path

import httpx
import pytest

from careercoach.migrations import migrate
from tests.live import LiveServer
from tests.socket_client import Tab
from tests.timing import stretched


@pytest.mark.slow
async def test_ready_then_not_then_ready_and_an_orderly_end(tmp_path: Path):
    migrate(f"sqlite:///{tmp_path / 'app.db'}")
    server = await asyncio.to_thread(LiveServer(tmp_path).start)
    async with httpx.AsyncClient(base_url=server.url, timeout=10) as client:

        async def becomes(status: int) -> dict[str, object]:
            deadline = time.monotonic() + 10
            while (answer := await client.get("/readyz")).status_code != status:
                assert time.monotonic() < deadline, answer.text
                await asyncio.sleep(0.2)
            return answer.json()["failing"]

        assert await becomes(200) == {}
        with sqlite3.connect(tmp_path / "app.db", timeout=10) as connection:
            connection.execute("update alembic_version set version_num = 'x' || version_num")
            connection.commit()
            assert await becomes(503) == {"schema": "old"}
            connection.execute("update alembic_version set version_num = substr(version_num, 2)")
            connection.commit()
        connection.close()
        assert await becomes(200) == {}
        for path in ("/healthz", "/readyz", "/ping", "/_health"):
            answer = await client.get(path)
            assert "version" not in answer.text and str(tmp_path) not in answer.text and len(answer.text) < 200
            assert not answer.headers.get("server") or not any(letter.isdigit() for letter in answer.headers["server"])
    async with Tab(server.url):
        began = time.monotonic()
        status = await asyncio.to_thread(server.stop)
    assert time.monotonic() - began <= stretched(10) and status == 0
    assert "Traceback" not in server.log.read_text()
