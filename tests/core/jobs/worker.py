"""One process that runs jobs, driven by its parent: a test starts it, talks to it by lines, and kills it.

Each line in is a JSON list [command, argument...], each line out the JSON answer. What the jobs do to the
world is appended to the file `effects`, one line per beginning and end: it survives every kind of death.
"""

import asyncio
import json
import os
import signal
import sys
from collections.abc import Callable
from dataclasses import fields
from datetime import datetime, time, timedelta
from pathlib import Path
from typing import Any

import psycopg

from careercoach.core import jobs
from careercoach.core.clock import utc_now
from careercoach.core.jobs import JobRun, JobsConfig, Json, Offer, Queue, daily_due, due_every_minute, job
from tests.core.jobs.processes import quick_queues

FOLDER = Path(sys.argv[1])
OPTIONS: dict[str, Any] = json.loads(sys.argv[2])


def effect(*words: object) -> None:
    """Note something done, safely even if several processes write."""
    line = " ".join(str(word) for word in words) + "\n"
    with open(FOLDER / "effects", "a") as file:
        file.write(line)


async def work(job_id: str, step: str) -> str:
    """A step's action: begins, waits while the file `hold-{step}` exists, ends."""
    effect("begin", job_id, step, os.getpid())
    while (FOLDER / f"hold-{step}").exists():
        await asyncio.sleep(0.02)
    effect("end", job_id, step, os.getpid())
    return f"{step} by {os.getpid()}"


@job("test.three_steps")
async def three_steps(run: JobRun, ref: str) -> Json:
    results: list[Json] = []
    for number, step in enumerate(("s1", "s2", "s3"), start=1):
        results.append(await run.step(step, work, run.job_id, step))
        await run.report(number * 33, "core.progress", step=step)
    return results


@job("test.one_step")
async def one_step(run: JobRun, ref: str) -> Json:
    return await run.step("only", work, run.job_id, "only")


@job("test.kills_its_process")
async def kills_its_process(run: JobRun, ref: str) -> Json:
    async def die() -> None:
        effect("begin", run.job_id, "die", os.getpid())
        os.kill(os.getpid(), signal.SIGKILL)

    await run.step("die", die)


@job("test.letter", queue=Queue.MAIL)
async def letter(run: JobRun, ref: str) -> Json:
    return await run.step("send", send_letter, ref)


async def send_letter(ref: str) -> None:
    """The effect of the daily job: one row per person and date; every try is counted too."""
    person, day = ref.split("/")
    async with await psycopg.AsyncConnection.connect(OPTIONS["database_url"], autocommit=True) as connection:
        await connection.execute("INSERT INTO tries VALUES (%s, %s)", (person, day))
        await connection.execute("INSERT INTO letters VALUES (%s, %s) ON CONFLICT DO NOTHING", (person, day))


@due_every_minute
async def due(now: datetime) -> list[Offer]:
    """Everybody's letter of the day, each person living at a time of their own that runs fast."""
    offers: list[Offer] = []
    for person in OPTIONS.get("people", []):
        passed = (now - datetime.fromisoformat(OPTIONS["started_at"])) * OPTIONS["speed"]
        passed = max(timedelta(), min(passed, timedelta(hours=OPTIONS["hours"])))
        their_now = datetime.fromisoformat(person["from"]) + passed
        day = daily_due(their_now, person["zone"], time.fromisoformat(person["at"]))
        if day is not None:
            ref = f"{person['name']}/{day}"
            offers.append(Offer(letter, ref, key=f"daily-letter/{ref}"))
    return offers


KINDS = {kind.name: kind for kind in (three_steps, one_step, kills_its_process, letter)}


async def answer(command: str, *args: Any) -> Any:
    """Do what the parent asks."""
    match command:
        case "start":
            return await jobs.start_now(KINDS[args[0]], args[1], key=args[2])
        case "submit":
            for key in args[2:]:
                await jobs.submit(KINDS[args[0]], args[1], key=key)
            return len(args) - 2
        case "status":
            return (await jobs.status(args[0])).model_dump(mode="json")
        case "counts":
            return (await jobs.counts()).model_dump()
        case "last_tick":
            return str(jobs.last_tick_at())
        case _:
            raise ValueError(command)


def config() -> JobsConfig:
    """What the parent wishes, on queues that are looked at often."""
    known = {field.name for field in fields(JobsConfig)}
    wishes = {name: value for name, value in OPTIONS.items() if name in known}
    return JobsConfig(data_dir=FOLDER, queues=quick_queues(), **wishes)


def say(value: object) -> None:
    print(json.dumps(value), flush=True)


async def main() -> None:
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stopped.set)
    lines: asyncio.Queue[str] = asyncio.Queue()
    read_lines(loop, lines.put_nowait)
    async with jobs.lifespan(config()):
        say({"ready": os.getpid(), "at": utc_now().isoformat()})
        while not stopped.is_set():
            waiting = {asyncio.ensure_future(lines.get()), asyncio.ensure_future(stopped.wait())}
            done, rest = await asyncio.wait(waiting, return_when=asyncio.FIRST_COMPLETED)
            for task in rest:
                task.cancel()
            for task in done:
                if isinstance(task.result(), str):
                    say(await answer(*json.loads(str(task.result()))))


def read_lines(loop: asyncio.AbstractEventLoop, put: Callable[[str], None]) -> None:
    """Hand each line of standard input to the loop as it comes."""

    def ready() -> None:
        data = os.read(0, 65536)
        if not data:
            loop.remove_reader(0)
        for line in data.decode().splitlines():
            put(line)

    loop.add_reader(0, ready)


if __name__ == "__main__":
    asyncio.run(main())
