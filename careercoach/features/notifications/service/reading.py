"""Looking at what was sent: one's own mails, and for an admin the outbox."""

from uuid import UUID

from sqlalchemy import func
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.errors import NotFoundError
from careercoach.features.notifications.models import Mail
from careercoach.features.notifications.schemas import (
    MailState,
    MailText,
    MailView,
    OutboxMail,
    OutboxMailDetail,
    OutboxPage,
)


async def list_mails(session: AsyncSession, *, user_id: UUID, limit: int = 50) -> list[MailView]:
    """A person's own mails, newest first."""
    rows = await session.execute(
        select(Mail).where(Mail.user_id == user_id).order_by(col(Mail.created_at).desc()).limit(min(limit, 200))
    )
    return [MailView.model_validate(mail.model_dump()) for mail in rows.scalars()]


async def get_own_mail(session: AsyncSession, *, user_id: UUID, mail_id: UUID) -> MailText:
    """One of one's own mails with its text. Raises NotFoundError for anyone else's.

    A mail with a one-time link keeps its text for itself: whoever borrows a session must not get a new password.
    """
    mail = await session.get(Mail, mail_id)
    if mail is None or mail.user_id != user_id:
        raise NotFoundError
    return MailText.model_validate(mail.model_dump() | ({"text": ""} if mail.is_secret else {}))


async def list_outbox(
    session: AsyncSession, *, search: str = "", state: MailState | None = None, limit: int = 50, offset: int = 0
) -> OutboxPage:
    """All mails for the admin, newest first; `search` looks in addresses, subjects and kinds."""
    query = select(Mail)
    if state is not None:
        query = query.where(Mail.state == state)
    if search:
        pattern = "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        fields = (col(Mail.to), col(Mail.subject), col(Mail.kind))
        found = fields[0].ilike(pattern, escape="\\")
        for field in fields[1:]:
            found = found | field.ilike(pattern, escape="\\")
        query = query.where(found)
    total = (await session.execute(select(func.count()).select_from(query.subquery()))).scalar_one()
    rows = await session.execute(
        query.order_by(col(Mail.created_at).desc()).offset(max(0, offset)).limit(max(1, min(limit, 200)))
    )
    return OutboxPage(mails=[OutboxMail.model_validate(mail.model_dump()) for mail in rows.scalars()], total=total)


async def get_mail(session: AsyncSession, *, mail_id: UUID) -> OutboxMailDetail:
    """One mail for the admin with everything that was sent. Raises NotFoundError."""
    mail = await session.get(Mail, mail_id)
    if mail is None:
        raise NotFoundError
    return OutboxMailDetail.model_validate(mail.model_dump())
