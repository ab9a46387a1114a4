"""The report as the page draws it: figures as they are written, boxes as they are drawn."""

from pydantic import BaseModel

from careercoach.features.resume_reports.schemas import (
    Change,
    Narrative,
    Notice,
    PartName,
    ReportView,
    Sentence,
    SuggestionView,
)

FAIR, GOOD = 60, 80
TALL = 2.2
"""Pages higher than this times their width are no pages but one long roll (Word, text): a map of them says nothing."""


class Row(BaseModel):
    """One suggestion."""

    id: str
    kind: str
    part: PartName
    points: str
    state: str = "open"
    still_there: bool = False
    quote: str = ""
    page: int = 0
    n: int = 0
    words: str = ""
    skill: Sentence = Sentence()
    example: str = ""
    has_map: bool = False
    view_box: str = "0 0 1 1"
    """Of the page, for the small map."""
    x: float = 0
    y: float = 0
    width: float = 0
    height: float = 0


class PartRow(BaseModel):
    """One line of the rubric."""

    name: PartName
    earned: str
    most: str
    percent: int
    judged: bool
    rows: list[Row] = []
    """What costs points here, only as much as a line needs."""


class NoticeRow(BaseModel):
    """Something to know about the file."""

    kind: str
    n: int
    quotes: list[str] = []
    pages: str = ""


class Told(BaseModel):
    """The coach's words in each language."""

    en: Narrative = Narrative()
    hi: Narrative = Narrative()
    es: Narrative = Narrative()


class Head(BaseModel):
    """What stands at the top."""

    resume_id: str = ""
    file_name: str = ""
    score: int = 0
    level: str = "low"
    fixed: int = 0
    total: int = 0
    percent_done: int = 0


def head_of(report: ReportView) -> Head:
    """Score and progress."""
    level = "good" if report.score >= GOOD else ("fair" if report.score >= FAIR else "low")
    done, total = report.progress.fixed, report.progress.total
    return Head(
        resume_id=report.resume_id, file_name=report.file_name, score=report.score, level=level, fixed=done,
        total=total, percent_done=round(100 * done / total) if total else 100,
    )  # fmt: skip


def rows_of(report: ReportView) -> list[Row]:
    """All suggestions, what brings most first."""
    return [_row(one, report) for one in report.suggestions]


def _row(one: SuggestionView, report: ReportView) -> Row:
    kept = one.model_dump(
        include={"id", "kind", "part", "state", "still_there", "quote", "page", "n", "words", "example"}
    )
    row = Row(**kept, points=figure(one.points), skill=one.skill)
    size = report.pages[one.page - 1] if 0 < one.page <= len(report.pages) else None
    if size is None or one.box is None or not 0 < size.height < TALL * size.width:
        return row
    left, top, right, bottom = one.box
    row.has_map, row.view_box = True, f"0 0 {size.width:g} {size.height:g}"
    row.x, row.y = round(max(left - 4, 0), 1), round(max(top - 4, 0), 1)
    row.width, row.height = round(min(right + 4, size.width) - row.x, 1), round(bottom - top + 8, 1)
    return row


def parts_of(report: ReportView, rows: list[Row]) -> list[PartRow]:
    """The rubric, each part with what costs points in it."""
    short = [row.model_copy(update={"quote": "", "example": ""}) for row in rows]
    return [
        PartRow(
            name=part.name,
            earned=figure(part.earned),
            most=figure(part.most),
            percent=round(100 * part.earned / part.most) if part.most else 0,
            judged=part.judged,
            rows=[row for row in short if row.part == part.name],
        )
        for part in report.parts
    ]


def notices_of(report: ReportView) -> list[NoticeRow]:
    """What the person must know about the file."""
    return [_notice(notice) for notice in report.notices]


def _notice(notice: Notice) -> NoticeRow:
    return NoticeRow(
        kind=notice.kind, n=notice.n, quotes=notice.quotes, pages=", ".join(str(page) for page in notice.pages)
    )


def told_of(report: ReportView) -> Told:
    """The coach's words; a language without any is shown in English."""
    spare = report.narratives.get("en", Narrative())
    return Told(**{language: report.narratives.get(language, spare) for language in ("en", "hi", "es")})


def step_of(report: ReportView, change: Change | None) -> int:
    """Points since the version before."""
    return report.score - change.score if change else 0


def figure(points: float) -> str:
    """12 or 7.5: one decimal, when it says something."""
    return f"{round(points, 1):g}"
