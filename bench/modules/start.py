"""Goals 20 and 21: memory and start of the backend beside a blank Reflex app, and what one idle session takes."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from bench.house import Resident, house, move_in
from bench.machine import cpu_s, memory_kb
from bench.modules.events import open_tabs
from bench.record import Bench
from bench.rounds import take_turns
from bench.servers import BlankServer, MinimalServer, lay_out
from tests.live import LiveServer

Maker = Callable[[], LiveServer]


async def run(bench: Bench) -> None:
    """Records start, memory_idle and memory_session."""
    with house(bench.folder / "start") as folder:
        people = await move_in(bench.scale.idle_sessions)
    project = lay_out(bench.folder / "start-minimal")
    # As on a person's machine: compiled once, at the first start, whatever this shell says about bytecode.
    kept = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(bench.folder / "bytecode")}
    makers: dict[str, Maker] = {
        "ours": lambda: LiveServer(folder, settings=kept),
        "blank": lambda: BlankServer(project, settings=kept),
    }
    memory: dict[str, list[float]] = {name: [] for name in makers}
    cpu: dict[str, list[float]] = {name: [] for name in makers}

    def starting(name: str) -> Callable[[], Awaitable[float]]:
        async def started() -> float:
            server = makers[name]()
            began = time.perf_counter()
            await asyncio.to_thread(server.start)
            took = time.perf_counter() - began
            assert server.process is not None
            cpu[name].append(cpu_s(server.process.pid))
            await asyncio.sleep(bench.scale.settle_s)
            memory[name].append(memory_kb(server.process.pid) / 1024)
            await asyncio.to_thread(server.stop)
            return took

        return started

    samples = await take_turns({name: starting(name) for name in makers}, rounds=bench.scale.starts, warm_up=1)
    bench.add("start", app=samples["ours"], raw=samples["blank"], unit="s")
    settled = {name: found[1:] for name, found in memory.items()}
    bench.add("memory_idle", app=settled["ours"], raw=settled["blank"], unit="MB")
    seconds = {name: sum(found[1:]) / len(found[1:]) for name, found in cpu.items()}
    bench.note(f"CPU until the first answer: {seconds['ours']:.1f} s, blank app {seconds['blank']:.1f} s.")
    app = await _session_kb(bench, LiveServer(folder), people)
    raw = await _session_kb(bench, MinimalServer(project, database=folder / "app.db"), people)
    bench.add("memory_session", app=[app], raw=[raw], unit="KB")


async def _session_kb(bench: Bench, server: LiveServer, people: list[Resident]) -> float:
    """What one more open page costs, after a first handful has made the server load what it needs."""
    await asyncio.to_thread(server.start)
    assert server.process is not None
    warm, measured = people[: len(people) // 5], people[len(people) // 5 :]
    try:
        async with AsyncExitStack() as stack:
            await open_tabs(stack, server, warm)
            await asyncio.sleep(bench.scale.idle_s)
            before = memory_kb(server.process.pid)
            await open_tabs(stack, server, measured)
            await asyncio.sleep(bench.scale.idle_s)
            return (memory_kb(server.process.pid) - before) / len(measured)
    finally:
        await asyncio.to_thread(server.stop)
