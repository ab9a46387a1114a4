"""News become mails, mails leave at once, and a crash at the worst moment costs nothing and doubles nothing."""

import asyncio
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from careercoach.core import db, jobs
from careercoach.core.clock import utc_now
from careercoach.core.events import announce
from careercoach.core.jobs import JobsConfig
from careercoach.features.accounts.events import PasswordChanged, PasswordResetAsked
from careercoach.features.notifications import jobs as room
from careercoach.features.notifications import service
from careercoach.features.notifications.schemas import Delivery, MailState
from careercoach.ports.mail import MailUnavailableError
from tests import factories
from tests.core.jobs.processes import quick_queues


async def queue(key="k", **changes):
    wish = {"user_id": None, "to": "asha@example.org", "kind": "daily", "subject": "s", "text": "t", "html": "<p>t"}
    async with db.transaction() as session:
        return await service.queue_mail(session, key=key, **(wish | changes))


async def get(mail_id):
    async with db.reading() as session:
        return await service.get_mail(session, mail_id=mail_id)


async def reached(mail_id, state):
    for _ in range(200):
        if (await get(mail_id)).state == state:
            return True
        await asyncio.sleep(0.03)
    return False


class TestDue:
    async def test_offers_what_was_never_submitted(self, database):
        mail = await queue("daily/1/2026-03-29")
        offers = await room.due(utc_now())
        [offer] = [offer for offer in offers if offer.kind is room.send]
        assert (offer.ref, offer.key) == (str(mail.id), "mail/daily/1/2026-03-29")

    async def test_the_next_attempt_has_an_id_of_its_own(self, database):
        mail = await queue()
        async with db.transaction() as session:
            await service.claim_mail(session, mail_id=mail.id, job_id="a")
            await service.save_delivery(session, mail_id=mail.id, attempts=0, delivery=Delivery(reason="disk"))
        assert not [offer for offer in await room.due(utc_now()) if offer.kind is room.send]
        in_two = utc_now() + timedelta(minutes=2)
        assert [offer.key for offer in await room.due(in_two) if offer.kind is room.send] == ["mail/k/try-1"]
        late = utc_now() + timedelta(hours=2)
        [key] = [offer.key for offer in await room.due(late) if offer.kind is room.send]
        assert key == f"mail/k/try-1/{late:%Y-%m-%dT%H}"

    async def test_gives_up_and_clears_away(self, database):
        await queue()
        names = {offer.kind.name for offer in await room.due(utc_now() + timedelta(hours=13))}
        assert {"mail.give_up", "mail.forget_old"} <= names


class TestWithTheEngine:
    @pytest.fixture
    async def running(self, database, mailbox, tmp_path):
        # A tick far away: what happens, happens because of the commit.
        async with jobs.lifespan(JobsConfig(tmp_path, tick_s=3600, queues=quick_queues())):
            for _ in range(200):
                if jobs.last_tick_at():
                    break
                await asyncio.sleep(0.02)
            yield mailbox

    async def test_a_committed_mail_leaves_at_once_and_once(self, running):
        mail = await queue()
        await queue()
        assert await reached(mail.id, MailState.SENT)
        assert [message.key for message in running.taken] == ["k"]
        assert (await get(mail.id)).provider_id == "provider-1"

    async def test_a_rolled_back_mail_never_leaves(self, running):
        with pytest.raises(ZeroDivisionError):
            async with db.transaction() as session:
                await service.queue_mail(
                    session, user_id=None, to="a@b.c", kind="x", key="gone", subject="s", text="t", html=""
                )
                raise ZeroDivisionError
        await asyncio.sleep(0.3)
        assert running.taken == []

    async def test_a_refused_mail_waits_for_its_time(self, running):
        running.refuses.append(MailUnavailableError("rate_limit", retry_after_s=90))
        mail = await queue()
        for _ in range(100):
            if (await get(mail.id)).attempts:
                break
            await asyncio.sleep(0.03)
        found = await get(mail.id)
        assert (found.state, found.attempts, found.reason) == (MailState.SENDING, 1, "rate_limit")
        [offer] = [o for o in await room.due(utc_now() + timedelta(minutes=3)) if o.kind is room.send]
        await jobs.submit(offer.kind, offer.ref, key=offer.key)
        assert await reached(mail.id, MailState.SENT)


def run_process(folder: Path, what: str) -> int:
    env = {**os.environ, "CAREERCOACH_DATA_DIR": str(folder), "PYTHONPATH": os.getcwd()}
    command = [sys.executable, "-m", "tests.features.notifications.mail_process", what]
    done = subprocess.run(command, env=env, timeout=60, capture_output=True, text=True)
    return done.returncode


@pytest.mark.slow
async def test_killed_between_send_and_mark_repeats_the_same_key_only(database, tmp_path):
    """The provider took it, the process died before it could note that: the same message goes again, no other."""
    mail = await queue("daily/1/2026-03-29")
    await db.dispose()
    assert await asyncio.to_thread(run_process, tmp_path, "die") == -9
    assert (await get(mail.id)).state == MailState.SENDING
    await db.dispose()
    assert await asyncio.to_thread(run_process, tmp_path, "live") == 0
    taken = (tmp_path / "taken").read_text(encoding="utf-8").splitlines()
    assert len(taken) == 2 and len(set(taken)) == 1, "same key, same id, same bytes"
    assert (await get(mail.id)).state == MailState.SENT
    # Whatever starts later has nothing left to do.
    await db.dispose()
    assert await asyncio.to_thread(run_process, tmp_path, "live") == 0
    assert len((tmp_path / "taken").read_text(encoding="utf-8").splitlines()) == 2


class TestNews:
    @pytest.fixture
    async def someone(self, database):
        async with db.transaction() as session:
            return await factories.add_person(session, language="es")

    async def _mails(self, kind):
        async with db.reading() as session:
            page = await service.list_outbox(session)
            return [await service.get_mail(session, mail_id=mail.id) for mail in page.mails if mail.kind == kind]

    async def test_a_new_account_is_welcomed_once_in_its_language(self, someone):
        [mail] = await self._mails("welcome")
        assert mail.to == "asha@example.org" and "/onboarding" in mail.text
        assert mail.subject == "Te damos la bienvenida a CareerCoach" and 'lang="es"' in mail.html

    async def test_the_reset_link_is_mailed_once_and_stays_secret(self, someone):
        link = "http://localhost:3000/reset?token=abc"
        fact = PasswordResetAsked(someone.id, "asha@example.org", "Asha <b>\r\nBcc: x@y.z", "hi", link)
        for _ in range(2):
            async with db.transaction() as session:
                await announce(session, fact)
        [mail] = await self._mails("password_reset")
        assert link in mail.text and f'href="{link}"' in mail.html
        assert "<b>" not in mail.html and "Bcc" not in mail.headers and "List-Unsubscribe" not in mail.headers
        async with db.reading() as session:
            own = await service.get_own_mail(session, user_id=someone.id, mail_id=mail.id)
        assert own.is_secret and "token" not in own.model_dump_json()

    async def test_every_change_of_the_password_is_told(self, someone):
        for _ in range(2):
            async with db.transaction() as session:
                await announce(session, PasswordChanged(someone.id, "asha@example.org", "Asha", "en"))
        assert len(await self._mails("password_changed")) == 2
