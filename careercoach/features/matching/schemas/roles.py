"""A person beside a role of the catalogue."""

from pydantic import BaseModel

from careercoach.content.shapes import Level
from careercoach.features.matching.schemas.common import Evidence, Importance, RoleVerdict, Status


class SkillStanding(BaseModel):
    """One skill a role asks for and where the person stands."""

    slug: str
    name: str
    importance: Importance
    status: Status
    wanted_level: Level
    level: Level | None = None
    share: float
    """How much of the need is covered, 0..1."""
    through: str | None = None
    """Slug of the skill that earns the credit."""
    reason: str
    """Why it stands so, one sentence in the language asked for."""
    evidence: list[Evidence] = []
    hours: int = 0
    """Hours of practice to the wanted level; 0 when had."""
    weight: int = 3


class RoleGap(BaseModel):
    """A resume against a role of the catalogue."""

    role: str
    title: str
    field: str
    verdict: RoleVerdict
    readiness: int
    """0-100."""
    confidence: float
    """0-1: how sure the verdict is, from its distance to the rule's limits and from how much the resume shows."""
    skills: list[SkillStanding]
    """Critical before preferred; inside each, missing, then close, then had; heavier first."""
    hours_to_fit: int
    """Hours of the shortest path; 0 when FIT."""
    hours_all: int
    """Hours to close every gap."""
    path: list[str]
    """Skill slugs of the shortest path to FIT, in an order in which they can be learnt."""
    years: float | None
    years_wanted: int
    reasons: list[str]
    """The two main reasons for the verdict."""
    rule: str
    """The rule of the verdict, in words."""

    def standing(self, status: Status) -> list[SkillStanding]:
        """The skills had, close or missing."""
        return [skill for skill in self.skills if skill.status == status]
