"""Quotes and their places, and the words that everything here is said in."""

from typing import Literal

from pydantic import BaseModel

Where = Literal["work", "project", "education", "certificate", "skills", "summary", "other", "claimed"]
"""The part of the resume a claim rests on; `claimed` is what the person added by hand."""
Verdict = Literal["FIT", "UNFIT"]
RoleVerdict = Literal["FIT", "NOT_YET"]
Importance = Literal["critical", "preferred"]
Strength = Literal["must", "duty", "nice"]
"""`must`: asked for; `duty`: named in the tasks of the job; `nice`: an advantage."""
Education = Literal["none", "secondary", "vocational", "bachelor", "master", "doctorate"]
EDUCATION: tuple[Education, ...] = ("none", "secondary", "vocational", "bachelor", "master", "doctorate")
Status = Literal["had", "close", "missing"]
SkillKind = Literal["technical", "tool", "domain", "soft", "language", "certificate"]
Place = Literal["onsite", "hybrid", "remote"]


class Quote(BaseModel):
    """Words of a text and where they stand in it."""

    quote: str
    start: int
    end: int


class Evidence(Quote):
    """The line of the resume that shows a skill."""

    where: Where = "other"
    place: str = ""
    """Employer, project, school or issuer; empty when the line belongs to none."""
    last_used: int | None = None
    """Year; None when no date is known."""
