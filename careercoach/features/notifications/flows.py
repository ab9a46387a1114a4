"""Handing mails to the provider. Every step may be repeated: the mail's key tells the provider that it has it."""

from typing import cast
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core import db, pace
from careercoach.core.clock import utc_now
from careercoach.core.errors import NotFoundError
from careercoach.core.ids import new_id
from careercoach.core.logs import log
from careercoach.core.pace import Turn
from careercoach.features.accounts import service as accounts
from careercoach.features.notifications import documents, service
from careercoach.features.notifications.dispatch import SERVICE, at_our_turn
from careercoach.features.notifications.rules import NEEDED
from careercoach.features.notifications.schemas import Attachment, Delivery, MailView, OtherDelivery, OutboxMailDetail
from careercoach.ports.files import FilesUnavailableError, files
from careercoach.ports.mail import (
    BatchMailer,
    ForgivingMailer,
    MailAttachment,
    MailMessage,
    MailUnavailableError,
    UnsafeMailError,
    mail_limits,
    mailer,
    message_id_of,
)
from careercoach.ports.mail.smtp import NO_SUCH_ADDRESS
from careercoach.settings import settings


async def claim_mail(mail_id: UUID, job_id: str) -> int | None:
    """Take a mail up: how many attempts have failed, or None when there is nothing to do.

    A provider that takes many at once is given others that wait as well.
    """
    async with db.transaction() as session:
        attempts = await service.claim_mail(session, mail_id=mail_id, job_id=job_id)
        if attempts is not None and mail_limits().batch > 1:
            most = mail_limits().batch - 1
            await service.claim_companions(session, mail_id=mail_id, job_id=job_id, most=most)
        return attempts


async def send_mail(mail_id: UUID) -> Delivery:
    """Hand one mail over, with its companions. What the provider says is an answer, not an error: it is kept."""
    async with db.reading() as session:
        mail = await service.get_outgoing(session, mail_id=mail_id)
        mails = await service.list_batch(session, batch=mail.batch) if mail and mail.batch else []
        is_stopped = mail is not None and await service.is_stopped(session, address=mail.to)
    if mail is None:
        return Delivery(reason="gone", is_final=True)
    if mails:
        return await _send_together(mail, mails)
    if is_stopped and mail.kind not in NEEDED:
        return Delivery(reason="stopped", is_final=True)
    return await _send_alone(mail)


async def _send_alone(mail: OutboxMailDetail) -> Delivery:
    if not mail_limits().remembers_keys and mail.kind not in NEEDED and not await _begin(mail.id):
        return _unsure()
    try:
        message = await build_message(mail)
        return Delivery(provider_id=await at_our_turn(lambda: mailer().send(message)))
    except MailUnavailableError as error:
        if error.in_doubt and mail.kind not in NEEDED:
            return _unsure()
        if error.reason == NO_SUCH_ADDRESS:
            await _stop(mail)
        return _refused(error)
    except FilesUnavailableError:
        return Delivery(reason="files")
    except NotFoundError:
        return Delivery(reason="attachment_gone", is_final=True)
    except UnsafeMailError:
        return Delivery(reason="unsafe", is_final=True)


async def _begin(mail_id: UUID) -> bool:
    async with db.transaction() as session:
        return await service.begin_attempt(session, mail_id=mail_id)


async def _stop(mail: OutboxMailDetail) -> None:
    async with db.transaction() as session:
        await service.stop_address(session, address=mail.to, user_id=mail.user_id, reason="bounced")


def _unsure() -> Delivery:
    """Nobody knows whether it went out. Twice would be worse than a day without."""
    return Delivery(reason="unsure", is_final=True)


def _refused(error: MailUnavailableError) -> Delivery:
    return Delivery(
        reason=error.reason,
        is_final=error.is_final,
        retry_after_s=error.retry_after_s,
        postponed=error.holds_all and not error.is_final,
    )


