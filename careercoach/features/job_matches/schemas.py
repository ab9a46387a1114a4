"""What crosses the border of the room: what to compare, what was read, the analysis part by part, the chat.

Every quote obeys `text[start:end] == quote` in the text of its side; sentences come in all languages, so that
switching needs no round trip. Scores are 0-100.
"""

from datetime import datetime
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from careercoach.features.matching.schemas import (
    Education,
    Metric,
    Place,
    Sentence,
    SkillKind,
    Status,
    Strength,
    Verdict,
    Where,
)
from careercoach.ports.ai import CoachAnswer

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
    learning: list[LearningLine] = []

    def gaps(self) -> list[SkillLine]:
        """What is missing or close, the one to close first in front."""
        return sorted((line for line in self.skills if line.priority), key=lambda line: line.priority)


class SheetSkill(BaseModel):
    """A requirement as it was read, for correction."""

    key: str
    name: Sentence
    kind: SkillKind
    strength: Strength | Literal["removed"]
    years: float | None = None
    quote: str = ""
    """Empty when the person added it."""


class FieldOption(BaseModel):
    """A field of work."""

    slug: str
    name: Sentence


class Sheet(BaseModel):
    """All that was read from a posting, with the corrections in it."""

    title: str = ""
    seniority: int | None = None
    years_least: float | None = None
    education: Education | None = None
    place: Place | None = None
    location: str = ""
    pay_least: int | None = None
    pay_most: int | None = None
    currency: str = ""
    contract: str = ""
    field: str = ""
    fields: list[FieldOption] = []
    """The fields of work the posting may belong to, the likeliest first."""
    cultures: list[Culture] = []
    skills: list[SheetSkill] = []
    certificates: list[str] = []


class Change(BaseModel):
    """What is different from the time before."""

    name: Sentence
    before: Sentence
    after: Sentence
    is_better: bool


class Snapshot(BaseModel):
    """What is kept of an analysis to compare a later one with."""

    verdict: Verdict
    overall: int
    scores: dict[str, int | None]
    skills: dict[str, Status]
    profile_version: int
    made_at: datetime | None = None


class AnalysisLine(BaseModel):
    """One analysis in the list."""

    id: str
    title: str
    source: Source
    state: AnalysisState
    verdict: Verdict | Literal[""] = ""
    overall: int = 0
    is_stale: bool = False
    """The record has changed since."""
    created_at: datetime


class AnalysisView(AnalysisLine):
    """One analysis as its owner sees it."""

    link: str = ""
    role: str = ""
    run: int = 0
    sheet: Sheet
    answers: OwnAnswers = OwnAnswers()
    edits: PostingEdits = PostingEdits()
    context: str = ""
    report: Report
    changes: list[Change] = []
    chat_draft: str = ""
    chat_version: int = 0
    problem_key: str = ""
    made_at: datetime | None = None


class Material(BaseModel):
    """All that an analysis is made from."""

    person: dict[str, object]
    posting_text: str
    edits: PostingEdits = PostingEdits()
    answers: OwnAnswers = OwnAnswers()
    context: str = ""
    language: str = "en"


class ComparedRow(BaseModel):
    """One line of two analyses side by side."""

    name: Sentence
    left: Sentence
    right: Sentence
    better: Literal["left", "right", ""] = ""


class Comparison(BaseModel):
    """Two analyses side by side."""

    left: AnalysisLine
    right: AnalysisLine
    rows: list[ComparedRow]
    only_left: list[Sentence] = []
    """Gaps that only the left one has."""
    only_right: list[Sentence] = []
    both: list[Sentence] = []


class Message(BaseModel):
    """One message of the chat."""

    id: str
    by: Literal["person", "coach"]
    text: str
    citations: list[Citation] = []
    source: str = ""
    sent_at: datetime


class Planned(BaseModel):
    """What became of gaps that should go into the plan."""

    added: int
    has_plan: bool


class Tip(BaseModel):
    """One piece of advice: its words and the keys of the requirements it is about."""

    text: str = Field(max_length=600)
    keys: list[str] = Field(default=[], max_length=12)
    href: str = ""
    hours: int = 0


class Advice(CoachAnswer):
    """What a coach makes of an analysis."""

    priorities: list[Tip] = []
    recommendations: list[Tip] = []
    next_steps: list[Tip] = []


class Reply(CoachAnswer):
    """An answer in the chat."""

    text: str = Field(max_length=4000)
    keys: list[str] = Field(default=[], max_length=12)
    """Requirements and scores it speaks of: their words are shown with it."""
