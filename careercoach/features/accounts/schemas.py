"""What crosses the border of the accounts room."""

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from email_validator import EmailNotValidError, validate_email
from pydantic import AfterValidator, BaseModel, ConfigDict, Field, StringConstraints

from careercoach.core.moments import Moment

PASSWORD_MIN, PASSWORD_MAX = 8, 128


def normal_mail(address: str) -> str:
    """Lower case, checked for form. Raises ValueError."""
    try:
        return validate_email(address.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError as error:
        raise ValueError("not a mail address") from error


Mail = Annotated[str, StringConstraints(max_length=254), AfterValidator(normal_mail)]
Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=120)]
Password = Annotated[str, StringConstraints(min_length=1, max_length=1000)]


class Input(BaseModel):
    """Closed: a field we did not ask for is an error."""

    model_config = ConfigDict(extra="forbid")


class SignUp(Input):
    name: Name
    email: Mail
    password: Password
    language: str = Field(default="en", max_length=2)
    setup: str = Field(default="", max_length=100)
    """The one-time token that makes the first admin."""


class LogIn(Input):
    email: Mail
    password: Password


@dataclass(frozen=True)
class Login:
    """What a password is checked against; never leaves the server."""

    user_id: UUID
    email: str
    name: str
    password_hash: str


class UserView(BaseModel):
    """An account as its owner or an admin sees it."""

    id: UUID
    email: str
    name: str
    language: str
    theme: str
    is_admin: bool
    created_at: datetime
    disabled: bool


class SessionRow(BaseModel):
    """One line of the person's logged-in browsers, on their own clock."""

    id: str
    browser: str
    seen: Moment
    is_this: bool


class SessionView(BaseModel):
    """One logged-in browser. `is_this` marks the one that asks."""

    id: str
    browser: str
    created_at: datetime
    seen_at: datetime
    is_this: bool


Act = Literal[
    "locked_out", "let_in", "made_admin", "key_set", "key_removed", "connection_tested", "model_tried", "job_retried",
    "job_stopped", "test_mail", "mail_read",
]  # fmt: skip
"""What admins do that others should be able to look up."""
TargetKind = Literal["account", "connection", "job", "mail"]
Facts = dict[str, str | int | bool]
"""A few small values that changed. Never content, keys or addresses."""


class AuditView(BaseModel):
    """One act. Names are those of today; empty for an account that is gone, and for the command line."""

    seq: int
    at: datetime
    actor_id: UUID | None
    actor_name: str = ""
    action: str
    target_kind: str
    target: str
    target_name: str = ""
    before: Facts
    after: Facts


class AuditPage(BaseModel):
    """Acts, newest first. `is_intact`: none was changed or taken out since it was written; else `broken_at` is the
    number of the first that was."""

    entries: list[AuditView]
    total: int
    is_intact: bool
    broken_at: int | None = None


def fields_of(model: type[BaseModel], form: dict[str, Any]) -> dict[str, Any]:
    """Only the form's fields that the model knows (a browser may send its own extras)."""
    return {name: value for name, value in form.items() if name in model.model_fields}
