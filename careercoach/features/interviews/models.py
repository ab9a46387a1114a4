"""An interview and its answers. The clock of an interview is kept here, not in a tab."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, Text, UniqueConstraint, text
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id

_IS_OPEN = text("state IN ('running', 'paused')")


class Interview(SQLModel, table=True):
    """One sitting. `state`: running, paused, finished (waits for its scores) or scored.

    Active time is `used_s` plus, while running, the time since `running_since`. `ends_at` is when it runs out.
    """

    __tablename__ = "interviews"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("ix_interviews_state_ends_at", "state", "ends_at"),
        # Two tabs that start at the same moment: one of them is refused by the database.
        Index("uq_interviews_open", "user_id", unique=True, sqlite_where=_IS_OPEN, postgresql_where=_IS_OPEN),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    role: str = Field(default="", max_length=60)
    role_text: str = Field(default="", max_length=120)
    difficulty: str = Field(default="medium", max_length=8)
    state: str = Field(default="running", max_length=8)
    at_number: int = 1
    limit_s: int
    used_s: int = 0
    running_since: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    ends_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    started_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))
    finished_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    out_of_time: bool = False
    overall: int | None = None
    report: dict[str, Any] | None = Field(default=None, sa_type=JSON)


class InterviewAnswer(SQLModel, table=True):
    """One question of an interview and what was written. `version` counts the saved texts; `request` is the last
    save's own id, so that the same save sent twice is one."""

    __tablename__ = "interview_answers"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("interview_id", "number"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    interview_id: UUID = Field(foreign_key="interviews.id", ondelete="CASCADE")
    number: int
    question: str = Field(max_length=60, index=True)
    asked: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """The question as it was asked (QuestionView): the bank may change, an old interview must not."""
    text: str = Field(default="", sa_type=Text)
    version: int = 0
    request: str = Field(default="", max_length=40)
    seconds: int = 0
    saved_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    score: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    in_plan: bool = False
