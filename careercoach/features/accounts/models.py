"""Accounts, sessions and one-time tokens. Of every token only the fingerprint is kept."""

from datetime import datetime
from uuid import UUID

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
