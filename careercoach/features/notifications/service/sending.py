"""Sending, step by step. A mail's state only moves forward, each step by one UPDATE that names where it may come from.

So two processes, a doubled job or a late answer cannot send a mail back or forget that it went out.
"""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import or_, update
from sqlalchemy import select as select_columns
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.features.notifications.models import Mail
from careercoach.features.notifications.rules import GIVE_UP_AFTER, KEEP_FILES, KEEP_MAILS, next_wait
from careercoach.features.notifications.schemas import Attachment, Delivery, DueMail, MailState, OutboxMailDetail
from careercoach.features.notifications.service.news import apply_parked, forget_parked

OPEN = (MailState.QUEUED, MailState.SENDING)
LATE = timedelta(minutes=30)
LONGEST_REST_S = 6 * 3600
AT_ONCE = 500
"""Rows of one look at the table."""


async def claim_mail(session: AsyncSession, *, mail_id: UUID, job_id: str) -> int | None:
    """Take a mail up for sending: the number of failed attempts so far. None if it is done or somebody else's.

    The same job may ask again: it does after a crash. One that went in company rests until its time has come:
    each of the others has a job too, and all of those would try at once.
    """
    is_time = or_(col(Mail.batch) == "", col(Mail.next_at) <= utc_now(), col(Mail.claimed_by) == job_id)
    claimed = await session.execute(
        update(Mail)
        .where(col(Mail.id) == mail_id, col(Mail.state).in_(OPEN), col(Mail.claimed_by).in_(["", job_id]), is_time)
        .values(state=MailState.SENDING, claimed_by=job_id)
        .returning(col(Mail.attempts))
    )
    return claimed.scalar_one_or_none()


async def claim_companions(session: AsyncSession, *, mail_id: UUID, job_id: str, most: int) -> None:
    """Let up to `most` other mails without files go along with one that this job has claimed.

    A mail that was offered in company before goes in the same company again: only then does the provider
    recognise the call, should it have taken it the first time.
    """
    mail = (await session.execute(select(Mail.batch, Mail.has_files, Mail.attempts).where(Mail.id == mail_id))).one()
    batch, has_files, attempts = mail
    free = (col(Mail.state).in_(OPEN), col(Mail.claimed_by) == "")
    if batch:
        await session.execute(
            update(Mail).where(col(Mail.batch) == batch, *free).values(state=MailState.SENDING, claimed_by=job_id)
        )
        return
    if has_files or attempts:
        return
    fresh = (*free, col(Mail.batch) == "", col(Mail.attempts) == 0, col(Mail.has_files).is_(False))
    oldest = select(Mail.id).where(*fresh, col(Mail.next_at) <= utc_now()).order_by(col(Mail.created_at)).limit(most)
    going = {"state": MailState.SENDING, "claimed_by": job_id, "batch": job_id}
    taken = await session.execute(
        update(Mail).where(col(Mail.id).in_(oldest), *fresh).values(**going).returning(col(Mail.id))
    )
    if taken.first() is not None:
        await session.execute(update(Mail).where(col(Mail.id) == mail_id).values(batch=job_id))


async def get_outgoing(session: AsyncSession, *, mail_id: UUID) -> OutboxMailDetail | None:
    """What is to be sent, while it is being sent; None once it is done."""
    mail = await session.get(Mail, mail_id)
    if mail is None or mail.state != MailState.SENDING:
        return None
    return OutboxMailDetail.model_validate(mail.model_dump())


async def list_batch(session: AsyncSession, *, batch: str) -> list[OutboxMailDetail]:
    """All mails of one call, in an order that is always the same."""
    rows = await session.execute(
        select(Mail).where(Mail.batch == batch, Mail.state == MailState.SENDING).order_by(col(Mail.key))
    )
    return [OutboxMailDetail.model_validate(mail.model_dump()) for mail in rows.scalars()]


async def list_claimed(session: AsyncSession, *, job_id: str) -> list[tuple[UUID, int]]:
    """Mails that a job still holds, with their failed attempts."""
    held = select(Mail.id, Mail.attempts).where(Mail.claimed_by == job_id, Mail.state == MailState.SENDING)
    return [(mail_id, attempts) for mail_id, attempts in await session.execute(held)] if job_id else []


async def begin_attempt(session: AsyncSession, *, mail_id: UUID) -> bool:
    """Note that it is being handed over. False: it was before, and nobody knows what came of that."""
    begun = await session.execute(
        update(Mail).where(col(Mail.id) == mail_id, col(Mail.begun_at).is_(None)).values(begun_at=utc_now())
        .returning(col(Mail.id))
    )  # fmt: skip
    return begun.scalar_one_or_none() is not None


