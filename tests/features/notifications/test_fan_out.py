"""Hundreds of letters against a provider that counts: all of them, each once, also when we are killed in the middle."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from careercoach.core import db
from tests.features.notifications.fan_out import fill
from tests.standins.resend_server import Fault, ResendServer, resend_server

pytestmark = pytest.mark.slow


def start(folder: Path, server: ResendServer, per_second: float) -> "subprocess.Popen[bytes]":
    env = {**os.environ, "CAREERCOACH_DATA_DIR": str(folder), "PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-m", "tests.features.notifications.fan_out", server.url, str(per_second)]
    return subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


async def run_killed(folder: Path, server: ResendServer, per_second: float, kills: list[int]) -> None:
    """Kill the process whenever so many messages have been taken; the last one may finish."""
    for taken in kills:
        process = start(folder, server, per_second)
        while len(server.accepted) < taken and process.poll() is None:
            await asyncio.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
    process = start(folder, server, per_second)
    try:
        assert await asyncio.to_thread(process.wait, 90) == 0
    finally:
        process.kill()


@pytest.mark.parametrize(("with_pdf", "count", "kills"), [(True, 60, [7, 33]), (False, 230, [100])])
async def test_killed_in_the_middle_none_is_lost_and_none_comes_twice(database, tmp_path, with_pdf, count, kills):
    people = await fill(count, with_pdf=with_pdf)
    await db.dispose()
    with resend_server(per_second=20) as server:
        server.faults.extend([Fault(503), Fault(drop=True, after=True), Fault(500, after=True)])
        await run_killed(tmp_path, server, 20, kills)
    assert Counter(mail["to"][0] for mail in server.accepted) == Counter(people)
    assert not with_pdf or all(mail["attachments"] for mail in server.accepted)
