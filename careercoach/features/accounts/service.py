"""Sign up, log in, sessions, forgotten password, the first admin."""

from datetime import timedelta
from uuid import UUID

from sqlalchemy import bindparam, func, insert, update
from sqlalchemy import select as select_columns
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import col, delete, select

from careercoach.core import limits
from careercoach.core.clock import utc_now
from careercoach.core.db import metadata
from careercoach.core.errors import CoachError, ForbiddenError, NotFoundError
from careercoach.core.events import announce
from careercoach.core.identity import Person
from careercoach.core.security import fingerprint, new_token
from careercoach.core.texts import known_language
from careercoach.features.accounts.audit import list_acts as list_acts
from careercoach.features.accounts.audit import record_act as record_act
from careercoach.features.accounts.events import PasswordChanged, PasswordResetAsked, UserSignedUp
from careercoach.features.accounts.models import OneTimeToken, Session, User
from careercoach.features.accounts.schemas import Login, SessionView, SignUp, UserView
from careercoach.settings import settings

IDLE, ADMIN_IDLE = timedelta(days=14), timedelta(minutes=30)
LONGEST, ADMIN_LONGEST = timedelta(days=30), timedelta(hours=12)
RESET_LIVES = timedelta(minutes=30)
SETUP_LIVES = timedelta(days=7)
# Writing "seen" at every event would make every read a write.
SEEN_STEP = timedelta(minutes=2)
# Asked at every event and request: made once, and only the columns it takes.
_PERSON = (
    select_columns(
        *map(col, (User.id, User.is_admin, User.name, User.language, User.theme, User.disabled_at)),
        *map(col, (Session.token_hash, Session.seen_at, Session.created_at)),
    )
    .join(User, col(User.id) == col(Session.user_id))
    .where(col(Session.token_hash) == bindparam("token_hash"))
)

_USERS, _SESSIONS = metadata.tables["users"], metadata.tables["sessions"]
_LOGIN = select_columns(_USERS.c.id, _USERS.c.email, _USERS.c.name, _USERS.c.password_hash, _USERS.c.disabled_at).where(
    _USERS.c.email == bindparam("address")
)
_START = insert(_SESSIONS)


def _view(user: User) -> UserView:
    return UserView(**user.model_dump(exclude={"password_hash"}), disabled=user.disabled_at is not None)


async def _by_mail(session: AsyncSession, email: str) -> User | None:
    return (await session.execute(select(User).where(User.email == email))).scalar_one_or_none()


async def _user(session: AsyncSession, user_id: UUID) -> User:
    user = await session.get(User, user_id)
    if user is None:
        raise NotFoundError
    return user


async def sign_up(session: AsyncSession, *, wish: SignUp, password_hash: str) -> UserView:
    """Make an account. Raises CoachError for a taken address, a used setup link or closed doors."""
    by_invitation = bool(wish.setup) and await _use_token(session, purpose="setup", token=wish.setup)
    if wish.setup and not by_invitation:
        raise CoachError("accounts.link_used", status=410)
    if not settings.signup_open and not by_invitation:
        raise ForbiddenError("accounts.signup_closed")
    if await _by_mail(session, wish.email) is not None:
        raise CoachError("accounts.cannot_sign_up", status=409)
    user = User(
        email=wish.email,
        name=wish.name,
        password_hash=password_hash,
        language=known_language(wish.language),
        is_admin=bool(by_invitation),
    )
    session.add(user)
    await session.flush()
    if user.is_admin:
        await _note_new_admin(session, user, actor=user.id)
    await announce(session, UserSignedUp(user_id=user.id, language=user.language))
    return _view(user)


async def find_login(session: AsyncSession, *, email: str) -> Login | None:
    """What it takes to check a password. None for unknown and locked accounts."""
    user = (await session.execute(_LOGIN, {"address": email})).one_or_none()
    if user is None or user.disabled_at is not None:
        return None
    return Login(user.id, user.email, user.name, user.password_hash)


async def get_login(session: AsyncSession, *, user_id: UUID) -> Login:
    """The same for a person who is known. Raises NotFoundError."""
    user = await _user(session, user_id)
    return Login(user.id, user.email, user.name, user.password_hash)


async def find_reset(session: AsyncSession, *, token: str) -> Login:
    """Whose password a mailed link may change. Raises CoachError when it was used or is too old."""
    row = await _find_token(session, purpose="reset", token=token)
    if row is None or row.user_id is None:
        raise CoachError("accounts.link_used", status=410)
    return await get_login(session, user_id=row.user_id)


async def start_session(session: AsyncSession, *, user_id: UUID, browser: str) -> str:
    """A new session token for the cookie; the database keeps its fingerprint."""
    token = new_token()
    started = Session(user_id=user_id, token_hash=fingerprint(token), browser=browser[:200])
    await session.execute(_START, started.model_dump())
    return token


