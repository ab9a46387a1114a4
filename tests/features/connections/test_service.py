"""Consent is a clear yes; the log is its owner's; keys come out only where they are used."""

import logging
from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.errors import ForbiddenError, InvalidInputError, NotFoundError
from careercoach.core.ids import new_id, read_id
from careercoach.features.connections import flows, service
from careercoach.features.connections.schemas import CheckResult
from careercoach.features.connections.service import NoSecretError
from careercoach.ports.ai.guard.known import Known
from careercoach.ports.ai.seams import Sent, ShieldError
from careercoach.settings import settings

KEY = "sk-test-connections-4711"
ADMIN = UUID(int=7)


def sent_for(user_id, words="Resume of [NAME_1]") -> Sent:
    return Sent(user_id, "interviews.score", "openai", "api.openai.com", "gpt-6-luna", words, {"name": 1})


class TestConsent:
    async def test_nobody_asked_is_no(self, session, person):
        assert await service.find_choice(session, user_id=person.id) is None
        assert not await service.has_consent(session, user_id=person.id)

    async def test_yes_and_no_again(self, session, person, stranger):
        await service.save_choice(session, user_id=person.id, allowed=True)
        assert await service.has_consent(session, user_id=person.id)
        assert not await service.has_consent(session, user_id=stranger.id)
        await service.save_choice(session, user_id=person.id, allowed=False)
        assert await service.find_choice(session, user_id=person.id) is False


class TestLog:
    async def test_stranger_cannot_read_or_delete_it(self, session, person, stranger):
        await service.note_sent(session, sent=sent_for(person.id))
        await session.flush()
        mine = await service.list_sent(session, user_id=person.id, limit=10)
        assert mine.total == 1 and mine.rows[0].masked == {"name": 1}
        assert (await service.list_sent(session, user_id=stranger.id, limit=10)).total == 0
        with pytest.raises(NotFoundError):
            await service.get_sent(session, user_id=stranger.id, sent_id=read_id(mine.rows[0].id))
        with pytest.raises(NotFoundError):
            await service.get_sent(session, user_id=person.id, sent_id=new_id())
        await service.delete_sent(session, user_id=stranger.id)
        found = await service.get_sent(session, user_id=person.id, sent_id=read_id(mine.rows[0].id))
        assert found.text == "Resume of [NAME_1]"
        await service.delete_sent(session, user_id=person.id)
        assert (await service.list_sent(session, user_id=person.id, limit=10)).total == 0

    async def test_texts_about_nobody_are_not_kept(self, session):
        await service.note_sent(session, sent=sent_for(None))
        await session.flush()
        assert (await session.execute(text("select count(*) from sent_texts"))).scalar_one() == 0

    async def test_old_texts_are_forgotten(self, session, person):
        await service.note_sent(session, sent=sent_for(person.id))
        await session.flush()
        await service.purge(session, now=utc_now() + timedelta(days=89))
        assert (await service.list_sent(session, user_id=person.id, limit=10)).total == 1
        await service.purge(session, now=utc_now() + timedelta(days=91))
        assert (await service.list_sent(session, user_id=person.id, limit=10)).total == 0


@pytest.fixture
def no_keys(monkeypatch):
    """As if the environment had none; nothing a test sets stays."""
    for fields in service.FIELDS.values():
        for field in fields:
            monkeypatch.setattr(settings, field, "")
    monkeypatch.setattr(flows, "_ours", set())
    monkeypatch.setattr(flows, "_unreadable", set())


@pytest.fixture
async def people(database):
    from tests.factories import add_person

    async with db.transaction() as session:
        return await add_person(session)


class TestLastLook:
    """The second look at the whole text before it leaves."""

    async def test_what_was_sent_is_written_down(self, people):
        note = flows.note_sent_with(self.known)
        await note(sent_for(people.id))
        async with db.reading() as session:
            assert (await service.list_sent(session, user_id=people.id, limit=5)).total == 1

    async def test_a_name_in_the_text_stops_it(self, people):
        note = flows.note_sent_with(self.known)
        with pytest.raises(ShieldError):
            await note(sent_for(people.id, "Resume of Asha Rao"))
        async with db.reading() as session:
            assert (await service.list_sent(session, user_id=people.id, limit=5)).total == 0

    @staticmethod
    async def known(_user_id):
        return Known(names=("Asha Rao",))


