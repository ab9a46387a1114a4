"""What is shown of analyses, and what a coach answers about them."""

from datetime import datetime
from typing import Literal

from pydantic import BaseModel, Field

from careercoach.features.job_matches.schemas.given import (
    AnalysisState,
    Culture,
    OwnAnswers,
    PostingEdits,
    Source,
)
from careercoach.features.job_matches.schemas.report import Citation, Report
from careercoach.features.job_matches.schemas.suggestions import CoachNote, Suggestion
from careercoach.features.matching.schemas import (
    Education,
    Place,
    Posting,
    Sentence,
    SkillKind,
    Status,
    Strength,
    Verdict,
)
from careercoach.ports.ai import CoachAnswer


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


class Reading(BaseModel):
    """All that was read from a posting, kept so that it need not be read again to be shown."""

    posting: Posting
    """Without its text, which is kept beside it."""
    fields: list[FieldOption] = []
    cultures: list[Culture] = []
    suggested: list[Suggestion] = []
    """What a model read beyond that, until the person has decided."""
    suggested_by: CoachNote = CoachNote()


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
    suggested: list[Suggestion] = []
    """Not in the fields above: the person adds or ignores each."""
    suggested_by: CoachNote = CoachNote()


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
    answered_by: CoachNote = CoachNote()
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
