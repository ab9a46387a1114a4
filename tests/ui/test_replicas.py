"""The lock on a page's state comes back whenever its handler is cancelled, with a real Redis."""

import asyncio
from collections.abc import AsyncIterator, Iterator

import pytest
from redis.asyncio import Redis
from reflex.istate.manager.redis import StateManagerRedis
from reflex.istate.manager.token import BaseStateToken
from reflex.state import State

from careercoach.ui.replicas import SteadyRedis
from tests.servers import redis_server

pytestmark = pytest.mark.slow
LOCK_MS = 10_000


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with redis_server() as found:
        yield found


@pytest.fixture
async def redis(url: str) -> AsyncIterator[Redis]:
    client = Redis.from_url(url)
    await client.flushall()
    yield client
    await client.aclose()


async def handle(manager: StateManagerRedis, name: str) -> None:
    """As an event does: take the lock, work a little, give it back."""
    async with manager._lock(BaseStateToken(ident=name, cls=State)):
        await asyncio.sleep(0)


async def cancelled_after(manager: StateManagerRedis, name: str, turns: int) -> None:
    task = asyncio.create_task(handle(manager, name))
    for _ in range(turns):
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)


async def still_held(manager: StateManagerRedis, redis: Redis) -> list[str]:
    """Pages whose handlers were cancelled after so many turns of the loop and whose locks stayed behind."""
    names = [f"page-{turns}" for turns in range(60)]
    for turns, name in enumerate(names):
        await cancelled_after(manager, name, turns)
    await asyncio.sleep(0.3)
    return [name for name in names if await redis.exists(manager._lock_key(BaseStateToken(ident=name, cls=State)))]


async def test_a_cancelled_handler_leaves_no_lock_behind(redis: Redis):
    assert await still_held(SteadyRedis(redis=redis, lock_expiration=LOCK_MS), redis) == []


async def test_who_waits_goes_on_at_once(redis: Redis):
    manager = SteadyRedis(redis=redis, lock_expiration=LOCK_MS)
    for turns in range(0, 60, 3):
        first = asyncio.create_task(cancelled_after(manager, "page", turns))
        await asyncio.wait_for(handle(manager, "page"), timeout=2)
        await first


async def test_a_lock_of_somebody_else_is_not_given_back(redis: Redis):
    manager = SteadyRedis(redis=redis, lock_expiration=LOCK_MS)
    key = manager._lock_key(BaseStateToken(ident="page", cls=State))
    await redis.set(key, b"theirs")
    await manager._return(key, b"mine")
    assert await redis.get(key) == b"theirs"