@pytest.mark.usefixtures("database", "no_keys")
class TestKeys:
    async def test_a_key_works_at_once_and_is_nowhere_in_clear(self, database, caplog):
        caplog.set_level(logging.DEBUG)
        await flows.save_typed_key("openai", key=f" {KEY}\n", key_id="", actor=ADMIN)
        assert settings.openai_api_key == KEY
        assert flows.key_source("openai") == "table"
        listed = await flows.list_connections()
        assert KEY not in "".join(one.model_dump_json() for one in listed)
        assert KEY.encode() not in database.read_bytes() and KEY not in caplog.text
        assert next(one for one in listed if one.name == "openai").state == "on"
        await flows.remove_key("openai", actor=ADMIN)
        assert settings.openai_api_key == "" and flows.key_source("openai") == ""

    async def test_the_environment_has_the_last_word(self, monkeypatch):
        monkeypatch.setattr(settings, "gemini_api_key", "from-the-environment")
        with pytest.raises(ForbiddenError):
            await flows.save_typed_key("gemini", key=KEY, key_id="", actor=ADMIN)
        async with db.transaction() as session:
            await service.save_key(session, provider="gemini", values={"gemini_api_key": KEY})
        await flows.apply_keys()
        assert settings.gemini_api_key == "from-the-environment" and flows.key_source("gemini") == "environment"

    async def test_another_process_takes_it_over(self):
        async with db.transaction() as session:
            await service.save_key(session, provider="resend", values={"resend_api_key": KEY})
        chosen: list[str] = []
        flows.choose_again_with(lambda: chosen.append(settings.resend_api_key))
        try:
            await flows.apply_keys()
            await flows.apply_keys()
        finally:
            flows.choose_again_with(lambda: None)
        assert chosen == [KEY]

    async def test_another_secret_opens_nothing(self, monkeypatch):
        await flows.save_typed_key("openai", key=KEY, key_id="", actor=ADMIN)
        monkeypatch.setattr(settings, "secret_key", "quite another secret of this server")
        await flows.apply_keys()
        assert settings.openai_api_key == "" and flows.key_source("openai") == "unreadable"

    async def test_without_a_secret_of_the_environment_no_key_is_kept(self, monkeypatch):
        monkeypatch.setattr(settings, "secret_key", "")
        with pytest.raises(NoSecretError):
            await flows.save_typed_key("openai", key=KEY, key_id="", actor=ADMIN)
        assert not flows.can_keep_keys() and not any(one.can_enter for one in await flows.list_connections())

    async def test_storage_takes_two_values(self):
        with pytest.raises(InvalidInputError):
            await flows.save_typed_key("s3", key=KEY, key_id="", actor=ADMIN)
        await flows.save_typed_key("s3", key=KEY, key_id="AKEXAMPLE", actor=ADMIN)
        assert (settings.s3_access_key_id, settings.s3_secret_access_key) == ("AKEXAMPLE", KEY)

    @pytest.mark.parametrize("name", ["", "outbox", "nobody", "secret_key"])
    async def test_only_providers_have_keys(self, name):
        with pytest.raises(InvalidInputError):
            await flows.save_typed_key(name, key=KEY, key_id="", actor=ADMIN)


async def test_the_last_test_is_kept_in_words(database):
    async with db.transaction() as session:
        await service.save_test(session, provider="resend", result=CheckResult(ok=False, reason="invalid_api_key"))
        await service.save_test(session, provider="openai", result=CheckResult(ok=True, detail="gpt-6-luna"))
    found = {one.name: one for one in await flows.list_connections()}
    assert (found["resend"].test_ok, found["resend"].test_reason) == (False, "key")
    assert found["openai"].test_ok and found["openai"].test_detail == "gpt-6-luna" and not found["smtp"].tested
