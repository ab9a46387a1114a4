"""At the provider's pace, with the one policy; in company when it takes many; in doubt never twice."""

import json
from datetime import timedelta

import pytest
import time_machine

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.features.accounts.models import User
from careercoach.features.notifications import dispatch, flows, service
from careercoach.features.notifications import jobs as room
from careercoach.features.notifications.schemas import Delivery, MailState
from careercoach.ports import mail as door
from careercoach.ports.mail import MailLimits, MailMessage, MailUnavailableError
from careercoach.ports.mail.resend import BATCH, ResendMailer
from tests import factories
from tests.standins.resend_server import KEY, Fault, resend_server

SENDER = "CareerCoach <coach@mail.example.org>"


@pytest.fixture
def server(database, monkeypatch):
    monkeypatch.setattr(dispatch, "MORE_TRIES", (0.01, 0.02))
    monkeypatch.setattr(dispatch, "_held", (0.0, ""))
    with resend_server() as server:
        mailer = ResendMailer(api_key=KEY, api_url=server.url, sender=SENDER)
        monkeypatch.setattr(door, "_mailer", mailer)
        monkeypatch.setattr(door, "_limits", MailLimits(per_second=100, batch=BATCH))
        yield server


async def queue(key, **changes):
    wish = {
        "user_id": None,
        "to": f"{key.rpartition('/')[2]}@example.org",
        "kind": "daily",
        "subject": "s",
        "text": "t",
        "html": "<p>t",
    }
    async with db.transaction() as session:
        return await service.queue_mail(session, key=key, **(wish | changes))


async def attempt(mail, job="job"):
    attempts = await flows.claim_mail(mail.id, job)
    if attempts is None:
        return "not mine"
    delivery = await flows.send_mail(mail.id)
    return await flows.save_delivery(mail.id, attempts, delivery, job)


async def row(mail):
    async with db.reading() as session:
        return await service.get_mail(session, mail_id=mail.id)


async def due(at):
    return [offer for offer in await room.due(at) if offer.kind is room.send]


class TestTogether:
    async def test_those_without_files_go_in_one_call(self, server):
        file = await service.keep_attachment(file_name="a.pdf", content_type="application/pdf", data=b"%PDF")
        mails = [await queue(f"k/{n}") for n in range(5)]
        with_file = await queue("k/f", attachments=[file])
        assert await attempt(mails[2], "job-2") == MailState.SENT
        assert len(server.requests) == 1 and len(server.accepted) == 5
        assert [await attempt(mail, f"job-{n}") for n, mail in enumerate(mails)] == ["not mine"] * 5
        assert [(await row(mail)).state for mail in mails] == [MailState.SENT] * 5
        assert {(await row(mail)).provider_id for mail in mails} == {one["id"] for one in server.accepted}
        assert await attempt(with_file, "job-f") == MailState.SENT
        assert server.requests[-1]["path"] == "/emails" and server.accepted[-1]["attachments"]

    async def test_at_most_a_hundred(self, server):
        mails = [await queue(f"k/{n:03}") for n in range(130)]
        await attempt(mails[0], "a")
        assert len(server.accepted) == 100
        [left, *_] = [mail for mail in mails if (await row(mail)).state == MailState.QUEUED]
        await attempt(left, "b")
        assert len(server.accepted) == 130 and len({one["to"][0] for one in server.accepted}) == 130

    @pytest.mark.parametrize("fault", [Fault(drop=True, after=True), Fault(503, after=True)])
    async def test_a_call_of_unknown_fate_is_repeated_with_the_same_company(self, server, fault, monkeypatch):
        monkeypatch.setattr(dispatch, "MORE_TRIES", ())
        mails = [await queue(f"k/{n}") for n in range(3)]
        server.faults.append(fault)
        assert await attempt(mails[0], "first") == MailState.SENDING
        await queue("k/late")
        in_two = utc_now() + timedelta(minutes=2)
        assert len(await due(in_two)) == 4
        with time_machine.travel(in_two):
            assert await attempt(mails[1], "second") == MailState.SENT
        assert len(server.accepted) == 3 and {(await row(mail)).state for mail in mails} == {MailState.SENT}
        keys = {asked["headers"]["idempotency-key"] for asked in server.requests}
        assert keys == {"first"}

    async def test_one_bad_address_costs_only_itself(self, server):
        good, bad = await queue("k/1"), await queue("k/2", to="x@invalid.example")
        assert await attempt(good) == MailState.SENT
        assert ((await row(bad)).state, (await row(bad)).reason) == (MailState.FAILED, "validation_error")

    async def test_refused_as_a_whole_each_goes_alone(self, server):
        mails = [await queue(f"k/{n}") for n in range(3)]
        server.faults.append(Fault(422, "validation_error"))
        assert await attempt(mails[0]) == MailState.SENDING
        with time_machine.travel(utc_now() + timedelta(minutes=2)):
            states = [await attempt(mail, f"again-{n}") for n, mail in enumerate(mails)]
        assert states == [MailState.SENT] * 3
        assert [asked["path"] for asked in server.requests] == ["/emails/batch", *["/emails"] * 3]

    async def test_a_crash_between_call_and_note_repeats_the_very_same_call(self, server):
        mails = [await queue(f"k/{n}") for n in range(3)]
        await flows.claim_mail(mails[0].id, "job")
        lost = await flows.send_mail(mails[0].id)
        again = await flows.send_mail(mails[0].id)
        assert lost == again and len(server.accepted) == 3
        assert server.requests[0]["raw"] == server.requests[1]["raw"]
        await flows.save_delivery(mails[0].id, 0, again, "job")
        assert {(await row(mail)).state for mail in mails} == {MailState.SENT}

    async def test_a_step_that_breaks_keeps_nobody(self, server):
        mails = [await queue(f"k/{n}") for n in range(3)]
        await flows.claim_mail(mails[0].id, "job")
        await flows.save_delivery(mails[0].id, 0, Delivery(reason="MemoryError"), "job")
        assert len(await due(utc_now() + timedelta(minutes=2))) == 3
        with time_machine.travel(utc_now() + timedelta(minutes=2)):
            assert await attempt(mails[2], "again") == MailState.SENT
        assert len(server.accepted) == 3

    async def test_what_a_step_returns_can_be_kept(self, server):
        mails = [await queue(f"k/{n}") for n in range(2)]
        await flows.claim_mail(mails[0].id, "job")
        kept = json.loads(json.dumps((await flows.send_mail(mails[0].id)).model_dump(mode="json")))
        await flows.save_delivery(mails[0].id, 0, Delivery.model_validate(kept), "job")
        assert [(await row(mail)).state for mail in mails] == [MailState.SENT] * 2

    async def test_one_who_leaves_in_between_costs_the_others_nothing(self, server, monkeypatch):
        monkeypatch.setattr(dispatch, "MORE_TRIES", ())
        async with db.transaction() as session:
            person = await factories.add_person(session)
        mails = [await queue("k/1"), await queue("k/2", user_id=person.id)]
        server.faults.append(Fault(drop=True, after=True))
        await attempt(mails[0], "first")
        async with db.transaction() as session:
            await session.delete(await session.get(User, person.id))
        with time_machine.travel(utc_now() + timedelta(minutes=2)):
            assert await attempt(mails[0], "second") == MailState.SENT
        assert len(server.accepted) == len({one["to"][0] for one in server.accepted})


