"""Writing mail into the outbox, together with the news it tells."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import bindparam, func
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, select

from careercoach.core.clock import utc_now
from careercoach.core.db import metadata
from careercoach.core.errors import InvalidInputError
from careercoach.core.events import announce
from careercoach.core.ids import new_id
from careercoach.features.notifications.events import MailQueued
from careercoach.features.notifications.models import Mail
from careercoach.features.notifications.rules import NEEDED, NEVER_HELD, PER_DAY
from careercoach.features.notifications.schemas import Attachment, MailState, MailView
from careercoach.features.notifications.service.stopping import is_stopped
from careercoach.ports.files import files, new_key
from careercoach.ports.mail import check_address, check_header

# Made once: with two dozen columns, putting this statement together took longer than running it.
_MAILS = metadata.tables["mails"]
_ADD = {
    name: dialect.insert(_MAILS).on_conflict_do_nothing(index_elements=["key"]).returning(_MAILS.c.id)
    for name, dialect in (("postgresql", postgresql), ("sqlite", sqlite))
}
_KEY = select(col(Mail.id)).where(Mail.key == bindparam("of_key"))
_RECENT = select(func.count()).where(
    Mail.to == bindparam("address"),
    col(Mail.created_at) > bindparam("since"),
    col(Mail.kind).not_in(NEVER_HELD),
    col(Mail.state) != MailState.FAILED,
)


async def keep_attachment(*, file_name: str, content_type: str, data: bytes) -> Attachment:
    """Put a file into the private storage, to be named in `queue_mail`. Call it before the transaction.

    Raises FilesUnavailableError.
    """
    key = new_key("mails")
    await files().put(key, data, content_type)
    return Attachment(file_name=file_name, content_type=content_type, file_key=key, size_bytes=len(data))


async def is_queued(session: AsyncSession, *, key: str) -> bool:
    """Whether a mail of this key was ever queued: ask before you render what it would carry."""
    return (await session.execute(_KEY, {"of_key": key})).first() is not None


async def queue_mail(
    session: AsyncSession,
    *,
    user_id: UUID | None,
    to: str,
    kind: str,
    key: str,
    subject: str,
    text: str,
    html: str,
    attachments: Sequence[Attachment] = (),
    headers: Mapping[str, str] | None = None,
    secret: bool = False,
) -> MailView:
    """Write one mail into the outbox. It is sent after the caller's transaction has committed, and only then.

    `key` says what the mail means, e.g. `daily/{user}/2026-03-29`: a key that is there already gives that
    mail and writes nothing. `secret`: it holds a one-time link, so the person's history does not show its
    text. Above 20 mails a day to one address it is kept as failed ("limit"), and so it is when mail to that
    address came back or was complained of ("stopped"). Raises UnsafeMailError for line breaks in headers.
    """
    _check(to, kind, key, subject, headers or {}, attachments)
    row: dict[str, Any] = {
        "id": new_id(), "user_id": user_id, "to": to, "kind": kind, "key": key, "subject": subject, "text": text,
        "html": html, "headers": dict(headers or {}), "is_secret": secret, "has_files": bool(attachments),
        "attachments": [attachment.model_dump() for attachment in attachments], "attempts": 0, "claimed_by": "",
        "postponed": 0, "batch": "", "begun_at": None,
        "reason": "", "provider_id": "", "state": MailState.QUEUED.value, "created_at": utc_now(),
        "next_at": utc_now(), "sent_at": None,
    }  # fmt: skip
    if await _is_over_limit(session, to=to, kind=kind):
        row |= {"state": MailState.FAILED.value, "reason": "limit"}
    elif kind not in NEEDED and await is_stopped(session, address=to):
        row |= {"state": MailState.FAILED.value, "reason": "stopped"}
    # One statement: of two that offer the same key at once, the second waits and then does nothing.
    written = await session.execute(_ADD[session.get_bind().dialect.name], row)
    if written.scalar_one_or_none() is None:
        mail = (await session.execute(select(Mail).where(Mail.key == key))).scalar_one()
        return MailView.model_validate(mail.model_dump())
    if row["state"] == MailState.QUEUED:
        await announce(session, MailQueued(mail_id=row["id"], key=key))
    return MailView.model_validate(row)


def _check(
    to: str, kind: str, key: str, subject: str, headers: Mapping[str, str], attachments: Sequence[Attachment]
) -> None:
    """Refuse what could smuggle a header in, or could not be a job's id."""
    check_address(to)
    check_header("Subject", subject)
    for name, value in [
        *headers.items(),
        *(("filename", attachment.file_name) for attachment in attachments),
    ]:
        check_header(name, value)
    if not 0 < len(key) <= 200 or not key.isprintable() or " " in key or not 0 < len(kind) <= 40:
        raise InvalidInputError
    if len(subject) > 200:
        raise InvalidInputError


async def _is_over_limit(session: AsyncSession, *, to: str, kind: str) -> bool:
    if kind in NEVER_HELD:
        return False
    since = utc_now() - timedelta(days=1)
    return (await session.execute(_RECENT, {"address": to, "since": since})).scalar_one() >= PER_DAY
