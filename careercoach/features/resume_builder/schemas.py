"""What crosses the border of the resume builder."""

from typing import Literal, get_args

from pydantic import BaseModel, ConfigDict, Field, computed_field

from careercoach.ports.ai import CoachAnswer

Kind = Literal["summary", "bullet", "about", "project"]
"""A summary, a bullet of a post, the prose of a post, the text of a project."""
Reason = Literal[
    "strong_verb",
    "active",
    "filler",
    "tense",
    "result_first",
    "split",
    "punctuation",
    "first_person",
    "cliche",
    "shorter",
]
REASONS: tuple[Reason, ...] = get_args(Reason)
Question = Literal[
    "",
    "which_verb",
    "which_part",
    "how_many_people",
    "by_how_much",
    "who_used_it",
    "how_often",
    "how_many",
    "what_result",
]
QUESTIONS: tuple[Question, ...] = get_args(Question)
State = Literal["open", "accepted", "rejected", "edited"]
Format = Literal["pdf", "docx", "md", "txt", "json"]
FORMATS: tuple[Format, ...] = get_args(Format)
Paper = Literal["a4", "letter"]

RunState = Literal["", "running", "done", "stopped", "failed"]

TEXT_MAX = 2_000


class Maker(BaseModel):
    """Who wrote the wordings, as the small print says it."""

    engine: str = "embedded"
    """"embedded", or the provider."""
    model: str = ""
    why: str = ""
    """Why the rules wrote where a model could have."""

    def joined(self, later: "Maker") -> "Maker":
        """Of both: the first model there was, and the last reason why one was not."""
        first = self if self.engine != "embedded" else later
        return Maker(engine=first.engine, model=first.model, why=later.why or self.why)


class Run(BaseModel):
    """A coach at work on all passages, question by question."""

    number: int = 0
    """Counts how often; 0 before the first time."""
    state: RunState = ""
    done: int = 0
    parts: int = 0

    @computed_field
    @property
    def percent(self) -> int:
        """How far it is."""
        return round(100 * self.done / self.parts) if self.parts else 0


class Piece(BaseModel):
    """Words of a passage; `mark` when the other side does not have them."""

    text: str
    mark: bool = False


class Rewritten(BaseModel):
    """One passage as the coach would write it. `text` has a line for each bullet; equal to the old one when nothing
    better is safe. Why and what to ask are keys, so that no answer can smuggle in words."""

    key: str
    text: str = Field(max_length=TEXT_MAX)
    reasons: list[Reason] = []
    question: Question = ""


class RewriteAnswer(CoachAnswer):
    """What the coach says about a resume."""

    passages: list[Rewritten] = []


class Passage(BaseModel):
    """One passage of the resume with its better wording and what its owner decided."""

    key: str
    kind: Kind
    place: str = ""
    """Title and employer, or the project's name."""
    before: str
    after: str = ""
    """One line for each bullet; empty when there is nothing better to offer."""
    before_pieces: list[Piece] = []
    after_pieces: list[list[Piece]] = []
    reasons: list[Reason] = []
    question: Question = ""
    is_new: bool = False
    """Nobody has looked at it yet."""
    state: State = "open"
    own: str = ""
    """The words of the person, when `edited`."""


class Place(BaseModel):
    """Where a passage stands: an index of the passages under one heading."""

    title: str
    kind: Kind
    passages: list[Passage]


class Words3(BaseModel):
    """The same words in the three languages."""

    en: str
    hi: str
    es: str


class Learnable(BaseModel):
    """A skill of the wanted role that the resume does not show: something to learn, never text."""

    slug: str
    name: Words3
    critical: bool
    hours: int
    planned: bool = False


class Counts(BaseModel):
    """How far the person has come."""

    passages: int = 0
    offered: int = 0
    open: int = 0
    taken: int = 0
    rejected: int = 0


class RewriteView(BaseModel):
    """The whole page."""

    places: list[Place] = []
    counts: Counts = Counts()
    language: str = "en"
    """Of the resume."""
    basis: Literal["profile", "resume"] = "profile"
    """The confirmed record, or the newest file."""
    source: str = "embedded"
    made: Maker = Maker()
    run: Run = Run()
    """The last time a coach was asked about all of it."""
    paper: Paper = "a4"
    can_undo: bool = False
    outdated: bool = False
    """The record has changed since; passages that are new have no wording yet."""
    role_title: Words3 | None = None
    missing: list[Learnable] = []


class Decision(BaseModel):
    """What a person decides about one passage."""

    model_config = ConfigDict(extra="forbid")

    state: State
    text: str = Field(default="", max_length=TEXT_MAX)
    """For `edited`: their own words. For `accepted`: the words they saw, if it matters that they still stand there."""
    numbers_are_true: bool = False
    """They stand by numbers that the resume did not have yet."""


class PaperChoice(BaseModel):
    """A4 or US Letter."""

    model_config = ConfigDict(extra="forbid")

    paper: Paper


class ExportFile(BaseModel):
    """A finished file."""

    name: str
    content_type: str
    data: bytes
