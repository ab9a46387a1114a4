"""Mails go out as durable jobs; news of the accounts become mails; old ones are cleared away."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from careercoach.core import db, jobs
from careercoach.core.afterwards import after_commit
from careercoach.core.events import react_to
from careercoach.core.ids import new_id
from careercoach.core.jobs import JobRun, JobsNotRunningError, Json, Offer, Queue, StepFailedError
from careercoach.core.security import fingerprint
from careercoach.features.accounts import service as accounts
from careercoach.features.accounts.events import PasswordChanged, PasswordResetAsked, UserSignedUp
from careercoach.features.notifications import documents, flows, service
from careercoach.features.notifications.documents import Written
from careercoach.features.notifications.events import MailQueued
from careercoach.features.notifications.rules import job_key
from careercoach.features.notifications.schemas import Delivery

SEND_TIMEOUT_S = 180
"""Three tries of twenty seconds, and the waits between them."""


@jobs.job("mail.send", queue=Queue.MAIL)
async def send(run: JobRun, ref: str) -> Json:
    """One attempt at one mail and those that go along; `ref` is its id. A crash in the middle repeats it at the
    provider under its key."""
    attempts = await run.step("claim", _claim, ref, run.job_id, tries=5)
    if attempts is None:
        return None
    try:
        delivery = await run.step("send", _send, ref, timeout_s=SEND_TIMEOUT_S)
    except StepFailedError as error:
        delivery = Delivery(reason=error.error).model_dump(mode="json")
    return await run.step("save", _save, ref, attempts, delivery, run.job_id, tries=5)


async def _claim(ref: str, job_id: str) -> Json:
    return await flows.claim_mail(UUID(ref), job_id)


async def _send(ref: str) -> Json:
    return (await flows.send_mail(UUID(ref))).model_dump(mode="json")


async def _save(ref: str, attempts: int, delivery: Json, job_id: str) -> Json:
    return await flows.save_delivery(UUID(ref), attempts, Delivery.model_validate(delivery), job_id)


@jobs.job("mail.give_up", queue=Queue.MAINTENANCE)
async def give_up(run: JobRun, ref: str) -> Json:
    """Mark mails that nobody could send for half a day. `ref` is the hour."""
    return await run.step("give_up", flows.give_up_stale, tries=3)


@jobs.job("mail.forget_old", queue=Queue.MAINTENANCE)
async def forget_old(run: JobRun, ref: str) -> Json:
    """Once a day: attachments of a month ago, mails of a year ago. `ref` is the day."""
    return await run.step("forget", flows.forget_old, tries=3)


@jobs.due_every_minute
async def due(now: datetime) -> list[Offer]:
    """Mails whose job was never submitted (the process died after the commit) or whose next attempt has come."""
    async with db.reading() as session:
        waiting = await service.list_due(session, now=now)
        has_stale = await service.has_stale(session, now=now)
    hour = f"{now:%Y-%m-%dT%H}"
    offers = [
        Offer(
            send,
            ref=str(mail.id),
            key=job_key(mail.key, mail.attempts, hour if mail.is_late else "", mail.postponed),
        )
        for mail in waiting
    ]
    if has_stale:
        offers.append(Offer(give_up, ref=hour, key=f"mail-give-up/{hour}"))
    return [*offers, Offer(forget_old, ref=f"{now:%Y-%m-%d}", key=f"mail-forget-old/{now:%Y-%m-%d}")]


@react_to(MailQueued)
async def send_soon(session: AsyncSession, fact: MailQueued) -> None:
    """Do not wait for the next minute: somebody may be looking at their inbox."""

    async def submit() -> None:
        try:
            await jobs.submit(send, str(fact.mail_id), key=job_key(fact.key, 0))
        except JobsNotRunningError:
            return  # the tick of a process that runs jobs will find it

    after_commit(session, submit)


@react_to(PasswordResetAsked)
async def mail_reset(session: AsyncSession, fact: PasswordResetAsked) -> None:
    """The link, once per link."""
    written = documents.password_reset(name=fact.name, link=fact.link, language=fact.language)
    key = f"password-reset/{fact.user_id}/{fingerprint(fact.link)[:16]}"
    await _queue(session, fact.user_id, fact.email, "password_reset", key, written, secret=True)


@react_to(PasswordChanged)
async def mail_changed(session: AsyncSession, fact: PasswordChanged) -> None:
    """A warning for each change."""
    written = documents.password_changed(name=fact.name, language=fact.language)
    await _queue(session, fact.user_id, fact.email, "password_changed", f"password-changed/{new_id()}", written)


@react_to(UserSignedUp)
async def mail_welcome(session: AsyncSession, fact: UserSignedUp) -> None:
    """Once per account."""
    user = await accounts.get_user(session, user_id=fact.user_id)
    written = documents.welcome(name=user.name, language=fact.language)
    await _queue(session, user.id, user.email, "welcome", f"welcome/{user.id}", written)


async def _queue(
    session: AsyncSession, user_id: UUID, to: str, kind: str, key: str, written: Written, *, secret: bool = False
) -> None:
    await service.queue_mail(
        session,
        user_id=user_id,
        to=to,
        kind=kind,
        key=key,
        subject=written.subject,
        text=written.letter.text,
        html=written.letter.html,
        secret=secret,
    )
