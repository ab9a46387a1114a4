"""Goal 7: very many open pages, each with one click a second, beside the minimal Reflex app."""

import shutil
from collections.abc import Awaitable, Callable
from contextlib import AsyncExitStack

from bench.clients import Tick, at_rate
from bench.house import house, move_in
from bench.modules.events import open_tabs
from bench.record import Bench
from bench.rounds import p95, take_turns
from bench.servers import MinimalServer, lay_out
from tests.live import LiveServer

FEWER_ROUNDS = 4
"""Each round lasts seconds: a quarter of the usual number says enough."""


class Counted:
    """A click of one client, and how many of its clicks nobody answered."""

    def __init__(self, tick: Tick) -> None:
        self.tick = tick
        self.unanswered = 0

    async def __call__(self) -> None:
        try:
            await self.tick()
        except (OSError, TimeoutError):
            self.unanswered += 1


async def run(bench: Bench) -> None:
    """Records crowd_wait and crowd_errors."""
    scale = bench.scale
    with house(bench.folder / "crowd") as folder:
        people = await move_in(scale.crowd)
    project = lay_out(bench.folder / "crowd-minimal")
    ours = LiveServer(folder)
    minimal = MinimalServer(project, database=shutil.copy(folder / "app.db", project / "minimal.db"))
    crowds: dict[str, list[Counted]] = {}
    try:
        async with AsyncExitStack() as stack:
            for name, server in (("ours", ours), ("minimal", minimal)):
                server.start()
                crowds[name] = [Counted(tick) for tick in await open_tabs(stack, server, people)]
            samples = await take_turns(
                {name: _clicking(crowd, scale.crowd_s) for name, crowd in crowds.items()},
                rounds=max(2, scale.rounds // FEWER_ROUNDS),
                warm_up=1,
            )
    finally:
        for server in (ours, minimal):
            if server.process:
                server.stop()
    bench.add("crowd_wait", app=samples["ours"], raw=samples["minimal"], unit="ms")
    lost = {name: sum(one.unanswered for one in crowd) for name, crowd in crowds.items()}
    bench.add("crowd_errors", app=[lost["ours"]], raw=[lost["minimal"]], unit="")
    bench.note(f"The crowd of goal 7: {len(people)} open pages on each server.")


def _clicking(crowd: list[Counted], seconds: float) -> Callable[[], Awaitable[float]]:
    async def clicked() -> float:
        return p95(await at_rate(crowd, per_s=len(crowd), seconds=seconds)) * 1000

    return clicked
