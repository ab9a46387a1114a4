"""Resumes as HTML, printed to PDF by WeasyPrint."""

from html import escape
from typing import Any

from tests.resumes_lab.layouts import Layout
from tests.resumes_lab.pieces import (
    Block,
    contact_texts,
    level_of,
    other_blocks,
    school_blocks,
    skill_groups,
    work_blocks,
)
from tests.resumes_lab.words import title_of

Json = dict[str, Any]
DOTS = ("●●●●○", "●●●○○", "●●●●●")


def make_html(resume: Json, layout: Layout, language: str, variant: int = 0) -> str:
    """The page as HTML."""
    sections = {kind: _section(kind, resume, layout, language, variant) for kind in layout.order if kind != "|"}
    head = _head(resume, layout)
    if "|" in layout.order:
        cut = layout.order.index("|")
        side = "".join(sections[kind] for kind in layout.order[:cut])
        main = "".join(sections[kind] for kind in layout.order[cut + 1 :])
        body = _columns(layout, head, side, main)
    else:
        body = head + "".join(sections.values()) if layout.head != "last" else "".join(sections.values()) + head
    return f"<html><head><meta charset='utf-8'><style>{_style(layout)}</style></head><body>{body}</body></html>"


def _columns(layout: Layout, head: str, side: str, main: str) -> str:
    if layout.head == "banner":
        side, top = side, head
    elif layout.head == "last":
        main, top = head + main, ""
    else:
        top = head
    cells = (f"<td class='side'>{side}</td>", f"<td class='main'>{main}</td>")
    if layout.frame == "right":
        cells = cells[::-1]
    return f"{top}<table class='frame'><tr>{cells[0]}{cells[1]}</tr></table>"


def _style(layout: Layout) -> str:
    dark = layout.head == "banner" and layout.frame == "left"
    titles = {
        "upper": "text-transform:uppercase;font-weight:bold;border-bottom:1px solid #000",
        "plain": "font-weight:bold",
        "rule": "border-bottom:1px solid #888;font-weight:bold",
        "spaced": "text-transform:uppercase;letter-spacing:.4em;font-weight:normal",
        "colour": "color:#2a6ebb;font-weight:bold",
        "numbered": "font-weight:bold",
    }[layout.titles]
    return f"""
    @page {{ size: A4; margin: 16mm 15mm }}
    body {{ font-family: '{layout.font}','Noto Sans CJK SC','Noto Sans Devanagari','Lohit Devanagari',sans-serif; font-size: {layout.size}pt; line-height: 1.35 }}
    h1 {{ font-size: 2.2em; margin: 0; {"text-align:center" if layout.head == "centre" else ""} }}
    h2 {{ font-size: 1.3em; margin: 1em 0 .35em; {titles} }}
    p, ul {{ margin: .15em 0 }} ul {{ padding-left: 1.4em }}
    .contact {{ {"text-align:center" if layout.head == "centre" else ""} }}
    .row {{ width: 100%; border-collapse: collapse }} .row td {{ padding: 0; vertical-align: top }} .row .r {{ text-align: right; white-space: nowrap; padding-left: 1em }}
    .entry {{ margin-bottom: .7em }} .dated td {{ vertical-align: top; padding: 0 }} .dated .d {{ width: 9em; padding-right: 1em }}
    .frame {{ width: 100%; border-collapse: collapse; margin-top: .8em }} .frame > tr > td, td.side, td.main {{ vertical-align: top }}
    td.side {{ width: 32%; {"background:#22384f;color:#fff;" if dark else ""} padding: 0 1.4em 0 {".8em" if dark else "0"} }} td.main {{ padding-left: {"1.2em" if layout.frame == "left" else "0"} }}
    {"td.side { padding-left: 1.6em; padding-right: 0 }" if layout.frame == "right" else ""}
    .tag {{ display: inline-block; border: 1px solid #aaa; border-radius: 4px; padding: 1px 6px; margin: 2px 6px 2px 0 }}
    .margin td {{ vertical-align: top; padding: 0 }} .margin .t {{ width: 24% }}
    .b {{ font-weight: bold }} .i {{ font-style: italic }}
    """


def _head(resume: Json, layout: Layout) -> str:
    basics = resume["basics"]
    name, label = f"<h1>{escape(basics['name'])}</h1>", f"<p class='contact'>{escape(basics['label'])}</p>"
    contacts = [escape(text) for text in contact_texts(resume)]
    if layout.head == "labels":
        rows = "".join(
            f"<tr><td class='t'>{word}</td><td>{text}</td></tr>"
            for word, text in zip(("E-mail", "Phone", "Address", "Web", "Web", "Web"), contacts, strict=False)
        )
        return f"{name}<table class='margin' style='width:100%'>{rows}</table>"
    if "contact" in layout.order:
        return name + label
    if layout.head == "lines":
        return name + label + "".join(f"<p>{text}</p>" for text in contacts)
    mark = " | " if layout.head == "centre" else " • "
    return f"{name}{label}<p class='contact'>{mark.join(contacts)}</p>"


