"""The outbox: written once, moved forward only, seen by its owner and the admin."""

import asyncio
from datetime import timedelta
from uuid import uuid4

import pytest

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, ForbiddenError, NotFoundError
from careercoach.core.events import react_to
from careercoach.features.notifications import service
from careercoach.features.notifications.events import MailQueued
from careercoach.features.notifications.models import Mail
from careercoach.features.notifications.schemas import Attachment, Delivery, MailState
from careercoach.features.profiles import service as profiles
from careercoach.ports.mail import UnsafeMailError
from careercoach.settings import settings
from tests import factories

QUEUED: list[MailQueued] = []


@react_to(MailQueued)
async def _note(_session, fact):
    QUEUED.append(fact)


@pytest.fixture(autouse=True)
def _empty():
    QUEUED.clear()


async def queue(session, person=None, **changes):
    wish = {
        "user_id": person.id if person else None, "to": "asha@example.org", "kind": "daily", "key": f"daily/{uuid4()}",
        "subject": "Day 12", "text": "text", "html": "<p>text</p>",
    }  # fmt: skip
    return await service.queue_mail(session, **(wish | changes))


class TestQueueMail:
    async def test_one_row_and_one_fact(self, session, person):
        QUEUED.clear()
        mail = await queue(session, person, key="daily/1/2026-03-29")
        assert (mail.state, mail.kind, mail.subject) == (MailState.QUEUED, "daily", "Day 12")
        assert [fact.key for fact in QUEUED] == ["daily/1/2026-03-29"]

    async def test_the_same_key_gives_the_first_mail(self, session, person):
        first = await queue(session, person, key="k", subject="first")
        QUEUED.clear()
        second = await queue(session, person, key="k", subject="second")
        assert (second.id, second.subject) == (first.id, "first") and QUEUED == []
        assert await service.is_queued(session, key="k")
        assert not await service.is_queued(session, key="other")

    async def test_two_at_once_write_one(self, database):
        async def offer(subject):
            async with db.transaction() as session:
                return await queue(session, key="race", subject=subject)

        mails = await asyncio.gather(*(offer(f"s{number}") for number in range(8)))
        assert len({mail.id for mail in mails}) == 1 and len({mail.subject for mail in mails}) == 1
        async with db.reading() as session:
            assert (await service.list_outbox(session)).total == 1

    async def test_nothing_stays_of_a_transaction_that_fails(self, database):
        with pytest.raises(ZeroDivisionError):
            async with db.transaction() as session:
                await queue(session, key="k")
                raise ZeroDivisionError
        async with db.reading() as session:
            assert (await service.list_outbox(session)).total == 0

    @pytest.mark.parametrize(
        "bad",
        [
            {"subject": "a\r\nBcc: x@y.z"}, {"subject": "x" * 201}, {"to": "a@b.c, d@e.f"}, {"to": "a@b.c\nBcc: d@e.f"},
            {"headers": {"X": "a\r\nB: c"}}, {"headers": {"X\r\nB": "c"}},
            {"key": ""}, {"key": "a b"}, {"key": "x" * 201},
            {"attachments": [Attachment(file_name="a\r\nb", content_type="text/plain", file_key="mails/" + "a" * 32)]},
        ],
    )  # fmt: skip
    async def test_what_could_smuggle_is_refused(self, session, bad):
        with pytest.raises(CoachError) as error:
            await queue(session, **bad)
        assert error.value.status == 422
        assert isinstance(error.value, UnsafeMailError) or error.value.text_key == "core.invalid_input"

    async def test_twenty_a_day_and_the_rest_is_said(self, session):
        mails = [await queue(session, kind="password_reset") for _ in range(22)]
        assert [mail.state for mail in mails[:20]] == [MailState.QUEUED] * 20
        assert [(mail.state, mail.reason) for mail in mails[20:]] == [(MailState.FAILED, "limit")] * 2
        assert (await queue(session, kind="daily")).state == MailState.QUEUED
        assert (await queue(session, kind="password_changed")).state == MailState.QUEUED
        assert (await queue(session, kind="password_reset", to="otto@example.org")).state == MailState.QUEUED
        assert len(QUEUED) == 23


