"""An analysis, part by part. Every quote obeys `text[start:end] == quote` in the text of its side; sentences come in all
languages, so that switching needs no round trip. Scores are 0-100."""

from typing import Literal

from pydantic import BaseModel

from careercoach.features.job_matches.schemas.given import Ask, Part, Severity, Side
from careercoach.features.job_matches.schemas.suggestions import CoachNote
from careercoach.features.matching.schemas import Metric, Sentence, SkillKind, Status, Strength, Verdict, Where


class Citation(BaseModel):
    """Words that a claim rests on, with what stands around them on the same line."""

    side: Side
    quote: str
    start: int
    end: int
    before: str = ""
    after: str = ""
    where: Where = "other"
    place: str = ""
    year: int | None = None


class Claim(BaseModel):
    """One statement and what it rests on."""

    key: str = ""
    sentence: Sentence
    citations: list[Citation] = []
    href: str = ""
    """Where in the app this is done; empty for a statement."""
    hours: int = 0


class ScoreLine(BaseModel):
    """One of the eleven scores; None with the one question that would give it."""

    metric: Metric
    value: int | None
    reason: Sentence
    ask: Ask | Literal[""] = ""
    question: Sentence = Sentence()
    citations: list[Citation] = []


class VerdictPart(BaseModel):
    """FIT or UNFIT by one rule."""

    verdict: Verdict
    confidence: int
    overall: int
    threshold: int
    rule: Sentence
    reasons: list[Sentence]
    blockers: list[Sentence] = []


class SkillLine(BaseModel):
    """One requirement, its alternatives with it, and where the person stands."""

    key: str
    slug: str = ""
    name: Sentence
    others: Sentence = Sentence()
    """Alternatives that would do as well."""
    kind: SkillKind = "technical"
    strength: Strength
    status: Status
    share: int
    """Percent of the need that is covered."""
    years: float | None = None
    reason: Sentence
    hours: int = 0
    severity: Severity | Literal[""] = ""
    priority: int = 0
    """1 is the gap to close first; 0 for what is had."""
    on_path: bool = False
    is_claimed: bool = False
    citations: list[Citation] = []


class PathLine(BaseModel):
    """One step of the shortest path to FIT; `hours` 0 when hours cannot close it."""

    key: str
    kind: str
    name: Sentence
    hours: int = 0


class ResourceLine(BaseModel):
    """Material to learn from."""

    title: str
    provider: str
    url: str
    format: str
    minutes: int
    price: str
    language: str


class LearningLine(BaseModel):
    """What to learn one gap from."""

    key: str
    slug: str
    name: Sentence
    hours: int
    resources: list[ResourceLine]


class ExperienceGap(BaseModel):
    """Years of work against those asked for."""

    sentence: Sentence
    years: float | None = None
    wanted: float | None = None
    short_by: float = 0.0
    citations: list[Citation] = []


class Report(BaseModel):
    """The analysis; parts that are not there yet are empty. `parts` names those that are."""

    parts: list[Part] = []
    verdict: VerdictPart | None = None
    scores: list[ScoreLine] = []
    skills: list[SkillLine] = []
    experience: ExperienceGap | None = None
    path: list[PathLine] = []
    hours_to_fit: int = 0
    strengths: list[Claim] = []
    priorities: list[Claim] = []
    recommendations: list[Claim] = []
    next_steps: list[Claim] = []
    advice_source: str = "embedded"
    advice_by: CoachNote | None = None
    learning: list[LearningLine] = []

    def gaps(self) -> list[SkillLine]:
        """What is missing or close, the one to close first in front."""
        return sorted((line for line in self.skills if line.priority), key=lambda line: line.priority)

    def adviser(self) -> CoachNote:
        """Which coach gave the advice; of older reports only the provider is known."""
        return self.advice_by or CoachNote(engine=self.advice_source)
