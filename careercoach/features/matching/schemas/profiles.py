"""A person as matching sees them."""

from datetime import date

from pydantic import BaseModel, Field

from careercoach.content.shapes import Level
from careercoach.features.matching.schemas.common import Education, Evidence, Place


class ProfileSkill(BaseModel):
    """One skill of the person."""

    slug: str
    name: str
    level: Level
    years: float = 0.0
    """Years of the posts that show it; overlapping posts count once."""
    mentions: int = 1
    evidence: list[Evidence] = []
    is_claimed: bool = False
    """Said by the person, not found in the resume."""
    is_level_said: bool = False
    """The level is the person's own word, and not what the resume shows."""
    last_used: int | None = None
    """Year, as the person says."""


class WorkSpell(BaseModel):
    """One post."""

    title: str
    employer: str
    start: date | None = None
    end: date | None = None
    """None with a start: to this day."""
    months: int = 0


class FieldGuess(BaseModel):
    """A field of work the text belongs to; the shares of all guesses add up to 1."""

    slug: str
    name: str
    share: float


class RoleGuess(BaseModel):
    """A role of the catalogue that a title or a text means."""

    slug: str
    title: str
    field: str
    score: float
    """0..1; 1 is the very title."""


class MatchProfile(BaseModel):
    """What of a resume counts for matching. No name, age, gender, photo, nationality or school name is in it,
    save inside `text`, which is only quoted from."""

    text: str
    titles: list[str] = []
    """Newest first; the headline of the resume comes before them."""
    skills: dict[str, ProfileSkill] = {}
    years: float | None = None
    """Years of paid work, overlaps counted once; None when no date or number says so."""
    work: list[WorkSpell] = []
    education: Education | None = None
    education_areas: list[str] = []
    certificates: list[str] = []
    languages: dict[str, str] = {}
    """Language name in English -> fluency as written."""
    location: str = ""
    fields: list[FieldGuess] = []
    roles: list[RoleGuess] = []
    disowned: list[str] = []
    """Skills (slugs) that the person said are not theirs."""
    wished_places: list[Place] = []
    """Onsite, hybrid, remote, as far as the person said so."""
    wished_pay_year: int | None = None
    words: dict[str, float] = Field(default={}, exclude=True, repr=False)
    """Weighted stems of the text, for likeness; never shown."""


class ProfileEdits(BaseModel):
    """What the person confirmed or added by hand; it wins over what was read."""

    levels: dict[str, Level] = {}
    """Skill slug -> level. A skill that the resume does not show is added as claimed."""
    removed: list[str] = []
    last_used: dict[str, int] = {}
    """Skill slug -> year."""
    years: float | None = None
    location: str | None = None
    wished_places: list[Place] = []
    wished_pay_year: int | None = None
