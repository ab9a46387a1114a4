"""The better wordings a coach offered for somebody's resume, and what they decided about each."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import JSON
from sqlmodel import Field, SQLModel

from careercoach.core.clock import utc_now
from careercoach.core.db import utc_column


class ResumeRewrite(SQLModel, table=True):
    """One row a person. `passages` and `choices` are kept by the key of a passage, which is made of its words: they
    stay with it when the record changes around it."""

    __tablename__ = "resume_rewrites"  # pyright: ignore[reportAssignmentType]

    user_id: UUID = Field(primary_key=True, foreign_key="users.id", ondelete="CASCADE")
    basis: str = Field(max_length=60)
    """The record it was made from: "profile/7" or "resume/<id>"."""
    language: str = Field(max_length=2)
    """Of the resume."""
    source: str = Field(default="embedded", max_length=40)
    made: dict[str, Any] | None = Field(default=None, sa_type=JSON)
    """Who wrote it: a `Maker`."""
    run: int = 0
    """How often a coach was asked about all of it; a part of an older run is not written any more."""
    run_state: str = Field(default="", max_length=8, index=True)
    parts: int = 0
    parts_done: int = 0
    """Of the questions of the run."""
    paper: str = Field(default="a4", max_length=6)
    passages: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """Key -> text, reasons, question. Every text has passed `rules.grounding`."""
    choices: dict[str, Any] = Field(default_factory=dict, sa_type=JSON)
    """Key -> state, and the person's own text."""
    history: list[Any] = Field(default_factory=list, sa_type=JSON)
    """What the last choices replaced, the newest last."""
    made_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
    updated_at: datetime = Field(default_factory=utc_now, sa_column=utc_column())