async def find_person(session: AsyncSession, *, token: str) -> Person | None:
    """The person of a session token, None when it is unknown, ended or too old."""
    found = (await session.execute(_PERSON, {"token_hash": fingerprint(token)})).one_or_none()
    if found is None or found.disabled_at is not None:
        return None
    now = utc_now()
    idle, longest = (ADMIN_IDLE, ADMIN_LONGEST) if found.is_admin else (IDLE, LONGEST)
    if now - found.seen_at > idle or now - found.created_at > longest:
        return None
    unseen = now - found.seen_at > SEEN_STEP
    return Person(found.id, found.token_hash, found.is_admin, found.name, found.language, found.theme, unseen)


async def touch_session(session: AsyncSession, *, session_hash: str) -> None:
    """Note that the session is in use, every two minutes at most."""
    now = utc_now()
    await session.execute(
        update(Session)
        .where(col(Session.token_hash) == session_hash, col(Session.seen_at) < now - SEEN_STEP)
        .values(seen_at=now)
    )


async def live_sessions(session: AsyncSession, *, hashes: set[str]) -> set[str]:
    """Which of these sessions still exist and belong to an enabled person."""
    rows = await session.execute(
        select(Session.token_hash)
        .join(User, col(User.id) == col(Session.user_id))
        .where(col(Session.token_hash).in_(hashes), col(User.disabled_at).is_(None))
    )
    return set(rows.scalars())


async def list_sessions(session: AsyncSession, *, person: Person) -> list[SessionView]:
    """The person's logged-in browsers, last used first."""
    rows = await session.execute(
        select(Session).where(Session.user_id == person.id).order_by(col(Session.seen_at).desc())
    )
    return [
        SessionView(
            id=str(row.id), browser=row.browser, created_at=row.created_at, seen_at=row.seen_at,
            is_this=row.token_hash == person.session,
        )
        for row in rows.scalars()
    ]  # fmt: skip


async def end_session(session: AsyncSession, *, person: Person, session_id: UUID) -> None:
    """Log one of one's own browsers out. Raises NotFoundError for anyone else's."""
    row = await session.get(Session, session_id)
    if row is None or row.user_id != person.id:
        raise NotFoundError
    await session.delete(row)


async def end_sessions(session: AsyncSession, *, user_id: UUID, except_hash: str = "") -> None:
    """Log all of a person's browsers out, but for one if named."""
    await session.execute(
        delete(Session).where(col(Session.user_id) == user_id, col(Session.token_hash) != except_hash)
    )


async def log_out(session: AsyncSession, *, session_hash: str) -> None:
    """End this session."""
    await session.execute(delete(Session).where(col(Session.token_hash) == session_hash))


async def set_password(session: AsyncSession, *, user_id: UUID, password_hash: str, keep_session: str = "") -> None:
    """Replace the password, end all other sessions, kill open links, announce it."""
    user = await _user(session, user_id)
    user.password_hash = password_hash
    await _kill_tokens(session, user.id)
    await end_sessions(session, user_id=user.id, except_hash=keep_session)
    await announce(session, PasswordChanged(user_id=user.id, email=user.email, name=user.name, language=user.language))


async def rehash(session: AsyncSession, *, user_id: UUID, password_hash: str) -> None:
    """The same password with today's parameters."""
    (await _user(session, user_id)).password_hash = password_hash


async def ask_reset(session: AsyncSession, *, email: str) -> None:
    """Send a link if there is such an account; the caller learns nothing either way."""
    user = await _by_mail(session, email)
    token = new_token()
    if user is None or user.disabled_at is not None:
        return
    await _kill_tokens(session, user.id)
    await _keep_token(session, purpose="reset", token=token, lives=RESET_LIVES, user_id=user.id)
    link = f"{settings.base_url}/reset?token={token}"
    await announce(
        session,
        PasswordResetAsked(user_id=user.id, email=user.email, name=user.name, language=user.language, link=link),
    )


async def use_reset(session: AsyncSession, *, token: str, password_hash: str) -> None:
    """Set the new password and use the link up. Raises CoachError when somebody was faster."""
    row = await _find_token(session, purpose="reset", token=token)
    if row is None or row.user_id is None:
        raise CoachError("accounts.link_used", status=410)
    row.used_at = utc_now()
    await set_password(session, user_id=row.user_id, password_hash=password_hash)


async def make_setup_token(session: AsyncSession) -> str | None:
    """A one-time token for the first admin; None once there is one."""
    admins = (await session.execute(select(func.count()).where(col(User.is_admin)))).scalar_one()
    if admins:
        return None
    await session.execute(delete(OneTimeToken).where(col(OneTimeToken.purpose) == "setup"))
    token = new_token()
    await _keep_token(session, purpose="setup", token=token, lives=SETUP_LIVES)
    return token


