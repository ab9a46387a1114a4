"""The two pages without a browser: one's own data, and the admin's connections."""

import pytest

from careercoach.core import db
from careercoach.core.errors import NotFoundError
from careercoach.features.admin.pages.connections.state import ConnectionsState
from careercoach.features.connections import flows, service
from careercoach.features.connections.state import DataState
from careercoach.ports.ai.seams import Sent
from careercoach.settings import settings
from tests.factories import add_person
from tests.features.connections.test_service import KEY, no_keys
from tests.features.people import Proxy, acting_as, new_state

__all__ = ["no_keys"]


@pytest.fixture
async def people(database):
    async with db.transaction() as session:
        asha = await add_person(session)
        otto = await add_person(session, email="otto@example.org", name="Otto")
        for number in range(3):
            await service.note_sent(
                session,
                sent=Sent(asha.id, "interviews.score", "openai", "api.openai.com", "m", f"text {number}", {"name": 2}),
            )
    return asha, otto


async def test_the_choice_and_the_log_of_one_person(people):
    asha, otto = people
    state = new_state(DataState)
    with acting_as(asha):
        await state.load()
        assert not state.consent.allowed and not state.consent.asked and not state.consent.has_provider
        assert state.total == 3 and state.rows[0].room == "interviews" and state.rows[0].masks[0].count == 2
        await state.choose(True)
        assert state.consent.allowed
        await state.open(state.rows[0].id)
        assert state.open_text.startswith("text ")
        await state.open(state.rows[0].id)
        assert state.open_text == ""
    theirs = new_state(DataState)
    with acting_as(otto):
        await theirs.load()
        assert theirs.total == 0 and not theirs.consent.allowed
        with pytest.raises(NotFoundError):
            await theirs.open(state.rows[0].id)
        await theirs.forget()
    with acting_as(asha):
        await state.more()
        assert state.total == 3
        await state.forget()
        assert state.total == 0 and state.rows == []


@pytest.fixture
async def admin(database):
    async with db.transaction() as session:
        root = await add_person(session, email="root@example.org", name="Root", is_admin=True)
    with acting_as(root):
        yield root


@pytest.mark.usefixtures("no_keys", "admin")
async def test_an_admin_enters_tests_and_removes_a_key():
    state = new_state(ConnectionsState)
    await state.load()
    assert [one.name for one in state.mail] == ["resend", "smtp", "outbox"] and state.can_keep
    await state.enter("openai")
    await state.save_key({"key": "", "key_id": ""})
    assert state.problem_key == "connections.bad_key" and state.entering == "openai"
    await state.save_key({"key": KEY})
    assert state.problem_key == "" and state.saved == "openai" and state.models[0].key_source == "table"
    assert KEY not in repr(state.dict())
    await ConnectionsState.test.fn(Proxy(state), "outbox")
    assert state.testing == [] and state.mail[2].test_ok
    await state.remove_key("openai")
    assert state.models[0].key_source == "" and settings.openai_api_key == ""


@pytest.mark.usefixtures("admin")
async def test_a_page_of_nobody_saves_no_key():
    state = new_state(ConnectionsState)
    await state.load()
    await state.save_key({"key": KEY})
    assert state.problem_key == "core.invalid_input" and flows.key_source("openai") == ""