def _section(kind: str, resume: Json, layout: Layout, language: str, variant: int) -> str:
    body = _body(kind, resume, layout, language)
    if not body:
        return ""
    title = escape(title_of(kind, language, variant))
    if layout.titles == "numbered":
        title = f"{layout.order.index(kind) + 1}. {title}"
    if layout.frame == "margin":
        return f"<table class='margin' style='width:100%;margin-top:.8em'><tr><td class='t'><div class='b' style='color:#2a6ebb'>{title}</div></td><td>{body}</td></tr></table>"
    return f"<h2>{title}</h2>{body}"


def _body(kind: str, resume: Json, layout: Layout, language: str) -> str:
    if kind == "summary":
        text = resume["basics"].get("summary", "")
        return f"<p>{escape(text)}</p>" if text else ""
    if kind == "contact":
        return "".join(f"<p>{escape(text)}</p>" for text in contact_texts(resume))
    if kind == "skills":
        return _skills(resume, layout, language)
    if kind == "languages":
        return "".join(
            f"<p>{escape(entry['language'])} ({escape(entry['fluency'])})</p>" for entry in resume["languages"]
        )
    if kind in ("work", "education"):
        blocks = (work_blocks if kind == "work" else school_blocks)(resume, layout, language)
        return "".join(_entry(block, layout) for block in blocks)
    return "".join(_entry(block, layout) for block in other_blocks(resume, kind, layout, language))


def _entry(block: Block, layout: Layout) -> str:
    lines: list[str] = []
    for number, (left, right) in enumerate(block.lines):
        look = "b" if number == 0 else "i"
        cell = f"<span class='{look}'>{escape(left)}</span>"
        lines.append(
            f"<table class='row'><tr><td>{cell}</td><td class='r'>{escape(right)}</td></tr></table>"
            if right
            else f"<div>{cell}</div>"
        )
    if block.prose:
        lines.append(f"<p>{escape(block.prose)}</p>")
    if block.points:
        if layout.bullets == "disc":
            lines.append("<ul>" + "".join(f"<li>{escape(point)}</li>" for point in block.points) + "</ul>")
        elif layout.bullets == "dash":
            lines.append("".join(f"<p>- {escape(point)}</p>" for point in block.points))
        else:
            lines.append(f"<p>{escape('. '.join(block.points))}.</p>")
    body = "".join(lines)
    if block.date_left:
        return f"<table class='dated entry' style='width:100%'><tr><td class='d'>{escape(block.date_left)}</td><td>{body}</td></tr></table>"
    return f"<div class='entry'>{body}</div>"


def _skills(resume: Json, layout: Layout, language: str) -> str:
    groups = [(escape(name), [escape(word) for word in words]) for name, words in skill_groups(resume)]
    flat = [word for _, words in groups for word in words]
    form = layout.skills
    if form == "commas":
        return f"<p>{', '.join(flat)}</p>"
    if form == "tags":
        return "<p>" + "".join(f"<span class='tag'>{word}</span>" for word in flat) + "</p>"
    if form == "list":
        return "<ul>" + "".join(f"<li>{word}</li>" for word in flat) + "</ul>"
    if form == "lines":
        return "".join(f"<p>{word}</p>" for word in flat)
    if form in ("levels", "percent", "dots", "bars"):
        return "".join(_rated(word, number, form, language) for number, word in enumerate(flat))
    if form == "columns":
        cells = "".join(
            f"<td style='vertical-align:top'><b>{name}</b>" + "".join(f"<div>{word}</div>" for word in words) + "</td>"
            for name, words in groups
        )
        return f"<table style='width:100%'><tr>{cells}</tr></table>"
    if form == "table":
        rows = "".join(f"<tr><td class='t'>{name}</td><td>{', '.join(words)}</td></tr>" for name, words in groups)
        return f"<table class='margin' style='width:100%'>{rows}</table>"
    return "".join(
        f"<p><b>{name}:</b> {', '.join(words)}</p>" if name else f"<p>{', '.join(words)}</p>" for name, words in groups
    )


def _rated(word: str, number: int, form: str, language: str) -> str:
    if form == "bars":
        return f"<p>{word}</p><div style='height:4px;width:{50 + 10 * (number % 5)}%;background:#2a6ebb'></div>"
    rating = {"levels": level_of(number, language), "percent": f"{95 - 7 * (number % 6)}%", "dots": DOTS[number % 3]}[
        form
    ]
    return f"<table class='row'><tr><td>{word}</td><td class='r'>{rating}</td></tr></table>"


def print_pdf(html: str) -> bytes:
    """The page as PDF."""
    import weasyprint  # noqa: TID251 (prints the generated resumes)

    return weasyprint.HTML(string=html).write_pdf() or b""
