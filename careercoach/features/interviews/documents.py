"""The report on paper: figures, what went well, and every question with the marked answer."""

from datetime import date

from careercoach.core.dates import day_name
from careercoach.core.documents import Html, el, page
from careercoach.core.texts import text, text_n
from careercoach.features.interviews.rules.cards import POINT_ADVICE
from careercoach.features.interviews.rules.telling import cut, tell
from careercoach.features.interviews.schemas import Advice, JudgedAnswer, ReportView

TONES = {"strong": "have", "solid": "have", "thin": "part", "weak": "gap", "none": "gap"}
MOST_CHARACTERS = 6_000
"""Of one answer; what is longer is cut on paper, with a word about it."""


def report_document(view: ReportView, *, day: date, person: str, language: str) -> tuple[str, Html]:
    """Title and HTML of the report."""
    role = view.role_title.in_(language)
    title = role or text("interviews.mock", language)
    minutes = max(1, round(view.used_s / 60))
    purpose = text_n("interviews.report.when", language, minutes, day=day_name(day, language, "full"))
    body: list[Html] = [_figures(view, language)]
    for name in ("strengths", "weaknesses", "recommendations"):
        lines: list[Advice] = getattr(view.report, name)
        if lines:
            body.append(el("h2", text(f"interviews.report.{name}", language)))
            body.append(el("ul", [el("li", tell(line, language)) for line in lines]))
    body.append(el("h2", text("interviews.report.transcript", language)))
    body += [_answer(answer, language) for answer in view.answers]
    return title, page(title=title, language=language, body=body, purpose=purpose, person=person)


def _figures(view: ReportView, language: str) -> Html:
    figures = view.report.figures
    since = _since(view, language)
    cells: list[tuple[str, int | None, str]] = [
        ("overall", figures.overall, since),
        ("technical", figures.technical, tell(figures.technical_note, language)),
        ("communication", figures.communication, tell(figures.communication_note, language)),
        ("job_match", figures.job_match, tell(figures.job_match_note, language)),
    ]
    return el(
        "table",
        el(
            "tr",
            [
                el(
                    "td",
                    el("div", text(f"interviews.figure.{name}", language), class_="figure-words"),
                    el("div", "–" if score is None else str(score), class_="figure"),
                    el("div", note, class_="figure-words"),
                )
                for name, score, note in cells
            ],
        ),
        class_="figures",
    )


def _since(view: ReportView, language: str) -> str:
    report = view.report
    if report.previous is None or report.previous_at is None:
        return text("interviews.figure.of_100", language)
    change = report.figures.overall - report.previous
    key = "same" if change == 0 else "up" if change > 0 else "down"
    return text(f"interviews.since.{key}", language, n=abs(change), day=day_name(report.previous_at.date(), language))


def _answer(answer: JudgedAnswer, language: str) -> Html:
    score = answer.score
    question = answer.question
    head = f"{question.number}. {question.text.in_(language)}"
    return el(
        "section",
        el("h3", head, " ", el("span", f"{score.overall} / 100", class_=f"chip {TONES[score.band]}")),
        el("blockquote", _marked(answer)) if answer.answer.strip() else None,
        _reasons(answer, language),
        el("p", el("b", text("interviews.report.holds", language)), class_="lead-in"),
        [el("div", f"{_sign(point.share)}  ", point.text.in_(language), class_="task-links") for point in score.points],
        _advice(score.advice, language),
    )


def _advice(advice: list[Advice], language: str) -> list[Html]:
    # What was left out already stands in the points, with a cross.
    lines = [line for line in advice if line.key not in POINT_ADVICE]
    if not lines:
        return []
    head = el("p", el("b", text("interviews.report.better", language)), class_="lead-in")
    return [head, el("ul", [el("li", tell(line, language)) for line in lines])]


def _sign(share: float) -> str:
    return "✓" if share >= 1 else "◐" if share > 0 else "✗"


def _marked(answer: JudgedAnswer) -> list[Html | str]:
    return [
        el("mark", piece.text, class_=piece.passage.kind) if piece.passage else piece.text
        for piece in cut(answer.answer[:MOST_CHARACTERS], answer.score.passages)
    ]


def _reasons(answer: JudgedAnswer, language: str) -> Html | None:
    # The same reason for several passages is said once: the marks show where.
    reasons = dict.fromkeys(
        f"{text(f'interviews.mark.{passage.kind}', language)}: {tell(passage.why, language)}"
        for passage in answer.score.passages
        if passage.end <= MOST_CHARACTERS
    )
    return el("ul", [el("li", reason) for reason in reasons], class_="small") if reasons else None
