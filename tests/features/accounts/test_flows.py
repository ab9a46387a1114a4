"""Log in, sign up and reset with real passwords."""

import pytest

from careercoach.core import db
from careercoach.core.errors import CoachError, TooManyTriesError
from careercoach.core.events import react_to
from careercoach.features.accounts import flows, service
from careercoach.features.accounts.events import PasswordResetAsked
from careercoach.features.accounts.rules import check_new_password, common_passwords
from careercoach.features.accounts.schemas import LogIn, SignUp
from tests.factories import PASSWORD

SENT: list[PasswordResetAsked] = []


@react_to(PasswordResetAsked)
async def _catch(_session, fact):
    SENT.append(fact)


@pytest.fixture
async def mia(database):
    wish = SignUp(name="Mia", email="mia@example.org", password=PASSWORD)
    return await flows.sign_up(wish, address="10.0.0.1", browser="Firefox")


async def _person(token):
    async with db.reading() as session:
        return await service.find_person(session, token=token)


async def test_sign_up_logs_in(mia):
    assert (await _person(mia)).name == "Mia"


async def test_log_in_ends_the_session_it_replaces(mia):
    before = await _person(mia)
    wish = LogIn(email="mia@example.org", password=PASSWORD)
    token = await flows.log_in(wish, address="10.0.0.1", browser="", replaces=before.session)
    assert await _person(mia) is None
    assert (await _person(token)).id == before.id


@pytest.mark.parametrize("email", ["mia@example.org", "nobody@example.org"])
async def test_wrong_password_and_unknown_mail_sound_the_same(mia, email):
    with pytest.raises(CoachError) as refused:
        await flows.log_in(LogIn(email=email, password="not this one"), address="10.0.0.1", browser="")
    assert (refused.value.text_key, refused.value.status) == ("accounts.wrong", 401)


async def test_failed_tries_count_although_they_are_rolled_back(mia):
    wish = LogIn(email="mia@example.org", password="not this one")
    for _ in range(10):
        with pytest.raises(CoachError):
            await flows.log_in(wish, address="10.0.0.1", browser="")
    with pytest.raises(TooManyTriesError):
        await flows.log_in(LogIn(email="mia@example.org", password=PASSWORD), address="10.0.0.9", browser="")


async def test_reset_works_once_and_ends_every_session(mia):
    SENT.clear()
    await flows.ask_reset(email="mia@example.org", address="10.0.0.1")
    token = SENT[0].link.partition("token=")[2]
    await flows.reset_password(token=token, new="seven green lanterns", address="10.0.0.1")
    assert await _person(mia) is None
    with pytest.raises(CoachError) as refused:
        await flows.reset_password(token=token, new="eight green lanterns", address="10.0.0.1")
    assert refused.value.text_key == "accounts.link_used"
    await flows.log_in(LogIn(email="mia@example.org", password="seven green lanterns"), address="1", browser="")


async def test_a_newer_link_kills_the_older(mia):
    SENT.clear()
    await flows.ask_reset(email="mia@example.org", address="10.0.0.1")
    await flows.ask_reset(email="mia@example.org", address="10.0.0.1")
    with pytest.raises(CoachError):
        old = SENT[0].link.partition("token=")[2]
        await flows.reset_password(token=old, new="seven green lanterns", address="10.0.0.1")


async def test_asking_for_an_unknown_mail_says_nothing_and_sends_nothing(database):
    SENT.clear()
    await flows.ask_reset(email="nobody@example.org", address="10.0.0.1")
    assert SENT == []


class TestNewPasswords:
    def test_embedded_list_is_long(self):
        assert len(common_passwords()) >= 10_000

    @pytest.mark.parametrize(
        ("password", "problem"),
        [
            ("short", "accounts.password_length"),
            ("x" * 129, "accounts.password_length"),
            ("password1", "accounts.password_common"),
            ("aaaaaaaaaaaa", "accounts.password_common"),
            ("mia.keller99", "accounts.password_own_words"),
            ("careercoach1", "accounts.password_own_words"),
        ],
    )
    def test_refused(self, password, problem):
        with pytest.raises(CoachError) as refused:
            check_new_password(password, email="mia.keller@example.org", name="Mia Keller")
        assert refused.value.text_key == problem

    @pytest.mark.parametrize(
        "password", ["violet tram cactus", "🦊🦊 läuft übers Feld", "z" * 40 + "abc1", "पासवर्ड नहीं है"]
    )
    def test_any_characters_are_welcome(self, password):
        check_new_password(password, email="mia@example.org", name="Mia")

    async def test_composed_and_decomposed_letters_are_equal(self):
        from careercoach.core.security import check_password, hash_password

        assert await check_password("u\u0308ber den Zaun", await hash_password("über den Zaun"))
