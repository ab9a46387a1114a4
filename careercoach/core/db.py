"""One database, one way in: `transaction()` opens a session, commits at the end, rolls back on error."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from functools import cache

from sqlalchemy import Column, DateTime, Dialect, MetaData, TypeDecorator, make_url
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, async_sessionmaker, create_async_engine
from sqlmodel import SQLModel

from careercoach.core.sqlite import make_sqlite_engine
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
    """An engine for either database; for SQLite see `core.sqlite`."""
    if url.startswith("sqlite"):
        return make_sqlite_engine(make_url(url))
    return create_async_engine(url, pool_size=10, max_overflow=10, pool_pre_ping=True, hide_parameters=True)


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