async def save_delivery(
    session: AsyncSession, *, mail_id: UUID, attempts: int, delivery: Delivery, job_id: str | None = None
) -> MailState:
    """Keep what the provider said to the attempt after `attempts` failed ones. Repeating it changes nothing."""
    now = utc_now()
    mine = [col(Mail.id) == mail_id, col(Mail.state) == MailState.SENDING, col(Mail.attempts) == attempts]
    if job_id is not None:
        mine.append(col(Mail.claimed_by) == job_id)
    saved = await session.execute(
        update(Mail).where(*mine).values(**_outcome(attempts, delivery, now)).returning(col(Mail.id))
    )
    if saved.scalar_one_or_none() is not None and delivery.provider_id:
        await apply_parked(session, mail_id=mail_id, provider_id=delivery.provider_id[:200])
    state = (await session.execute(select(Mail.state).where(Mail.id == mail_id))).scalar_one_or_none()
    if state is None:
        raise NotFoundError
    return MailState(state)


def _outcome(attempts: int, delivery: Delivery, now: datetime) -> dict[str, Any]:
    """What is known of a mail after an attempt."""
    if delivery.provider_id:
        return {"state": MailState.SENT, "sent_at": now, "provider_id": delivery.provider_id[:200], "reason": ""}
    reason = delivery.reason[:40]
    # Still on its way: another job may take it up when the time has come.
    again: dict[str, Any] = {"reason": reason, "claimed_by": "", "begun_at": None}
    if delivery.alone:
        again["batch"] = ""
    if delivery.postponed:
        wait = timedelta(seconds=max(1, min(delivery.retry_after_s, LONGEST_REST_S)))
        return again | {"postponed": col(Mail.postponed) + 1, "next_at": now + wait}
    wait = None if delivery.is_final else next_wait(attempts + 1, delivery.retry_after_s)
    if wait is None:
        return {"state": MailState.FAILED, "attempts": attempts + 1, "reason": reason}
    return again | {"attempts": attempts + 1, "next_at": now + wait}


async def list_due(session: AsyncSession, *, now: datetime) -> list[DueMail]:
    """Mails that no job has taken up although their time has come, oldest first."""
    rows = await session.execute(
        select_columns(col(Mail.id), col(Mail.key), col(Mail.attempts), col(Mail.postponed), col(Mail.next_at))
        .where(col(Mail.state).in_(OPEN), col(Mail.next_at) <= now, col(Mail.claimed_by) == "")
        .order_by(col(Mail.next_at))
        .limit(AT_ONCE)
    )
    return [
        DueMail(id=id, key=key, attempts=tries, postponed=waits, is_late=now - due > LATE)
        for id, key, tries, waits, due in rows
    ]


async def has_stale(session: AsyncSession, *, now: datetime) -> bool:
    """Whether a mail has been on its way for so long that it is old news."""
    stale = select(Mail.id).where(col(Mail.state).in_(OPEN), col(Mail.created_at) < now - GIVE_UP_AFTER).limit(1)
    return (await session.execute(stale)).first() is not None


async def give_up_stale(session: AsyncSession, *, now: datetime) -> None:
    """Say that they were not sent, instead of sending yesterday's news."""
    await session.execute(
        update(Mail)
        .where(col(Mail.state).in_(OPEN), col(Mail.created_at) < now - GIVE_UP_AFTER)
        .values(state=MailState.FAILED, reason="too_late")
    )


async def list_old_attachments(session: AsyncSession, *, now: datetime) -> list[Attachment]:
    """Files of mails that went out long ago."""
    rows = await session.execute(
        select(Mail.attachments).where(
            col(Mail.state).not_in(OPEN), col(Mail.created_at) < now - KEEP_FILES, Mail.has_files
        )
    )
    return [Attachment.model_validate(one) for found in rows.scalars() for one in found]


async def forget_old(session: AsyncSession, *, now: datetime) -> None:
    """Forget the old attachments (their files are deleted already) and mails of more than a year ago."""
    done = col(Mail.state).not_in(OPEN)
    await session.execute(
        update(Mail)
        .where(done, col(Mail.created_at) < now - KEEP_FILES, col(Mail.has_files))
        .values(attachments=[], has_files=False)
    )
    await session.execute(delete(Mail).where(done, col(Mail.created_at) < now - KEEP_MAILS))
    await forget_parked(session)


async def list_file_keys(session: AsyncSession) -> set[str]:
    """The keys of all attachments that a row still names, of everybody."""
    rows = await session.execute(select(Mail.attachments).where(Mail.has_files))
    return {Attachment.model_validate(one).file_key for found in rows.scalars() for one in found}
