"""Handing mails to the provider. Every step may be repeated: the mail's key tells the provider that it has it."""

from uuid import UUID

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.core.logs import log
from careercoach.features.notifications import service
from careercoach.features.notifications.schemas import Attachment, Delivery, OutboxMailDetail
from careercoach.ports.files import FilesUnavailableError, files
from careercoach.ports.mail import (
    MailAttachment,
    MailMessage,
    MailUnavailableError,
    UnsafeMailError,
    mailer,
    message_id_of,
)
from careercoach.settings import settings


async def claim_mail(mail_id: UUID, job_id: str) -> int | None:
    """Take a mail up: how many attempts have failed, or None when there is nothing to do."""
    async with db.transaction() as session:
        return await service.claim_mail(session, mail_id=mail_id, job_id=job_id)


async def send_mail(mail_id: UUID) -> Delivery:
    """Hand one mail over. What the provider says is an answer, not an error: it is kept with the mail."""
    async with db.reading() as session:
        mail = await service.get_outgoing(session, mail_id=mail_id)
    if mail is None:
        return Delivery(reason="gone", is_final=True)
    try:
        return Delivery(provider_id=await mailer().send(await build_message(mail)))
    except MailUnavailableError as error:
        return Delivery(reason=error.reason, is_final=error.is_final, retry_after_s=error.retry_after_s)
    except FilesUnavailableError:
        return Delivery(reason="files")
    except NotFoundError:
        return Delivery(reason="attachment_gone", is_final=True)
    except UnsafeMailError:
        return Delivery(reason="unsafe", is_final=True)


async def save_delivery(mail_id: UUID, attempts: int, delivery: Delivery) -> str:
    """Keep what came of it; the mail's state."""
    async with db.transaction() as session:
        state = await service.save_delivery(session, mail_id=mail_id, attempts=attempts, delivery=delivery)
    if delivery.reason:
        log.warning("mail %s is %s: %s", mail_id, state, delivery.reason)
    return state


async def build_message(mail: OutboxMailDetail) -> MailMessage:
    """The message of a mail with its files. Raises NotFoundError, FilesUnavailableError, UnsafeMailError."""
    attachments = [
        MailAttachment(found.file_name, found.content_type, await files().get(found.file_key))
        for found in mail.attachments
    ]
    return MailMessage(
        key=mail.key,
        to=mail.to,
        subject=mail.subject,
        text=mail.text,
        html=mail.html,
        attachments=tuple(attachments),
        headers=mail.headers,
        message_id=message_id_of(mail.key, settings.mail_from),
        written_at=mail.created_at,
    )


async def get_message(mail_id: UUID) -> MailMessage:
    """A mail as it was or will be sent, for the admin. Raises NotFoundError."""
    async with db.reading() as session:
        mail = await service.get_mail(session, mail_id=mail_id)
    return await build_message(mail)


async def give_up_stale() -> None:
    """Mark what has been on its way for too long as not sent."""
    async with db.transaction() as session:
        await service.give_up_stale(session, now=utc_now())


async def forget_old() -> None:
    """Delete old attachments, files first: a row that names a missing file does no harm, a lost file stays for ever."""
    now = utc_now()
    async with db.reading() as session:
        attachments = await service.list_old_attachments(session, now=now)
    for attachment in attachments:
        await files().delete(attachment.file_key)
    async with db.transaction() as session:
        await service.forget_old(session, now=now)


async def read_attachment(attachment: Attachment) -> bytes:
    """The bytes of a file that came with a mail. Raises NotFoundError, FilesUnavailableError."""
    return await files().get(attachment.file_key)
