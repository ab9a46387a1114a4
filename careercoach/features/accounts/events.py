"""Facts the accounts room announces."""

from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True)
class UserSignedUp:
    user_id: UUID
    language: str


@dataclass(frozen=True)
class PasswordResetAsked:
    """Somebody with this account asked for a link. `link` is complete and works once."""

    user_id: UUID
    email: str
    name: str
    language: str
    link: str


@dataclass(frozen=True)
class PasswordChanged:
    user_id: UUID
    email: str
    name: str
    language: str
