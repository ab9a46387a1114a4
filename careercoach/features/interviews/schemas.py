"""What crosses the border of the interviews room. Scores are 0-100; places count characters of the answer."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from careercoach.ports.ai import Made

Kind = Literal["technical", "behavioural", "situational"]
Level = Literal["easy", "medium", "hard"]
Band = Literal["strong", "solid", "thin", "weak", "none"]
"""From 75, 60, 40, 16 and below."""
Flaw = Literal["", "empty", "short", "echo", "repeated", "list", "copied", "other_question", "language"]
"""Why an answer could not earn more; empty when nothing held it down."""

BANDS: tuple[tuple[int, Band], ...] = ((75, "strong"), (60, "solid"), (40, "thin"), (16, "weak"), (0, "none"))


def band_of(score: int) -> Band:
    """The band a score of 0-100 lies in."""
    return next(band for least, band in BANDS if score >= least)


class Trio(BaseModel):
    """One sentence in the three languages."""

    en: str
    hi: str
    es: str

    def in_(self, language: str) -> str:
        """The sentence in `language`, English when we do not speak it."""
        return {"hi": self.hi, "es": self.es}.get(language, self.en)


class Advice(BaseModel):
    """A sentence of the catalogue with what fills it; a Trio fills it in the language it is read in."""

    key: str
    values: dict[str, str | int | Trio] = {}


class Passage(BaseModel):
    """A part of the answer worth marking: `answer[start:end] == quote`."""

    kind: Literal["strong", "weak"]
    start: int
    end: int
    quote: str
    why: Advice


class PointResult(BaseModel):
    """One thing a good answer says, and how far this one said it (0-1)."""

    text: Trio
    weight: int
    share: float
    quote: str = ""
    """The sentence that says it."""


class AnswerScore(BaseModel):
    """One answer, judged. `structure` is None for technical questions, where order is not asked for."""

    overall: int
    band: Band
    coverage: int
    structure: int | None
    specificity: int
    clarity: int
    flaw: Flaw = ""
    words: int
    """Words that count as said; `words_written` counts all."""
    words_written: int
    language: Literal["en", "hi", "es", "unknown"]
    points: list[PointResult]
    missing_parts: list[Literal["situation", "task", "action", "result", "order"]] = []
    passages: list[Passage] = []
    advice: list[Advice] = []
    skills: list[str] = []
    """Slugs of skills named in what was said."""
    made: Made | None = None
    """Which model had a say; None: the rules alone."""


class Figures(BaseModel):
    """The four figures of a report, each with a short note; None where the interview cannot tell."""

    overall: int
    technical: int | None
    communication: int
    job_match: int | None
    technical_note: Advice
    communication_note: Advice
    job_match_note: Advice


MAX_ANSWER = 12_000
SIZES = (1, 5, 8, 12)
State = Literal["running", "paused", "finished", "scored"]


class InterviewInput(BaseModel):
    """What an interview is started with. `question`: practise just this one again."""

    model_config = ConfigDict(extra="forbid")

    role: str = Field(default="", max_length=60)
    """Slug of a role of the catalogue; empty: the one of the profile."""
    size: Literal[5, 8, 12] = 5
    difficulty: Level = "medium"
    use_gaps: bool = True
    question: str = Field(default="", max_length=60)


class AnswerInput(BaseModel):
    """A text to save. `version` is the one this text was written on; `request` makes sending it twice harmless.

    A request "tab/number" also names the tab: saves of one tab follow each other and are no conflict.
    """

    model_config = ConfigDict(extra="forbid")

    text: str = Field(max_length=MAX_ANSWER)
    version: int = Field(ge=0)
    request: str = Field(default="", max_length=40)


class QuestionView(BaseModel):
    """A question as the person sees it before answering: without a word about what a good answer holds."""

    number: int
    slug: str
    text: Trio
    kind: Kind
    difficulty: Level
    minutes: int


class AnswerView(BaseModel):
    """What is saved of one answer."""

    number: int
    text: str = ""
    version: int = 0
    seconds: int = 0
    saved_at: datetime | None = None


class InterviewView(BaseModel):
    """An interview on its way, as its owner sees it. Seconds are active time; a pause does not count."""

    id: UUID
    role: str
    role_title: Trio
    difficulty: Level
    state: State
    at_number: int
    size: int
    limit_s: int
    used_s: int
    started_at: datetime
    finished_at: datetime | None = None
    out_of_time: bool = False
    overall: int | None = None
    questions: list[QuestionView] = []
    answers: list[AnswerView] = []

    @property
    def left_s(self) -> int:
        """Seconds left."""
        return max(0, self.limit_s - self.used_s)


class InterviewLine(BaseModel):
    """One interview in a list."""

    id: UUID
    role_title: Trio
    state: State
    size: int
    overall: int | None
    answered: int
    started_at: datetime
    finished_at: datetime | None


class ScorePoint(BaseModel):
    """The overall score of a finished interview, for charts."""

    interview_id: UUID
    finished_at: datetime
    overall: int


class Report(BaseModel):
    """What is kept of a scored interview beside its answers."""

    figures: Figures
    strengths: list[Advice]
    weaknesses: list[Advice]
    recommendations: list[Advice]
    previous: int | None = None
    """Overall score of the interview before, for the same role; None when there was none."""
    previous_at: datetime | None = None


class JudgedAnswer(BaseModel):
    """One question of a report with the answer and its score.

    `example` is a strong answer of the reviewed bank, or an outline for a question made from a skill; None when the
    question has left the bank.
    """

    question: QuestionView
    answer: str
    seconds: int
    score: AnswerScore
    example: Trio | None
    is_reviewed: bool
    in_plan: bool


class ReportView(BaseModel):
    """The whole report."""

    id: UUID
    role: str
    role_title: Trio
    difficulty: Level
    started_at: datetime
    finished_at: datetime
    used_s: int
    out_of_time: bool
    report: Report
    answers: list[JudgedAnswer]
