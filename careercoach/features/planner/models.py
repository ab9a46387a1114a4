"""One plan a person, and its tasks. A new plan takes the place of the old one; what was done stays."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index, UniqueConstraint
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class Plan(SQLModel, table=True):
    """`basis` are the preferences it was made from; when they change the plan is `outdated`, never silently redone."""

    __tablename__ = "plans"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (UniqueConstraint("user_id"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    job: str = Field(max_length=256)
    """The job that made it: the same job writes it once."""
    role: str = Field(max_length=120)
    starts_on: date
    weekly_minutes: int
    day_minutes: list[int] = Field(default_factory=list, sa_type=JSON)
    left: list[dict[str, Any]] = Field(default_factory=list, sa_type=JSON)
    critical_done_on: date | None = None
    basis: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    outdated: bool = False
    words: dict[str, str] | None = Field(default=None, sa_type=JSON)
    """By language: what a model said at the head of the plan; None or a missing language: our own words stand."""
    made: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    """Which coach said them (`Made`)."""
    created_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class PlanTask(SQLModel, table=True):
    """One task. `due` is the day it stands on now; `done_on` the person's own date when it was done."""

    __tablename__ = "plan_tasks"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (
        Index("ix_plan_tasks_user_id_due_position", "user_id", "due", "position"),
        Index("ix_plan_tasks_user_id_done_on", "user_id", "done_on"),
        UniqueConstraint("user_id", "source_key"),
    )

    id: UUID = Field(default_factory=new_id, primary_key=True)
    plan_id: UUID = Field(foreign_key="plans.id", index=True, ondelete="CASCADE")
    user_id: UUID = Field(foreign_key="users.id", ondelete="CASCADE")
    due: date
    position: int
    kind: str = Field(max_length=12)
    form: str = Field(max_length=24)
    reason: str = Field(max_length=24)
    skill: str = Field(default="", max_length=60)
    level: str | None = Field(default=None, max_length=8)
    minutes: int
    values: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    resources: list[str] = Field(default_factory=list, sa_type=JSON)
    state: str = Field(default="open", max_length=8)
    done_at: datetime | None = Field(default=None, sa_column=utc_column(nullable=True))
    done_on: date | None = None
    source: str = Field(default="plan", max_length=10)
    source_key: str | None = Field(default=None, max_length=120)
    """What it came from, when the same must not come twice."""