async def _send_together(mail: OutboxMailDetail, mails: list[OutboxMailDetail]) -> Delivery:
    """All of a batch in one call. Its members never change, so a repeat is recognised by its key."""
    provider = cast(BatchMailer, mailer())
    try:
        messages = [await build_message(one) for one in mails]
        answers = await at_our_turn(lambda: provider.send_many(messages, key=mail.batch))
        deliveries = [_said(answer) for answer in answers]
    except (MailUnavailableError, UnsafeMailError) as error:
        refused = (
            _refused(error) if isinstance(error, MailUnavailableError) else Delivery(reason="unsafe", is_final=True)
        )
        # Refused for good as a whole: each tries by itself, so that one bad one costs only itself.
        deliveries = [refused.model_copy(update={"is_final": False, "alone": refused.is_final}) for _ in mails]
    said = dict(zip([one.id for one in mails], deliveries, strict=True))
    others = [
        OtherDelivery(mail_id=one.id, attempts=one.attempts, delivery=said[one.id])
        for one in mails
        if one.id != mail.id
    ]
    return said[mail.id].model_copy(update={"others": others})


def _said(answer: str | MailUnavailableError) -> Delivery:
    return Delivery(provider_id=answer) if isinstance(answer, str) else _refused(answer)


async def save_delivery(mail_id: UUID, attempts: int, delivery: Delivery, job_id: str | None = None) -> str:
    """Keep what came of it and of its companions; the mail's state."""
    async with db.transaction() as session:
        for other in delivery.others:
            await _save(session, other.mail_id, other.attempts, other.delivery, job_id)
        state = await _save(session, mail_id, attempts, delivery, job_id)
        # Companions nothing was said about, because the step itself failed, must not wait for this job for ever.
        for left_id, left_attempts in await service.list_claimed(session, job_id=job_id or ""):
            await _save(session, left_id, left_attempts, delivery, job_id)
        return state


async def _save(session: AsyncSession, mail_id: UUID, attempts: int, delivery: Delivery, job_id: str | None) -> str:
    try:
        state = await service.save_delivery(
            session, mail_id=mail_id, attempts=attempts, delivery=delivery, job_id=job_id
        )
    except NotFoundError:
        return "gone"  # its account was deleted meanwhile
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
        tags={"kind": mail.kind, "mail": mail.id.hex},
    )


async def read_mail(mail_id: UUID, *, actor: UUID) -> OutboxMailDetail:
    """What a mail to somebody says, for an admin; that they looked is on record. Raises NotFoundError."""
    async with db.transaction() as session:
        mail = await service.get_mail(session, mail_id=mail_id)
        whose = ("account", str(mail.user_id)) if mail.user_id else ("mail", str(mail.id))
        await accounts.record_act(
            session, actor=actor, action="mail_read", target_kind=whose[0], target=whose[1],
            after={"mail": str(mail.id), "kind": mail.kind},
        )  # fmt: skip
    return mail


async def get_message(mail_id: UUID, *, actor: UUID) -> MailMessage:
    """A mail as it was or will be sent, for an admin; that they looked is on record. Raises NotFoundError."""
    return await build_message(await read_mail(mail_id, actor=actor))


async def queue_trial(user_id: UUID) -> MailView:
    """A mail to an admin's own address, to see whether mail arrives. Raises NotFoundError."""
    async with db.transaction() as session:
        user = await accounts.get_user(session, user_id=user_id)
        written = documents.trial(name=user.name, language=user.language)
        mail = await service.queue_mail(
            session,
            user_id=user_id,
            to=user.email,
            kind="test",
            key=f"test/{new_id()}",
            subject=written.subject,
            text=written.letter.text,
            html=written.letter.html,
        )
        await accounts.record_act(
            session, actor=user_id, action="test_mail", target_kind="account", target=str(user_id),
            after={"mail": str(mail.id)},
        )  # fmt: skip
        return mail


async def find_hold() -> Turn | None:
    """Why and how long all mail waits at the moment; None if it does not."""
    async with db.reading() as session:
        return await pace.find_hold(session, SERVICE)


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


async def find_attachment_link(attachment: Attachment) -> str:
    """A short-lived address of that file at the storage itself; empty when the app has to hand it on."""
    return await files().link(attachment.file_key, file_name=attachment.file_name, content_type=attachment.content_type)


async def resume_address(user_id: UUID) -> None:
    """Send to a person's own address again, also where the provider keeps a list of its own. Raises NotFoundError."""
    async with db.transaction() as session:
        address = await service.resume_address(session, user_id=user_id)
    provider = mailer()
    if hasattr(provider, "allow_again"):
        try:
            await at_our_turn(lambda: cast(ForgivingMailer, provider).allow_again(address))
        except MailUnavailableError as error:
            # If its list still holds the address, the next mail says so and the person sees it again.
            log.warning("the provider's own list could not be asked: %s", error.reason)
