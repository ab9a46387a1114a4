"""Addresses that get no mail any more, because it came back or its reader complained."""

from uuid import UUID

from sqlalchemy import bindparam
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.security import fingerprint
from careercoach.features.accounts import service as accounts
from careercoach.features.notifications.models import StoppedAddress
from careercoach.features.notifications.schemas import StoppedAddressView

_STOPPED = select(StoppedAddress.address_hash).where(StoppedAddress.address_hash == bindparam("of_hash"))


def _hash(address: str) -> str:
    return fingerprint(address.strip().lower())


async def stop_address(session: AsyncSession, *, address: str, user_id: UUID | None, reason: str) -> None:
    """Send nothing more there; the first reason stays, but a complaint weighs more than a bounce."""
    row = {"address_hash": _hash(address), "user_id": user_id, "reason": reason[:10], "stopped_at": utc_now()}
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    written = dialect.insert(StoppedAddress).values(**row)
    if reason == "complained":
        written = written.on_conflict_do_update(index_elements=["address_hash"], set_={"reason": reason})
    else:
        written = written.on_conflict_do_nothing(index_elements=["address_hash"])
    await session.execute(written)


async def is_stopped(session: AsyncSession, *, address: str) -> bool:
    """Whether nothing but what a person needs to get in may be sent there."""
    return (await session.execute(_STOPPED, {"of_hash": _hash(address)})).first() is not None


async def find_stopped(session: AsyncSession, *, user_id: UUID) -> StoppedAddressView | None:
    """Whether and why this person's own address gets no mail. Raises NotFoundError for an unknown person."""
    address = (await accounts.get_user(session, user_id=user_id)).email
    found = (
        await session.execute(select(StoppedAddress).where(StoppedAddress.address_hash == _hash(address)))
    ).scalar_one_or_none()
    if found is None:
        return None
    return StoppedAddressView(address=address, reason=found.reason, stopped_at=found.stopped_at)


async def resume_address(session: AsyncSession, *, user_id: UUID) -> str:
    """Send to this person's own address again; the address."""
    address = (await accounts.get_user(session, user_id=user_id)).email
    await session.execute(delete(StoppedAddress).where(col(StoppedAddress.address_hash) == _hash(address)))
    return address
