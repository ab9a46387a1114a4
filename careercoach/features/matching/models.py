"""What the analyses said, so that a person can see how far they have come."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class GapReport(SQLModel, table=True):
    """One confirmed record against one role. `report` is a GapView without id and time."""

    __tablename__ = "gap_reports"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", index=True, ondelete="CASCADE")
    role_slug: str = Field(max_length=60)
    profile_version: int
    """The record that was compared; a newer one makes the report stale."""
    verdict: str = Field(max_length=8)
    readiness: int
    report: dict[str, Any] = Field(sa_type=JSON)
    made_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))
