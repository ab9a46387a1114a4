"""A real server in its own process on a free port, with its own data folder: for sweep, browser and speed tests."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class LiveServer:
    """`with_pages` needs the pages to be compiled; without it only socket and REST answer."""

    data_dir: Path
    with_pages: bool = False
    port: int = field(default_factory=free_port)
    settings: dict[str, str] = field(default_factory=dict)
    workers: int = 1
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://localhost:{self.port}"

    @property
    def log(self) -> Path:
        return self.data_dir / "server.log"

    def environment(self) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith("CAREERCOACH_")}
        mount = {"__REFLEX_MOUNT_FRONTEND_COMPILED_APP": "true"} if self.with_pages else {}
        return {
            **kept,
            "CAREERCOACH_DATA_DIR": str(self.data_dir),
            "CAREERCOACH_SECRET_KEY": "a secret of the tests only",
            "PORT": str(self.port),
            "__REFLEX_SKIP_COMPILE": "true",
            "REFLEX_ENV_MODE": "prod",
            **mount,
            **self.settings,
        }

    @property
    def folder(self) -> Path:
        """Where the program stands."""
        return PROJECT

    def program(self) -> list[str]:
        """What is served; a subclass may serve something else the same way."""
        server = [sys.executable, "-m", "granian", "--interface", "asgi", "--factory", "--no-access-log"]
        place = ["--host", "127.0.0.1", "--port", str(self.port), "--workers", str(self.workers)]
        return [*server, *place, "careercoach.careercoach:app"]

    def start(self) -> "LiveServer":
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                self.program(),
                cwd=self.folder,
                env=self.environment(),
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        self._wait_until_it_answers()
        return self

    def _wait_until_it_answers(self) -> None:
        assert self.process is not None
        for _ in range(300):
            try:
                with urllib.request.urlopen(f"{self.url}/ping", timeout=2):
                    return
            except (urllib.error.URLError, ConnectionError, TimeoutError):
                assert self.process.poll() is None, self.log.read_text()[-3000:]
                time.sleep(0.1)
        raise AssertionError(f"no answer on {self.url}: {self.log.read_text()[-3000:]}")

    def kill(self) -> None:
        """As a power cut would."""
        self._signal(signal.SIGKILL)

    def stop(self) -> int:
        """As an operator would; the exit status."""
        return self._signal(signal.SIGTERM)

    def _signal(self, number: int) -> int:
        assert self.process is not None
        if self.process.poll() is None:
            os.killpg(self.process.pid, number)
        status = self.process.wait(timeout=30)
        self.process = None
        return status
