"""Something to do once a transaction has committed, and never if it has not."""

import asyncio
from collections.abc import Awaitable, Callable

from sqlalchemy import event
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Session

_running: set[asyncio.Future[None]] = set()


def after_commit(session: AsyncSession, action: Callable[[], Awaitable[None]]) -> None:
    """Start `action` on the event loop when this session's transaction has committed.

    The process may die in between: what must happen has to be found again by asking the database.
    """

    waits = True  # a listener cannot take itself off while it is called

    def committed(inner: Session) -> None:
        nonlocal waits
        if not waits or inner.in_nested_transaction():
            return  # a savepoint is no commit: the news is not public yet
        waits = False
        future = asyncio.ensure_future(action())
        _running.add(future)  # the loop itself keeps only weak references
        future.add_done_callback(_running.discard)

    def rolled_back(inner: Session) -> None:
        nonlocal waits
        waits = waits and inner.in_nested_transaction()

    event.listen(session.sync_session, "after_commit", committed)
    event.listen(session.sync_session, "after_rollback", rolled_back)
