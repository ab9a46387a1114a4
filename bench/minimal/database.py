"""The same database layer as ours, with nothing around it: an async session, one statement, one commit."""

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import event, text
from sqlalchemy.ext.asyncio import AsyncSession, async_sessionmaker, create_async_engine

__all__ = ["begin", "text"]

engine = create_async_engine(f"sqlite+aiosqlite:///{os.environ['MINIMAL_DATABASE']}", connect_args={"timeout": 5})
sessions = async_sessionmaker(engine, expire_on_commit=False)


@event.listens_for(engine.sync_engine, "connect")
def prepare(connection, _record) -> None:
    cursor = connection.cursor()
    cursor.execute("pragma journal_mode=wal")
    cursor.execute("pragma synchronous=normal")
    cursor.close()


@asynccontextmanager
async def begin() -> AsyncIterator[AsyncSession]:
    async with sessions() as session, session.begin():
        yield session
