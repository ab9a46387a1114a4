"""The page of a PDF. Its look is ports/pdf/base.css; what a room adds are words in our elements and classes."""

from careercoach.core.documents.html import Child, Html, el, escape
from careercoach.core.texts import known_language, text


def page(*, title: str, language: str, body: Child, purpose: str = "", person: str = "") -> Html:
    """A whole document for `ports.pdf.render_pdf`.

    `purpose` is the line above the title (a date, whose report); `person` is named in the foot of every page.
    """
    language = known_language(language)
    head = el("head", el("meta", charset="utf-8"), el("title", title), el("meta", name="author", content="CareerCoach"))
    top = el(
        "header",
        el("div", "CareerCoach", class_="brand"),
        el("p", purpose, class_="purpose") if purpose else None,
        el("h1", title),
        class_="top",
    )
    foot = el("div", text("core.page_foot", language, name=person) if person else "CareerCoach", class_="foot-words")
    document = el("html", head, el("body", foot, top, el("main", body)), lang=language)
    return Html(f"<!doctype html>{escape(document)}")


def bar(percent: int, *, tone: str = "accent") -> Html:
    """A bar of 0-100 that is read in black and white too: put the figure beside it. `tone`: accent, have, part, gap."""
    width = max(0, min(100, percent))
    return el("div", el("div", class_=f"bar-fill {tone}", style=f"width:{width}%"), class_="bar")
