"""What providers tell: once, in any order, before or after our own note; and addresses that get no more."""

import itertools
from uuid import uuid4

import httpx
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlmodel import col, func, select

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.front import Front
from careercoach.core.rest import build_rest_api
from careercoach.features.notifications import flows, service
from careercoach.features.notifications.api import router
from careercoach.features.notifications.models import Mail, MailEvent, StoppedAddress
from careercoach.features.notifications.rules import RANKS
from careercoach.features.notifications.schemas import MailNews, MailState
from careercoach.features.notifications.state import AddressState
from careercoach.settings import settings as app_settings
from tests import factories
from tests.standins.resend_server import KEY, WEBHOOK_SECRET, ResendServer, event, new_event_id, resend_server

SERVER = ResendServer()
OUTCOMES = ("delivered", "failed", "bounced", "complained")


async def queue(key="k", to="asha@example.org", kind="daily", user_id=None):
    async with db.transaction() as session:
        return await service.queue_mail(
            session, user_id=user_id, to=to, kind=kind, key=key, subject="s", text="t", html=""
        )


async def sent(provider_id="p1", **changes):
    mail = await queue(**changes)
    async with db.transaction() as session:
        row = await session.get(Mail, mail.id)
        row.state, row.provider_id, row.sent_at = MailState.SENT, provider_id, utc_now()
    return mail


async def tell(state, provider_id="p1", id=None, stops=False):
    news = MailNews(
        id=id or new_event_id(), provider_id=provider_id, state=state, reason=state, stops=stops, told_at=utc_now()
    )
    async with db.transaction() as session:
        return await service.keep_news(session, news=news)


async def state_of(mail):
    async with db.reading() as session:
        return (await service.get_mail(session, mail_id=mail.id)).state


async def count(table):
    async with db.reading() as session:
        return (await session.execute(select(func.count()).select_from(table))).scalar_one()


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=25)
@given(st.lists(st.sampled_from(OUTCOMES), min_size=1, max_size=5), st.integers(0, 5))
async def test_any_order_and_any_repeats_end_the_same(database, told, note_after):
    """Our own note that the mail was taken may come at any point in between."""
    key, provider_id = uuid4().hex, uuid4().hex
    mail = await queue(key)
    await flows.claim_mail(mail.id, key)
    ids = {state: f"{key}-{state}" for state in told}
    for number, state in enumerate([*told, *told]):
        if number == note_after:
            await _note(mail, key, provider_id)
        await tell(state, provider_id, id=ids[state])
    await _note(mail, key, provider_id)
    assert await state_of(mail) == max(told, key=lambda state: RANKS[state])


async def _note(mail, job, provider_id):
    from careercoach.features.notifications.schemas import Delivery

    await flows.save_delivery(mail.id, 0, Delivery(provider_id=provider_id), job)


async def test_a_hundred_replays_have_one_effect(database):
    await sent()
    heard = [await tell("bounced", id="msg_1", stops=True) for _ in range(100)]
    assert heard == [True] + [False] * 99
    assert (await count(MailEvent), await count(StoppedAddress)) == (1, 1)


async def test_news_of_mails_that_are_not_ours_change_nothing(database):
    mail = await sent("p1")
    await tell("bounced", "p2", stops=True)
    assert await state_of(mail) == MailState.SENT and await count(StoppedAddress) == 0


async def test_our_own_id_comes_back_when_theirs_is_unknown(database):
    mail = await sent("earlier")
    news = MailNews(id="e", provider_id="p9", mail_id=mail.id, state="delivered", told_at=utc_now())
    async with db.transaction() as session:
        await service.keep_news(session, news=news)
    assert await state_of(mail) == MailState.DELIVERED


