"""Sending, step by step. A mail's state only moves forward, each step by one UPDATE that names where it may come from.

So two processes, a doubled job or a late answer cannot send a mail back or forget that it went out.
"""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.features.notifications.models import Mail
from careercoach.features.notifications.rules import GIVE_UP_AFTER, KEEP_FILES, KEEP_MAILS, next_wait
from careercoach.features.notifications.schemas import Attachment, Delivery, DueMail, MailState, OutboxMailDetail

OPEN = (MailState.QUEUED, MailState.SENDING)
LATE = timedelta(minutes=30)
AT_ONCE = 500
"""Rows of one look at the table."""


async def claim_mail(session: AsyncSession, *, mail_id: UUID, job_id: str) -> int | None:
    """Take a mail up for sending: the number of failed attempts so far. None if it is done or somebody else's.

    The same job may ask again: it does after a crash.
    """
    claimed = await session.execute(
        update(Mail)
        .where(col(Mail.id) == mail_id, col(Mail.state).in_(OPEN), col(Mail.claimed_by).in_(["", job_id]))
        .values(state=MailState.SENDING, claimed_by=job_id)
        .returning(col(Mail.attempts))
    )
    return claimed.scalar_one_or_none()


async def get_outgoing(session: AsyncSession, *, mail_id: UUID) -> OutboxMailDetail | None:
    """What is to be sent, while it is being sent; None once it is done."""
    mail = await session.get(Mail, mail_id)
    if mail is None or mail.state != MailState.SENDING:
        return None
    return OutboxMailDetail.model_validate(mail.model_dump())


async def save_delivery(session: AsyncSession, *, mail_id: UUID, attempts: int, delivery: Delivery) -> MailState:
    """Keep what the provider said to the attempt after `attempts` failed ones. Repeating it changes nothing."""
    now = utc_now()
    mine = (col(Mail.id) == mail_id, col(Mail.state) == MailState.SENDING, col(Mail.attempts) == attempts)
    wait = None if delivery.is_final else next_wait(attempts + 1, delivery.retry_after_s)
    if delivery.provider_id:
        values = {"state": MailState.SENT, "sent_at": now, "provider_id": delivery.provider_id[:200], "reason": ""}
    elif wait is None:
        values = {"state": MailState.FAILED, "attempts": attempts + 1, "reason": delivery.reason[:40]}
    else:
        # Still on its way: another job may take it up when the time has come.
        values = {"attempts": attempts + 1, "reason": delivery.reason[:40], "claimed_by": "", "next_at": now + wait}
    await session.execute(update(Mail).where(*mine).values(**values))
    state = (await session.execute(select(Mail.state).where(Mail.id == mail_id))).scalar_one_or_none()
    if state is None:
        raise NotFoundError
    return MailState(state)


async def list_due(session: AsyncSession, *, now: datetime) -> list[DueMail]:
    """Mails that no job has taken up although their time has come, oldest first."""
    rows = await session.execute(
        select(Mail.id, Mail.key, Mail.attempts, Mail.next_at)
        .where(col(Mail.state).in_(OPEN), col(Mail.next_at) <= now, Mail.claimed_by == "")
        .order_by(col(Mail.next_at))
        .limit(AT_ONCE)
    )
    return [DueMail(id=id, key=key, attempts=tries, is_late=now - due > LATE) for id, key, tries, due in rows]


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


async def list_file_keys(session: AsyncSession) -> set[str]:
    """The keys of all attachments that a row still names, of everybody."""
    rows = await session.execute(select(Mail.attachments).where(Mail.has_files))
    return {Attachment.model_validate(one).file_key for found in rows.scalars() for one in found}
