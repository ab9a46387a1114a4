"""Token buckets in the database: they survive a restart and are shared by all processes."""

import hashlib
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import Field, SQLModel, select

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
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


async def take(session: AsyncSession, limit: Limit, subject: str) -> None:
    """Use one try of `subject` (a mail address, an IP). Raises TooManyTriesError when none is left."""
    now = utc_now()
    key = hashlib.sha256(f"{limit.name}\0{subject.lower()}".encode()).hexdigest()
    bucket = (
        await session.execute(select(RateBucket).where(RateBucket.key == key).with_for_update())
    ).scalar_one_or_none()
    if bucket is None:
        session.add(RateBucket(key=key, left=limit.burst - 1, updated_at=now))
        return
    refill = limit.burst / limit.per.total_seconds()
    # A clock set back must not take tries away.
    passed_s = max(0.0, (now - bucket.updated_at).total_seconds())
    left = min(float(limit.burst), bucket.left + passed_s * refill)
    if left < 1:
        raise TooManyTriesError(retry_after_s=int((1 - left) / refill) + 1)
    bucket.left, bucket.updated_at = left - 1, now


async def forget_old(session: AsyncSession, *, before: datetime) -> None:
    """Buckets nobody touched since are full again: drop them."""
    await session.execute(delete(RateBucket).where(RateBucket.updated_at < before))  # pyright: ignore[reportArgumentType]
