"""Analyses of postings, and what was said about each."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class MatchAnalysis(SQLModel, table=True):
    """One posting against one record. JSON columns hold the schemas of their names."""

    __tablename__ = "match_analyses"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("ix_match_analyses_user_id_created_at", "user_id", "created_at"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    source: str = Field(max_length=8)
    title: str = Field(default="", max_length=200)
    link: str = Field(default="", max_length=2000)
    role: str = Field(default="", max_length=60)
    posting_text: str
    """The posting as plain text; places of its quotes count in it."""
    reading: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    resume_text: str = ""
    """The record as text when it was compared; places of its quotes count in it."""
    edits: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    answers: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    context: str = ""
    state: str = Field(default="read", max_length=8)
    run: int = 0
    """How often it was compared; a part of an older run is not written any more."""
    verdict: str = Field(default="", max_length=8)
    overall: int = 0
    profile_version: int = 0
    report: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    before: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    """A Snapshot of the run before."""
    problem_key: str = Field(default="", max_length=80)
    chat_draft: str = ""
    chat_version: int = 0
    created_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
    made_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    removed_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True, index=True))


class MatchMessage(SQLModel, table=True):
    """One message of the chat about an analysis."""

    __tablename__ = "match_messages"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("analysis_id", "request"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    analysis_id: UUID = Field(foreign_key="match_analyses.id", index=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    by: str = Field(max_length=6)
    text: str
    keys: list[str] = Field(default_factory=list, sa_type=JSON)
    source: str = Field(default="", max_length=20)
    answered_by: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    """A CoachNote; None for questions, and for answers from before it was kept."""
    request: str | None = Field(default=None, max_length=60)
    """Chosen by the page: the same question sent twice is kept once."""
    sent_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class MatchDraft(SQLModel, table=True):
    """What somebody has typed so far on the page that takes postings."""

    __tablename__ = "match_drafts"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(foreign_key="users.id", primary_key=True, ondelete="CASCADE")
    posting: str = ""
    dream: str = ""
    version: int = 0
    """Grows when a draft became an analysis: what an old tab still holds is not sent again."""
    changed_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
