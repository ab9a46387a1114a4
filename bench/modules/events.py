"""Goals 5, 6, 8: one tick on Today beside a minimal Reflex app and bare FastAPI, with a short and a long plan."""

import asyncio
import itertools
import shutil
from collections.abc import Awaitable, Callable, Sequence
from contextlib import AsyncExitStack
from dataclasses import dataclass

import httpx

from bench.clients import MINIMAL, TODAY, Clicker, Tick, at_rate, flat_out, toggle_handler
from bench.house import Resident, house, move_in
from bench.machine import cpu_s
from bench.record import Bench
from bench.rounds import p95, take_turns
from bench.servers import BareServer, MinimalServer, known_to_pages, lay_out
from tests.live import LiveServer

LONG_PLAN = 600


@dataclass
class Scene:
    """The three servers, over copies of one database, and the people in it."""

    ours: LiveServer
    minimal: MinimalServer
    bare: BareServer
    people: list[Resident]
    planners: list[Resident]
    """They have the long plan."""


async def run(bench: Bench) -> None:
    """Records toggle_p95, toggle_cpu, toggle_cpu_bare and toggle_growth."""
    toggle_handler()
    scene = await _set_up(bench)
    servers = (scene.ours, scene.minimal, scene.bare)
    try:
        for server in servers:
            server.start()
        await _cpu(bench, scene)
        await _waits(bench, scene)
    finally:
        for server in servers:
            if server.process:
                server.stop()


async def _set_up(bench: Bench) -> Scene:
    with house(bench.folder / "events") as folder:
        people = await move_in(bench.scale.clients)
        planners = await move_in(bench.scale.flat_out_clients, first=len(people), tasks=LONG_PLAN)
    project = lay_out(bench.folder / "events-minimal")
    copies = [shutil.copy(folder / "app.db", project / f"{name}.db") for name in ("minimal", "bare")]
    return Scene(
        LiveServer(folder),
        MinimalServer(project, database=copies[0]),
        BareServer(project, database=copies[1]),
        people,
        planners,
    )


async def open_tabs(stack: AsyncExitStack, server: LiveServer, people: Sequence[Resident]) -> list[Tick]:
    """A tab for each, on the Today page of ours or on the only page of the minimal app."""
    is_ours = not isinstance(server, MinimalServer)
    known = await asyncio.to_thread(known_to_pages, server)
    tabs: list[Clicker] = []
    for one in people:
        tab = (
            Clicker(server.url, state=TODAY, argument="task_id", task=one.tasks[0], known=known, cookie=one.cookie)
            if is_ours
            else Clicker(server.url, state=MINIMAL, argument="task", task=one.tasks[0].replace("-", ""), known=known,
                         load={"user": one.id.hex})
        )  # fmt: skip
        tabs.append(await stack.enter_async_context(tab))
    await asyncio.gather(*(tab.open_page() for tab in tabs))
    return [tab.tick for tab in tabs]


async def _posts(stack: AsyncExitStack, server: BareServer, people: Sequence[Resident]) -> list[Tick]:
    client = await stack.enter_async_context(httpx.AsyncClient(base_url=server.url, timeout=30))

    def post(one: Resident) -> Tick:
        path = f"/toggle/{one.id.hex}/{one.tasks[0].replace('-', '')}"
        turn = itertools.cycle(("done", "open"))

        async def click() -> None:
            (await client.post(f"{path}/{next(turn)}")).raise_for_status()

        return click

    return [post(one) for one in people]


async def _cpu(bench: Bench, scene: Scene) -> None:
    """Server CPU per event while all click as fast as they can; connections stay open, as in life."""
    some = scene.people[: bench.scale.flat_out_clients]
    async with AsyncExitStack() as stack:
        ticks = {
            "ours": (scene.ours, await open_tabs(stack, scene.ours, some)),
            "long": (scene.ours, await open_tabs(stack, scene.ours, scene.planners)),
            "minimal": (scene.minimal, await open_tabs(stack, scene.minimal, some)),
            "bare": (scene.bare, await _posts(stack, scene.bare, some)),
        }
        contenders = {name: _clicking(server, found, bench.scale.events) for name, (server, found) in ticks.items()}
        samples = await take_turns(contenders, rounds=bench.scale.rounds, warm_up=bench.scale.warm_up)
    bench.add("toggle_cpu", app=samples["ours"], raw=samples["minimal"], unit="ms")
    bench.add("toggle_cpu_bare", app=samples["ours"], raw=samples["bare"], unit="ms")
    bench.add("toggle_growth", app=samples["long"], raw=samples["ours"], unit="ms")


def _clicking(server: LiveServer, ticks: list[Tick], events: int) -> Callable[[], Awaitable[float]]:
    async def clicked() -> float:
        assert server.process is not None
        began = cpu_s(server.process.pid)
        done = await flat_out(ticks, events)
        return (cpu_s(server.process.pid) - began) / done * 1000

    return clicked


async def _waits(bench: Bench, scene: Scene) -> None:
    """p95 of the wait for an answer with all clients connected, at a rate that leaves room."""
    scale = bench.scale
    async with AsyncExitStack() as stack:
        ticks = {
            "ours": await open_tabs(stack, scene.ours, scene.people),
            "minimal": await open_tabs(stack, scene.minimal, scene.people),
        }

        def waiting(name: str) -> Callable[[], Awaitable[float]]:
            async def waited() -> float:
                waits = await at_rate(ticks[name], per_s=scale.arrival_per_s, seconds=scale.arrival_s)
                return p95(waits) * 1000

            return waited

        samples = await take_turns({name: waiting(name) for name in ticks}, rounds=scale.rounds, warm_up=scale.warm_up)
    bench.add("toggle_p95", app=samples["ours"], raw=samples["minimal"], unit="ms")
