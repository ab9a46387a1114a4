"""What a resume report says: a score out of 100 in ten open parts, and every lost point with its place and its fix.

Places count letters of the resume's reading text; pages count from 1 (0 = no page); boxes are points of that page.
"""

from datetime import datetime
from typing import Literal, get_args

from pydantic import BaseModel, Field

from careercoach.ports.ai import CoachAnswer

PartName = Literal[
    "machine", "contact", "sections", "dates", "length", "keywords", "results", "verbs", "consistency", "file"
]
PARTS: tuple[PartName, ...] = get_args(PartName)
WEIGHTS: dict[PartName, int] = {
    "machine": 15, "contact": 10, "sections": 12, "dates": 10, "length": 8, "keywords": 15, "results": 12, "verbs": 8,
    "consistency": 6, "file": 4,
}  # fmt: skip
"""Points of each part when all parts can be judged; together 100."""
NoticeKind = Literal["hidden", "tiny", "pictures", "unmapped", "instructions"]
Mark = Literal["fixed", "dismissed"]
SuggestionState = Literal["open", "fixed", "dismissed"]


class Sentence(BaseModel):
    """The same words in the three languages."""

    en: str = ""
    hi: str = ""
    es: str = ""


class Place(BaseModel):
    """Where something stands; empty for what is missing everywhere."""

    quote: str = ""
    start: int = 0
    end: int = 0
    page: int = 0
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom."""


class Finding(BaseModel):
    """One reason for lost points. Its words are `resume_reports.{title,why,how}.<kind>`, filled with the values."""

    id: str
    """The same in every version of the resume: made of the kind and the passage."""
    kind: str
    part: PartName
    points: float
    """What its fix brings back, of 100."""
    losses: dict[PartName, float] = {}
    """The same by part; nearly always one."""
    place: Place = Place()
    n: int = 0
    """Fills {n}."""
    words: str = ""
    """Fills {words}: as written in the resume."""
    skill: str = ""
    """Slug; fills {skill}."""
    example: str = ""
    """The passage as it could read, in the person's own words and language; what only they know stays a [question]."""


class Part(BaseModel):
    """One line of the rubric."""

    name: PartName
    most: float
    """Points it can give, of 100; 0 when it cannot be judged."""
    earned: float
    judged: bool = True


class Notice(BaseModel):
    """Something the person must know that costs no points by itself."""

    kind: NoticeKind
    n: int = 1
    quotes: list[str] = []
    pages: list[int] = []


class PageSize(BaseModel):
    """Points."""

    width: float
    height: float


class ResumeReport(BaseModel):
    """The judgement on one file, for one role. The same file and role give the same report."""

    rubric: int
    score: int
    """0-100, rounded."""
    exact: float
    """The score before rounding."""
    language: str
    """Of the resume, ISO 639-1; "" when nobody can tell."""
    role: str
    """Slug; "" without a wanted role."""
    parts: list[Part]
    findings: list[Finding]
    """Those that bring the most first."""
    notices: list[Notice] = []
    strengths: list[Place] = []
    """The best passages, to be kept."""
    pages: list[PageSize] = []


class Shortfall(BaseModel):
    """The file against the wanted role, before anything in it was confirmed."""

    role: str
    title: Sentence
    readiness: int
    fits: bool
    missing: list[Sentence]
    """Critical first."""
    missing_critical: int
    close: list[Sentence]
    had: int
    hours: int
    """Hours of the shortest path to a fit."""


class Fixed(BaseModel):
    """A finding of the version before that is gone."""

    kind: str
    n: int = 0
    words: str = ""
    skill: Sentence = Sentence()
    quote: str = ""


class Change(BaseModel):
    """What happened since the version before, both judged by the same rubric and for the same role."""

    file_name: str
    score: int
    """Of the version before."""
    fixed: list[Fixed] = []
    new: int = 0
    """Findings that the version before had not."""


class Claim(BaseModel):
    """A sentence about the resume and the words of it that it rests on."""

    text: str
    quote: str = ""


class Narrative(BaseModel):
    """The report in a few sentences, in one language."""

    summary: str = ""
    strengths: list[Claim] = []
    weak: list[Claim] = []
    first: str = ""
    """What to do first."""
    source: str = "embedded"
    model: str = ""
    why: str = ""
    """Why the rules told it although a model was asked."""


class NarrativeAnswer(CoachAnswer):
    """What the coach is asked for: the report in words, each claim with the passage it rests on."""

    summary: str
    strengths: list[Claim] = []
    weak: list[Claim] = []
    first: str = ""


class SuggestionView(BaseModel):
    """A finding as its owner sees it."""

    id: str
    kind: str
    part: PartName
    points: float
    state: SuggestionState = "open"
    still_there: bool = False
    """Marked as fixed in an older version, and found again in this one."""
    quote: str = ""
    page: int = 0
    start: int = 0
    end: int = 0
    box: tuple[float, float, float, float] | None = None
    n: int = 0
    words: str = ""
    skill: Sentence = Sentence()
    example: str = ""


class SuggestionText(SuggestionView):
    """A suggestion with its sentences in the reader's language."""

    title: str
    why: str
    how: str


class Progress(BaseModel):
    """How many suggestions of this version are done."""

    fixed: int = 0
    total: int = 0
    """Without those set aside."""


class Standing(BaseModel):
    """The newest resume in two figures, for pages that show progress."""

    score: int
    fixed: int
    total: int


class ReportView(BaseModel):
    """The report of one file as its owner sees it."""

    id: str
    resume_id: str
    file_name: str
    uploaded_at: datetime
    made_at: datetime
    score: int
    exact: float
    language: str
    role: str
    parts: list[Part]
    suggestions: list[SuggestionView]
    notices: list[Notice] = []
    pages: list[PageSize] = []
    shortfall: Shortfall | None = None
    change: Change | None = None
    progress: Progress = Progress()
    narratives: dict[str, Narrative] = Field(default={})
    """By language; a language without one has not been written yet."""

    def with_state(self, *states: SuggestionState) -> list[SuggestionView]:
        """The suggestions in one of these states, in the order of the report."""
        return [one for one in self.suggestions if one.state in states]


class MarkInput(BaseModel, extra="forbid"):
    """`mark` None takes a mark back."""

    mark: Mark | None
