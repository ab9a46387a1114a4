"""Who agreed, what was sent, keys (sealed), and how the last test of each provider went."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import JSON, Index, Text
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class ConsentChoice(SQLModel, table=True):
    """What one person chose. No row: they were never asked, and nothing of theirs is sent."""

    __tablename__ = "consent_choices"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    allowed: bool = False
    chosen_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class SentText(SQLModel, table=True):
    """One text that left the house, as it left: masked."""

    __tablename__ = "sent_texts"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("ix_sent_texts_user_id_at", "user_id", "at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))
    task: str = Field(max_length=80)
    provider: str = Field(max_length=20)
    host: str = Field(max_length=255)
    model: str = Field(max_length=120)
    text: str = Field(sa_type=Text)
    masked: dict[str, int] = Field(default_factory=dict, sa_type=JSON)
    """How many values of each kind were masked."""


class SealedKey(SQLModel, table=True):
    """The keys of one provider, encrypted; see `rules.seal`."""

    __tablename__ = "sealed_keys"  # pyright: ignore[reportAssignmentType]

    provider: str = Field(primary_key=True, max_length=20)
    sealed: str = Field(sa_type=Text)
    set_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class ProviderTest(SQLModel, table=True):
    """The last test of a provider."""

    __tablename__ = "provider_tests"  # pyright: ignore[reportAssignmentType]

    provider: str = Field(primary_key=True, max_length=20)
    ok: bool
    reason: str = Field(default="", max_length=60)
    """One technical word; empty when it worked."""
    detail: str = Field(default="", max_length=200)
    took_ms: int
    at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
