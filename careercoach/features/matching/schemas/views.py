"""The gap for a role, as pages and REST show it."""

from datetime import datetime

from pydantic import BaseModel

from careercoach.content.shapes import Level
from careercoach.features.matching.schemas.common import Importance, RoleVerdict, Status, Where


class Sentence(BaseModel):
    """The same words in the three languages."""

    en: str = ""
    hi: str = ""
    es: str = ""

    def in_(self, language: str) -> str:
        """The words in `language`, English when we do not speak it."""
        return getattr(self, language, self.en)


class Proof(BaseModel):
    """Words of the record that show a skill, the skill itself marked."""

    before: str
    mark: str
    after: str
    where: Where
    place: str = ""
    year: int | None = None


class GapSkill(BaseModel):
    """One skill of the role, where the person stands, and what it rests on."""

    slug: str
    name: Sentence
    importance: Importance
    status: Status
    wanted_level: Level
    level: Level | None = None
    share: float
    through: str = ""
    """Slug of another skill that earns the credit."""
    through_name: Sentence = Sentence()
    reason: Sentence
    proofs: list[Proof] = []
    hours: int = 0
    weight: int = 3
    on_path: bool = False
    """Part of the shortest path to FIT."""


class GapView(BaseModel):
    """The confirmed record against the wanted role."""

    id: str = ""
    role: str
    title: Sentence
    summary: Sentence
    verdict: RoleVerdict
    readiness: int
    threshold: int
    confidence: int
    """Percent."""
    reasons: list[Sentence]
    rule: Sentence
    skills: list[GapSkill]
    """Critical before preferred; inside each, missing, then close, then had; heavier first."""
    path: list[str]
    hours_to_fit: int
    hours_all: int
    years: float | None
    years_wanted: int
    profile_version: int
    made_at: datetime | None = None

    def with_status(self, *wanted: Status) -> list[GapSkill]:
        """The skills had, close or missing, in the order of the report."""
        return [skill for skill in self.skills if skill.status in wanted]
