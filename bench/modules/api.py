"""Goal 17: today's list and a task done over HTTP, beside a bare FastAPI that asks the database the same."""

import asyncio
import itertools
import shutil
import statistics
import time
from collections.abc import Awaitable, Callable

import httpx

from bench.house import Resident, house, move_in
from bench.machine import cpu_s
from bench.record import Bench
from bench.rounds import take_turns
from bench.servers import BareServer, lay_out
from tests.live import LiveServer

Ask = Callable[[httpx.AsyncClient, Resident, str], Awaitable[httpx.Response]]


async def _list(client: httpx.AsyncClient, one: Resident, _verb: str) -> httpx.Response:
    answer = await client.get("/api/v1/today", headers={"Cookie": one.cookie})
    assert len(answer.json()["tasks"]) == len(one.tasks), answer.text
    return answer


async def _change(client: httpx.AsyncClient, one: Resident, verb: str) -> httpx.Response:
    headers = {"Cookie": one.cookie, "Origin": str(client.base_url).rstrip("/")}
    return await client.post(f"/api/v1/today/{one.tasks[0]}/{verb}", headers=headers)


async def run(bench: Bench) -> None:
    """Records api_list and api_complete."""
    with house(bench.folder / "api") as folder:
        people = await move_in(bench.scale.request_clients)
    project = lay_out(bench.folder / "api-bare")
    ours = LiveServer(folder)
    bare = BareServer(project, database=shutil.copy(folder / "app.db", project / "bare.db"))
    try:
        for server in (ours, bare):
            server.start()
        for goal, ask in (("api_list", _list), ("api_complete", _change)):
            await _measure(bench, goal, ask, {"ours": ours, "bare": bare}, people)
    finally:
        for server in (ours, bare):
            if server.process:
                server.stop()


async def _measure(bench: Bench, goal: str, ask: Ask, servers: dict[str, LiveServer], people: list[Resident]) -> None:
    scale = bench.scale
    walls: dict[str, list[float]] = {name: [] for name in servers}

    def asking(name: str) -> Callable[[], Awaitable[float]]:
        server, each = servers[name], scale.requests // len(people)
        assert server.process is not None
        pid = server.process.pid

        async def asked() -> float:
            """Requests for each second of the server's CPU."""
            async with httpx.AsyncClient(base_url=server.url, timeout=30) as client:
                cpu, wall = cpu_s(pid), time.perf_counter()
                await asyncio.gather(*(_again(ask, client, one, each) for one in people))
                walls[name].append((time.perf_counter() - wall) / (each * len(people)))
                return each * len(people) / (cpu_s(pid) - cpu)

        return asked

    samples = await take_turns({name: asking(name) for name in servers}, rounds=scale.rounds, warm_up=scale.warm_up)
    bench.add(goal, app=samples["ours"], raw=samples["bare"], unit="/s")
    pace = {name: 1 / statistics.median(found) for name, found in walls.items()}
    bench.note(f"By the clock, {len(people)} clients ({goal}): {pace['ours']:.0f}/s, bare {pace['bare']:.0f}/s.")


async def _again(ask: Ask, client: httpx.AsyncClient, one: Resident, times: int) -> None:
    for verb in itertools.islice(itertools.cycle(("complete", "undo")), times):
        (await ask(client, one, verb)).raise_for_status()
