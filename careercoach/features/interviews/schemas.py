"""What crosses the border of the interviews room. Scores are 0-100; places count characters of the answer."""

from typing import Literal

from pydantic import BaseModel

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


class Figures(BaseModel):
    """The four figures of a report, each with a short note; None where the interview cannot tell."""

    overall: int
    technical: int | None
    communication: int
    job_match: int | None
    technical_note: Advice
    communication_note: Advice
    job_match_note: Advice
