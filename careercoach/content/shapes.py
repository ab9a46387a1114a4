"""The shapes of the content files: what a skill, a role, a resource and a question must say.

Every file under `content/` is read into these shapes once (`load.py`); a file that does not fit is refused with
its name, so a mistake in a data file is found by the tests and never by a person using the app.
"""

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=60)]
Share = Annotated[float, Field(gt=0, le=1)]
Language = Literal["en", "hi", "es"]
Level = Literal["basic", "working", "strong"]
LEVELS: tuple[Level, ...] = ("basic", "working", "strong")


class Content(BaseModel):
    """Frozen, and closed: an unknown key in a data file is an error, not a silent loss."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Words(Content):
    """One sentence or name in the three languages of the app."""

    en: str = Field(min_length=1)
    hi: str = Field(min_length=1)
    es: str = Field(min_length=1)

    def in_(self, language: str) -> str:
        """The words in `language`, English when we do not speak it."""
        return getattr(self, language, self.en)


class Hours(Content):
    """Typical hours of practice from nothing to each level."""

    basic: int = Field(ge=1)
    working: int = Field(ge=1)
    strong: int = Field(ge=1)


class Skill(Content):
    """One thing a person can do or use, as employers name it."""

    slug: Slug
    name: str
    """The usual English name, in its own spelling: "PostgreSQL", "Wound care"."""
    names: dict[Literal["hi", "es"], str] = {}
    """Only where the name differs in that language ("Accounting" is "Contabilidad"); never for product names."""
    aliases: list[str] = []
    """Other spellings found in resumes and postings, any of the three languages; matched without regard to case."""
    category: Slug
    kind: Literal["technical", "tool", "domain", "soft", "language", "certificate"] = "technical"
    context: list[str] = []
    """For a name that is also a plain word ("Go", "R", "Excel"): it counts only with one of these words close by,
    or inside a list of skills."""
    case_sensitive: bool = False
    """True when only the exact spelling is the skill ("C", "R", "Go", "SAS", "IT")."""
    exact: list[str] = []
    """Aliases that count only in these very letters, for they are words otherwise: "SEM", "DOM", "ADaM"."""
    broader: list[Slug] = []
    """Parents: PostgreSQL -> sql-databases. Having the child proves the parent."""
    implies: dict[Slug, Share] = {}
    """Whoever has this one has that one with this share: Django implies Python 0.95."""
    related: dict[Slug, Share] = {}
    """Neighbours that earn partial credit, at most 0.75: MySQL for PostgreSQL 0.7. Read in both directions."""
    prerequisites: list[Slug] = []
    """What to learn first; no circles."""
    hours: Hours
    wanted: int = Field(default=2, ge=1, le=5)
    """How often postings of its field ask for it: 5 = nearly always."""


class Need(Content):
    """One skill a role asks for."""

    skill: Slug
    level: Level = "working"
    weight: int = Field(default=3, ge=1, le=5)


class Rung(Content):
    """One step of a role's seniority ladder."""

    title: str
    years: int = Field(ge=0)


class Role(Content):
    """A job people look for."""

    slug: Slug
    title: Words
    synonyms: list[str] = []
    """Other titles of the same job as written in resumes and postings, any of the three languages, no seniority."""
    field: Slug
    summary: Words
    """One or two sentences: what the person does all day and for whom."""
    critical: list[Need] = Field(min_length=4)
    preferred: list[Need] = Field(min_length=3)
    ladder: list[Rung] = Field(min_length=2)
    certificates: list[str] = []
    """Usual or required: "NCLEX-RN", "AWS Solutions Architect"."""
    min_years: int = Field(default=0, ge=0)
    """Years usually asked for the plain title."""
    education: Literal["none", "secondary", "vocational", "bachelor", "master", "doctorate"] = "none"


class Field_(Content):
    """A field of work, such as health or software."""

    slug: Slug
    name: Words


class Resource(Content):
    """Something to learn from. Real, stable, mostly free."""

    slug: Slug
    skills: list[Slug] = Field(min_length=1)
    title: str
    """As the author writes it."""
    provider: str
    url: str = Field(pattern=r"^https://[^\s]+$", max_length=300)
    format: Literal["video", "article", "interactive", "course", "book", "documentation", "practice"]
    style: Literal["project", "theory", "mixed"] = "mixed"
    level: Level = "basic"
    price: Literal["free", "freemium", "paid"] = "free"
    language: Literal["en", "hi", "es"] = "en"
    minutes: int = Field(ge=5)
    """Honest time to go through it once, or through the part that serves this skill."""


class AuditPost(Content):
    """A post of a made-up person, by JSON Resume's names."""

    position: str
    name: str
    startDate: str
    endDate: str = ""
    highlights: list[str]


class AuditPerson(Content):
    """A made-up person for the self-audit of fairness. `{name}`, `{pronoun}` and `{line}` stand in the summary."""

    slug: Slug
    role: Slug
    name: str
    school: str
    label: str
    summary: str
    work: list[AuditPost]
    study: str
    area: str
    skills: list[str]
    posting: str
    """A posting of their trade."""


AuditTopic = Literal["name", "gender", "age", "photo", "nationality", "school"]


class AuditSwap(Content):
    """One thing about a person that may not matter; what is empty stays as it is."""

    slug: Slug
    about: AuditTopic
    name: str = ""
    school: str = ""
    pronoun: str = ""
    line: str = ""
    image: str = ""


class KeyPoint(Content):
    """One thing a good answer says."""

    text: Words
    cues: list[str] = Field(min_length=2)
    """Words and short phrases, in any of the three languages, that show the point was made (stems match)."""
    weight: int = Field(default=2, ge=1, le=3)


class Question(Content):
    """One interview question with what a strong answer holds."""

    slug: Slug
    roles: list[Slug] = []
    """Roles it suits; empty = behavioural, for everyone."""
    skills: list[Slug] = []
    kind: Literal["technical", "behavioural", "situational"]
    difficulty: Literal["easy", "medium", "hard"]
    minutes: int = Field(default=3, ge=1, le=10)
    text: Words
    key_points: list[KeyPoint] = Field(min_length=3, max_length=7)
    strong_answer: Words
    """An example of a strong answer, in the first person, 60-130 words."""
    follow_up: Words | None = None
