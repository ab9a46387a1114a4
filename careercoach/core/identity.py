"""Who is asking: resolved from the session cookie at every event and request, never remembered by a page."""

from collections.abc import Awaitable, Callable
from contextvars import ContextVar
from dataclasses import dataclass
from http.cookies import CookieError, SimpleCookie
from uuid import UUID

from careercoach.core.errors import SignInNeededError
from careercoach.settings import settings


@dataclass(frozen=True)
class Person:
    """A signed-in person. `session` is the fingerprint of their session token, not the token."""

    id: UUID
    session: str
    is_admin: bool
    name: str
    language: str
    theme: str
    unseen: bool = False
    """The session's last use was noted some minutes ago: time to note it again."""


Resolver = Callable[[str], Awaitable[Person | None]]
_resolver: Resolver | None = None
current: ContextVar[Person | None] = ContextVar("current_person", default=None)


def cookie_name() -> str:
    """`__Host-` binds the cookie to https, this host and the whole path; plain http on a LAN cannot have it."""
    return "session" if settings.insecure_cookies else "__Host-session"


def resolve_with(resolver: Resolver) -> None:
    """Say how a session token becomes a person (the accounts room does, at start)."""
    global _resolver
    _resolver = resolver


def read_cookie(header: str, name: str) -> str:
    """One value of a Cookie header, empty when absent or malformed."""
    try:
        jar = SimpleCookie(header)
    except CookieError:
        return ""
    return jar[name].value if name in jar else ""


async def identify(cookie_header: str) -> Person | None:
    """The person behind a Cookie header, or None."""
    token = read_cookie(cookie_header, cookie_name())
    if not token or _resolver is None:
        return None
    return await _resolver(token)


def current_person() -> Person:
    """The person this event or request runs for. Raises SignInNeededError for strangers."""
    person = current.get()
    if person is None:
        raise SignInNeededError
    return person
