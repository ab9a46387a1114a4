"""The self-audit of fairness."""

from pydantic import BaseModel

from careercoach.content.shapes import AuditTopic


class AuditLine(BaseModel):
    """One thing about people that may not matter, and what swapping it did."""

    about: AuditTopic
    swaps: int = 0
    comparisons: int = 0
    """Scores and verdicts compared."""
    moved: int = 0
    example: str = ""
    """The first figure that moved, in technical words; empty when none did."""


class AuditReport(BaseModel):
    """The self-audit of fairness."""

    lines: list[AuditLine]
    people: int
    postings: int
    roles: int
