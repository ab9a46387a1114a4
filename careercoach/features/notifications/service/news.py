"""What providers tell about mails they took. Each piece of news has an effect once, in whatever order it comes."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core.clock import utc_now
from careercoach.features.notifications.models import Mail, MailEvent
from careercoach.features.notifications.rules import RANKS
from careercoach.features.notifications.schemas import MailNews, MailState
from careercoach.features.notifications.service.stopping import stop_address

KEEP_PARKED = timedelta(days=30)


async def keep_news(session: AsyncSession, *, news: MailNews) -> bool:
    """Note what a provider told, once, and let it have its effect. News of a mail we do not know (yet) is parked.

    False if we have heard it before.
    """
    mail = await _mail_of(session, news)
    row = news.model_dump() | {"mail_id": mail.id if mail else None, "received_at": utc_now()}
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    fresh = dialect.insert(MailEvent).values(**row).on_conflict_do_nothing(index_elements=["id"])
    if (await session.execute(fresh.returning(col(MailEvent.id)))).scalar_one_or_none() is None:
        return False
    if mail is not None:
        await _apply(session, mail_id=mail.id, state=news.state, reason=news.reason, stops=news.stops)
    return True


async def apply_parked(session: AsyncSession, *, mail_id: UUID, provider_id: str) -> None:
    """The provider was faster with its news than we with our note that it took the mail."""
    parked = await session.execute(
        select(MailEvent).where(MailEvent.provider_id == provider_id, col(MailEvent.mail_id).is_(None))
    )
    for event in parked.scalars():
        event.mail_id = mail_id
        await _apply(session, mail_id=mail_id, state=MailState(event.state), reason=event.reason, stops=event.stops)


async def forget_parked(session: AsyncSession) -> None:
    """News of mails that were never ours."""
    old = (col(MailEvent.mail_id).is_(None), col(MailEvent.received_at) < utc_now() - KEEP_PARKED)
    await session.execute(delete(MailEvent).where(*old))


async def _mail_of(session: AsyncSession, news: MailNews) -> Mail | None:
    found = (await session.execute(select(Mail).where(Mail.provider_id == news.provider_id))).scalars().first()
    if found is None and news.mail_id is not None:
        found = await session.get(Mail, news.mail_id)
        # A mail that is still being sent hears of it when its own note is written: that step must find it as it was.
        if found is not None and found.state in (MailState.QUEUED, MailState.SENDING):
            return None
    return found


async def _apply(session: AsyncSession, *, mail_id: UUID, state: MailState, reason: str, stops: bool) -> None:
    lower = [name for name, rank in RANKS.items() if rank < RANKS[state]]
    await session.execute(
        update(Mail).where(col(Mail.id) == mail_id, col(Mail.state).in_(lower)).values(state=state, reason=reason[:40])
    )
    if stops:
        mail = (await session.execute(select(Mail.to, Mail.user_id).where(Mail.id == mail_id))).one()
        why = "complained" if state is MailState.COMPLAINED else "bounced"
        await stop_address(session, address=mail[0], user_id=mail[1], reason=why)
