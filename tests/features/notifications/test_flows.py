"""Handing over: what a provider says is kept with the mail."""

import pytest

from careercoach.core import db, pace
from careercoach.features.notifications import flows, service
from careercoach.features.notifications.schemas import Delivery, MailState
from careercoach.ports.mail import MailUnavailableError, message_id_of
from careercoach.settings import settings
from tests import factories


async def _queue(**changes):
    wish = {
        "user_id": None,
        "to": "asha@example.org",
        "kind": "daily",
        "key": "k",
        "subject": "s",
        "text": "t",
        "html": "<p>t",
    }
    async with db.transaction() as session:
        return await service.queue_mail(session, **(wish | changes))


async def _attempt(mail_id, job_id="a"):
    attempts = await flows.claim_mail(mail_id, job_id)
    delivery = await flows.send_mail(mail_id)
    return await flows.save_delivery(mail_id, attempts, delivery)


async def test_the_whole_message_arrives(database, mailbox):
    file = await service.keep_attachment(file_name="plan.pdf", content_type="application/pdf", data=b"%PDF")
    mail = await _queue(attachments=[file], headers={"List-Unsubscribe": "<https://h/u>"})
    assert await _attempt(mail.id) == MailState.SENT
    [message] = mailbox.taken
    assert (message.key, message.to, message.subject, message.text, message.html) == (
        "k",
        "asha@example.org",
        "s",
        "t",
        "<p>t",
    )
    assert [(found.file_name, found.data) for found in message.attachments] == [("plan.pdf", b"%PDF")]
    assert message.headers == {"List-Unsubscribe": "<https://h/u>"}
    assert message.message_id == message_id_of("k", settings.mail_from)
    assert message.written_at == mail.created_at


@pytest.mark.parametrize(
    ("error", "state", "reason"),
    [
        (MailUnavailableError("rate_limit", retry_after_s=30), MailState.SENDING, "rate_limit"),
        (MailUnavailableError("bounced", is_final=True), MailState.FAILED, "bounced"),
    ],
)
async def test_refusals_are_answers(database, mailbox, error, state, reason):
    mailbox.refuses.append(error)
    mail = await _queue()
    assert await _attempt(mail.id) == state
    async with db.reading() as session:
        assert (await service.get_mail(session, mail_id=mail.id)).reason == reason


async def test_a_lost_attachment_is_final_and_said(database, mailbox, storage):
    file = await service.keep_attachment(file_name="plan.pdf", content_type="application/pdf", data=b"%PDF")
    mail = await _queue(attachments=[file])
    await storage.delete(file.file_key)
    assert await _attempt(mail.id) == MailState.FAILED
    assert mailbox.taken == []


async def test_nothing_goes_out_twice(database, mailbox):
    mail = await _queue()
    assert await _attempt(mail.id) == MailState.SENT
    assert await flows.claim_mail(mail.id, "b") is None
    assert await flows.send_mail(mail.id) == Delivery(reason="gone", is_final=True)
    assert len(mailbox.taken) == 1


async def test_no_provider_yet_is_no_loss(database, monkeypatch):
    from careercoach.ports import mail as door

    monkeypatch.setattr(door, "_mailer", None)
    mail = await _queue()
    assert await _attempt(mail.id) == MailState.SENDING


async def test_a_trial_goes_to_the_admins_own_address_in_their_language(database, mailbox):
    async with db.transaction() as session:
        admin = await factories.add_person(session, language="es", is_admin=True)
    mail = await flows.queue_trial(admin.id)
    assert await _attempt(mail.id) == MailState.SENT
    [message] = mailbox.taken
    assert message.to == "asha@example.org" and message.subject == "Un correo de prueba de CareerCoach"
    assert (await flows.queue_trial(admin.id)).id != mail.id


async def test_a_hold_is_told(database):
    assert await flows.find_hold() is None
    async with db.transaction() as session:
        await pace.hold_all(session, "mail", seconds=90, reason="daily_quota_exceeded")
    assert (await flows.find_hold()).reason == "daily_quota_exceeded"
