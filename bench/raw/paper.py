"""The day as a PDF by WeasyPrint alone: once with everything shared that can be, once as one would write it first.

Content (header "day"): title, purpose, line, foot, figures [[figure, words]], tasks [{title, why, how, minutes,
done, links: [[words, url]]}].
"""

import base64
import time
from functools import cache
from html import escape
from typing import Any

from weasyprint import CSS, HTML  # noqa: TID251
from weasyprint.text.fonts import FontConfiguration  # noqa: TID251

from careercoach.settings import PROJECT

FONTS = PROJECT / "careercoach" / "ports" / "pdf" / "fonts"
LOOK = """
@page { size: A4; margin: 20mm 18mm; @bottom-left { content: string(foot) }
        @bottom-right { content: counter(page) " / " counter(pages) } }
body { font: 10.5pt/1.5 Sans1, sans-serif; color: #13201d }
h1 { font-size: 21pt; margin: 0 } b { font-weight: 600 }
.foot { string-set: foot content(); height: 0; overflow: hidden }
.why, .purpose { color: #4d5b57; font-size: 9.5pt } a { color: #0f6b5f }
"""
TUNED = """
table { width: 100%; table-layout: fixed; border-collapse: collapse; margin-top: 10pt }
td { vertical-align: top; padding: 7pt 8pt 7pt 0; border-bottom: .5pt solid #e3e6e1 }
.mark { width: 18pt } .min { width: 62pt; text-align: right }
.box { display: block; width: 9pt; height: 9pt; border: 1pt solid #5b6965 }
.figure { font-size: 16pt; font-weight: 600 }
"""
NAIVE = """
.row { display: flex; gap: 8pt; padding: 7pt 0; border-bottom: .5pt solid #e3e6e1 } .row .text { flex: 1 }
.box { width: 9pt; height: 9pt; border: 1pt solid #5b6965 } .figures { display: flex; gap: 20pt; margin-top: 10pt }
.figure { font-size: 16pt; font-weight: 600 }
"""


def _faces() -> str:
    faces = ""
    for weight in (400, 600):
        data = base64.b64encode((FONTS / f"inter-{weight}.woff2").read_bytes()).decode()
        faces += f"@font-face{{font-family:Sans1;font-weight:{weight};src:url(data:font/woff2;base64,{data})}}"
    return faces


@cache
def _shared() -> tuple[FontConfiguration, CSS]:
    fonts = FontConfiguration()
    return fonts, CSS(string=_faces() + LOOK + TUNED, font_config=fonts)


def tuned(header: dict[str, Any], _payload: bytes) -> tuple[dict[str, Any], bytes]:
    """Fixed tables, one font configuration, one parsed sheet. Says its own CPU seconds."""
    fonts, sheet = _shared()
    began = time.process_time()
    day = header["day"]
    pdf = HTML(string=_page(day, _table(day), "")).write_pdf(stylesheets=[sheet], font_config=fonts)
    return {"cpu_s": time.process_time() - began}, pdf


def naive(header: dict[str, Any], _payload: bytes) -> tuple[dict[str, Any], bytes]:
    """Style in the document, flex boxes, nothing shared. Says its own CPU seconds."""
    began = time.process_time()
    day = header["day"]
    pdf = HTML(string=_page(day, _flex(day), f"<style>{_faces()}{LOOK}{NAIVE}</style>")).write_pdf()
    return {"cpu_s": time.process_time() - began}, pdf


def _page(day: dict[str, Any], body: str, head: str) -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{escape(day["title"])}</title>{head}</head>'
        f'<body><div class="foot">{escape(day["foot"])}</div><b>CareerCoach</b>'
        f'<p class="purpose">{escape(day["purpose"])}</p><h1>{escape(day["title"])}</h1>'
        f"<p>{escape(day['line'])}</p>{body}</body></html>"
    )


def _words(task: dict[str, Any]) -> str:
    links = " · ".join(f'<a href="{escape(url)}">{escape(words)}</a>' for words, url in task["links"])
    return (
        f'<b>{escape(task["title"])}</b><div class="why">{escape(task["why"])}</div>'
        f"<div>{escape(task['how'])}</div><div>{links}</div>"
    )


def _table(day: dict[str, Any]) -> str:
    rows = "".join(
        f'<tr><td class="mark"><span class="box"></span></td><td>{_words(task)}</td>'
        f'<td class="min">{escape(task["minutes"])}</td></tr>'
        for task in day["tasks"]
    )
    cells = "".join(
        f'<td><div class="figure">{escape(figure)}</div>{escape(words)}</td>' for figure, words in day["figures"]
    )
    return f"<table>{rows}</table><table><tr>{cells}</tr></table>"


def _flex(day: dict[str, Any]) -> str:
    rows = "".join(
        f'<div class="row"><div class="box"></div><div class="text">{_words(task)}</div>'
        f"<div>{escape(task['minutes'])}</div></div>"
        for task in day["tasks"]
    )
    cells = "".join(
        f'<div><div class="figure">{escape(figure)}</div>{escape(words)}</div>' for figure, words in day["figures"]
    )
    return f'{rows}<div class="figures">{cells}</div>'
