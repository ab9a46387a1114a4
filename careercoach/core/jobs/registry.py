"""Which kinds of job exist and who says what is due: filled when features are imported."""

from collections.abc import Callable

from careercoach.core.jobs.contract import Due, JobBody, JobKind, Queue

_kinds: dict[str, JobKind] = {}
_due: dict[str, Due] = {}


def job(name: str, *, queue: Queue = Queue.INTERACTIVE) -> Callable[[JobBody], JobKind]:
    """Make an async function a kind of job: `@job("resumes.analyse", queue=Queue.AI)`.

    Raises ValueError if another function already has the name.
    """

    def register(body: JobBody) -> JobKind:
        known = _kinds.get(name)
        if known is not None and _place(known.body) != _place(body):
            raise ValueError(f"two kinds of job are called {name!r}")
        _kinds[name] = JobKind(name=name, queue=queue, body=body)
        return _kinds[name]

    return register


def due_every_minute(due: Due) -> Due:
    """Ask this function at every tick which jobs are due."""
    _due[_place(due)] = due
    return due


def kinds() -> list[JobKind]:
    """All registered kinds of job."""
    return list(_kinds.values())


def due_functions() -> list[Due]:
    """All functions to ask at a tick."""
    return list(_due.values())


def _place(function: Callable[..., object]) -> str:
    return f"{function.__module__}.{function.__qualname__}"
