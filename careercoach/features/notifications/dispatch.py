"""Handing messages to the provider at its pace, with the one policy for what it refuses.

Timeout, at most two more tries with the same key and some chance in the waiting, Retry-After obeyed, quotas never
tried again, a minute's rest after five failures in a row. What then still is not taken waits for a later job.
"""

import asyncio
import random
from collections import deque
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from time import monotonic
from typing import TypeVar, cast

from careercoach.core import db, pace
from careercoach.core.clock import utc_now
from careercoach.ports.mail import MailUnavailableError, SlowToStartMailer, mail_limits, mailer

T = TypeVar("T")

SERVICE = "mail"
MORE_TRIES = (1.0, 5.0)
"""Seconds to wait before the second and the third try."""
MARGIN_S = 0.015
LONGEST_WAIT_S = 20.0
"""A call whose turn is further away is put off; its job must not hold a place in the queue."""


@dataclass
class _Departure:
    """When a call leaves: as it is meant to, then as it was."""

    at: float


_left: deque[_Departure] = deque(maxlen=100)
"""The last calls of this process."""
_held: tuple[float, str] = (0.0, "")
"""Until when this process was told to wait, and why: those that have a turn already wait too."""


async def at_our_turn(call: Callable[[], Awaitable[T]]) -> T:
    """Make a call when it may be made. Raises MailUnavailableError."""
    limits = mail_limits()
    if limits.per_second is None:
        return await call()
    if hasattr(provider := mailer(), "prepare"):
        await cast(SlowToStartMailer, provider).prepare()
    for wait_s in (*MORE_TRIES, None):
        await _wait_for_turn(limits.per_second)
        try:
            answer = await call()
        except MailUnavailableError as error:
            await _note(error)
            if wait_s is None or error.is_final or error.in_doubt or error.retry_after_s > LONGEST_WAIT_S:
                raise
            if not error.holds_all:
                await asyncio.sleep(max(wait_s, error.retry_after_s) * random.uniform(0.8, 1.2))
            continue
        async with db.transaction() as session:
            await pace.note_success(session, SERVICE)
        return answer
    raise AssertionError("the last try returns or raises")


async def _wait_for_turn(per_second: float) -> None:
    async with db.transaction() as session:
        turn = await pace.take_turn(session, SERVICE, per_second=per_second, longest_wait_s=LONGEST_WAIT_S)
    if not turn.is_taken:
        raise MailUnavailableError(turn.reason or "busy", retry_after_s=int(turn.wait_s) + 1, holds_all=True)
    await asyncio.sleep(turn.wait_s)
    await _keep_apart(per_second)


async def _keep_apart(per_second: float) -> None:
    """On a busy machine one call leaves late and the next in time: as many as a second allows must still take one."""
    count = max(1, int(per_second))
    now = monotonic()
    held_s = _held[0] - utc_now().timestamp()
    if held_s > LONGEST_WAIT_S:
        raise MailUnavailableError(_held[1], retry_after_s=int(held_s) + 1, holds_all=True)
    leaves = now + max(0.0, held_s)
    if len(_left) >= count:
        leaves = max(leaves, _left[-count].at + count / per_second + MARGIN_S)
    mine = _Departure(leaves)
    _left.append(mine)
    await asyncio.sleep(leaves - now)
    mine.at = monotonic()


async def _note(error: MailUnavailableError) -> None:
    if error.is_final:
        return  # the provider is well; it did not want this message
    global _held
    if error.holds_all:
        _held = max(_held, (utc_now().timestamp() + max(1, error.retry_after_s), error.reason))
    async with db.transaction() as session:
        if error.holds_all:
            await pace.hold_all(session, SERVICE, seconds=max(1, error.retry_after_s), reason=error.reason)
        else:
            await pace.note_failure(session, SERVICE, reason=error.reason)