async def _keep_token(
    session: AsyncSession, *, purpose: str, token: str, lives: timedelta, user_id: UUID | None = None
) -> None:
    session.add(
        OneTimeToken(user_id=user_id, purpose=purpose, token_hash=fingerprint(token), expires_at=utc_now() + lives)
    )


async def _find_token(session: AsyncSession, *, purpose: str, token: str) -> OneTimeToken | None:
    row = (
        await session.execute(
            select(OneTimeToken)
            .where(OneTimeToken.token_hash == fingerprint(token), OneTimeToken.purpose == purpose)
            .with_for_update()
        )
    ).scalar_one_or_none()
    return row if row and row.used_at is None and row.expires_at > utc_now() else None


async def _use_token(session: AsyncSession, *, purpose: str, token: str) -> bool:
    row = await _find_token(session, purpose=purpose, token=token)
    if row is None:
        return False
    row.used_at = utc_now()
    return True


async def _kill_tokens(session: AsyncSession, user_id: UUID) -> None:
    await session.execute(
        update(OneTimeToken)
        .where(col(OneTimeToken.user_id) == user_id, col(OneTimeToken.used_at).is_(None))
        .values(used_at=utc_now())
    )


async def set_language(session: AsyncSession, *, user_id: UUID, language: str) -> None:
    """Keep the language on the account: mails and PDFs use it."""
    (await _user(session, user_id)).language = known_language(language)


async def set_theme(session: AsyncSession, *, user_id: UUID, theme: str) -> None:
    """light, dark or system."""
    (await _user(session, user_id)).theme = theme if theme in ("light", "dark") else "system"


async def set_name(session: AsyncSession, *, user_id: UUID, name: str) -> None:
    """How the app greets the person."""
    (await _user(session, user_id)).name = name.strip()[:120]


async def get_user(session: AsyncSession, *, user_id: UUID) -> UserView:
    """One account. Raises NotFoundError."""
    return _view(await _user(session, user_id))


async def list_users(session: AsyncSession, *, search: str = "", limit: int = 50) -> list[UserView]:
    """Accounts for the admin, newest first; `search` looks in names and addresses."""
    query = select(User).order_by(col(User.created_at).desc()).limit(min(limit, 200))
    if search:
        pattern = "%" + search.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"
        query = query.where(col(User.email).ilike(pattern, escape="\\") | col(User.name).ilike(pattern, escape="\\"))
    return [_view(user) for user in (await session.execute(query)).scalars()]


async def set_disabled(session: AsyncSession, *, admin: Person, user_id: UUID, disabled: bool) -> None:
    """Lock an account out, or let it in again. An admin cannot lock themselves out."""
    if user_id == admin.id:
        raise CoachError("accounts.not_yourself", status=409)
    user = await _user(session, user_id)
    before, user.disabled_at = user.disabled_at is not None, utc_now() if disabled else None
    if disabled:
        await end_sessions(session, user_id=user_id)
    await record_act(
        session, actor=admin.id, action="locked_out" if disabled else "let_in", target_kind="account",
        target=str(user_id), before={"locked": before}, after={"locked": disabled},
    )  # fmt: skip


async def create_admin(session: AsyncSession, *, email: str, name: str, password_hash: str) -> UserView:
    """From the command line: a new admin, or an existing account made one (its password stays)."""
    user = await _by_mail(session, email)
    if user is None:
        user = User(email=email, name=name, password_hash=password_hash)
        session.add(user)
        await session.flush()
        await announce(session, UserSignedUp(user_id=user.id, language=user.language))
    if not user.is_admin:
        user.is_admin = True
        await _note_new_admin(session, user, actor=None)
    return _view(user)


async def _note_new_admin(session: AsyncSession, user: User, *, actor: UUID | None) -> None:
    await record_act(
        session, actor=actor, action="made_admin", target_kind="account", target=str(user.id),
        before={"admin": False}, after={"admin": True},
    )  # fmt: skip


async def count_users(session: AsyncSession) -> int:
    """How many accounts there are."""
    return (await session.execute(select(func.count()).select_from(User))).scalar_one()


async def sweep(session: AsyncSession) -> None:
    """Drop what has run out: sessions, tokens, full buckets."""
    now = utc_now()
    await session.execute(delete(Session).where(col(Session.created_at) < now - LONGEST))
    await session.execute(delete(OneTimeToken).where(col(OneTimeToken.expires_at) < now - timedelta(days=1)))
    await limits.forget_old(session, before=now - timedelta(hours=2))
