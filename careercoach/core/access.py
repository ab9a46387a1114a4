"""Who may call a handler or route. Nothing is callable without a mark (see `ui.gate` and `core.rest`)."""

from collections.abc import Callable
from enum import Enum
from typing import Any, TypeVar

Marked = TypeVar("Marked", bound=Callable[..., Any])
MARK = "_careercoach_access"


class Access(Enum):
    """ANYONE: strangers too. SIGNED_IN: a person, for what is their own. ADMIN: people marked as admin."""

    ANYONE = "anyone"
    SIGNED_IN = "signed_in"
    ADMIN = "admin"


def allow(access: Access) -> Callable[[Marked], Marked]:
    """Mark a handler or route with who may call it."""

    def mark(function: Marked) -> Marked:
        setattr(function, MARK, access)
        return function

    return mark


def access_of(function: object) -> Access | None:
    """The mark, or None: then nobody may call it."""
    return getattr(function, MARK, None)
