"""Kinds of job that tests run in their own process, and how to wait for them."""

import asyncio
import time
from typing import Any

from careercoach.core import jobs
from careercoach.core.errors import ConflictError
from careercoach.core.jobs import JobId, JobRun, Json, StepFailedError, job

done: dict[str, list[str]] = {}
gates: dict[str, asyncio.Event] = {}


def gate(ref: str) -> asyncio.Event:
    return gates.setdefault(ref, asyncio.Event())


async def note(ref: str, what: str) -> str:
    done.setdefault(ref, []).append(what)
    return what


async def wait_at_gate(ref: str) -> str:
    await note(ref, "at gate")
    try:
        await gate(ref).wait()
    except asyncio.CancelledError:
        await note(ref, "interrupted")
        raise
    return await note(ref, "through gate")


@job("engine.plain")
async def plain(run: JobRun, ref: str) -> Json:
    first = await run.step("first", note, ref, "first")
    await run.report(50, "core.half", part=1)
    second = await run.step("second", note, ref, "second")
    await run.report(100, "core.whole")
    return {"first": first, "second": second, "pair": (1, 2)}


@job("engine.gated")
async def gated(run: JobRun, ref: str) -> Json:
    await run.step("before", note, ref, "before")
    await run.report(10, "core.before")
    await run.step("gate", wait_at_gate, ref)
    await run.report(90, "core.after")
    return await run.step("after", note, ref, "after")


async def fail_until_open(ref: str) -> str:
    await note(ref, "tried")
    if not gate(ref).is_set():
        raise ConflictError("core.not_yet", person="private")
    return "opened"


@job("engine.failing")
async def failing(run: JobRun, ref: str) -> Json:
    await run.step("before", note, ref, "before")
    return await run.step("fail", fail_until_open, ref, tries=2, wait_s=0.01)


@job("engine.forgiving")
async def forgiving(run: JobRun, ref: str) -> Json:
    try:
        await run.step("fail", fail_until_open, ref)
    except StepFailedError as error:
        kept = [error.step, error.error, error.text_key]
    else:
        kept = []
    await run.step("gate", wait_at_gate, ref)
    return kept


@job("engine.body_fails")
async def body_fails(run: JobRun, ref: str) -> Json:
    await run.step("before", note, ref, "before")
    if not gate(ref).is_set():
        raise KeyError("private")
    return "well"


async def seven() -> object:
    return object()


async def sleep_long() -> None:
    await asyncio.sleep(60)


@job("engine.not_json")
async def not_json(run: JobRun, ref: str) -> Json:
    return await run.step("object", seven)


@job("engine.slow")
async def slow(run: JobRun, ref: str) -> Json:
    await run.step("slow", sleep_long, timeout_s=0.05)


@job("engine.parent")
async def parent(run: JobRun, ref: str) -> Json:
    return await run.step("child", submit_child, ref)


async def submit_child(ref: str) -> JobId:
    return await jobs.submit(plain, ref, key=f"child/{ref}")


async def ended(job_id: JobId) -> jobs.JobStatus:
    """Wait until a job has ended."""
    return await until(job_id, lambda status: status.state.is_final)


async def until(job_id: JobId, is_so: Any) -> jobs.JobStatus:
    deadline = time.monotonic() + 20
    while time.monotonic() < deadline:
        status = await jobs.status(job_id)
        if is_so(status):
            return status
        await asyncio.sleep(0.03)
    raise AssertionError(f"{job_id} is still {status}")


async def reports(job_id: JobId, offset: int = 0) -> list[tuple[int, int, str]]:
    return [(event.offset, event.percent, event.text_key) async for event in jobs.progress(job_id, offset)]


async def at_gate(ref: str) -> None:
    deadline = time.monotonic() + 20
    while "at gate" not in done.get(ref, []):
        assert time.monotonic() < deadline
        await asyncio.sleep(0.02)


async def interrupted(ref: str) -> None:
    while "interrupted" not in done[ref]:
        await asyncio.sleep(0.02)
