"""A provider that dies in the middle, seen from outside: every journey of a real server ends with a result of the
embedded coach that says so, nothing typed is lost, no row is left half written, and the next start is well again."""

import asyncio
import time
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from careercoach.core.identity import cookie_name
from tests.live import LiveServer
from tests.seed import POSTING, seed_folder
from tests.standins.openai_server import OpenAiServer

ANSWER = (
    "At my last job I measured the problem first, told my team, fixed the cause with SQL queries for 14 managers and "
    "checked it a week later, which cut errors by 30 percent."
)
PATIENCE_S = 30.0


@pytest.fixture
async def model() -> AsyncIterator[OpenAiServer]:
    async with OpenAiServer() as server:
        yield server


class Person:
    """Somebody who agreed to be read by models, at a real server."""

    def __init__(self, server: LiveServer, token: str) -> None:
        headers = {"Cookie": f"{cookie_name()}={token}", "Origin": server.url}
        self.http = httpx.AsyncClient(base_url=f"{server.url}/api/v1", headers=headers, timeout=PATIENCE_S)

    async def ask(self, method: str, path: str, **sent: Any) -> Any:
        answer = await self.http.request(method, path, **sent)
        assert answer.is_success, (path, answer.text)
        return answer.json()

    async def until(self, path: str, is_there: Any) -> Any:
        end = time.monotonic() + PATIENCE_S
        while True:
            answer = await self.http.get(path)
            if answer.is_success and is_there(answer.json()):
                return answer.json()
            assert time.monotonic() < end, (path, answer.text)
            await asyncio.sleep(0.1)

    async def talk(self, posting: str) -> dict[str, Any]:
        said = await self.ask("POST", f"/matches/{posting}/chat", json={"question": "What is missing?"})
        assert said[-1]["by"] == "coach" and said[-1]["text"]
        return said[-1]["answered_by"]

    async def compare(self, posting: str) -> dict[str, Any]:
        await self.ask("POST", f"/matches/{posting}/analyse", json={})
        view = await self.until(f"/matches/{posting}", lambda view: view["state"] == "done")
        assert len(view["report"]["scores"]) == 11 and view["report"]["next_steps"]
        return view["report"]["advice_by"]

    async def interview(self) -> list[dict[str, Any]]:
        [sitting] = [one for one in await self.ask("GET", "/interviews") if one["state"] == "running"]
        place = f"/interviews/{sitting['id']}"
        for number in range(1, 6):
            wish = {"text": f"{ANSWER} {number}", "version": 0, "request": f"r{number}"}
            await self.ask("PUT", f"{place}/answers/{number}", json=wish)
        await self.ask("POST", f"{place}/finish")
        report = await self.until(f"{place}/report", lambda report: report["answers"])
        assert [one["answer"].startswith(ANSWER) for one in report["answers"]] == [True] * 5
        # Nobody is asked about an answer to another question.
        return [one["score"]["made"] for one in report["answers"] if one["score"]["made"]]

    async def rewrite(self) -> dict[str, Any]:
        await self.ask("POST", "/resume-builder")
        view = await self.until("/resume-builder", lambda view: view["run"]["state"] not in ("", "running"))
        assert view["places"] and view["run"]["state"] == "done"
        return view["made"]


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["reset", "hang"])
async def test_every_journey_ends_in_time_and_says_who_answered(tmp_path: Path, model: OpenAiServer, fault: str):
    people = await asyncio.to_thread(seed_folder, tmp_path)
    keys = {"OPENAI_API_KEY": "sk-test", "OPENAI_BASE_URL": model.url, "CAREERCOACH_AI_TIMEOUT_S": "2"}
    server = await asyncio.to_thread(LiveServer(tmp_path, settings=keys).start)
    try:
        model.steady = fault
        asha = Person(server, people.owner)
        posting = next(one["id"] for one in await asha.ask("GET", "/matches") if one["state"] == "done")
        began = time.monotonic()
        told = [*await asha.interview(), await asha.rewrite(), await asha.compare(posting), await asha.talk(posting)]
        if fault == "reset":
            read = await asha.ask("POST", "/matches", json={"text": POSTING, "analyse": False})
            assert read["state"] == "read" and read["sheet"]["skills"]
            assert (await asha.ask("POST", "/plan", json={}))["task_count"] > 0
        assert time.monotonic() - began < PATIENCE_S, "all of it takes no longer than one answer may"
        assert len(told) >= 4 and {(one["engine"], one["why"]) for one in told} == {("embedded", "unavailable")}
        assert "Traceback" not in server.log.read_text()

        model.steady, model.answer = "ok", {"text": "Power BI is missing.", "keys": []}
        server.kill()
        await asyncio.to_thread(server.start)
        assert (await asha.talk(posting))["engine"] == "openai"
    finally:
        await asyncio.to_thread(server.stop)
