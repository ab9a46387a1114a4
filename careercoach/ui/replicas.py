"""Page state shared by several processes, kept in Redis.

Reflex gives a page's lock back when its handler ends. A handler that is cancelled at the wrong moment (somebody leaves
a page while it loads) can miss that: Redis has given the lock, or still holds it, and nobody is left to return it. The
next click then waits for the lock to expire, ten seconds. Here what was begun with Redis is seen through.
"""

import asyncio
from collections.abc import AsyncIterator, Coroutine
from contextlib import asynccontextmanager
from typing import Any

import reflex as rx
from reflex.istate.manager.redis import StateManagerRedis

_RETURN = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end"
_returning: set[asyncio.Task[None]] = set()


class SteadyRedis(StateManagerRedis):
    """Reflex's manager, whose locks come back however a handler ends."""

    async def _try_get_lock(self, lock_key: bytes, lock_id: bytes) -> bool | None:
        asking = asyncio.ensure_future(super()._try_get_lock(lock_key, lock_id))
        try:
            return await asyncio.shield(asking)
        except asyncio.CancelledError:
            _see_through(self._return_when_given(asking, lock_key, lock_id))
            raise

    @asynccontextmanager
    async def _lock(self, token: Any, event_name: str | None = None) -> AsyncIterator[bytes]:
        lock_id = b""
        try:
            async with super()._lock(token, event_name) as lock_id:
                yield lock_id
        except asyncio.CancelledError:
            if lock_id:
                _see_through(self._return(self._lock_key(token), lock_id))
            raise

    async def _return_when_given(self, asking: asyncio.Future[bool | None], lock_key: bytes, lock_id: bytes) -> None:
        if await asking:
            await self._return(lock_key, lock_id)

    async def _return(self, lock_key: bytes, lock_id: bytes) -> None:
        await self.redis.eval(_RETURN, 1, lock_key, lock_id)  # pyright: ignore[reportGeneralTypeIssues]
        self._notify_next_waiter(lock_key)


def _see_through(work: Coroutine[Any, Any, None]) -> None:
    task = asyncio.get_running_loop().create_task(work)
    _returning.add(task)
    task.add_done_callback(_returning.discard)


def steady(app: rx.App) -> None:
    """Put our manager in the place of Reflex's own, where Redis is configured."""
    ours = app.state_manager
    if isinstance(ours, StateManagerRedis):
        app._state_manager = SteadyRedis(
            redis=ours.redis,
            token_expiration=ours.token_expiration,
            lock_expiration=ours.lock_expiration,
            lock_warning_threshold=ours.lock_warning_threshold,
        )