class TestSending:
    async def test_forward_only(self, session):
        mail = await queue(session)
        assert await service.get_outgoing(session, mail_id=mail.id) is None
        assert await service.claim_mail(session, mail_id=mail.id, job_id="a") == 0
        assert await service.claim_mail(session, mail_id=mail.id, job_id="a") == 0, "a job may ask again after a crash"
        assert await service.claim_mail(session, mail_id=mail.id, job_id="b") is None
        sent = Delivery(provider_id="p1")
        assert await service.save_delivery(session, mail_id=mail.id, attempts=0, delivery=sent) is MailState.SENT
        late = Delivery(reason="rate_limit")
        assert await service.save_delivery(session, mail_id=mail.id, attempts=0, delivery=late) is MailState.SENT
        assert await service.claim_mail(session, mail_id=mail.id, job_id="a") is None
        found = await service.get_mail(session, mail_id=mail.id)
        assert (found.provider_id, found.reason, found.attempts) == ("p1", "", 0) and found.sent_at is not None

    async def test_what_is_refused_for_now_is_due_later(self, session):
        mail = await queue(session)
        now = utc_now()
        assert [due.id for due in await service.list_due(session, now=now)] == [mail.id]
        await service.claim_mail(session, mail_id=mail.id, job_id="a")
        assert await service.list_due(session, now=now) == []
        refused = Delivery(reason="rate_limit", retry_after_s=600)
        for _ in range(2):  # a repeat counts once
            state = await service.save_delivery(session, mail_id=mail.id, attempts=0, delivery=refused)
            assert state is MailState.SENDING
        assert await service.list_due(session, now=now + timedelta(minutes=5)) == []
        [due] = await service.list_due(session, now=now + timedelta(minutes=11))
        assert (due.attempts, due.is_late) == (1, False)
        [due] = await service.list_due(session, now=now + timedelta(minutes=45))
        assert due.is_late
        assert await service.claim_mail(session, mail_id=mail.id, job_id="b") == 1

    async def test_final_refusals_and_patience_end(self, session):
        mail = await queue(session)
        await service.claim_mail(session, mail_id=mail.id, job_id="a")
        final = Delivery(reason="bounced", is_final=True)
        assert await service.save_delivery(session, mail_id=mail.id, attempts=0, delivery=final) is MailState.FAILED
        assert (await service.get_mail(session, mail_id=mail.id)).reason == "bounced"
        other = await queue(session)
        for attempts in range(8):
            assert await service.claim_mail(session, mail_id=other.id, job_id=f"job-{attempts}") == attempts
            state = await service.save_delivery(
                session, mail_id=other.id, attempts=attempts, delivery=Delivery(reason="disk")
            )
        assert state is MailState.FAILED

    async def test_old_news_is_given_up(self, session):
        mail = await queue(session)
        later = utc_now() + timedelta(hours=13)
        assert not await service.has_stale(session, now=utc_now())
        assert await service.has_stale(session, now=later)
        await service.give_up_stale(session, now=later)
        assert (await service.get_mail(session, mail_id=mail.id)).reason == "too_late"
        assert await service.list_due(session, now=later) == []

    async def test_files_are_kept_a_month_and_mails_a_year(self, session, storage):
        file = await service.keep_attachment(file_name="plan.pdf", content_type="application/pdf", data=b"%PDF")
        assert await storage.get(file.file_key) == b"%PDF" and file.size_bytes == 4
        mail = await queue(session, attachments=[file])
        await service.claim_mail(session, mail_id=mail.id, job_id="a")
        await service.save_delivery(session, mail_id=mail.id, attempts=0, delivery=Delivery(provider_id="p"))
        assert await service.list_old_attachments(session, now=utc_now() + timedelta(days=29)) == []
        month = utc_now() + timedelta(days=31)
        assert await service.list_old_attachments(session, now=month) == [file]
        await service.forget_old(session, now=month)
        session.expire_all()
        assert (await service.get_mail(session, mail_id=mail.id)).attachments == []
        await service.forget_old(session, now=utc_now() + timedelta(days=366))
        session.expunge_all()
        with pytest.raises(NotFoundError):
            await service.get_mail(session, mail_id=mail.id)


