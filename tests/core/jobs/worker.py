"""What a process does that runs jobs for a test: the parent starts it, talks to it, and kills it.

It is sent tuples (command, argument...) and answers each. What the jobs do to the world is appended to the file
`effects`, one line per beginning and end: it survives every kind of death.
"""

import asyncio
import os
import signal
from dataclasses import fields
from datetime import datetime, time, timedelta
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

import psycopg

from careercoach.core import jobs
from careercoach.core.jobs import JobRun, JobsConfig, JobState, Json, Offer, Queue, daily_due, due_every_minute, job
from tests.core.jobs.processes import quick_queues

FOLDER = Path()
OPTIONS: dict[str, Any] = {}


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
    """Everybody's letter of the day. Each person lives at a time of their own, which the parent sets forward."""
    offers: list[Offer] = []
    passed = timedelta(hours=float((FOLDER / "clock").read_text())) if "people" in OPTIONS else timedelta()
    for person in OPTIONS.get("people", []):
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
        case "all_done":
            return all([(await jobs.status(key)).state is JobState.DONE for key in args])
        case "last_tick":
            ticked = jobs.last_tick_at()
            return ticked.timestamp() if ticked else 0
        case _:
            raise ValueError(command)


def config() -> JobsConfig:
    """What the parent wishes, on queues that are looked at often."""
    known = {field.name for field in fields(JobsConfig)}
    wishes = {name: value for name, value in OPTIONS.items() if name in known}
    return JobsConfig(data_dir=FOLDER, queues=quick_queues(), **wishes)


async def serve(parent: "Connection[Any, Any]") -> None:
    """Run jobs and answer the parent until SIGTERM."""
    loop = asyncio.get_running_loop()
    stopped = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, stopped.set)
    commands: asyncio.Queue[tuple[Any, ...]] = asyncio.Queue()
    loop.add_reader(parent.fileno(), lambda: commands.put_nowait(parent.recv()))
    async with jobs.lifespan(config()):
        parent.send("ready")
        answering = asyncio.ensure_future(answer_all(parent, commands))
        await stopped.wait()
        answering.cancel()


async def answer_all(parent: "Connection[Any, Any]", commands: "asyncio.Queue[tuple[Any, ...]]") -> None:
    while True:
        parent.send(await answer(*await commands.get()))


def main(folder: Path, options: dict[str, Any], parent: "Connection[Any, Any]", log: Path) -> None:
    """The life of the process."""
    global FOLDER
    FOLDER = folder
    OPTIONS.update(options)
    os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND), 2)
    asyncio.run(serve(parent))
