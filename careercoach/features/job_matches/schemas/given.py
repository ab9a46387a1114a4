"""What comes in: what to compare with, corrections, answers, questions; and the words for the parts of it all."""

from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from careercoach.features.matching.schemas import Education, Place, Strength

POSTING_MOST = 400_000
"""Characters of a posting, HTML included."""
CONTEXT_MOST = 4_000
QUESTION_MOST = 1_000

Source = Literal["paste", "file", "link", "role", "dream"]
AnalysisState = Literal["read", "running", "done", "stopped", "failed"]
"""`read`: the posting was read and waits for its reader to look at it."""
Side = Literal["resume", "posting", "context"]
Severity = Literal["critical", "major", "minor"]
Culture = Literal["team", "autonomy", "pace", "stability", "learning", "purpose", "customers"]
CULTURES: tuple[Culture, ...] = get_args(Culture)
Ask = Literal[
    "own_years", "own_education", "own_place", "own_pay", "own_culture",
    "posting_skills", "posting_soft", "posting_years", "posting_place", "posting_pay", "posting_culture",
]  # fmt: skip
"""The one thing that is missing for a score: of the person (`own_`), or of the posting."""
Part = Literal["scores", "skills", "path", "advice", "learning"]
PARTS: tuple[Part, ...] = get_args(Part)
Line = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Key = Annotated[str, StringConstraints(max_length=120)]


class Closed(BaseModel):
    """What comes in: an unknown field is an error."""

    model_config = ConfigDict(extra="forbid")


class MatchInput(Closed):
    """What to compare with. `text` is the posting, or the dream in own words; `role` a slug of the catalogue."""

    source: Source = "paste"
    text: str = Field(default="", max_length=POSTING_MOST)
    link: str = Field(default="", max_length=2000)
    """Where the posting was found. It is kept as a reference and never opened by the server."""
    role: str = Field(default="", max_length=60)
    analyse: bool = True
    """Compare at once; False waits for corrections of what was read."""


class AddedSkill(Closed):
    """A skill the posting did not name, or that was not seen in it."""

    slug: str = Field(max_length=60)
    strength: Strength = "must"
    quote: str = Field(default="", max_length=400)
    """Words of the posting that name it; shown only when they stand there."""


class PostingEdits(Closed):
    """What the person corrected; None leaves a thing as it was read."""

    title: Line | None = None
    seniority: int | None = Field(default=None, ge=0, le=5)
    years_least: float | None = Field(default=None, ge=0, le=40)
    education: Education | None = None
    place: Place | None = None
    location: Line | None = None
    pay_least: int | None = Field(default=None, ge=0, le=1_000_000_000)
    pay_most: int | None = Field(default=None, ge=0, le=1_000_000_000)
    currency: Annotated[str, StringConstraints(max_length=8)] | None = None
    contract: Annotated[str, StringConstraints(max_length=20)] | None = None
    field: Key | None = None
    """Slug of the field of work."""
    cultures: list[Culture] | None = None
    strengths: dict[Key, Strength | Literal["removed"]] = Field(default={}, max_length=300)
    """Key of a requirement -> how much it is wanted."""
    years: dict[Key, Annotated[float, Field(ge=0, le=40)]] = Field(default={}, max_length=300)
    added: list[AddedSkill] = Field(default=[], max_length=60)
    removed_certificates: list[Line] = Field(default=[], max_length=40)


class OwnAnswers(Closed):
    """What the person told about themselves for this comparison."""

    years: float | None = Field(default=None, ge=0, le=60)
    education: Education | None = None
    location: Line | None = None
    places: list[Place] = Field(default=[], max_length=3)
    pay_year: int | None = Field(default=None, ge=1, le=1_000_000_000)
    cultures: list[Culture] = Field(default=[], max_length=7)


class AgainInput(Closed):
    """Compare once more, with corrections, answers or more context."""

    edits: PostingEdits | None = None
    answers: OwnAnswers | None = None
    context: str | None = Field(default=None, max_length=CONTEXT_MOST)


class QuestionInput(Closed):
    """One question to the coach about an analysis. The same `request` twice is one question."""

    question: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=QUESTION_MOST)]
    request: str = Field(default="", max_length=60)
