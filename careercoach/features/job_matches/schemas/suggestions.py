"""What a model read in a posting beyond our rules: offered with its words, and nothing of it counts until it is added."""

from typing import Literal

from pydantic import BaseModel, Field

from careercoach.features.matching.schemas import Sentence
from careercoach.ports.ai import CoachAnswer

Fact = Literal["title", "location", "contract", "education"]
Wanted = Literal["must", "nice"]


class CoachNote(BaseModel):
    """Which coach answered, for the small print of a page."""

    engine: str = "embedded"
    model: str = ""
    why: str = ""
    cut: bool = False
    """The answer broke off."""

    @classmethod
    def of(cls, answer: CoachAnswer) -> "CoachNote":
        """From an answer."""
        return cls(engine=answer.source, model=answer.made.model, why=answer.made.why, cut=answer.made.cut)


class ReadSkill(BaseModel):
    """One skill a model found in a posting. Once checked, `name` is the slug and `quote` stands so in the posting."""

    name: str = Field(max_length=80)
    strength: Wanted
    quote: str = Field(max_length=400)


class ReadFact(BaseModel):
    """One other thing a model found in a posting."""

    field: Fact
    value: str = Field(max_length=120)
    quote: str = Field(max_length=400)


class FurtherReading(CoachAnswer):
    """What the rules may have missed in a posting."""

    skills: list[ReadSkill] = []
    facts: list[ReadFact] = []


class Suggestion(BaseModel):
    """One thing to add to what was read, or to ignore."""

    key: str
    field: Fact | Literal["skill"]
    value: str
    """Slug of a skill; else the value of the field."""
    name: Sentence
    strength: Wanted = "must"
    years: float | None = None
    quote: str
