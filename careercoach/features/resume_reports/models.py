"""The reports on uploaded files, and what people did with the suggestions in them."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, UniqueConstraint
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class ResumeReportRow(SQLModel, table=True):
    """The report of one file: a ResumeReport with what was found beside it. A newer rubric or role replaces it."""

    __tablename__ = "resume_reports"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    resume_id: UUID = Field(foreign_key="resumes.id", unique=True, ondelete="CASCADE")
    role_slug: str = Field(default="", max_length=60)
    rubric: int
    score: int
    report: dict[str, Any] = Field(sa_type=JSON)
    shortfall: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    change: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    narratives: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """A Narrative by language."""
    made_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class SuggestionMark(SQLModel, table=True):
    """What a person said about one suggestion; it outlives the version of the resume it was said about."""

    __tablename__ = "suggestion_marks"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("user_id", "suggestion_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    suggestion_id: str = Field(max_length=32)
    mark: str = Field(max_length=10)
    resume_id: UUID | None = Field(default=None, foreign_key="resumes.id", index=True, ondelete="SET NULL")
    """The version it was said about."""
    made_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
