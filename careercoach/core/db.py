"""One database, one way in: `transaction()` opens a session, commits at the end, rolls back on error."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import Column, DateTime, Dialect, MetaData, TypeDecorator, event
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlmodel import SQLModel

from careercoach.settings import settings

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMES
metadata: MetaData = SQLModel.metadata


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time in both databases (SQLite itself keeps no zone). Refuses naive times."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def utc_column(*, nullable: bool = False, index: bool = False) -> Column[datetime]:
    """A column for UTC times; one call per column."""
    return Column(UtcDateTime, nullable=nullable, index=index)


def make_engine(url: str) -> AsyncEngine:
    """An engine with the pragmas SQLite needs: WAL, foreign keys, 5 s busy wait, immediate write locks."""
    if not url.startswith("sqlite"):
        return create_async_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True)
    engine = create_async_engine(url, connect_args={"timeout": 5})
    event.listen(engine.sync_engine, "connect", _prepare_sqlite)
    event.listen(engine.sync_engine, "begin", _begin)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # we send BEGIN ourselves, see _begin
    cursor = connection.cursor()
    for pragma in (
        "journal_mode=WAL",
        "synchronous=NORMAL",
        "foreign_keys=ON",
        "busy_timeout=5000",
        "cache_size=-65536",
        "mmap_size=134217728",
    ):
        cursor.execute(f"PRAGMA {pragma}")
    cursor.close()


def _begin(connection: Any) -> None:
    # A deferred transaction that reads first and writes later fails at once when another writer was faster;
    # asking for the write lock up front waits its turn instead. Read-only work says so (see `reading`).
    mode = "DEFERRED" if connection.get_execution_options().get("reading") else "IMMEDIATE"
    connection.exec_driver_sql(f"BEGIN {mode}")


@cache
def engine() -> AsyncEngine:
    """The app's engine, made at first use."""
    if settings.is_sqlite:
        settings.data_dir.mkdir(parents=True, exist_ok=True, mode=0o700)
    return make_engine(settings.async_database_url)


@cache
def _sessions(reading: bool) -> async_sessionmaker[AsyncSession]:
    bind = engine().execution_options(reading=True) if reading else engine()
    return async_sessionmaker(bind, expire_on_commit=False)


@asynccontextmanager
async def transaction() -> AsyncIterator[AsyncSession]:
    """A session that may write. Commits when the block ends, rolls back when it raises."""
    async with _sessions(False)() as session, session.begin():
        yield session


@asynccontextmanager
async def reading() -> AsyncIterator[AsyncSession]:
    """A session that only reads: on SQLite it never waits for a writer."""
    async with _sessions(True)() as session, session.begin():
        yield session


async def dispose() -> None:
    """Close all connections and forget the engine (shutdown, tests, restore)."""
    if engine.cache_info().currsize:
        await engine().dispose()
    engine.cache_clear()
    _sessions.cache_clear()