class TestPolicy:
    @pytest.mark.parametrize(
        "faults", [[Fault(500)], [Fault(502, body=b"<p>", content_type="text/html"), Fault(drop=True)]]
    )
    async def test_what_passes_is_tried_again_at_once_with_the_same_key(self, server, faults):
        server.faults.extend(faults)
        mail = await queue("k")
        assert await attempt(mail) == MailState.SENT
        assert len(server.requests) == len(faults) + 1 and len(server.accepted) == 1
        assert {asked["headers"]["idempotency-key"] for asked in server.requests} == {"k"}

    async def test_three_tries_and_no_more(self, server):
        server.faults.extend([Fault(500)] * 9)
        mail = await queue("k")
        assert await attempt(mail) == MailState.SENDING and len(server.requests) == 3
        assert (await row(mail)).attempts == 1

    async def test_retry_after_holds_all_and_costs_no_attempt(self, server):
        server.faults.append(Fault(429, "rate_limit_exceeded", {"Retry-After": "90"}))
        mail, other = await queue("k"), await queue("k2", kind="test")
        assert await attempt(mail) == MailState.SENDING
        found = await row(mail)
        assert (found.attempts, found.postponed, found.reason) == (0, 1, "rate_limit_exceeded")
        assert len(server.requests) == 1
        assert await attempt(other, "o") == "not mine", "it went along and rests too"
        third = await queue("k3")
        assert await attempt(third, "t") == MailState.SENDING
        assert len(server.requests) == 1, "nobody asks while all have to wait"
        later = utc_now() + timedelta(seconds=95)
        keys = {offer.key for offer in await due(later)}
        assert keys == {"mail/k/wait-1", "mail/k2/wait-1", "mail/k3/wait-1"}
        with time_machine.travel(later):
            assert await attempt(mail, "again") == MailState.SENT

    async def test_those_that_have_a_turn_already_wait_too(self, server, monkeypatch):
        """Their turn was given before somebody was told to wait."""
        until = utc_now() + timedelta(seconds=0.6)
        monkeypatch.setattr(dispatch, "_held", (until.timestamp(), "rate_limit_exceeded"))
        message = MailMessage(key="k", to="a@b.example", subject="s", text="t")
        await dispatch.at_our_turn(lambda: door.mailer().send(message))
        assert utc_now() >= until and len(server.accepted) == 1
        far = (utc_now() + timedelta(hours=1)).timestamp()
        monkeypatch.setattr(dispatch, "_held", (far, "daily_quota_exceeded"))
        with pytest.raises(MailUnavailableError) as error:
            await dispatch.at_our_turn(lambda: door.mailer().send(message))
        assert (error.value.reason, error.value.holds_all, len(server.requests)) == ("daily_quota_exceeded", True, 1)

    async def test_a_short_retry_after_is_waited_for(self, server):
        server.faults.append(Fault(429, "rate_limit_exceeded", {"Retry-After": "1"}))
        began = utc_now()
        assert await attempt(await queue("k")) == MailState.SENT
        assert utc_now() - began >= timedelta(seconds=0.9) and len(server.requests) == 2

    async def test_a_spent_quota_is_not_tried_again_before_tomorrow(self, server):
        server.faults.append(Fault(429, "daily_quota_exceeded"))
        mail = await queue("k")
        await attempt(mail)
        found = await row(mail)
        assert len(server.requests) == 1 and (found.attempts, found.reason) == (0, "daily_quota_exceeded")

    async def test_a_final_refusal_is_final(self, server):
        server.faults.append(Fault(422, "missing_required_field"))
        mail = await queue("k")
        assert await attempt(mail) == MailState.FAILED
        assert (len(server.requests), (await row(mail)).reason) == (1, "missing_required_field")

    async def test_a_key_that_was_revoked_makes_mails_wait_and_loses_none(self, server):
        server.faults.append(Fault(403, "invalid_api_key"))
        mail = await queue("k")
        assert await attempt(mail) == MailState.SENDING
        found = await row(mail)
        assert (len(server.requests), found.attempts, found.reason) == (1, 0, "invalid_api_key")
        hold = await flows.find_hold()
        assert hold is not None and hold.reason == "invalid_api_key"

    async def test_saving_twice_counts_once(self, server):
        server.faults.append(Fault(429, "rate_limit_exceeded", {"Retry-After": "90"}))
        mail = await queue("k")
        await flows.claim_mail(mail.id, "job")
        delivery = await flows.send_mail(mail.id)
        for _ in range(3):
            await flows.save_delivery(mail.id, 0, delivery, "job")
        assert (await row(mail)).postponed == 1


