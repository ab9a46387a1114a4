"""How fast we may ask an outside service, all processes together: one row in the database says whose turn it is.

Each caller takes the next free moment and waits for it, so calls leave evenly spread. Who is told to wait moves the
moment for everyone; five failures in a row do so too, for a minute.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, col, select

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column

SPARE = 1.04
"""Moments lie a little further apart than the limit asks: the network does not keep our distances exactly."""
FAILURES_TO_OPEN = 5
OPEN_FOR = timedelta(seconds=60)


class Pace(SQLModel, table=True):
    """The next free moment of a service."""

    __tablename__ = "paces"  # pyright: ignore[reportAssignmentType]

    service: str = Field(primary_key=True, max_length=40)
    next_at: datetime = Field(sa_column=utc_column())
    failures: int = 0
    """In a row."""
    reason: str = Field(default="", max_length=40)
    """Why everyone waits, while they do; one technical word."""


@dataclass(frozen=True)
class Turn:
    """`wait_s` until the call may leave. `is_taken`: False when that is too far away, and nothing was reserved."""

    wait_s: float
    is_taken: bool
    reason: str = ""


async def take_turn(session: AsyncSession, service: str, *, per_second: float, longest_wait_s: float) -> Turn:
    """Reserve the next free moment, if it is near."""
    pace, now = await _row(session, service), utc_now()
    at = max(now, pace.next_at)
    wait_s = (at - now).total_seconds()
    if wait_s > longest_wait_s:
        return Turn(wait_s, False, pace.reason)
    pace.next_at = at + timedelta(seconds=SPARE / per_second)
    return Turn(wait_s, True)


async def hold_all(session: AsyncSession, service: str, *, seconds: float, reason: str) -> None:
    """Nobody calls before that; a longer wait that is known already stays."""
    pace, until = await _row(session, service), utc_now() + timedelta(seconds=seconds)
    if until > pace.next_at:
        pace.next_at, pace.reason = until, reason[:40]


async def note_failure(session: AsyncSession, service: str, *, reason: str) -> None:
    """Count it; the fifth in a row lets everyone wait, and the last one's reason is why."""
    pace = await _row(session, service)
    pace.failures += 1
    if pace.failures >= FAILURES_TO_OPEN:
        # One more failure after the wait is enough to wait again; a success clears the count.
        pace.failures = FAILURES_TO_OPEN - 1
        await hold_all(session, service, seconds=OPEN_FOR.total_seconds(), reason=reason)


async def note_success(session: AsyncSession, service: str) -> None:
    """The service is well."""
    pace = await _row(session, service)
    if pace.failures or pace.reason:
        pace.failures, pace.reason = 0, ""


async def find_hold(session: AsyncSession, service: str) -> Turn | None:
    """Why and how long everyone waits at the moment; None if nobody has to."""
    pace = (await session.execute(select(Pace).where(Pace.service == service))).scalar_one_or_none()
    if pace is None or not pace.reason or pace.next_at <= utc_now():
        return None
    return Turn((pace.next_at - utc_now()).total_seconds(), False, pace.reason)


async def _row(session: AsyncSession, service: str) -> Pace:
    """The row, ours alone until the transaction ends."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    fresh = {"service": service, "next_at": utc_now(), "failures": 0, "reason": ""}
    await session.execute(dialect.insert(Pace).values(**fresh).on_conflict_do_nothing())
    found = await session.execute(
        select(Pace).where(col(Pace.service) == service).with_for_update().execution_options(populate_existing=True)
    )
    return found.scalar_one()
