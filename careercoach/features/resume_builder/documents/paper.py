"""The sheet as a page for the PDF: one column, plain headings, nothing a machine could misread."""

from careercoach.core.documents import Html, el, escape
from careercoach.features.resume_builder.rules.sheet import Entry, Group, Section, Sheet
from careercoach.features.resume_builder.schemas import Paper

SIZES: dict[Paper, str] = {"a4": "A4", "letter": "letter"}
# Fixed tables set the dates right: no flex, no grid, no floats, so the text stands in the file in reading order.
LOOK = """
@page { size: %s; margin: 16mm 17mm; @bottom-left { content: none } @bottom-right { content: none } }
html { font-size: 10pt; line-height: 1.42 }
:lang(hi) { line-height: 1.6 }
h1 { font-size: 21pt; margin: 0; line-height: 1.2 }
.label { font-size: 11.5pt; margin: 1pt 0 0 }
.contact { margin: 4pt 0 0; color: #36433f } .contact span { white-space: nowrap }
h2 { font-size: 12pt; margin: 13pt 0 5pt; padding-bottom: 2pt; border-bottom: .75pt solid #13201d }
table { margin: 0 } td { padding: 0; border: 0; vertical-align: baseline } td.when { width: 150pt; text-align: right; white-space: nowrap }
.entry { margin-top: 8pt } h2 + .entry { margin-top: 0 } .head { break-inside: avoid; break-after: avoid }
.what { font-weight: 600 } p { margin: 2pt 0 0 } ul { margin: 2pt 0 0; padding-left: 13pt } li { margin-top: 1.5pt }
.group { margin: 2pt 0 0 } .place, td.when { color: #36433f }
"""


def resume_page(sheet: Sheet, *, title: str, paper: Paper) -> Html:
    """A whole document for `ports.pdf.render_pdf`."""
    style = Html(f"<style>{LOOK % SIZES[paper]}</style>")
    head = el(
        "head", el("meta", charset="utf-8"), el("title", title), el("meta", name="author", content=sheet.name), style
    )
    body = el(
        "body",
        el("h1", sheet.name) if sheet.name else None,
        el("p", sheet.label, class_="label") if sheet.label else None,
        el("p", _joined(sheet.contacts), class_="contact") if sheet.contacts else None,
        [_section(section) for section in sheet.sections],
    )
    return Html(f"<!doctype html>{escape(el('html', head, body, lang=sheet.language))}")


def _joined(contacts: list[str]) -> list[Html | str]:
    parts: list[Html | str] = []
    for number, contact in enumerate(contacts):
        parts += [*([" | "] if number else []), el("span", contact)]
    return parts


def _section(section: Section) -> list[Html]:
    return [
        el("h2", section.title),
        *(el("p", line) for line in section.prose),
        *(_entry(entry) for entry in section.entries),
        *(_group(group) for group in section.groups),
    ]


def _entry(entry: Entry) -> Html:
    rows = [_row(entry.title, entry.when, "what")]
    if entry.place or entry.where:
        rows.append(_row(entry.place, entry.where, "place"))
    return el(
        "div",
        el("table", rows, class_="head"),
        el("p", entry.url) if entry.url else None,
        [el("p", note) for note in entry.notes],
        el("ul", [el("li", point) for point in entry.points]) if entry.points else None,
        class_="entry",
    )


def _row(left: str, right: str, look: str) -> Html:
    if not right:
        return el("tr", el("td", left, class_=look, colspan=2))
    return el("tr", el("td", left, class_=look), el("td", right, class_="when"))


def _group(group: Group) -> Html:
    if not group.name:
        return el("p", ", ".join(group.words), class_="group")
    if not group.words:
        return el("p", group.name, class_="group")
    return el("p", el("b", f"{group.name}:"), " ", ", ".join(group.words), class_="group")
