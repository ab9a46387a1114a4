"""Use cases with a password in them: hashing takes 25 ms of a core, so no transaction is open meanwhile."""

import asyncio
from uuid import UUID

from careercoach.core import db
from careercoach.core.errors import CoachError
from careercoach.core.limits import (
    LOGIN_BY_ACCOUNT,
    LOGIN_BY_ADDRESS,
    RESET_BY_ADDRESS,
    RESET_BY_MAIL,
    SIGNUP_BY_ADDRESS,
    Limit,
    take,
)
from careercoach.core.security import check_password, hash_password, needs_new_hash
from careercoach.features.accounts import service
from careercoach.features.accounts.rules import check_new_password
from careercoach.features.accounts.schemas import LogIn, SignUp, UserView

RESET_STEP_S = 0.3


async def _count_tries(*tries: tuple[Limit, str]) -> None:
    # Its own transaction: a try counts also when what follows fails and is rolled back.
    async with db.transaction() as session:
        for limit, subject in tries:
            await take(session, limit, subject)


async def sign_up(wish: SignUp, *, address: str, browser: str) -> str:
    """Make the account and log in: the session token. Raises CoachError in words."""
    await _count_tries((SIGNUP_BY_ADDRESS, address))
    check_new_password(wish.password, email=wish.email, name=wish.name)
    hashed = await hash_password(wish.password)
    async with db.transaction() as session:
        user = await service.sign_up(session, wish=wish, password_hash=hashed)
        return await service.start_session(session, user_id=user.id, browser=browser)


async def log_in(wish: LogIn, *, address: str, browser: str, replaces: str = "") -> str:
    """The session token. The same error after the same time for a wrong mail and a wrong password."""
    async with db.transaction() as session:  # its own, see _count_tries
        await take(session, LOGIN_BY_ACCOUNT, wish.email)
        await take(session, LOGIN_BY_ADDRESS, address)
        login = await service.find_login(session, email=wish.email)
    fits = await check_password(wish.password, login.password_hash if login else None)
    if login is None or not fits:
        raise CoachError("accounts.wrong", status=401)
    newer = await hash_password(wish.password) if needs_new_hash(login.password_hash) else ""
    async with db.transaction() as session:
        if newer:
            await service.rehash(session, user_id=login.user_id, password_hash=newer)
        if replaces:
            await service.log_out(session, session_hash=replaces)
        return await service.start_session(session, user_id=login.user_id, browser=browser)


async def change_password(*, user_id: UUID, session_hash: str, current: str, new: str) -> None:
    """Needs the current one; ends all other sessions. Raises CoachError in words."""
    async with db.reading() as session:
        login = await service.get_login(session, user_id=user_id)
    await _count_tries((LOGIN_BY_ACCOUNT, login.email))
    if not await check_password(current, login.password_hash):
        raise CoachError("accounts.wrong_current", status=403)
    check_new_password(new, email=login.email, name=login.name)
    hashed = await hash_password(new)
    async with db.transaction() as session:
        await service.set_password(session, user_id=user_id, password_hash=hashed, keep_session=session_hash)


async def ask_reset(*, email: str, address: str) -> None:
    """Mail a link if there is such an account; the caller learns nothing either way."""
    clock = asyncio.get_running_loop().time
    began = clock()
    await _count_tries((RESET_BY_MAIL, email), (RESET_BY_ADDRESS, address))
    async with db.transaction() as session:
        await service.ask_reset(session, email=email)
    # Writing a letter takes time, and that would tell that there is somebody to write to: answer at full steps only.
    await asyncio.sleep(-(clock() - began) % RESET_STEP_S)


async def reset_password(*, token: str, new: str, address: str) -> None:
    """Set a new password by the mailed link. Raises CoachError in words."""
    await _count_tries((RESET_BY_ADDRESS, address))
    async with db.reading() as session:
        login = await service.find_reset(session, token=token)
    check_new_password(new, email=login.email, name=login.name)
    hashed = await hash_password(new)
    async with db.transaction() as session:
        await service.use_reset(session, token=token, password_hash=hashed)


async def create_admin(*, email: str, name: str, password: str) -> UserView:
    """From the command line. Raises CoachError for a weak password."""
    check_new_password(password, email=email, name=name)
    hashed = await hash_password(password)
    async with db.transaction() as session:
        return await service.create_admin(session, email=email, name=name, password_hash=hashed)
