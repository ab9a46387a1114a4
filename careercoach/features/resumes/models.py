"""The files people uploaded with what was read in them, and the record they are just checking."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class Resume(SQLModel, table=True):
    """One uploaded file. `reading` is what the machine read (see schemas.Reading); the bytes lie under `file_key`."""

    __tablename__ = "resumes"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    file_name: str = Field(max_length=255)
    kind: str = Field(max_length=4)
    size_bytes: int
    pages: int
    file_key: str = Field(max_length=80)
    reading: dict[str, Any] = Field(sa_type=JSON)
    uploaded_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))
    removed_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True, index=True))
    """Set while the person can still undo the removal."""


class RecordDraft(SQLModel, table=True):
    """What a person is checking and has not confirmed yet: saved at every pause of their typing."""

    __tablename__ = "record_drafts"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    resume_id: UUID | None = Field(default=None, foreign_key="resumes.id", ondelete="SET NULL")
    form: dict[str, Any] = Field(sa_type=JSON)
    choices: dict[str, str] = Field(default_factory=dict, sa_type=JSON)
    """What to take where a newer file differs from the form (see rules.comparison)."""
    comparing: bool = False
    base_version: int = 1
    """Version of the profile that the draft was made from."""
    updated_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