class Doubtful:
    """A server that remembers no keys. `says` is its next answer."""

    def __init__(self):
        self.taken, self.says = [], None

    async def send(self, message):
        self.taken.append(message)
        if self.says is not None:
            raise self.says
        return message.message_id


@pytest.fixture
def doubtful(database, monkeypatch):
    mailer = Doubtful()
    monkeypatch.setattr(door, "_mailer", mailer)
    monkeypatch.setattr(door, "_limits", MailLimits(remembers_keys=False))
    return mailer


class TestInDoubt:
    @pytest.mark.parametrize(("kind", "times", "state"), [("daily", 1, "failed"), ("password_reset", 2, "sent")])
    async def test_a_crash_in_the_middle(self, doubtful, kind, times, state):
        mail = await queue("k", kind=kind)
        await flows.claim_mail(mail.id, "job")
        await flows.send_mail(mail.id)
        assert await attempt(mail) == state and len(doubtful.taken) == times
        assert len({message.message_id for message in doubtful.taken}) == 1
        assert (await row(mail)).reason == ("unsure" if times == 1 else "")

    @pytest.mark.parametrize(("kind", "state"), [("daily", "failed"), ("password_reset", "sending")])
    async def test_a_line_that_died_after_the_text(self, doubtful, kind, state):
        doubtful.says = MailUnavailableError("unreachable", in_doubt=True)
        assert await attempt(await queue("k", kind=kind)) == state

    async def test_after_a_clear_no_it_is_tried_again(self, doubtful):
        doubtful.says = MailUnavailableError("recipient_refused_450")
        mail = await queue("k")
        assert await attempt(mail) == MailState.SENDING
        doubtful.says = None
        with time_machine.travel(utc_now() + timedelta(minutes=2)):
            assert await attempt(mail, "again") == MailState.SENT

    async def test_an_address_that_does_not_exist_is_stopped(self, doubtful):
        doubtful.says = MailUnavailableError("no_such_address", is_final=True)
        assert await attempt(await queue("k", to="Nobody@example.org")) == MailState.FAILED
        async with db.reading() as session:
            assert await service.is_stopped(session, address="nobody@example.org")
