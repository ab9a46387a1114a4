"""A posting as it was read."""

from pydantic import BaseModel, Field

from careercoach.features.matching.schemas.common import Education, Place, Quote, SkillKind, Strength
from careercoach.features.matching.schemas.profiles import FieldGuess, RoleGuess


class Requirement(Quote):
    """One skill a posting names; the quote is the skill as written there."""

    slug: str | None
    """None for a thing that the skills graph does not know."""
    name: str
    kind: SkillKind = "technical"
    strength: Strength
    years: float | None = None
    group: int
    """Requirements of one group are alternatives: one of them is enough."""
    sentence: str
    """The sentence or bullet it stands in."""


class Pay(BaseModel):
    """Pay as written, brought to a year."""

    least_year: int
    most_year: int
    currency: str


class Posting(BaseModel):
    """A posting as read."""

    text: str
    title: str = ""
    title_at: Quote | None = None
    is_open: bool = False
    """The employer trains whoever comes, and asks for nothing learnt beforehand."""
    seniority: int | None = None
    """0 intern, 1 junior, 2 middle, 3 senior, 4 lead or manager, 5 director and above."""
    requirements: list[Requirement] = []
    years_least: float | None = None
    years_most: float | None = None
    years_at: Quote | None = None
    education: Education | None = None
    education_is_must: bool = False
    education_at: Quote | None = None
    certificates: list[Quote] = []
    languages: list[Requirement] = []
    place: Place | None = None
    location: str = ""
    pay: Pay | None = None
    contract: str = ""
    """full-time, part-time, temporary, freelance, internship or empty."""
    fields: list[FieldGuess] = []
    roles: list[RoleGuess] = []
    words: dict[str, float] = Field(default={}, exclude=True, repr=False)
    """Weighted stems, for likeness; never shown."""
