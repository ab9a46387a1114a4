"""Goal 22: letters of the morning against a provider that lets so many requests a second pass and counts them all."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from bench.house import house
from bench.record import Bench
from careercoach.core import db
from tests.features.notifications.fan_out import fill
from tests.standins.resend_server import ResendServer, resend_server

PER_SECOND = 5


async def run(bench: Bench) -> None:
    """Records mail_rate and mail_wrong."""
    share, wrong = 0.0, 0
    for number in range(2):
        with house(bench.folder / f"mail-{number}") as folder:
            await db.dispose()  # the house before was another one
            people = await fill(bench.scale.mails, with_pdf=True)
            await db.dispose()
            with resend_server(per_second=PER_SECOND) as server:
                # The second time the process is killed when half of the letters are out.
                await _send(folder, server, killed_at=len(people) // 2 if number else 0)
        taken = Counter(mail["to"][0] for mail in server.accepted)
        wrong += sum(abs(taken[address] - 1) for address in {*people, *taken})
        if not number:
            share = _share(server)
            bench.note(f"Refused for being too fast: {len(server.refused_at)} of {len(server.requests)}.")
    bench.add("mail_rate", app=[share], unit="")
    bench.add("mail_wrong", app=[wrong], unit="")


async def _send(folder: Path, server: ResendServer, *, killed_at: int) -> None:
    env = {**os.environ, "CAREERCOACH_DATA_DIR": str(folder)}
    command = [sys.executable, "-m", "tests.features.notifications.fan_out", server.url, str(PER_SECOND)]
    if killed_at:
        process = subprocess.Popen(command, env=env)
        while len(server.accepted) < killed_at and process.poll() is None:
            await asyncio.sleep(0.005)
        process.send_signal(signal.SIGKILL)
        process.wait()
    process = subprocess.Popen(command, env=env)
    try:
        await asyncio.to_thread(process.wait, 300)
    finally:
        process.kill()


def _share(server: ResendServer) -> float:
    """How many were taken between the first and the last, beside how many could have been."""
    at = [mail["at"] for mail in server.accepted]
    return (len(at) - 1) / PER_SECOND / (at[-1] - at[0])
