"""SQLite in the event loop itself. A statement of ours takes microseconds; handing it to a thread and back costs
ten times that in CPU, and a dozen such hand-overs make up one click.

Only what may really take long waits elsewhere: for the write lock the loop goes on with its other work.
"""

import asyncio
import sqlite3
from typing import Any

from sqlalchemy import URL, Connection, event
from sqlalchemy.dialects import registry
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine
from sqlalchemy.pool import AsyncAdaptedQueuePool, Pool
from sqlalchemy.util import await_only

LOCK_WAIT_S = 5.0
"""How long a writer waits for another one."""
LOCK_LOOK_S = 0.002
PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=NORMAL",
    "foreign_keys=ON",
    # SQLite's own waiting would stop the loop, and with it the very writer that has to finish.
    "busy_timeout=0",
    "cache_size=-65536",
    "mmap_size=134217728",
)


class _Cursor(sqlite3.Cursor):
    async def _async_soft_close(self) -> None:
        """What SQLAlchemy asks of cursors behind a thread; here there is nothing to wait for."""


class _Connection(sqlite3.Connection):
    def cursor(self, factory: Any = _Cursor) -> Any:
        return super().cursor(factory)


class DirectSqlite(SQLiteDialect_pysqlite):
    """The ordinary SQLite dialect behind SQLAlchemy's async sessions."""

    driver = "direct"
    is_async = True
    supports_statement_cache = True

    @classmethod
    def get_pool_class(cls, url: URL) -> type[Pool]:
        return AsyncAdaptedQueuePool


registry.register("sqlite.direct", __name__, "DirectSqlite")


CONNECT = {"check_same_thread": False, "factory": _Connection}


def make_sqlite_engine(url: URL) -> AsyncEngine:
    """An engine for a file: WAL, foreign keys, writers ask for the lock first."""
    engine = create_async_engine(url.set(drivername="sqlite+direct"), connect_args=CONNECT, hide_parameters=True)
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: Any) -> None:
    connection.isolation_level = None  # we send BEGIN ourselves, see _begin
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    # A deferred transaction that reads first and writes later fails at once when another writer was faster;
    # asking for the write lock up front waits its turn instead. Read-only work says so (see `db.reading`).
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    if connection.get_execution_options().get("reading"):
        driver.execute("BEGIN DEFERRED")
        return
    loop = asyncio.get_running_loop()
    until = loop.time() + LOCK_WAIT_S
    while not _has_lock(driver, is_last=loop.time() >= until):
        await_only(asyncio.sleep(LOCK_LOOK_S))


def _has_lock(driver: sqlite3.Connection, *, is_last: bool) -> bool:
    try:
        driver.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as error:
        if is_last or error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
            raise
        return False
    return True
