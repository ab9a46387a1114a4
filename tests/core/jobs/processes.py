"""Starts worker processes for tests, talks to them, and ends them in every possible way."""

import json
import os
import select
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from careercoach.core.jobs import Queue
from careercoach.core.jobs.config import QueueRule

PROJECT = Path(__file__).resolve().parents[3]
WORKER = Path(__file__).with_name("worker.py")
PATIENCE_S = 30.0


def quick_queues() -> dict[Queue, QueueRule]:
    """Queues that a test need not wait for."""
    return {queue: QueueRule(poll_s=0.1, at_once=8) for queue in Queue}


def wait_until(is_so: Callable[[], Any], what: str, patience_s: float = PATIENCE_S) -> Any:
    """Ask again and again until the answer is true; returns it. Fails with `what` when patience ends."""
    deadline = time.monotonic() + patience_s
    while time.monotonic() < deadline:
        if answer := is_so():
            return answer
        time.sleep(0.02)
    raise AssertionError(f"waited {patience_s:.0f} s in vain until {what}")


class Worker:
    """A running worker process."""

    def __init__(self, folder: Path, **options: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.log = folder / f"log-{time.monotonic_ns()}"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                [sys.executable, WORKER, folder, json.dumps(options)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=log,
                env=os.environ | {"PYTHONPATH": str(PROJECT)},
            )
        self._unread = b""

    @property
    def pid(self) -> int:
        return self.process.pid

    def wait_ready(self) -> "Worker":
        self.read()
        return self

    def ask(self, *command: object) -> Any:
        """Send a command and wait for its answer."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps(command).encode() + b"\n")
        self.process.stdin.flush()
        return self.read()

    def read(self) -> Any:
        assert self.process.stdout is not None
        deadline = time.monotonic() + PATIENCE_S
        while b"\n" not in self._unread:
            ready, _, _ = select.select([self.process.stdout], [], [], max(0.0, deadline - time.monotonic()))
            data = os.read(self.process.stdout.fileno(), 65536) if ready else b""
            if not data:
                raise AssertionError(f"the worker said nothing; its log: {self.log.read_text()[-4000:]}")
            self._unread += data
        line, self._unread = self._unread.split(b"\n", 1)
        return json.loads(line)

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.wait()

    def freeze(self) -> None:
        self.process.send_signal(signal.SIGSTOP)

    def wake(self) -> None:
        self.process.send_signal(signal.SIGCONT)

    def close(self) -> None:
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                stream.close()


class Effects:
    """What the jobs of all workers of a folder did to the world."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "effects"

    def lines(self) -> list[list[str]]:
        return [line.split() for line in self._path.read_text().splitlines()] if self._path.exists() else []

    def count(self, what: str, job: str = "") -> dict[str, int]:
        """How often each step of a job (or of any) began or ended."""
        return Counter(line[2] for line in self.lines() if line[0] == what and job in ("", line[1]))

    def has(self, what: str, job: str, step: str) -> bool:
        return any(line[:3] == [what, job, step] for line in self.lines())


def hold(folder: Path, step: str) -> Path:
    """Let every run of this step wait until the returned file is deleted."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"hold-{step}"
    file.touch()
    return file
