"""Starts worker processes for tests, talks to them, and ends them in every possible way."""

import multiprocessing
import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

from careercoach.core.jobs import Queue
from careercoach.core.jobs.config import QueueRule

PROJECT = Path(__file__).resolve().parents[3]
PATIENCE_S = 30.0

# Workers are forked from a process that has imported everything already: a start takes no second then.
_nursery = multiprocessing.get_context("forkserver")
_nursery.set_forkserver_preload(["tests.core.jobs.worker", "careercoach.core.jobs.host"])


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
    """A process of its own that runs jobs (see worker.py)."""

    def __init__(self, folder: Path, **options: Any) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.log = folder / f"log-{time.monotonic_ns()}"
        self._line, theirs = _nursery.Pipe()
        self.process = _nursery.Process(target=_live, args=(folder, options, theirs, self.log), daemon=True)
        self.process.start()
        theirs.close()

    @property
    def pid(self) -> int:
        assert self.process.pid is not None
        return self.process.pid

    def wait_ready(self) -> "Worker":
        assert self.hear() == "ready"
        return self

    def ask(self, *command: object) -> Any:
        """Send a command and wait for its answer."""
        self.tell(*command)
        return self.hear()

    def tell(self, *command: object) -> None:
        self._line.send(command)

    def hear(self) -> Any:
        try:
            if self._line.poll(PATIENCE_S):
                return self._line.recv()
        except EOFError:
            pass
        raise AssertionError(f"the worker said nothing; its log: {self.log.read_text()[-4000:]}")

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.wait_for_end()

    def stop(self) -> int | None:
        """Ask it to end (SIGTERM); returns its exit code."""
        self.process.terminate()
        return self.wait_for_end()

    def wait_for_end(self) -> int | None:
        self.process.join(PATIENCE_S)
        return self.process.exitcode

    def freeze(self) -> None:
        os.kill(self.pid, signal.SIGSTOP)

    def wake(self) -> None:
        os.kill(self.pid, signal.SIGCONT)

    def close(self) -> None:
        self.kill()
        self._line.close()


def _live(*args: Any) -> None:
    from tests.core.jobs import worker

    worker.main(*args)


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
