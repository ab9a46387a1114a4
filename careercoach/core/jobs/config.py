"""Where the jobs database is, how fast its queues go, and the name of this process in it."""

import os
import socket
from dataclasses import dataclass, field
from pathlib import Path

from careercoach.core.clock import utc_now
from careercoach.core.jobs.contract import Queue

VERSION = "jobs-1"
"""A constant on purpose: jobs of another version are never picked up, so a deploy must not change it."""

LOCAL_EXECUTOR = "local"
"""The one process that owns the SQLite file. Having always the same name, it finds its own jobs at once."""

SCHEMA = "dbos"
MIN_RETENTION_DAYS = 2
"""A deleted id runs again when it is offered again, so records outlive every catch-up window by far."""


@dataclass(frozen=True)
class QueueRule:
    """How often a queue is looked at, how many of its jobs run at once, how many start per period."""

    poll_s: float
    at_once: int
    limit: int | None = None
    """Jobs started per `period_s` over all processes; None = as fast as possible."""
    period_s: float = 1.0


def default_queues() -> dict[Queue, QueueRule]:
    """Start values. How fast mail may leave is the provider's business: see `core.pace`."""
    return {
        Queue.INTERACTIVE: QueueRule(poll_s=0.2, at_once=4),
        Queue.AI: QueueRule(poll_s=0.5, at_once=4),
        Queue.PDF: QueueRule(poll_s=0.5, at_once=2),
        Queue.MAIL: QueueRule(poll_s=0.5, at_once=8),
        Queue.MAINTENANCE: QueueRule(poll_s=5.0, at_once=1),
    }


@dataclass(frozen=True)
class JobsConfig:
    """Everything the engine needs to know; tests make their own."""

    data_dir: Path
    database_url: str = ""
    """Empty or sqlite = a file `jobs.db` in `data_dir`; else the PostgreSQL of the app, schema `dbos`."""
    queues: dict[Queue, QueueRule] = field(default_factory=default_queues)
    run_jobs: bool = True
    """False: this process submits and follows jobs but runs none, and does not tick."""
    tick_s: float = 60.0
    heartbeat_s: float = 10.0
    silent_s: float = 60.0
    """A process that said nothing for so long is taken for dead; its jobs go to the others."""
    max_takeovers: int = 3
    """A job whose process died more often is given up (dead) instead of killing the next process."""
    retention_days: int = 30
    grace_s: float = 5.0
    """How long a stopping process lets running jobs finish before it hands them back."""
    stop_s: float = 8.5
    """When stopping has to be over, finished or not."""

    def __post_init__(self) -> None:
        if self.retention_days < MIN_RETENTION_DAYS:
            raise ValueError(f"jobs stay on record for at least {MIN_RETENTION_DAYS} days")

    @property
    def is_sqlite(self) -> bool:
        return not self.database_url or self.database_url.startswith("sqlite")

    @property
    def sync_url(self) -> str:
        """SQLAlchemy's name of the jobs database, for ordinary (not async) connections."""
        if self.is_sqlite:
            return f"sqlite:///{self.data_dir / 'jobs.db'}"
        return "postgresql+psycopg://" + self.database_url.split("://", 1)[1]


def config_from_settings() -> JobsConfig:
    """The configuration of the running app."""
    from careercoach.settings import settings

    return JobsConfig(data_dir=settings.data_dir, database_url=settings.database_url, run_jobs=settings.run_jobs)


def unique_executor_id() -> str:
    """A name no other process has or had: host, process number, moment of birth in milliseconds."""
    return f"{socket.gethostname()[:80]}-{os.getpid()}-{int(utc_now().timestamp() * 1000)}"
