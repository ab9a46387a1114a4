"""A process that has imported the whole app and forks itself for every order, so that a start takes no seconds.

`python -m tests.reliability.nursery FOLDER`; orders are JSON lines on standard input: [name, arguments...]. A child
says its process id, does what was ordered and says what came of it; then it waits to be killed.
"""

import asyncio
import json
import os
import subprocess
import sys
import time
from datetime import timedelta
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[2]
BIG = 100_000


class Nursery:
    """The process as the test sees it."""

    def __init__(self, folder: Path) -> None:
        self._heard: list[list[Any]] = []
        settings = {"CAREERCOACH_DATA_DIR": str(folder), "CAREERCOACH_SECRET_KEY": "a secret of the tests only"}
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.reliability.nursery"], cwd=PROJECT, env={**os.environ, **settings},
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert self._hear()[1:] == ["ready"]

    def order(self, *order: object) -> int:
        """Begin something in a child of its own; its process id."""
        assert self._process.stdin is not None
        print(json.dumps(order), file=self._process.stdin, flush=True)
        while (said := self._hear())[1] != "born":
            self._heard.append(said)
        return said[2]

    def hear(self, child: int) -> list[Any]:
        """What a child says next."""
        while not (own := [said for said in self._heard if said[0] == child]):
            self._heard.append(self._hear())
        self._heard.remove(own[0])
        return own[0][1:]

    def _hear(self) -> list[Any]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        assert line, "the nursery ended"
        return json.loads(line)

    def close(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(timeout=30)


def say(*words: object) -> None:
    """One line, at once, with the id of who says it."""
    os.write(1, (json.dumps([os.getpid(), *words]) + "\n").encode())


async def save(cookie: str, method: str, path: str, body: dict[str, Any] | None) -> None:
    """Save over the app's own routes while other work writes too; "saved" the moment the answer says so."""
    import httpx

    from careercoach.careercoach import app

    rest: Any = app.api_transformer[0]  # pyright: ignore[reportOptionalSubscript, reportIndexIssue]
    headers = {"Cookie": cookie}
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(rest), base_url="http://test", headers=headers
    ) as client:
        noise = asyncio.create_task(use_up("noise", BIG))
        answer = await client.request(method, path, json=body)
        say("saved" if answer.is_success else "refused", answer.status_code, answer.text[:300])
        await noise


async def use_up(subject: str, count: int) -> None:
    """So many small transactions on one row."""
    from careercoach.core import db
    from careercoach.core.limits import Limit, take

    limit = Limit("reliability", BIG, timedelta(days=36500))
    for _ in range(count):
        async with db.transaction() as session:
            await take(session, limit, subject)


def write(subject: str, count: int) -> None:
    """The same as an order of its own: what went wrong, or "written"."""
    try:
        asyncio.run(use_up(subject, count))
    except Exception as error:
        say("failed", repr(error))
    else:
        say("written")


def first_start(folder: str) -> None:
    """What `careercoach serve` does before the server takes over."""
    from careercoach.core import db
    from careercoach.features.accounts import service
    from careercoach.migrations import migrate
    from careercoach.settings import settings

    settings.data_dir = Path(folder)
    began = time.monotonic()
    migrate()

    async def greet() -> None:
        async with db.transaction() as session:
            await service.make_setup_token(session)
        await db.dispose()

    asyncio.run(greet())
    assert settings.secret
    say("started", time.monotonic() - began)


def obey(name: str, *arguments: Any) -> None:
    if name == "save":
        asyncio.run(save(*arguments))
    else:
        {"write": write, "first_start": first_start}[name](*arguments)
    time.sleep(60)


def main() -> None:
    import signal

    import careercoach.careercoach  # noqa: F401  (children find it imported)

    signal.signal(signal.SIGCHLD, signal.SIG_IGN)
    say("ready")
    for line in sys.stdin:
        if (child := os.fork()) == 0:
            try:
                obey(*json.loads(line))
            except BaseException as error:
                say("failed", repr(error))
            finally:
                os._exit(1)
        say("born", child)


if __name__ == "__main__":
    main()
