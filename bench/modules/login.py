"""Goal 18: logins beside bare argon2id, and what a storm of logins does to everybody else's clicks.

The limits on tries stay on: each login is another account's turn, from another address of a trusted proxy.
"""

import asyncio
import itertools
import statistics
import time
from contextlib import AsyncExitStack

import httpx

from bench.clients import at_rate
from bench.house import Resident, house, move_in, sign_up
from bench.machine import cpu_s
from bench.modules.events import open_tabs
from bench.raw.hashing import verify
from bench.record import Bench
from bench.rounds import p95, take_turns
from careercoach.core.security import AT_ONCE, hash_password
from tests.factories import PASSWORD
from tests.live import LiveServer

ACCOUNTS, ADDRESSES = 1500, 4096
"""Each may try ten times before it has to wait: enough for every login of a run."""


async def run(bench: Bench) -> None:
    """Records login and login_storm."""
    with house(bench.folder / "login") as folder:
        people = await move_in(bench.scale.storm_clients)
        emails = await sign_up(ACCOUNTS, password_hash=await hash_password(PASSWORD))
    server = LiveServer(folder, settings={"CAREERCOACH_TRUSTED_PROXY_HOPS": "1"})
    try:
        server.start()
        async with httpx.AsyncClient(base_url=server.url, timeout=60) as client:
            door = Door(client, emails)
            await _throughput(bench, server, door)
            await _storm(bench, server, door, people)
    finally:
        if server.process:
            server.stop()


class Door:
    """Logs people in, the next one each time."""

    def __init__(self, client: httpx.AsyncClient, emails: list[str]) -> None:
        self.client = client
        self._turns = itertools.cycle(emails)
        self._addresses = itertools.cycle(f"10.1.{number // 256}.{number % 256}" for number in range(ADDRESSES))

    async def log_in(self) -> None:
        """One login that succeeds."""
        form = {"email": next(self._turns), "password": PASSWORD}
        headers = {"X-Forwarded-For": next(self._addresses), "Origin": str(self.client.base_url).rstrip("/")}
        answer = await self.client.post("/api/auth/login", data=form, headers=headers)
        assert answer.status_code == 303 and "session" in answer.headers.get("set-cookie", ""), answer.headers
        self.client.cookies.clear()

    async def log_in_at_once(self, count: int, *, clients: int) -> None:
        """So many logins, of which `clients` are under way at any time."""
        turns = asyncio.Semaphore(clients)

        async def one() -> None:
            async with turns:
                await self.log_in()

        await asyncio.gather(*(one() for _ in range(count)))


async def _throughput(bench: Bench, server: LiveServer, door: Door) -> None:
    assert server.process is not None
    pid, scale, hashed = server.process.pid, bench.scale, await hash_password(PASSWORD)
    walls: dict[str, list[float]] = {"ours": [], "raw": []}

    async def ours() -> float:
        cpu, wall = cpu_s(pid), time.perf_counter()
        await door.log_in_at_once(scale.logins, clients=scale.login_clients)
        walls["ours"].append((time.perf_counter() - wall) / scale.logins)
        return scale.logins / (cpu_s(pid) - cpu)

    async def theirs() -> float:
        cpu, wall = await asyncio.to_thread(verify, hashed, PASSWORD, times=scale.logins, threads=AT_ONCE)
        walls["raw"].append(wall)
        return 1 / cpu

    samples = await take_turns({"ours": ours, "raw": theirs}, rounds=scale.rounds, warm_up=scale.warm_up)
    bench.add("login", app=samples["ours"], raw=samples["raw"], unit="/s")
    pace = {name: 1 / statistics.median(found) for name, found in walls.items()}
    bench.note(f"Logins by the clock: {pace['ours']:.0f}/s, bare checks on {AT_ONCE} threads {pace['raw']:.0f}/s.")


async def _storm(bench: Bench, server: LiveServer, door: Door, people: list[Resident]) -> None:
    scale = bench.scale
    async with AsyncExitStack() as stack:
        ticks = await open_tabs(stack, server, people)

        async def clicks() -> float:
            return p95(await at_rate(ticks, per_s=scale.storm_per_s, seconds=scale.storm_s)) * 1000

        async def clicks_in_a_storm() -> float:
            storm = asyncio.create_task(_log_in_for_ever(door, scale.login_clients))
            try:
                found = await clicks()
                assert not storm.done(), "the storm is over before the clicks are"
                return found
            finally:
                storm.cancel()
                await asyncio.gather(storm, return_exceptions=True)

        samples = await take_turns(
            {"calm": clicks, "storm": clicks_in_a_storm}, rounds=scale.rounds, warm_up=scale.warm_up
        )
    bench.add("login_storm", app=samples["storm"], raw=samples["calm"], unit="ms")


async def _log_in_for_ever(door: Door, clients: int) -> None:
    """Each client logs in again as soon as it is in, so that the hashing threads never rest."""

    async def again_and_again() -> None:
        while True:
            await door.log_in()

    await asyncio.gather(*(again_and_again() for _ in range(clients)))
