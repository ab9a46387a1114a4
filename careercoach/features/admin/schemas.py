"""What crosses the border of the admin room."""

from pydantic import BaseModel


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
    joined: str


class MailRow(BaseModel):
    """A mail in the outbox list."""

    id: str
    recipient: str
    subject: str
    state: str
    reason: str
    at: str


class JobRow(BaseModel):
    """A job in the list."""

    id: str
    kind: str
    state: str
    attempts: int
    error: str
    at: str
    can_retry: bool
    can_cancel: bool
