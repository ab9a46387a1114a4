"""Random public ids: they say nothing and cannot be guessed."""

from uuid import UUID, uuid4


def new_id() -> UUID:
    """A random UUID (version 4)."""
    return uuid4()
