"""A person beside a posting."""

from typing import Literal, get_args

from pydantic import BaseModel

from careercoach.features.matching.schemas.common import Evidence, Status, Verdict
from careercoach.features.matching.schemas.postings import Requirement

Metric = Literal[
    "skills_match",
    "experience_match",
    "education_match",
    "culture_fit",
    "location_match",
    "salary_match",
    "technical_skills",
    "soft_skills",
    "domain_knowledge",
    "readiness_percentage",
    "confidence_level",
]
METRICS: tuple[Metric, ...] = get_args(Metric)


class Score(BaseModel):
    """One of the eleven metrics; `value` None = not enough information, and `question` asks for what is missing."""

    metric: Metric
    value: float | None
    reason: str
    question: str = ""


class RequirementStanding(BaseModel):
    """A requirement of the posting and where the person stands."""

    requirement: Requirement
    status: Status
    share: float
    through: str | None = None
    reason: str
    evidence: list[Evidence] = []
    hours: int = 0


class PathStep(BaseModel):
    """One gap whose closing is part of the shortest path to FIT."""

    kind: Literal["skill", "years", "education", "language", "certificate"]
    name: str
    slug: str | None = None
    hours: int | None = None
    """None when hours cannot close it (years of work, a degree)."""


class MatchReport(BaseModel):
    """A resume against a posting."""

    verdict: Verdict
    confidence: float
    overall: float
    threshold: float
    rule: str
    """The rule of the verdict, in words."""
    title: str
    scores: list[Score]
    standings: list[RequirementStanding]
    blockers: list[str]
    """Why UNFIT whatever the score says, one sentence each."""
    blocking: list[str] = []
    """The skills (slugs) among them."""
    reasons: list[str]
    strengths: list[str]
    suggestions: list[str]
    path: list[PathStep]
    """Shortest path to FIT; empty when FIT, or when nothing within reach flips it."""
    years: float | None = None
    years_wanted: float | None = None


# The gap report as it is kept and shown: every sentence in all languages, so that switching needs no round trip
