"""Token buckets in the database: they survive a restart and are shared by all processes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, delete, insert, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import metadata, utc_column
from careercoach.core.errors import TooManyTriesError


class RateBucket(SQLModel, table=True):
    """How many tries are left for one subject (only its hash is kept)."""

    __tablename__ = "rate_buckets"  # pyright: ignore[reportAssignmentType]

    key: str = Field(primary_key=True, max_length=64)
    left: float
    updated_at: datetime = Field(sa_column=utc_column())


@dataclass(frozen=True)
class Limit:
    """`burst` tries at once, refilled evenly over `per`."""

    name: str
    burst: int
    per: timedelta


LOGIN_BY_ACCOUNT = Limit("login-account", 10, timedelta(minutes=10))
LOGIN_BY_ADDRESS = Limit("login-address", 30, timedelta(minutes=10))
SIGNUP_BY_ADDRESS = Limit("signup-address", 5, timedelta(hours=1))
RESET_BY_MAIL = Limit("reset-mail", 3, timedelta(hours=1))
RESET_BY_ADDRESS = Limit("reset-address", 20, timedelta(hours=1))


# Two of these stand in front of every login: statements made once, on the table itself.
_BUCKETS = metadata.tables["rate_buckets"]
_KEY = _BUCKETS.c.key == bindparam("of")
_FIND = select(_BUCKETS.c.left, _BUCKETS.c.updated_at).where(_KEY).with_for_update()
_ADD = insert(_BUCKETS)
_CHANGE = update(_BUCKETS).where(_KEY).values(left=bindparam("rest"), updated_at=bindparam("now"))


async def take(session: AsyncSession, limit: Limit, subject: str) -> None:
    """Use one try of `subject` (a mail address, an IP). Raises TooManyTriesError when none is left."""
    now = utc_now()
    key = hashlib.sha256(f"{limit.name}\0{subject.lower()}".encode()).hexdigest()
    bucket = (await session.execute(_FIND, {"of": key})).one_or_none()
    if bucket is None:
        await session.execute(_ADD, {"key": key, "left": limit.burst - 1, "updated_at": now})
        return
    refill = limit.burst / limit.per.total_seconds()
    # A clock set back must not take tries away.
    passed_s = max(0.0, (now - bucket.updated_at).total_seconds())
    left = min(float(limit.burst), bucket.left + passed_s * refill)
    if left < 1:
        raise TooManyTriesError(retry_after_s=int((1 - left) / refill) + 1)
    await session.execute(_CHANGE, {"of": key, "rest": left - 1, "now": now})


async def forget_old(session: AsyncSession, *, before: datetime) -> None:
    """Buckets nobody touched since are full again: drop them."""
    await session.execute(delete(RateBucket).where(RateBucket.updated_at < before))  # pyright: ignore[reportArgumentType]
