"""Untrusted or heavy work runs in small processes of its own, with limits on memory, CPU and time.

A worker function takes a JSON-able header and bytes and returns the same: `def work(header, payload)`. Only JSON and
raw bytes come back over the pipe, so that a worker taken over by a hostile file cannot make the app run code.
"""

import asyncio
import json
import os
import signal
import struct
import sys
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from careercoach.core.errors import CoachError

MIB = 1024 * 1024
MESSAGE_MAX_BYTES = 200 * MIB
_SIZES = struct.Struct(">II")


class WorkerFailedError(CoachError):
    """The work hit a limit, crashed its process or raised. `reason`: "time", "crash" or "error"."""

    text_key = "core.too_hard"
    status = 422

    def __init__(self, reason: str, kind: str = "", detail: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.reason, self.kind, self.detail = reason, kind, detail or {}


@dataclass
class _Worker:
    process: asyncio.subprocess.Process
    folder: tempfile.TemporaryDirectory[str]
    served: int = 0


@dataclass
class Workers:
    """A small pool for one function, `target` = "module:function". Processes start at first use.

    Limits hold per request: `memory_bytes` of address space, `cpu_s` of CPU, `wall_s` of waiting.
    """

    target: str
    size: int = 1
    memory_bytes: int = 768 * MIB
    cpu_s: int = 15
    wall_s: float = 20.0
    recycle_after: int = 200
    _idle: list[_Worker] = field(default_factory=list[_Worker])
    _places: asyncio.Semaphore | None = None
    _loop: asyncio.AbstractEventLoop | None = None

    async def run(self, header: dict[str, Any], payload: bytes = b"") -> tuple[dict[str, Any], bytes]:
        """One request. Raises WorkerFailedError; what the function raised is named in `kind` and `detail`."""
        self._settle_on_this_loop()
        assert self._places is not None
        async with self._places:
            worker = self._take_idle() or await self._start()
            try:
                answer = await asyncio.wait_for(_ask(worker.process, header, payload), self.wall_s)
            except TimeoutError as error:
                await _end(worker)
                raise WorkerFailedError("time") from error
            except (asyncio.IncompleteReadError, BrokenPipeError, ConnectionResetError, ValueError) as error:
                await _end(worker)
                raise WorkerFailedError("crash") from error
            except BaseException:
                await _end(worker)
                raise
            head, body = answer
            worker.served += 1
            if worker.served >= self.recycle_after or head.get("error") == "MemoryError":
                await _end(worker)
            else:
                self._idle.append(worker)
        if "error" in head:
            raise WorkerFailedError("error", head["error"], head.get("detail"))
        return head["ok"], body

    def _take_idle(self) -> _Worker | None:
        while self._idle:
            worker = self._idle.pop()
            if worker.process.returncode is None:
                return worker
            worker.folder.cleanup()
        return None

    async def warm_up(self) -> None:
        """Start one process ahead of the first request: imports take a second."""
        self._settle_on_this_loop()
        assert self._places is not None
        async with self._places:
            if not self._idle:
                self._idle.append(await self._start())

    async def close(self) -> None:
        """End all idle processes."""
        while self._idle:
            await _end(self._idle.pop())

    def _settle_on_this_loop(self) -> None:
        loop = asyncio.get_running_loop()
        if self._loop is not loop:
            self._loop, self._idle, self._places = loop, [], asyncio.Semaphore(self.size)

    async def _start(self) -> _Worker:
        folder = tempfile.TemporaryDirectory(prefix="coach-worker-", ignore_cleanup_errors=True)
        limits = {"memory_bytes": self.memory_bytes, "cpu_s": self.cpu_s}
        # No secrets: of the environment only what finds programs, fonts and words.
        kept = ("PATH", "LANG", "LC_ALL", "LD_LIBRARY_PATH", "DYLD_FALLBACK_LIBRARY_PATH", "FONTCONFIG_PATH", "TZ")
        process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "careercoach.core.workers.process", self.target, json.dumps(limits),
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            cwd=folder.name,
            env={name: os.environ[name] for name in kept if name in os.environ}
            | {"HOME": folder.name, "TMPDIR": folder.name, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
            limit=MESSAGE_MAX_BYTES,
        )  # fmt: skip
        return _Worker(process, folder)


async def _ask(process: asyncio.subprocess.Process, header: dict[str, Any], payload: bytes) -> tuple[Any, bytes]:
    assert process.stdin is not None and process.stdout is not None
    head = json.dumps(header).encode()
    process.stdin.write(_SIZES.pack(len(head), len(payload)) + head + payload)
    await process.stdin.drain()
    head_size, body_size = _SIZES.unpack(await process.stdout.readexactly(_SIZES.size))
    if head_size + body_size > MESSAGE_MAX_BYTES:
        raise ValueError("an answer beyond all measure")
    answer = json.loads(await process.stdout.readexactly(head_size))
    return answer, await process.stdout.readexactly(body_size)


async def _end(worker: _Worker) -> None:
    if worker.process.returncode is None:
        with suppress(ProcessLookupError):
            worker.process.send_signal(signal.SIGKILL)
        await worker.process.wait()
    worker.folder.cleanup()
