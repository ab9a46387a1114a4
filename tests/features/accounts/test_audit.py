"""What admins did: one row an act, in the act's own transaction, and no row can be taken out or rewritten unseen."""

from datetime import timedelta

import pytest
from sqlalchemy import text

from careercoach.core import db
from careercoach.core.errors import CoachError
from careercoach.features.accounts import audit, flows, service
from careercoach.features.accounts.schemas import SignUp
from tests import factories


async def acts(**page):
    async with db.reading() as session:
        return await service.list_acts(session, **page)


async def in_database(statement):
    async with db.transaction() as session:
        await session.execute(text(statement))


@pytest.fixture
async def people(database):
    async with db.transaction() as session:
        asha = await factories.add_person(session)
        root = await factories.add_person(session, email="root@example.org", name="Root", is_admin=True)
    return asha, root


@pytest.fixture
async def chain(people, monkeypatch):
    """Seven acts, looked at three at a time."""
    asha, root = people
    monkeypatch.setattr(audit, "AT_ONCE", 3)
    for number in range(6):
        async with db.transaction() as session:
            await service.set_disabled(session, admin=root, user_id=asha.id, disabled=number % 2 == 0)
    return asha, root


async def test_nothing_happened_yet(database):
    page = await acts()
    assert (page.entries, page.total, page.is_intact) == ([], 0, True)


async def test_who_did_what_to_whom(chain):
    asha, root = chain
    page = await acts(limit=3)
    assert page.total == 7 and page.is_intact and [one.seq for one in page.entries] == [7, 6, 5]
    newest = page.entries[0]
    assert (newest.actor_id, newest.actor_name, newest.action) == (root.id, "Root", "let_in")
    assert (newest.target_kind, newest.target, newest.target_name) == ("account", str(asha.id), "Asha Rao")
    assert (newest.before, newest.after) == ({"locked": True}, {"locked": False})
    first = (await acts(limit=50, offset=6)).entries
    assert [(one.action, one.actor_id, one.target_name) for one in first] == [("made_admin", None, "Root")]


async def test_an_act_that_fails_leaves_nothing(people):
    _, root = people
    for error in (CoachError, ZeroDivisionError):
        with pytest.raises(error):
            async with db.transaction() as session:
                if error is CoachError:
                    await service.set_disabled(session, admin=root, user_id=root.id, disabled=True)
                else:
                    await service.set_disabled(session, admin=root, user_id=people[0].id, disabled=True)
                    raise ZeroDivisionError
    page = await acts()
    assert page.total == 1 and page.is_intact


async def test_an_admin_by_the_command_line_and_by_the_first_link(database):
    async with db.transaction() as session:
        setup = await service.make_setup_token(session)
    wish = SignUp(name="Ada", email="ada@example.org", password=factories.PASSWORD, setup=setup or "")
    async with db.transaction() as session:
        ada = await service.sign_up(session, wish=wish, password_hash=factories.NO_HASH)
    for _ in range(2):
        await flows.create_admin(email="root@example.org", name="Root", password=factories.PASSWORD)
    page = await acts()
    assert [(one.action, one.actor_id) for one in page.entries] == [("made_admin", None), ("made_admin", ada.id)]


TAMPERING = [
    ("delete from audit_entries where seq = 1", 1),
    ("delete from audit_entries where seq = 4", 4),
    ("delete from audit_entries where seq = 7", 7),
    ("delete from audit_entries where seq > 3", 4),
    ("delete from audit_entries", 1),
    ("update audit_entries set action = 'key_set' where seq = 5", 5),
    ("update audit_entries set action = 'nonsense' where seq = 5", 5),
    ("update audit_entries set target = 'nobody' where seq = 2", 2),
    ("update audit_entries set actor_id = null where seq = 3", 3),
    ("update audit_entries set after = '{\"locked\": false}' where seq = 2", 2),
    ("update audit_entries set at = '2026-01-01 00:00:00.000000' where seq = 6", 6),
    ("update audit_entries set seq = 9 where seq = 7", 7),
    ("update audit_heads set seq = 6", 6),
    ("update audit_heads set hash = ''", 7),
    ("delete from audit_heads", 1),
    ("insert into audit_entries select 8, at, actor_id, action, target_kind, target, before, after, hash "
     "from audit_entries where seq = 7", 8),
]  # fmt: skip


async def test_tampering_shows(chain):
    for tampering, broken_at in TAMPERING:
        async with db.transaction() as session:
            await session.execute(text(tampering))
            page = await service.list_acts(session)
            await session.rollback()
        assert (page.is_intact, page.broken_at) == (False, broken_at), tampering
    assert (await acts()).is_intact


async def test_it_outlives_the_accounts(chain):
    await in_database("delete from users")
    page = await acts()
    assert page.is_intact and page.total == 7 and page.entries[0].actor_name == page.entries[0].target_name == ""


async def test_times_go_forward(chain):
    times = [one.at for one in (await acts()).entries]
    assert times == sorted(times, reverse=True) and times[0] - times[-1] < timedelta(minutes=1)


@pytest.mark.parametrize("name", ["api_key", "password", "reset_token", "secret", "text"])
async def test_facts_that_promise_a_secret_are_refused(people, name):
    with pytest.raises(ValueError, match=name):
        async with db.transaction() as session:
            await service.record_act(
                session, actor=people[1].id, action="key_set", target_kind="connection", target="openai",
                after={name: "x"},
            )  # fmt: skip
    assert (await acts()).total == 1
