"""The jobs file of an embedded installation: how it is opened, and which process owns it."""

import sqlite3
import time
from pathlib import Path
from typing import Any

import sqlalchemy as sa
from sqlalchemy import event

from careercoach.core.clock import utc_now

HAS_UNIXEPOCH_SUBSEC = (3, 42)
"""First SQLite that knows `unixepoch('subsec')`; older ones say NULL, which the engine's tables refuse."""

BUSY_TIMEOUT_MS = 30_000


def open_engine(path: Path, sqlite_version: tuple[int, ...] = sqlite3.sqlite_version_info) -> sa.Engine:
    """A connection pool on the jobs file, in WAL mode, with the help old SQLite versions need.

    `sqlite_version` exists so that a test can ask for the help on any machine.
    """
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    _use_wal(path)
    engine = sa.create_engine(f"sqlite:///{path}", pool_size=20, max_overflow=0, pool_timeout=30)

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, _record: object) -> None:  # pyright: ignore[reportUnusedFunction]
        connection.isolation_level = "IMMEDIATE"
        connection.execute(f"PRAGMA busy_timeout={BUSY_TIMEOUT_MS}")
        connection.execute("PRAGMA foreign_keys=ON")
        # Who was mailed must survive a power cut, so every commit reaches the disk.
        connection.execute("PRAGMA synchronous=FULL")
        if sqlite_version < HAS_UNIXEPOCH_SUBSEC:
            connection.create_function("unixepoch", 1, _unixepoch)

    return engine


def _unixepoch(modifier: str) -> float | None:
    """Seconds since 1970 with fraction, for the one form the engine uses."""
    return utc_now().timestamp() if modifier == "subsec" else None


def _use_wal(path: Path) -> None:
    """Switch the file to WAL; it stays so. Two processes may try at once, and this switch does not queue."""
    deadline = time.monotonic() + BUSY_TIMEOUT_MS / 1000
    while True:
        connection = sqlite3.connect(path, timeout=1.0)
        try:
            connection.execute("PRAGMA journal_mode=WAL")
            return
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.05)
        finally:
            connection.close()


class OwnerLock:
    """Held by the one process that may call itself `local`; the system lets go of it when that process dies.

    A transaction that stays open on a file of its own: a lock that is the same on Linux, macOS and Windows.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._connection: sqlite3.Connection | None = None

    def acquire(self) -> bool:
        """Try to become the owner; False if another living process is."""
        self._path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        connection = sqlite3.connect(self._path, timeout=0.0, isolation_level=None, check_same_thread=False)
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            connection.close()
            return False
        self._connection = connection
        return True

    def release(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
