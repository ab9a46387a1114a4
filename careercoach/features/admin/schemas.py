"""What crosses the border of the admin room."""

from pydantic import BaseModel

from careercoach.core.moments import Moment
from careercoach.features.connections.schemas import Connection


class Check(BaseModel):
    """One thing the app depends on. `reason` is a short code, empty when fine."""

    name: str
    ok: bool
    reason: str = ""
    detail: str = ""
    """For admins only: a figure or an error class, never a path or a secret."""


class Health(BaseModel):
    """All checks together."""

    ok: bool
    checks: list[Check]


class PersonRow(BaseModel):
    """An account in the list of people."""

    id: str
    name: str
    email: str
    is_admin: bool
    disabled: bool
    joined: Moment


class MailRow(BaseModel):
    """A mail in the outbox list."""

    id: str
    recipient: str
    subject: str
    state: str
    reason: str
    at: Moment


class JobRow(BaseModel):
    """A job in the list."""

    id: str
    kind: str
    state: str
    attempts: int
    error: str
    at: Moment
    can_retry: bool
    can_cancel: bool


class ConnectionRow(Connection):
    """A provider, and when it was tested last."""

    when: Moment = Moment()


class ActRow(BaseModel):
    """An act in the list of what admins did."""

    seq: int
    at: Moment
    who: str
    """Empty for an account that is gone."""
    by_command: bool
    action: str
    target_kind: str
    target: str
    name: str
    """What the target is called, where that is known."""
    facts: str