class TestStopping:
    async def test_only_what_lasts_stops_the_address(self, database):
        await sent(to="Asha@Example.org")
        await tell("bounced", stops=False)
        assert (await queue("next")).state == MailState.QUEUED
        await tell("complained", stops=True)
        after = await queue("after")
        assert (after.state, after.reason) == (MailState.FAILED, "stopped")
        assert (await queue("other", to="otto@example.org")).state == MailState.QUEUED

    @pytest.mark.parametrize("kind", ["password_reset", "password_changed", "test"])
    async def test_what_a_person_needs_to_get_in_still_goes(self, database, kind):
        await sent()
        await tell("bounced", stops=True)
        assert (await queue("reset", kind=kind)).state == MailState.QUEUED

    async def test_a_mail_on_its_way_is_held_back(self, database, mailbox):
        await sent()
        waiting = await queue("waiting")
        await tell("complained", stops=True)
        attempts = await flows.claim_mail(waiting.id, "job")
        assert await flows.save_delivery(waiting.id, attempts, await flows.send_mail(waiting.id), "job") == "failed"
        assert mailbox.taken == []

    async def test_the_address_itself_is_not_kept_and_goes_with_its_account(self, database):
        async with db.transaction() as session:
            person = await factories.add_person(session)
        await sent(user_id=person.id)
        await tell("bounced", stops=True)
        async with db.reading() as session:
            [row] = (await session.execute(select(StoppedAddress))).scalars()
        assert "asha" not in row.model_dump_json() and row.user_id == person.id

    async def test_the_person_sees_why_and_resumes_it(self, database, mailbox, monkeypatch):
        async with db.transaction() as session:
            person = await factories.add_person(session)
            other = await factories.add_person(session, email="otto@example.org", name="Otto")
        await sent(user_id=person.id)
        await tell("complained", stops=True)
        seen = await _look(monkeypatch, person)
        assert (seen.address, seen.reason, seen.is_resumed) == ("asha@example.org", "complained", False)
        assert "," in seen.since.en and seen.since.hi != seen.since.en
        assert (await _look(monkeypatch, other)).reason == ""
        await _resume(monkeypatch, other)
        assert (await queue("still")).state == MailState.FAILED, "nobody resumes another's address"
        after = await _resume(monkeypatch, person)
        assert (after.reason, after.address, after.is_resumed) == ("", "", True)
        assert (await queue("again")).state == MailState.QUEUED

    async def test_resuming_also_asks_the_provider(self, database, monkeypatch):
        from careercoach.ports import mail as door
        from careercoach.ports.mail.resend import ResendMailer

        async with db.transaction() as session:
            person = await factories.add_person(session)
        with resend_server(suppressed={"asha@example.org"}) as server:
            monkeypatch.setattr(door, "_mailer", ResendMailer(api_key=KEY, api_url=server.url, sender="a@b.c"))
            await flows.resume_address(person.id)
            assert server.suppressed == set()
            server.faults.extend([])
        await flows.resume_address(person.id)  # the provider is away: ours is lifted all the same


class _Seen:
    """A state without a browser."""

    def __init__(self):
        self.address = self.reason = ""
        self.since, self.is_resumed = None, False

    async def _look(self):
        await AddressState._look(self)


async def _look(monkeypatch, person):
    from careercoach.features.notifications import state

    monkeypatch.setattr(state, "current_person", lambda: person)
    seen = _Seen()
    await AddressState.load.fn(seen)
    return seen


async def _resume(monkeypatch, person):
    from careercoach.features.notifications import state

    monkeypatch.setattr(state, "current_person", lambda: person)
    seen = _Seen()
    await AddressState.resume.fn(seen)
    return seen


class TestWebhook:
    @pytest.fixture
    async def client(self, database, tmp_path, monkeypatch):
        monkeypatch.setattr(app_settings, "resend_webhook_secret", WEBHOOK_SECRET)
        app = Front(build_rest_api([router]), origins=["http://test"], build=tmp_path)
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://test") as client:
            yield client

    async def post(self, client, body, **headers):
        return await client.post("/api/webhooks/resend", content=body, headers=headers)

    async def test_a_signed_bounce_stops_the_address(self, client):
        mail = await sent()
        body = event("email.bounced", "p1", bounce={"type": "Permanent"})
        for _ in range(3):
            assert (await self.post(client, body, **SERVER.sign("msg_1", body))).status_code == 204
        assert await state_of(mail) == MailState.BOUNCED and await count(StoppedAddress) == 1
        async with db.reading() as session:
            assert (await service.get_mail(session, mail_id=mail.id)).reason == "bounced"

    async def test_unsigned_old_and_altered_ones_leave_no_trace(self, client):
        mail = await sent()
        body = event("email.bounced", "p1", bounce={"type": "Permanent"})
        good = SERVER.sign("msg_1", body)
        for headers in ({}, SERVER.sign("msg_1", body, at=0), SERVER.sign("msg_1", b"{}"),
                        SERVER.sign("msg_1", body, secret="whsec_b3RoZXI="), {**good, "svix-id": "msg_2"}):  # fmt: skip
            assert (await self.post(client, body, **headers)).status_code == 401
        assert await state_of(mail) == MailState.SENT and await count(MailEvent) == 0

    async def test_other_news_are_taken_and_forgotten(self, client):
        for body in (event("email.opened", "p1"), b"nonsense", event("contact.created", "x")):
            assert (await self.post(client, body, **SERVER.sign(new_event_id(), body))).status_code == 204
        assert await count(MailEvent) == 0

    async def test_without_a_secret_there_is_no_such_address(self, client, monkeypatch):
        monkeypatch.setattr(app_settings, "resend_webhook_secret", "")
        body = event("email.delivered", "p1")
        assert (await self.post(client, body, **SERVER.sign("m", body))).status_code == 404

    async def test_a_huge_body_is_refused(self, client):
        assert (await self.post(client, b"x" * 1_100_000)).status_code == 413

    async def test_all_orders_over_the_wire(self, client):
        for number, order in enumerate(
            itertools.permutations(["email.delivered", "email.bounced", "email.complained"])
        ):
            mail = await sent(f"p{number}", key=f"k{number}", to=f"p{number}@example.org")
            for kind in order:
                body = event(kind, f"p{number}")
                assert (await self.post(client, body, **SERVER.sign(new_event_id(), body))).status_code == 204
            assert await state_of(mail) == MailState.COMPLAINED
        async with db.reading() as session:
            rows = await session.execute(select(col(StoppedAddress.reason)))
            assert set(rows.scalars()) == {"complained"}
