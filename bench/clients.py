"""Tabs without a browser that open a page, tick tasks and wait for the answer."""

import asyncio
import random
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from reflex_base.registry import RegistrationContext

from careercoach.features.today.state import TodayState
from tests.socket_client import Tab

HELLO = "reflex___state____state.hydrate_and_load"
TODAY = TodayState.get_full_name()
MINIMAL = "reflex___state____state.minimal___minimal____day_state"
ANSWER_S = 30.0

Tick = Callable[[], Awaitable[None]]


def toggle_handler() -> str:
    """The handler behind a task's box on the Today page, as the app registered it."""
    name = f"{TODAY}.toggle"
    assert name in RegistrationContext.get().event_handlers, f"{name} is gone: measure its successor"
    return name


class Clicker(Tab):
    """One tab on one page, with a task to tick: `states` of `state` must change with every tick.

    `known` are the fingerprints of the first values that the compiled page holds already, so that only others are
    sent. `load`: arguments for the page's own loading, when it does not load by itself.
    """

    def __init__(
        self,
        url: str,
        *,
        state: str,
        argument: str,
        task: str,
        known: list[str],
        load: dict[str, Any] | None = None,
        cookie: str = "",
    ) -> None:
        super().__init__(url, cookie=cookie)
        self.state, self.load, self.argument, self.task = state, load, argument, task
        self.hello = {"vars": {}, "hashes": known}
        self.states: dict[str, str] = {}
        self._news = asyncio.Event()

    async def _read(self) -> None:
        self.updates = _Heard(self._hear)
        await super()._read()

    def _hear(self, update: dict[str, Any]) -> None:
        for name, values in (update.get("delta") or {}).items():
            if name.startswith(self.state) and (found := _states(values)) is not None:
                self.states = found
                self._news.set()

    async def open_page(self) -> None:
        """As the browser does: one hello, which sets off the page's own loading too."""
        self._news.clear()
        if self.load is None:
            await self.send(HELLO, self.hello, path="/today/")
        else:  # from a place that loads nothing
            await self.send(HELLO, self.hello, path="/404")
            await self.send(f"{self.state}.load", self.load)
        while self.task not in self.states:
            await self._wait()

    async def tick(self) -> None:
        """One click, until the new state of this very task is here."""
        before = self.states[self.task]
        await self.send(f"{self.state}.toggle", {self.argument: self.task}, path="/today/")
        while self.states[self.task] == before:
            await self._wait()

    async def _wait(self) -> None:
        await asyncio.wait_for(self._news.wait(), ANSWER_S)
        self._news.clear()


class _Heard(list[dict[str, Any]]):
    """Updates are looked at once and not kept: thousands of them would make the client heavy."""

    def __init__(self, hear: Callable[[dict[str, Any]], None]) -> None:
        super().__init__()
        self._hear = hear

    def append(self, update: dict[str, Any]) -> None:
        self._hear(update)


def _states(values: dict[str, Any]) -> dict[str, str] | None:
    """The var "states" under the name it travels by."""
    return next((value for name, value in values.items() if name.startswith("states")), None)


async def flat_out(ticks: Sequence[Tick], events: int) -> int:
    """Every client clicks as soon as the last answer is there. Returns how many clicks there were."""
    each = -(-events // len(ticks))

    async def click(tick: Tick) -> None:
        for _ in range(each):
            await tick()

    await asyncio.gather(*(click(tick) for tick in ticks))
    return each * len(ticks)


async def at_rate(ticks: Sequence[Tick], *, per_s: float, seconds: float) -> list[float]:
    """Clicks of all clients together at a fixed rate, late answers or not; each one's seconds."""
    pick, waits = random.Random(2), list[float]()
    loop = asyncio.get_running_loop()
    turns = [
        tick for _ in range(int(per_s * seconds / len(ticks)) + 1) for tick in pick.sample(list(ticks), len(ticks))
    ]
    busy: dict[Tick, asyncio.Lock] = {tick: asyncio.Lock() for tick in ticks}

    async def click(tick: Tick, at: float) -> None:
        await asyncio.sleep(max(0.0, at - loop.time()))
        async with busy[tick]:  # a person does not click before the last answer, but the wait counts
            await tick()
        waits.append(loop.time() - at)

    start = loop.time() + 0.05
    await asyncio.gather(
        *(click(tick, start + number / per_s) for number, tick in enumerate(turns[: int(per_s * seconds)]))
    )
    return waits
