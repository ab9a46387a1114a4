"""Unsubscribing by a signed link: no login, no cookie, one click (RFC 8058)."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core.errors import ForbiddenError, NotFoundError
from careercoach.core.security import sign, signed_by_us
from careercoach.features.accounts import service as accounts
from careercoach.features.profiles import service as profiles
from careercoach.settings import settings

PURPOSE = "unsubscribe"


def unsubscribe_url(user_id: UUID) -> str:
    """The page with one button, for the foot of a mail. It works for ever and only for this person's mails."""
    return f"{settings.base_url}/unsubscribe?{_query(user_id)}"


def list_headers(user_id: UUID) -> dict[str, str]:
    """The headers of every mail that people did not ask for one by one: mail programs show a button for them."""
    return {
        "List-Unsubscribe": f"<{settings.base_url}/api/unsubscribe?{_query(user_id)}>",
        "List-Unsubscribe-Post": "List-Unsubscribe=One-Click",
    }


def _query(user_id: UUID) -> str:
    return f"u={user_id.hex}&s={sign(PURPOSE, user_id.hex)}"


def read_unsubscribe(user: str, signature: str) -> UUID:
    """Whose link this is. Raises ForbiddenError unless we signed it."""
    if not signed_by_us(PURPOSE, user, signature):
        raise ForbiddenError("notifications.bad_link")
    return UUID(hex=user)


async def set_daily_mail(session: AsyncSession, *, user: str, signature: str, mail_on: bool) -> None:
    """Switch the daily mail of the person whose link this is; as often as you like. Raises ForbiddenError.

    An account that is gone gets no mail anyway, so that is a success too.
    """
    user_id = read_unsubscribe(user, signature)
    try:
        await accounts.get_user(session, user_id=user_id)
    except NotFoundError:
        return
    await profiles.set_mail(session, user_id=user_id, mail_on=mail_on)


async def is_daily_mail_on(session: AsyncSession, *, user: str, signature: str) -> bool:
    """Whether it is on now. Raises ForbiddenError."""
    profile = await profiles.get_profile(session, user_id=read_unsubscribe(user, signature))
    return profile.mail_on
