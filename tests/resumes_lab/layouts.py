"""Forty-odd layouts, each a choice on every axis on which real resumes differ."""

from dataclasses import dataclass
from typing import Literal

Frame = Literal["one", "left", "right", "margin", "table"]


@dataclass(frozen=True)
class Layout:
    """How a resume is set. `maker` is html (WeasyPrint), docx or txt."""

    name: str
    maker: Literal["html", "docx", "txt"] = "html"
    frame: Frame = "one"
    head: Literal["centre", "left", "banner", "last", "lines", "labels"] = "left"
    entry: Literal[
        "title", "employer", "comma", "at", "dash", "pipe", "grouped", "comma_back", "date_first", "fields"
    ] = "title"
    dates: Literal["right", "left", "below", "inline", "above"] = "right"
    form: Literal["words", "numbers", "years", "iso", "dots"] = "words"
    skills: Literal[
        "commas", "grouped", "tags", "list", "table", "levels", "percent", "dots", "columns", "bars", "lines"
    ] = "grouped"
    titles: Literal["upper", "plain", "rule", "spaced", "colour", "numbered"] = "rule"
    school: Literal["school", "degree", "comma"] = "school"
    bullets: Literal["disc", "dash", "none"] = "disc"
    font: str = "Liberation Sans"
    size: float = 10.0
    order: tuple[str, ...] = (
        "summary",
        "work",
        "education",
        "skills",
        "projects",
        "certificates",
        "languages",
        "awards",
        "volunteer",
    )


LAYOUTS: tuple[Layout, ...] = (
    Layout("classic"),
    Layout("classic-serif", font="Liberation Serif", head="centre", titles="upper", entry="employer", size=11),
    Layout("jake", font="Liberation Serif", head="centre", titles="upper", entry="title", skills="grouped", order=("education", "work", "projects", "skills")),
    Layout("harvard", font="Liberation Serif", head="centre", entry="employer", titles="upper", school="school", order=("education", "work", "volunteer", "skills")),
    Layout("moderncv", frame="margin", dates="left", entry="comma", skills="table", titles="colour"),
    Layout("margin-titles", frame="margin", titles="plain", dates="right", entry="comma_back"),
    Layout("dates-left", dates="left", entry="title", titles="rule", form="numbers"),
    Layout("dates-left-employer", dates="left", entry="employer", form="years", school="degree"),
    Layout("at-line", entry="at", dates="below", skills="commas", titles="plain"),
    Layout("dash-line", entry="dash", dates="inline", form="years", skills="list"),
    Layout("pipe-line", entry="pipe", dates="inline", form="numbers", skills="commas", titles="upper"),
    Layout("comma-line", entry="comma", dates="right", form="iso", skills="grouped"),
    Layout("comma-back", entry="comma_back", dates="below", form="words", skills="list", school="comma"),
    Layout("grouped-posts", entry="grouped", dates="right", skills="tags"),
    Layout("date-first", entry="date_first", dates="above", form="words", skills="commas"),
    Layout("left-sidebar", frame="left", skills="list", titles="upper", order=("contact", "skills", "languages", "|", "summary", "work", "education")),
    Layout("left-sidebar-dark", frame="left", head="banner", skills="percent", titles="colour", order=("contact", "skills", "languages", "certificates", "|", "summary", "work", "education", "projects")),
    Layout("left-sidebar-bars", frame="left", skills="bars", entry="employer", dates="below", order=("contact", "summary", "skills", "|", "work", "education", "awards")),
    Layout("right-sidebar", frame="right", skills="tags", order=("contact", "skills", "languages", "certificates", "|", "summary", "work", "education")),
    Layout("altacv", frame="right", entry="title", dates="below", skills="tags", titles="colour", order=("summary", "skills", "languages", "education", "|", "work", "projects")),
    Layout("deedy", frame="left", font="Liberation Sans", head="centre", entry="pipe", dates="below", skills="commas", titles="upper", order=("education", "skills", "languages", "|", "work", "projects", "awards")),
    Layout("right-sidebar-edu", frame="right", skills="dots", entry="employer", dates="inline", order=("education", "skills", "languages", "|", "work", "projects")),
    Layout("canva", frame="left", head="last", titles="spaced", skills="dots", dates="above", entry="title", order=("contact", "education", "skills", "languages", "|", "summary", "work")),
    Layout("two-equal", frame="right", skills="columns", order=("education", "skills", "awards", "|", "summary", "work")),
    Layout("table-frame", frame="table", dates="left", skills="grouped", titles="plain"),
    Layout("europass", frame="margin", head="labels", dates="left", titles="upper", entry="title", skills="table", form="numbers"),
    Layout("openresume", head="left", titles="upper", entry="employer", dates="right", skills="commas", order=("work", "education", "projects", "skills")),
    Layout("google-docs", head="left", titles="colour", entry="comma_back", dates="below", font="Liberation Serif", skills="lines"),
    Layout("awesome-cv", head="centre", titles="colour", entry="employer", dates="right", skills="table", order=("summary", "work", "education", "skills")),
    Layout("linkedin", frame="left", head="last", entry="grouped", dates="below", skills="list", titles="plain", form="words", order=("contact", "skills", "languages", "certificates", "|", "summary", "work", "education")),
    Layout("typst", head="centre", titles="rule", entry="title", dates="right", form="dots", skills="grouped", font="DejaVu Serif"),
    Layout("spaced-titles", titles="spaced", head="centre", skills="columns", entry="title"),
    Layout("numbered", titles="numbered", entry="employer", dates="below", skills="list"),
    Layout("levels-table", skills="levels", entry="title", dates="right", form="dots"),
    Layout("percent-right", frame="right", skills="percent", dates="above", entry="title", order=("contact", "skills", "|", "summary", "work", "education")),
    Layout("no-bullets", bullets="none", entry="title", dates="below", skills="commas"),
    Layout("small-print", size=8.0, entry="at", dates="right", skills="commas", school="comma"),
    Layout("big-print", size=12.5, entry="dash", dates="below", skills="list"),
    Layout("lines-head", head="lines", entry="employer", dates="inline", form="numbers", skills="grouped"),
    Layout("docx-plain", maker="docx", entry="comma", dates="right"),
    Layout("docx-two-lines", maker="docx", entry="title", dates="right", skills="grouped", head="centre"),
    Layout("docx-table-dates", maker="docx", frame="table", dates="left", entry="title", skills="table"),
    Layout("docx-sidebar", maker="docx", frame="left", skills="list", order=("contact", "skills", "languages", "|", "summary", "work", "education")),
    Layout("docx-right", maker="docx", frame="right", skills="list", entry="employer", dates="below", order=("contact", "skills", "languages", "|", "summary", "work", "education")),
    Layout("docx-header", maker="docx", head="banner", entry="employer", dates="below", skills="commas"),
    Layout("docx-textbox", maker="docx", head="last", entry="pipe", dates="inline", skills="list"),
    Layout("txt-plain", maker="txt", entry="title", dates="inline", titles="upper", skills="commas", bullets="dash"),
    Layout("txt-fields", maker="txt", entry="fields", titles="upper", skills="lines", bullets="dash"),
    Layout("docx-fields", maker="docx", entry="fields", skills="commas"),
    Layout("spaced-employer", titles="spaced", head="centre", entry="employer", dates="above", font="Lato", skills="commas"),
    Layout("txt-employer", maker="txt", entry="employer", dates="right", titles="upper", skills="grouped", bullets="dash"),
)  # fmt: skip
