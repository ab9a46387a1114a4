"""What admins did: written in the transaction of the act, read back in pages, and checked link by link."""

import asyncio
from uuid import UUID

from sqlalchemy import func, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError
from careercoach.core.ids import read_id
from careercoach.features.accounts.models import AuditEntry, AuditHead, User
from careercoach.features.accounts.rules import chain_hash, safe_facts
from careercoach.features.accounts.schemas import Act, AuditPage, AuditView, Facts, TargetKind

AT_ONCE = 200
"""Entries of one look at the table while checking: five milliseconds, then others have their turn."""
MOST = 500


async def record_act(
    session: AsyncSession, *, actor: UUID | None, action: Act, target_kind: TargetKind, target: str,
    before: Facts | None = None, after: Facts | None = None,
) -> None:  # fmt: skip
    """Write down an act; it stands or falls with the transaction of the act itself. `actor` None: the command line.

    Raises ValueError for facts that promise a secret.
    """
    seq, previous = await _take_head(session)
    entry = AuditEntry(
        seq=seq + 1, at=utc_now(), actor_id=actor, action=action, target_kind=target_kind, target=target[:256],
        before=safe_facts(before), after=safe_facts(after), hash="",
    )  # fmt: skip
    entry.hash = chain_hash(previous, entry)
    session.add(entry)
    await session.execute(update(AuditHead).values(seq=entry.seq, hash=entry.hash))


async def _take_head(session: AsyncSession) -> tuple[int, str]:
    """The end of the chain; others who write wait until this transaction is over."""
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    first = dialect.insert(AuditHead).values(id=1, seq=0, hash="")
    await session.execute(first.on_conflict_do_nothing(index_elements=["id"]))
    head = (await session.execute(select(AuditHead.seq, AuditHead.hash).with_for_update())).one()
    return head[0], head[1]


async def list_acts(session: AsyncSession, *, limit: int = 50, offset: int = 0) -> AuditPage:
    """A page of acts, newest first, and whether the chain holds."""
    newest = select(AuditEntry).order_by(col(AuditEntry.seq).desc()).offset(max(0, offset)).limit(min(limit, MOST))
    entries = list((await session.execute(newest)).scalars())
    total = (await session.execute(select(func.count()).select_from(AuditEntry))).scalar_one()
    broken_at = await find_break(session)
    names = await _names(session, entries)
    views = [
        AuditView(
            **entry.model_dump(exclude={"hash"}),
            actor_name=names.get(entry.actor_id.hex, "") if entry.actor_id else "",
            target_name=names.get(entry.target.replace("-", ""), "") if entry.target_kind == "account" else "",
        )
        for entry in entries
    ]
    return AuditPage(entries=views, total=total, is_intact=broken_at is None, broken_at=broken_at)


async def _names(session: AsyncSession, entries: list[AuditEntry]) -> dict[str, str]:
    wanted = {entry.actor_id for entry in entries if entry.actor_id}
    for entry in entries:
        if entry.target_kind == "account":
            wanted |= _read(entry.target)
    rows = await session.execute(select(User.id, User.name).where(col(User.id).in_(wanted)))
    return {user_id.hex: name for user_id, name in rows}


def _read(target: str) -> set[UUID]:
    try:
        return {read_id(target)}
    except CoachError:  # somebody changed the row: the check says so
        return set()


async def find_break(session: AsyncSession) -> int | None:
    """The number of the first entry that is missing, changed or forged; None when all are as they were written."""
    last = select(func.max(col(AuditEntry.seq))).scalar_subquery()
    # One statement: an act that is written meanwhile changes both or none.
    row = (await session.execute(select(AuditHead.seq, AuditHead.hash, last))).one_or_none()
    if row is None:
        return (await session.execute(select(func.min(col(AuditEntry.seq))))).scalar_one()
    end, end_hash, newest = row
    seq, previous = 0, ""
    while seq < end:
        batch = select(AuditEntry).where(col(AuditEntry.seq) > seq, col(AuditEntry.seq) <= end)
        entries = list((await session.execute(batch.order_by(col(AuditEntry.seq)).limit(AT_ONCE))).scalars())
        for entry in entries:
            if entry.seq != seq + 1 or entry.hash != chain_hash(previous, entry):
                return seq + 1
            seq, previous = entry.seq, entry.hash
        if not entries:
            return seq + 1
        await asyncio.sleep(0)
    return end if previous != end_hash else None if (newest or 0) <= end else end + 1