class TestReading:
    async def test_own_mails_newest_first(self, session, person, stranger):
        for number in range(3):
            mail = await queue(session, person, subject=f"s{number}")
            row = await session.get(Mail, mail.id)
            row.created_at = utc_now() + timedelta(seconds=number)
        await queue(session, stranger, subject="theirs")
        await session.flush()
        found = await service.list_mails(session, user_id=person.id)
        assert [mail.subject for mail in found if mail.kind == "daily"] == ["s2", "s1", "s0"]
        assert len(await service.list_mails(session, user_id=person.id, limit=2)) == 2

    async def test_stranger_cannot_open_it(self, session, person, stranger):
        mail = await queue(session, person)
        assert (await service.get_own_mail(session, user_id=person.id, mail_id=mail.id)).text == "text"
        for mail_id in (mail.id, uuid4()):
            with pytest.raises(NotFoundError):
                await service.get_own_mail(session, user_id=stranger.id, mail_id=mail_id)

    async def test_a_one_time_link_is_not_shown_again(self, session, person):
        mail = await queue(session, person, text="https://h/reset?token=abc", secret=True)
        found = await service.get_own_mail(session, user_id=person.id, mail_id=mail.id)
        assert found.is_secret and found.text == ""
        assert "token=abc" in (await service.get_mail(session, mail_id=mail.id)).text

    async def test_outbox_filters_and_pages(self, session):
        await queue(session, subject="100% done", to="asha@example.org")
        await queue(session, subject="1000 done", to="otto@example.org")
        failed = await queue(session, subject="broken")
        await service.claim_mail(session, mail_id=failed.id, job_id="a")
        await service.save_delivery(
            session, mail_id=failed.id, attempts=0, delivery=Delivery(reason="x", is_final=True)
        )
        session.expire_all()
        assert (await service.list_outbox(session)).total == 3
        assert [m.subject for m in (await service.list_outbox(session, search="100%")).mails] == ["100% done"]
        assert [m.subject for m in (await service.list_outbox(session, search="OTTO")).mails] == ["1000 done"]
        assert [m.id for m in (await service.list_outbox(session, state=MailState.FAILED)).mails] == [failed.id]
        assert len((await service.list_outbox(session, limit=2)).mails) == 2
        assert len((await service.list_outbox(session, limit=2, offset=2)).mails) == 1


def parts(url):
    from urllib.parse import parse_qs, urlsplit

    found = parse_qs(urlsplit(url.strip("<>")).query)
    return found["u"][0], found["s"][0]


class TestUnsubscribe:
    async def test_headers_are_those_of_the_standard(self, session, person):
        headers = service.list_headers(person.id)
        assert headers["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert headers["List-Unsubscribe"].startswith(f"<{settings.base_url}/api/unsubscribe?u=")
        assert parts(headers["List-Unsubscribe"]) == parts(service.unsubscribe_url(person.id))

    async def test_off_and_on_as_often_as_you_like(self, session, person):
        user, signature = parts(service.unsubscribe_url(person.id))
        for mail_on in (False, False, True, True, False):
            await service.set_daily_mail(session, user=user, signature=signature, mail_on=mail_on)
            assert (await profiles.get_profile(session, user_id=person.id)).mail_on is mail_on
            assert await service.is_daily_mail_on(session, user=user, signature=signature) is mail_on

    async def test_only_with_our_signature_and_only_for_that_person(self, session, person, stranger):
        user, signature = parts(service.unsubscribe_url(person.id))
        other = stranger.id.hex
        for bad in (
            (other, signature),
            (user, signature[:-1]),
            (user, ""),
            ("", ""),
            (user.upper() + "0", signature),
            ("ü", "ü"),
        ):
            with pytest.raises(ForbiddenError):
                await service.set_daily_mail(session, user=bad[0], signature=bad[1], mail_on=False)
        assert (await profiles.get_profile(session, user_id=stranger.id)).mail_on

    async def test_an_account_that_is_gone_is_no_error(self, session):
        user, signature = parts(service.unsubscribe_url(uuid4()))
        await service.set_daily_mail(session, user=user, signature=signature, mail_on=False)


async def test_mails_leave_with_their_account(database):
    from careercoach.features.accounts.models import User

    async with db.transaction() as session:
        person = await factories.add_person(session)
        await queue(session, person)
    async with db.transaction() as session:
        await session.delete(await session.get(User, person.id))
    async with db.reading() as session:
        assert (await service.list_outbox(session)).total == 0
