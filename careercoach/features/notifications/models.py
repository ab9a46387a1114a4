"""The outbox: one row a mail, written in the transaction of what it tells about."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class Mail(SQLModel, table=True):
    """`key` says what the mail means and is unique: the same news is never mailed twice."""

    __tablename__ = "mails"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("ix_mails_state_next_at", "state", "next_at"),
        Index("ix_mails_user_id_created_at", "user_id", "created_at"),
        Index("ix_mails_to_created_at", "to", "created_at"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID | None = Field(default=None, foreign_key="users.id", ondelete="CASCADE")
    to: str = Field(max_length=254)
    kind: str = Field(max_length=40)
    key: str = Field(max_length=200, unique=True)
    subject: str = Field(max_length=200)
    text: str
    html: str = ""
    headers: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    attachments: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    has_files: bool = False
    is_secret: bool = False
    state: str = Field(default="queued", max_length=10)
    """A value of `schemas.MailState`."""
    attempts: int = 0
    """How many times a provider refused it for now."""
    postponed: int = 0
    """How often it had to wait because all mail had to: no failure of its own."""
    batch: str = Field(default="", max_length=256, index=True)
    """The call it was offered in with others. Who goes with whom, and under which key, never changes again."""
    begun_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    """When it was handed to a provider that remembers no keys, until that one has answered."""
    claimed_by: str = Field(default="", max_length=256)
    """The job that sends it: nobody else may, not even while that job waits to be continued after a crash."""
    reason: str = Field(default="", max_length=40)
    created_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))
    next_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
    sent_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    provider_id: str = Field(default="", max_length=200, index=True)


class MailEvent(SQLModel, table=True):
    """What a provider told us about a mail. Its id is the provider's: the same news has an effect once."""

    __tablename__ = "mail_events"  # pyright: ignore[reportAssignmentType]

    id: str = Field(primary_key=True, max_length=100)
    provider_id: str = Field(max_length=200, index=True)
    mail_id: UUID | None = Field(default=None, foreign_key="mails.id", ondelete="CASCADE", index=True)
    """None until we know the mail: the news can be faster than our own note that it was taken."""
    state: str = Field(max_length=10)
    """A value of `schemas.MailState`."""
    reason: str = Field(default="", max_length=40)
    stops: bool = False
    """Nothing more is to be sent to that address."""
    told_at: datetime = Field(sa_column=utc_column())
    received_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))


class StoppedAddress(SQLModel, table=True):
    """An address that mail bounced from or that complained. Only its hash is kept; it goes with its account."""

    __tablename__ = "stopped_addresses"  # pyright: ignore[reportAssignmentType]

    address_hash: str = Field(primary_key=True, max_length=64)
    user_id: UUID | None = Field(default=None, foreign_key="users.id", ondelete="CASCADE", index=True)
    reason: str = Field(max_length=10)
    """`bounced` or `complained`."""
    stopped_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
