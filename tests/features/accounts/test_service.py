"""Accounts: strangers first, then what each use case promises."""

from datetime import timedelta

import pytest
import time_machine

from careercoach.core import limits
from careercoach.core.clock import utc_now
from careercoach.core.errors import CoachError, NotFoundError, TooManyTriesError
from careercoach.core.security import fingerprint
from careercoach.features.accounts import service
from careercoach.features.accounts.schemas import SignUp
from tests.factories import NO_HASH, PASSWORD, add_person

WISH = SignUp(name="Mia", email="Mia@Example.org", password=PASSWORD)


class TestSignUp:
    async def test_address_is_kept_lower_case_and_unique(self, session):
        user = await service.sign_up(session, wish=WISH, password_hash=NO_HASH)
        assert user.email == "mia@example.org"
        with pytest.raises(CoachError) as refused:
            await service.sign_up(session, wish=WISH, password_hash=NO_HASH)
        assert refused.value.text_key == "accounts.cannot_sign_up"

    async def test_nobody_becomes_admin_by_signing_up(self, session):
        assert not (await service.sign_up(session, wish=WISH, password_hash=NO_HASH)).is_admin

    async def test_setup_link_makes_the_first_admin_once(self, session):
        token = await service.make_setup_token(session)
        wish = WISH.model_copy(update={"setup": token})
        assert (await service.sign_up(session, wish=wish, password_hash=NO_HASH)).is_admin
        again = wish.model_copy(update={"email": "other@example.org"})
        with pytest.raises(CoachError) as refused:
            await service.sign_up(session, wish=again, password_hash=NO_HASH)
        assert refused.value.text_key == "accounts.link_used"
        assert await service.make_setup_token(session) is None

    async def test_fresh_install_has_no_user(self, session):
        assert await service.count_users(session) == 0


class TestSessions:
    async def test_stranger_cannot_end_mine(self, session, person, stranger):
        mine = (await service.list_sessions(session, person=person))[0]
        with pytest.raises(NotFoundError):
            await service.end_session(session, person=stranger, session_id=service.UUID(mine.id))
        assert len(await service.list_sessions(session, person=person)) == 1

    async def test_database_keeps_only_the_fingerprint(self, session, person):
        token = await service.start_session(session, user_id=person.id, browser="")
        rows = await service.list_sessions(session, person=person)
        assert token not in repr(rows)
        assert (await service.find_person(session, token=token)).id == person.id  # pyright: ignore
        assert await service.find_person(session, token=fingerprint(token)) is None

    @pytest.mark.parametrize(("is_admin", "idle"), [(False, timedelta(days=14)), (True, timedelta(minutes=30))])
    async def test_unused_sessions_end(self, session, is_admin, idle):
        person = await add_person(session, is_admin=is_admin)
        token = await service.start_session(session, user_id=person.id, browser="")
        await session.flush()
        now = utc_now()
        with time_machine.travel(now + idle - timedelta(seconds=5), tick=False):
            assert await service.find_person(session, token=token)
        with time_machine.travel(now + idle + timedelta(seconds=5), tick=False):
            assert await service.find_person(session, token=token) is None

    async def test_used_sessions_end_after_thirty_days_all_the_same(self, session, person):
        token = await service.start_session(session, user_id=person.id, browser="")
        await session.flush()
        now = utc_now()
        for day in range(1, 30):
            with time_machine.travel(now + timedelta(days=day), tick=False):
                await service.touch_session(session, session_hash=fingerprint(token))
                session.expire_all()
                assert await service.find_person(session, token=token)
        with time_machine.travel(now + timedelta(days=30, minutes=1), tick=False):
            assert await service.find_person(session, token=token) is None

    async def test_locking_an_account_ends_its_sessions(self, session, person):
        admin = await add_person(session, email="root@example.org", is_admin=True)
        token = await service.start_session(session, user_id=person.id, browser="")
        await service.set_disabled(session, admin=admin, user_id=person.id, disabled=True)
        assert await service.find_person(session, token=token) is None
        assert await service.find_login(session, email="asha@example.org") is None

    async def test_admin_cannot_lock_themselves_out(self, session):
        admin = await add_person(session, email="root@example.org", is_admin=True)
        with pytest.raises(CoachError):
            await service.set_disabled(session, admin=admin, user_id=admin.id, disabled=True)


class TestLimits:
    async def test_refuses_one_more_than_the_burst_and_says_when(self, session):
        for _ in range(limits.LOGIN_BY_ACCOUNT.burst):
            await limits.take(session, limits.LOGIN_BY_ACCOUNT, "a@example.org")
        with pytest.raises(TooManyTriesError) as refused:
            await limits.take(session, limits.LOGIN_BY_ACCOUNT, "A@example.org")
        assert 0 < refused.value.retry_after_s <= 61
        await limits.take(session, limits.LOGIN_BY_ACCOUNT, "b@example.org")

    async def test_refills_with_time_and_never_by_a_clock_set_back(self, session):
        now = utc_now()
        with time_machine.travel(now, tick=False):
            for _ in range(limits.RESET_BY_MAIL.burst):
                await limits.take(session, limits.RESET_BY_MAIL, "x")
        with time_machine.travel(now - timedelta(hours=1), tick=False), pytest.raises(TooManyTriesError):
            await limits.take(session, limits.RESET_BY_MAIL, "x")
        with time_machine.travel(now + timedelta(minutes=21), tick=False):
            await limits.take(session, limits.RESET_BY_MAIL, "x")
