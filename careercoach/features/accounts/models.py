"""Accounts, sessions, one-time tokens (of every token only the fingerprint is kept), and what admins did."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class User(SQLModel, table=True):
    """One person. `email` is lower case and unique."""

    __tablename__ = "users"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=new_id, primary_key=True)
    email: str = Field(max_length=254, unique=True)
    name: str = Field(max_length=120)
    password_hash: str = Field(max_length=200)
    language: str = Field(default="en", max_length=2)
    theme: str = Field(default="system", max_length=6)
    is_admin: bool = False
    created_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))
    disabled_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))


class Session(SQLModel, table=True):
    """One browser that is logged in."""

    __tablename__ = "sessions"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    token_hash: str = Field(max_length=64, unique=True)
    browser: str = Field(default="", max_length=200)
    created_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
    seen_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))


class OneTimeToken(SQLModel, table=True):
    """A link that works once: `purpose` is "reset" or "setup"."""

    __tablename__ = "one_time_tokens"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID | None = Field(default=None, foreign_key="users.id", index=True, ondelete="CASCADE")
    purpose: str = Field(max_length=20)
    token_hash: str = Field(max_length=64, unique=True)
    expires_at: datetime = Field(sa_column=utc_column())
    used_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))


class AuditEntry(SQLModel, table=True):
    """One act of an admin, chained to the one before it (see `rules.chain_hash`). Never changed, never deleted.

    People stand here by their ids only, and nothing refers to their accounts: an entry outlives those.
    """

    __tablename__ = "audit_entries"  # pyright: ignore[reportAssignmentType]

    seq: int = Field(primary_key=True, sa_column_kwargs={"autoincrement": False})
    """1, 2, 3, ... without a gap."""
    at: datetime = Field(sa_column=utc_column())
    actor_id: UUID | None = None
    """None: whoever sits at the command line of the server."""
    action: str = Field(max_length=40)
    target_kind: str = Field(max_length=20)
    target: str = Field(max_length=256)
    before: dict[str, str | int | bool] = Field(default_factory=dict, sa_type=JSON)
    after: dict[str, str | int | bool] = Field(default_factory=dict, sa_type=JSON)
    hash: str = Field(max_length=64)


class AuditHead(SQLModel, table=True):
    """Where the chain ends: without it, nobody would miss the newest entries. One row."""

    __tablename__ = "audit_heads"  # pyright: ignore[reportAssignmentType]

    id: int = Field(default=1, primary_key=True, sa_column_kwargs={"autoincrement": False})
    seq: int = 0
    hash: str = Field(default="", max_length=64)
