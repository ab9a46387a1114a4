"""Turns: evenly spread, shared, moved by whoever is told to wait."""

import asyncio
from datetime import timedelta
from itertools import pairwise

import time_machine

from careercoach.core import db, pace
from careercoach.core.clock import utc_now


async def turn(per_second=2.0, longest=20.0, service="mail"):
    async with db.transaction() as session:
        return await pace.take_turn(session, service, per_second=per_second, longest_wait_s=longest)


async def hold(seconds, reason="rate_limit"):
    async with db.transaction() as session:
        await pace.hold_all(session, "mail", seconds=seconds, reason=reason)


async def test_turns_lie_evenly_apart_whoever_asks(database):
    with time_machine.travel("2026-11-20T07:00:00Z", tick=False):
        waits = sorted(found.wait_s for found in await asyncio.gather(*(turn() for _ in range(10))))
    gaps = [later - earlier for earlier, later in pairwise(waits)]
    assert waits[0] == 0 and all(abs(gap - pace.SPARE / 2) < 1e-5 for gap in gaps)


async def test_nothing_is_saved_up(database):
    with time_machine.travel("2026-11-20T07:00:00Z", tick=False) as clock:
        await turn()
        clock.shift(timedelta(hours=1))
        waits = [(await turn()).wait_s for _ in range(3)]
    assert waits[0] == 0 and waits[1] > 0.5 and waits[2] > 1.0


async def test_a_turn_too_far_away_is_not_taken(database):
    await hold(60, "daily_quota_exceeded")
    found = await turn()
    assert not found.is_taken and 58 < found.wait_s <= 60 and found.reason == "daily_quota_exceeded"
    assert (await turn(service="other")).wait_s == 0


async def test_a_shorter_hold_changes_nothing(database):
    await hold(60)
    await hold(5, "other")
    found = await turn()
    assert found.wait_s > 55 and found.reason == "rate_limit"


async def test_five_failures_in_a_row_let_everyone_rest(database):
    async def fail():
        async with db.transaction() as session:
            await pace.note_failure(session, "mail", reason="unreachable")

    for _ in range(4):
        await fail()
    assert (await turn()).is_taken
    await fail()
    found = await turn()
    assert not found.is_taken and found.reason == "unreachable" and 55 < found.wait_s <= 60
    async with db.reading() as session:
        assert (await pace.find_hold(session, "mail")).reason == "unreachable"
    with time_machine.travel(utc_now() + timedelta(seconds=61)):
        assert (await turn()).is_taken, "one try to see whether it is well again"
        await fail()
        assert not (await turn()).is_taken, "it is not"
    with time_machine.travel(utc_now() + timedelta(seconds=130)):
        assert (await turn()).is_taken
        async with db.transaction() as session:
            await pace.note_success(session, "mail")
        await fail()
        assert (await turn()).is_taken, "counted anew"
        async with db.reading() as session:
            assert await pace.find_hold(session, "mail") is None
