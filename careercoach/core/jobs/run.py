"""One run of a job on the engine: steps, progress, and errors that mean the same after a crash."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from typing import Any, cast

from dbos import DBOS, PortableWorkflowError

from careercoach.core.errors import CoachError
from careercoach.core.jobs.contract import JobId, JobKind, Json, StepFailedError, as_json

log = logging.getLogger("careercoach.jobs")

PROGRESS = "progress"
"""Name of the stream that carries the reports of a job."""


class JobFailedError(Exception):
    """What the engine keeps of an error: its class name and sentence key, nothing that could be private."""

    def __init__(self, error: str, text_key: str = "") -> None:
        # The engine stores an attribute of this name and gives it back on the error it reads.
        self.data = {"error": error, "text_key": text_key}
        super().__init__(error)


def failure_parts(error: Exception) -> tuple[str, str]:
    """Class name and sentence key of an error the engine raised or kept."""
    if isinstance(error, JobFailedError | PortableWorkflowError) and isinstance(error.data, dict):
        data = cast(dict[str, str], error.data)
        return data.get("error", ""), data.get("text_key", "")
    name = error.name if isinstance(error, PortableWorkflowError) else type(error).__name__
    return name, ""


class DurableRun:
    """What a job's body gets to work with (see JobRun)."""

    def __init__(self, job_id: JobId) -> None:
        self._job_id = job_id

    @property
    def job_id(self) -> JobId:
        return self._job_id

    async def step(
        self,
        name: str,
        action: Callable[..., Awaitable[Json]],
        *args: Any,
        tries: int = 1,
        wait_s: float = 1.0,
        timeout_s: float | None = None,
    ) -> Json:
        async def run_action() -> Json:
            try:
                return await _repeat(action, args, tries=tries, wait_s=wait_s, timeout_s=timeout_s)
            except Exception as error:
                raise _failure(error, f"step {name!r} of job {self._job_id}") from error

        try:
            # Preemptible: a cancelled job stops within a second or two instead of at the end of its step.
            return await DBOS.run_step_async({"name": name, "preemptible": True}, run_action)
        except (JobFailedError, PortableWorkflowError) as failure:
            # The first is raised by this run, the second read back by a later one: alike to the body.
            raise StepFailedError(name, *failure_parts(failure)) from failure

    async def report(self, percent: int, text_key: str, **values: Json) -> None:
        event = {"percent": max(0, min(100, percent)), "text_key": text_key, "values": values}
        await DBOS.write_stream_async(PROGRESS, event)


async def run_body(kind: JobKind, job_id: JobId, ref: str) -> Json:
    """Run a job to its end. Raises JobFailedError for any error of the body."""
    try:
        return as_json(await kind.body(DurableRun(job_id), ref))
    except StepFailedError as error:
        raise JobFailedError(error.error, error.text_key) from error
    except Exception as error:
        raise _failure(error, f"job {job_id}") from error


async def _repeat(
    action: Callable[..., Awaitable[Json]],
    args: tuple[Any, ...],
    *,
    tries: int,
    wait_s: float,
    timeout_s: float | None,
) -> Json:
    for tried in range(1, tries + 1):
        try:
            return as_json(await asyncio.wait_for(_run(action, args), timeout_s))
        except Exception:
            if tried == tries:
                raise
            await asyncio.sleep(wait_s * 2 ** (tried - 1))
    raise ValueError("a step needs at least one try")


async def _run(action: Callable[..., Awaitable[Json]], args: tuple[Any, ...]) -> Json:
    return await action(*args)


def _failure(error: Exception, what: str) -> JobFailedError:
    if isinstance(error, CoachError):
        log.info("%s ended with %s", what, error.text_key)
        return JobFailedError(type(error).__name__, error.text_key)
    log.error("%s failed", what, exc_info=error)
    return JobFailedError(type(error).__name__)
