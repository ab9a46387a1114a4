"""What the pages show of interviews and reports: small values with their sentences in every language."""

from collections.abc import Callable
from datetime import date, datetime

from pydantic import BaseModel

from careercoach.core.clock import local_date
from careercoach.core.dates import day_name
from careercoach.core.texts import LANGUAGES, text_n
from careercoach.features.interviews.rules.telling import cut, say, tell_all
from careercoach.features.interviews.schemas import (
    Band,
    InterviewLine,
    JudgedAnswer,
    ReportView,
    Trio,
)
from careercoach.ports.ai import Made

TONES: dict[Band, str] = {"strong": "have", "solid": "have", "thin": "part", "weak": "missing", "none": "missing"}
POINT_ADVICE = ("interviews.do.say_point", "interviews.do.deepen_point")
NOTHING = Trio(en=" ", hi=" ", es=" ")


def in_all(tell: Callable[[str], str]) -> Trio:
    """One sentence made for each language."""
    return Trio.model_validate({language: tell(language) for language in LANGUAGES})


def day_words(day: date) -> Trio:
    """A day in words."""
    return in_all(lambda language: day_name(day, language))


class LineCard(BaseModel):
    """An interview in the list."""

    id: str
    title: Trio
    when: Trio
    note: Trio
    score: str
    tone: str
    href: str
    state: str


def line_card(line: InterviewLine, zone: str) -> LineCard:
    """One line of the list; it leads to the report, or back into the room."""
    day = local_date(line.finished_at or line.started_at, zone)
    path = f"/interviews/{line.id}"
    return LineCard(
        id=str(line.id),
        title=line.role_title if line.role_title.en else say("interviews.mock"),
        when=day_words(day),
        note=say("interviews.list.answered", n=line.answered, of=line.size),
        score="" if line.overall is None else str(line.overall),
        tone="part" if line.overall is None else _tone(line.overall),
        href=f"{path}/report" if line.state == "scored" else path,
        state=line.state,
    )


def _tone(score: int) -> str:
    return "have" if score >= 60 else "part" if score >= 40 else "missing"


class FigureCard(BaseModel):
    """One of the four figures."""

    value: str
    note: Trio
    good: bool = False


class QuestionItem(BaseModel):
    """A question in the list of the report."""

    number: int
    text: Trio
    score: int
    good: bool
    in_plan: bool


class PieceCard(BaseModel):
    """A part of the answer; `kind` is "strong", "weak" or empty."""

    text: str
    kind: str = ""
    why: Trio = NOTHING


class PointCard(BaseModel):
    """One thing a strong answer holds; `state` is "have", "part" or "missing"."""

    text: Trio
    state: str


class Measure(BaseModel):
    """One measure of an answer, 0-100."""

    name: str
    score: int


class Detail(BaseModel):
    """The question that is looked at."""

    number: int = 0
    slug: str = ""
    question: Trio = NOTHING
    score: int = 0
    tone: str = "part"
    pieces: list[PieceCard] = []
    is_empty: bool = True
    facts: Trio = NOTHING
    measures: list[Measure] = []
    points: list[PointCard] = []
    advice: list[Trio] = []
    example: Trio | None = None
    is_outline: bool = False
    in_plan: bool = False
    engine: str = "embedded"
    """Who judged, with `model` and `why` as in `Made`."""
    model: str = ""
    why: str = ""


class ReportCard(BaseModel):
    """The head of a report."""

    id: str
    role: str
    title: Trio
    purpose: Trio
    figures: list[FigureCard]
    questions: list[QuestionItem]
    strengths: list[Trio]
    weaknesses: list[Trio]
    recommendations: list[Trio]
    out_of_time: bool
    is_single: bool


def report_card(view: ReportView, zone: str) -> ReportCard:
    """Everything of the report but the answers."""
    day = local_date(view.finished_at, zone)
    minutes = max(1, round(view.used_s / 60))
    return ReportCard(
        id=str(view.id),
        role=view.role,
        title=view.role_title if view.role_title.en else say("interviews.mock"),
        purpose=in_all(
            lambda language: text_n("interviews.report.when", language, minutes, day=day_name(day, language))
        ),
        figures=_figures(view, zone),
        questions=[
            QuestionItem(
                number=answer.question.number,
                text=answer.question.text,
                score=answer.score.overall,
                good=answer.score.overall >= 60,
                in_plan=answer.in_plan,
            )
            for answer in view.answers
        ],
        strengths=[tell_all(line) for line in view.report.strengths],
        weaknesses=[tell_all(line) for line in view.report.weaknesses],
        recommendations=[tell_all(line) for line in view.report.recommendations],
        out_of_time=view.out_of_time,
        is_single=len(view.answers) == 1,
    )


def _figures(view: ReportView, zone: str) -> list[FigureCard]:
    figures = view.report.figures
    since, is_better = since_words(view.report.previous, view.report.previous_at, figures.overall, zone)
    return [
        FigureCard(value=str(figures.overall), note=since, good=is_better),
        FigureCard(value=_figure(figures.technical), note=tell_all(figures.technical_note)),
        FigureCard(value=str(figures.communication), note=tell_all(figures.communication_note)),
        FigureCard(value=_figure(figures.job_match), note=tell_all(figures.job_match_note)),
    ]


def _figure(score: int | None) -> str:
    return "–" if score is None else str(score)


def since_words(previous: int | None, at: datetime | None, overall: int, zone: str) -> tuple[Trio, bool]:
    """The change since the interview before in words, and whether it is one for the better."""
    if previous is None or at is None:
        return say("interviews.figure.of_100"), False
    change = overall - previous
    key = "same" if change == 0 else "up" if change > 0 else "down"
    return say(f"interviews.since.{key}", n=abs(change), day=day_words(local_date(at, zone))), change > 0


def detail_of(answer: JudgedAnswer) -> Detail:
    """One question of the report in full."""
    score = answer.score
    measures = {
        "coverage": score.coverage,
        "structure": score.structure,
        "specificity": score.specificity,
        "clarity": score.clarity,
    }
    made = score.made or Made()
    return Detail(
        number=answer.question.number,
        slug=answer.question.slug,
        question=answer.question.text,
        score=score.overall,
        tone=TONES[score.band],
        pieces=[
            PieceCard(text=piece.text, kind=piece.passage.kind, why=tell_all(piece.passage.why))
            if piece.passage
            else PieceCard(text=piece.text)
            for piece in cut(answer.answer, score.passages)
        ],
        is_empty=not answer.answer.strip(),
        facts=_facts(answer),
        measures=[Measure(name=name, score=value) for name, value in measures.items() if value is not None],
        points=[
            PointCard(text=point.text, state="have" if point.share >= 1 else "part" if point.share > 0 else "missing")
            for point in score.points
        ],
        # What was left out already stands in the points, with a cross.
        advice=[tell_all(advice) for advice in score.advice if advice.key not in POINT_ADVICE],
        example=answer.example,
        is_outline=not answer.is_reviewed,
        in_plan=answer.in_plan,
        engine=made.engine,
        model=made.model,
        why=made.why,
    )


def _facts(answer: JudgedAnswer) -> Trio:
    words = answer.score.words_written
    minutes, seconds = divmod(answer.seconds, 60)
    return in_all(lambda language: text_n("interviews.report.facts", language, words, time=f"{minutes}:{seconds:02d}"))
