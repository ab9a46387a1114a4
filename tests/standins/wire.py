"""A small HTTP server on asyncio with full power over the bytes: it can hang, drip, break off and see who hangs up."""

import asyncio
import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from time import monotonic
from typing import Any

REASONS = {200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 429: "Too Many Requests"}


@dataclass
class Asked:
    """One request as it came."""

    method: str
    path: str
    headers: dict[str, str]
    body: dict[str, Any]
    at: float = field(default_factory=monotonic)
    gone_at: float | None = None
    """When the other side hung up before the answer was whole (monotonic)."""
    sent: int = 0
    """Pieces of a stream that were sent."""


class Wire:
    """The way back to one client."""

    def __init__(self, asked: Asked, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.asked, self._reader, self._writer = asked, reader, writer
        self._watch = asyncio.create_task(self._watched())

    async def _watched(self) -> None:
        with suppress(ConnectionError):
            await self._reader.read(1)
        self.asked.gone_at = monotonic()

    @property
    def is_gone(self) -> bool:
        return self.asked.gone_at is not None

    async def json(self, status: int, body: Any, headers: dict[str, str] | None = None) -> None:
        await self.text(status, json.dumps(body), "application/json", headers)

    async def text(
        self, status: int, body: str, kind: str = "text/html; charset=utf-8", headers: dict[str, str] | None = None
    ) -> None:
        data = body.encode()
        await self.head(status, kind, {"content-length": str(len(data)), **(headers or {})})
        await self.write(data)

    async def head(self, status: int, kind: str, headers: dict[str, str] | None = None) -> None:
        lines = [f"HTTP/1.1 {status} {REASONS.get(status, 'Something')}", f"content-type: {kind}", "connection: close"]
        lines += [f"{name}: {value}" for name, value in (headers or {}).items()]
        await self.write(("\r\n".join(lines) + "\r\n\r\n").encode())

    async def write(self, data: bytes) -> None:
        with suppress(ConnectionError):
            self._writer.write(data)
            await self._writer.drain()

    async def event(self, data: Any) -> None:
        """One line of a stream."""
        await self.write(f"data: {data if isinstance(data, str) else json.dumps(data)}\n\n".encode())
        self.asked.sent += 1

    async def hang(self, seconds: float = 60.0) -> None:
        """Say nothing until the client hangs up."""
        end = monotonic() + seconds
        while not self.is_gone and monotonic() < end:
            await asyncio.sleep(0.01)

    async def close(self) -> None:
        self._watch.cancel()
        with suppress(ConnectionError, OSError):
            self._writer.close()
            await self._writer.wait_closed()

    def abort(self) -> None:
        """Tear the connection down."""
        self._writer.transport.abort()


class StandIn:
    """A server for one test. `moves` are what the next requests meet; after them, `steady` is what all meet."""

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self.moves: list[str] = []
        self.steady = "ok"
        self.pause_s = 0.01
        """Between the pieces of a stream."""
        self.retry_after = "0.05"
        self.answer: Any = "fine"
        """What the model says: a text, an object (sent as JSON), or a function of the request that gives either."""
        self._server: asyncio.Server | None = None
        self._open: set[asyncio.Task[None]] = set()

    async def __aenter__(self) -> Any:
        self._server = await asyncio.start_server(self._serve, "127.0.0.1", 0)
        return self

    async def __aexit__(self, *_: object) -> None:
        assert self._server is not None
        self._server.close()
        for task in list(self._open):
            task.cancel()
        await asyncio.gather(*self._open, return_exceptions=True)

    @property
    def origin(self) -> str:
        assert self._server is not None
        return f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"

    def said(self, asked: Asked) -> str:
        """The model's words for this request."""
        answer = self.answer(asked) if isinstance(self.answer, Callable) else self.answer
        return answer if isinstance(answer, str) else json.dumps(answer)

    async def reply(self, asked: Asked, wire: Wire, move: str) -> None:
        """Speak the protocol."""
        raise NotImplementedError

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._open.add(task)
        try:
            asked = await _read(reader)
            if asked is None:
                return
            self.asked.append(asked)
            move = self.moves.pop(0) if self.moves else self.steady
            wire = Wire(asked, reader, writer)
            try:
                if move == "hang":
                    await wire.hang()
                elif move == "reset":
                    wire.abort()
                elif move == "empty":
                    await wire.text(200, "", "application/json")
                elif move == "html":
                    await wire.text(200, "<!doctype html><title>Welcome to our proxy</title>")
                else:
                    await self.reply(asked, wire, move)
            finally:
                await wire.close()
        except asyncio.CancelledError:
            return  # the test is over
        finally:
            self._open.discard(task)
            writer.close()


async def _read(reader: asyncio.StreamReader) -> Asked | None:
    try:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
    except (asyncio.IncompleteReadError, ConnectionError):
        return None
    first, *lines = head.split("\r\n")
    method, path, _ = first.split(" ", 2)
    headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines if line)}
    raw = await reader.readexactly(int(headers.get("content-length", "0")))
    return Asked(method, path, headers, json.loads(raw) if raw else {})
