"""One row a person: goal, preferences, and the record they have confirmed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column


class Profile(SQLModel, table=True):
    """`person` is a JSON Resume: only what its owner has seen and confirmed."""

    __tablename__ = "profiles"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        # Asked every minute: whose morning it is. The records themselves are not looked at.
        Index("ix_profiles_mail_on_step_time_zone_mail_minute", "mail_on", "step", "time_zone", "mail_minute"),
    )

    user_id: UUID = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    role_slug: str = Field(default="", max_length=60)
    role_text: str = Field(default="", max_length=120)
    weekly_minutes: int = 300
    days_off: list[int] = Field(default_factory=list, sa_type=JSON)
    time_zone: str = Field(default="UTC", max_length=64)
    format: str = Field(default="any", max_length=12)
    learning_type: str = Field(default="mixed", max_length=8)
    mail_on: bool = True
    mail_minute: int = 7 * 60
    step: str = Field(default="goal", max_length=10)
    person: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    confirmed_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    version: int = 1
    """Counts the confirmed records."""
    goal_version: int = 1
    """Counts the goals and preferences."""
    avatar_key: str = Field(default="", max_length=80)
    """Where the bytes of their picture lie; empty without one."""
    updated_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class SectionDraft(SQLModel, table=True):
    """What a person typed into the form of one entry and has not saved: kept at every pause of their typing."""

    __tablename__ = "section_drafts"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    section: str = Field(primary_key=True, max_length=20)
    """With a mark of the entry: "work:new", "work:3f9a1c0"."""
    at: int
    """Place of the entry when its form was opened; -1 for a new one."""
    base: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """The entry as it was then."""
    form: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    updated_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class ProfileImport(SQLModel, table=True):
    """A record from elsewhere that waits for its owner to look at it. One a person; a newer one replaces it."""

    __tablename__ = "profile_imports"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    source: str = Field(max_length=12)
    file_name: str = Field(default="", max_length=255)
    found: dict[str, Any] = Field(sa_type=JSON)
    choices: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    made_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
