"""What models were asked and what it cost: the ledger, the budgets of the days, and answers kept for the next time."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON, Index
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column
from careercoach.core.ids import new_id


class AiCall(SQLModel, table=True):
    """One question to one provider, its tries included. Never holds what was asked or answered."""

    __tablename__ = "ai_calls"  # pyright: ignore[reportAssignmentType]
    __table_args__ = (Index("ix_ai_calls_at_task", "at", "task"),)

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID | None = Field(default=None, foreign_key="users.id", index=True, ondelete="CASCADE")
    """None: about nobody in particular."""
    task: str = Field(max_length=80)
    prompt_version: str = Field(max_length=40)
    input_hash: str = Field(max_length=64)
    provider: str = Field(max_length=20)
    host: str = Field(max_length=255)
    model: str = Field(max_length=120)
    """As the provider named it in its reply."""
    request_id: str = Field(max_length=100)
    input_tokens: int
    cached_tokens: int
    output_tokens: int
    reasoning_tokens: int
    cost_micro_usd: int | None = Field(default=None)
    """None: the price is not known."""
    estimated: bool
    latency_ms: int
    first_word_ms: int | None = Field(default=None)
    tries: int
    outcome: str = Field(max_length=12)
    at: datetime = Field(default_factory=utc_now, sa_column=utc_column())


class AiPersonDay(SQLModel, table=True):
    """What one person used of the budget of a day (UTC), reservations included."""

    __tablename__ = "ai_person_days"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(foreign_key="users.id", primary_key=True, ondelete="CASCADE")
    day: date = Field(primary_key=True)
    calls: int
    tokens: int


class AiDay(SQLModel, table=True):
    """What all people together used of the budget of a day (UTC), reservations included."""

    __tablename__ = "ai_days"  # pyright: ignore[reportAssignmentType]

    day: date = Field(primary_key=True)
    calls: int
    tokens: int
    cost_micro_usd: int
    """Of models whose price is known."""


class AiPlace(SQLModel, table=True):
    """A place taken in the budgets for a question under way. What a process leaves behind when it dies is given back."""

    __tablename__ = "ai_places"  # pyright: ignore[reportAssignmentType]

    id: UUID = Field(default_factory=new_id, primary_key=True)
    user_id: UUID | None = Field(default=None, foreign_key="users.id", index=True, ondelete="SET NULL")
    """None: about nobody in particular, or somebody who has left meanwhile; the budget of all holds it still."""
    day: date
    tokens: int
    cost_micro_usd: int
    taken_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))


class AiAnswer(SQLModel, table=True):
    """The parts a model gave, for the same question by the same person."""

    __tablename__ = "ai_answers"  # pyright: ignore[reportAssignmentType]

    key: str = Field(primary_key=True, max_length=64)
    """SHA-256 of person, task, prompt, model and inputs."""
    user_id: UUID | None = Field(default=None, foreign_key="users.id", index=True, ondelete="CASCADE")
    provider: str = Field(max_length=20)
    model: str = Field(max_length=120)
    parts: dict[str, Any] = Field(sa_type=JSON)
    kept_at: datetime = Field(default_factory=utc_now, sa_column=utc_column(index=True))
