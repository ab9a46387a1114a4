"""A browser tab without a browser: opens the websocket, sends events, collects what comes back."""

import asyncio
import json
import uuid
from types import TracebackType
from typing import Any

import websockets


class Tab:
    """One tab. `cookie` is what the browser would send; `origin` None = not a browser."""

    def __init__(self, url: str, *, cookie: str = "", origin: str | None = "same", token: str = "") -> None:
        self.url = url.replace("http", "ws", 1)
        self.token = token or str(uuid.uuid4())
        self.headers = {"Cookie": cookie} if cookie else {}
        self.origin = url if origin == "same" else origin
        self.updates: list[dict[str, Any]] = []
        self._reader: asyncio.Task[None] | None = None

    async def __aenter__(self) -> "Tab":
        self._socket = await websockets.connect(
            f"{self.url}/_event/?token={self.token}&EIO=4&transport=websocket",
            additional_headers=self.headers,
            origin=self.origin,  # pyright: ignore[reportArgumentType]
            max_size=10_000_000,
            compression=None,
        )
        await self._socket.recv()
        await self._socket.send("40/_event,{}")
        await self._socket.recv()
        self._reader = asyncio.create_task(self._read())
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._reader:
            self._reader.cancel()
        await self._socket.close()

    async def _read(self) -> None:
        async for packet in self._socket:
            text = packet if isinstance(packet, str) else packet.decode()
            if text == "2":
                await self._socket.send("3")
            elif text.startswith("42/_event,"):
                name, *rest = json.loads(text.removeprefix("42/_event,"))
                if name == "event" and rest:
                    self.updates.append(rest[0] if isinstance(rest[0], dict) else json.loads(rest[0]))

    async def send(self, name: str, payload: Any = None, path: str = "/") -> None:
        """Fire an event by its full handler name."""
        event = {
            "token": self.token,
            "name": name,
            "payload": {} if payload is None else payload,
            "router_data": {"pathname": path, "asPath": path, "query": {}},
        }
        await self._socket.send("42/_event," + json.dumps(["event", event]))

    async def settle(self, quiet_s: float = 0.15, at_most_s: float = 5.0) -> list[dict[str, Any]]:
        """Wait until nothing has come for a while; everything received so far."""
        seen, waited = -1, 0.0
        while seen != len(self.updates) and waited < at_most_s:
            seen = len(self.updates)
            await asyncio.sleep(quiet_s)
            waited += quiet_s
        return self.updates

    async def wait_for(self, text: str, at_most_s: float = 5.0) -> bool:
        """Whether something received says so, looked for until then."""
        for _ in range(int(at_most_s / 0.01)):
            if text in json.dumps(self.updates):
                return True
            await asyncio.sleep(0.01)
        return False

    def deltas(self) -> dict[str, dict[str, Any]]:
        """All vars received, by state, the newest value of each."""
        found: dict[str, dict[str, Any]] = {}
        for update in self.updates:
            for state, values in (update.get("delta") or {}).items():
                found.setdefault(state, {}).update(values)
        return found
