"""Random public ids: they say nothing and cannot be guessed."""

from uuid import UUID, uuid4

from careercoach.core.errors import NotFoundError


def new_id() -> UUID:
    """A random UUID (version 4)."""
    return uuid4()


def read_id(text: str) -> UUID:
    """An id that came from outside. Raises NotFoundError for anything that is none."""
    try:
        return UUID(text)
    except ValueError as error:
        raise NotFoundError from error
