"""What a job is, for everyone who submits, watches or writes one. Speaks of no engine."""

import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from pydantic import BaseModel

from careercoach.core.errors import CoachError

JobId = str
"""Carries the meaning of the job, e.g. `daily-email/{user}/2026-03-29`: the same id is accepted once."""

Json = Any
"""What JSON can hold: None, bool, int, float, str, and lists and string-keyed dicts of these."""

MAX_KEY_CHARACTERS = 256
MIN_ERASE_CHARACTERS = 8


class Queue(StrEnum):
    """Where a job waits for its turn; each has its own speed limit."""

    INTERACTIVE = "interactive"
    """Somebody is looking at the screen."""
    AI = "ai"
    PDF = "pdf"
    MAIL = "mail"
    MAINTENANCE = "maintenance"


class JobState(StrEnum):
    """Where a job is in its life. `WAITING`, `DELAYED` and `RUNNING` go on; the others are final."""

    DELAYED = "delayed"
    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
    DEAD = "dead"
    """Given up after its process died under it too often. An admin may retry it."""

    @property
    def is_final(self) -> bool:
        return self not in (JobState.DELAYED, JobState.WAITING, JobState.RUNNING)


class ProgressEvent(BaseModel):
    """One report of a running job. To go on after a reload, ask again from `offset + 1`."""

    offset: int
    percent: int
    """0-100."""
    text_key: str
    values: dict[str, Json] = {}
    """Fill the placeholders of the sentence."""


class JobView(BaseModel):
    """A job as the admin page lists it. Times are aware and UTC."""

    id: JobId
    kind: str
    ref: str
    queue: str
    state: JobState
    attempts: int
    """How often a process began to run it."""
    error: str = ""
    """Class name of what stopped it."""
    text_key: str = ""
    """The sentence for people about that error, if it was one of ours."""
    created_at: datetime
    updated_at: datetime


class JobStatus(JobView):
    """A job with the last step it finished and what it returned."""

    step: str = ""
    result: Json = None


class JobCounts(BaseModel):
    """Totals of all jobs still on record."""

    delayed: int = 0
    waiting: int = 0
    running: int = 0
    done: int = 0
    failed: int = 0
    cancelled: int = 0
    dead: int = 0
    oldest_waiting_s: float = 0.0
    """Age in seconds of the oldest job that waits for its turn; 0 if none waits."""


class StepFailedError(Exception):
    """A step failed after all its tries. The same in the first run and when a run is continued elsewhere."""

    def __init__(self, step: str, error: str, text_key: str = "") -> None:
        self.step = step
        self.error = error
        """Class name of what the step raised."""
        self.text_key = text_key
        """The sentence for people, if the step raised a CoachError."""
        super().__init__(f"step {step!r} failed with {error}")


class JobsNotRunningError(CoachError):
    """The engine has not started, or is stopping."""

    status = 503


class JobRun(Protocol):
    """One run of a job, handed to its body.

    The body itself must be deterministic: clock, chance, database and network only inside steps, and one step
    after another. A step's result is recorded once; its effect happens at least once, so make it harmless to
    repeat (a unique key on the job's id, an idempotency key at the provider).
    """

    @property
    def job_id(self) -> JobId: ...

    async def step(
        self,
        name: str,
        action: Callable[..., Awaitable[Json]],
        *args: Any,
        tries: int = 1,
        wait_s: float = 1.0,
        timeout_s: float | None = None,
    ) -> Json:
        """Run `action(*args)` and keep its result, so that it is not run again after a crash.

        The result must be JSON. `tries` and `wait_s` (doubled each time) repeat a failing action; `timeout_s`
        ends one try with TimeoutError. Raises StepFailedError when the last try failed.
        """
        ...

    async def report(self, percent: int, text_key: str, **values: Json) -> None:
        """Tell whoever follows how far the job is (0-100) and the sentence to show. JSON values only."""
        ...


JobBody = Callable[[JobRun, str], Awaitable[Json]]
"""`async def body(run, ref)`: `ref` is an id to look things up by, never content. Returns JSON or None."""


@dataclass(frozen=True)
class JobKind:
    """A flow that is run as a job. Change its steps only under a new name; keep the old one for a release."""

    name: str
    queue: Queue
    body: JobBody


@dataclass(frozen=True)
class Offer:
    """A job that is due. Offering the same key again is harmless."""

    kind: JobKind
    ref: str
    key: str
    queue: Queue | None = None
    delay: timedelta | None = None


Due = Callable[[datetime], Awaitable[list[Offer]]]
"""`async def due(now)`: what should be offered at this minute (`now` aware, UTC)."""


class Jobs(Protocol):
    """The port: what the engine in use can do."""

    async def submit(
        self,
        kind: JobKind,
        ref: str,
        *,
        key: str,
        queue: Queue | None = None,
        delay: timedelta | None = None,
        priority: int | None = None,
    ) -> JobId: ...

    async def start_now(self, kind: JobKind, ref: str, *, key: str) -> JobId: ...

    async def offer(self, offers: list[Offer]) -> int: ...

    async def status(self, job: JobId) -> JobStatus: ...

    def progress(self, job: JobId, offset: int = 0) -> AsyncIterator[ProgressEvent]: ...

    async def cancel(self, job: JobId) -> None: ...

    async def retry(self, job: JobId) -> None: ...

    async def erase(self, prefix: str) -> int: ...

    async def list_jobs(self, state: JobState | None = None, limit: int = 50) -> list[JobView]: ...

    async def counts(self) -> JobCounts: ...


def checked_key(key: str) -> JobId:
    """The key as a job id. Raises ValueError if it is empty or too long, or holds blanks or controls."""
    if not 0 < len(key) <= MAX_KEY_CHARACTERS or not key.isprintable() or " " in key:
        raise ValueError(f"a job key has 1 to {MAX_KEY_CHARACTERS} visible characters without blanks")
    return key


def checked_prefix(prefix: str) -> str:
    """The beginning of keys. Raises ValueError if it is so short that it could mean anybody's."""
    if len(prefix) < MIN_ERASE_CHARACTERS:
        raise ValueError(f"a prefix has at least {MIN_ERASE_CHARACTERS} characters")
    return prefix


def as_json(value: Json) -> Json:
    """The value as it will be read back later: a tuple becomes a list at once, not only after a crash.

    Raises TypeError if it is not JSON.
    """
    return json.loads(json.dumps(value))
