"""What follows a commit happens once, and never without one."""

import asyncio

import pytest

from careercoach.core import db
from careercoach.core.afterwards import after_commit


@pytest.fixture
def done():
    return []


def _note(done, word):
    async def action():
        done.append(word)

    return action


async def test_after_the_commit_and_not_before(database, done):
    async with db.transaction() as session:
        after_commit(session, _note(done, "x"))
        await asyncio.sleep(0)
        assert done == []
    await asyncio.sleep(0)
    assert done == ["x"]


async def test_not_after_a_rollback(database, done):
    with pytest.raises(ZeroDivisionError):
        async with db.transaction() as session:
            after_commit(session, _note(done, "x"))
            raise ZeroDivisionError
    await asyncio.sleep(0.01)
    assert done == []


async def test_a_savepoint_is_no_commit(database, done):
    async with db.transaction() as session:
        async with session.begin_nested():
            after_commit(session, _note(done, "x"))
        await asyncio.sleep(0.01)
        assert done == []
    await asyncio.sleep(0.01)
    assert done == ["x"]
