"""Letters: one list of blocks becomes both the HTML and the plain text of a mail, so neither can lag behind.

Single column of 600 px, readable without images, in dark mode and in every mail program.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from careercoach.core.documents.blocks import (
    DARK,
    FONT,
    LIGHT,
    TEXT_WIDTH,
    Block,
    style_of,
    unlinked,
    words_in,
    wrapped,
)
from careercoach.core.documents.html import Html, el
from careercoach.core.texts import known_language, text


@dataclass(frozen=True)
class Letter:
    """Both parts of a mail."""

    html: Html
    text: str


def letter(
    *, title: str, language: str, blocks: Sequence[Block], why: str, preview: str = "", unsubscribe_url: str = ""
) -> Letter:
    """A mail from its blocks. `why`: the line in the foot that says why it came; `preview`: what lists show of it."""
    language = known_language(language)
    stop = text("core.letter_stop", language)
    foot = [words_in("p", why, 13, "ink-3", above=0)]
    if unsubscribe_url:
        words = el("a", stop, href=unsubscribe_url, style=style_of(color=LIGHT["ink-3"]), class_="ink-3")
        foot.append(el("p", words, style=style_of(margin="6px 0 0", font=f"400 13px/1.5 {FONT}")))
    html = _frame(title, language, preview, [block.html() for block in blocks], foot)
    parts = [unlinked(title), "=" * min(len(title), TEXT_WIDTH), ""]
    parts += [f"{block.plain()}\n" for block in blocks]
    parts += ["--", wrapped(why)]
    if unsubscribe_url:
        parts.append(f"{stop}: {unsubscribe_url}")
    return Letter(html=html, text="\n".join(parts) + "\n")


def _frame(title: str, language: str, preview: str, blocks: list[Html], foot: list[Html]) -> Html:
    head = el(
        "head",
        el("meta", charset="utf-8"),
        el("meta", name="viewport", content="width=device-width,initial-scale=1"),
        el("meta", name="color-scheme", content="light dark"),
        el("meta", name="supported-color-schemes", content="light dark"),
        el("title", title),
        Html(f"<style>{_dark_rules()}</style>"),
    )
    hidden = style_of(display="none", max_height="0", overflow="hidden", mso_hide="all")
    brand = el(
        "p", "CareerCoach", class_="accent",
        style=style_of(margin="0 0 20px", font=f"700 15px/1.4 {FONT}", color=LIGHT["accent"]),
    )  # fmt: skip
    card = el(
        "td", brand, words_in("h1", title, 24, "ink", weight=600), blocks, class_="card",
        style=style_of(
            padding="28px 28px 32px", background=LIGHT["surface"], border=f"1px solid {LIGHT['line']}",
            border_radius="12px",
        ),
    )  # fmt: skip
    column = el(
        "table", el("tr", card), el("tr", el("td", foot, style="padding:20px 28px 8px")), role="presentation",
        width=600, cellpadding=0, cellspacing=0, style="width:100%;max-width:600px",
    )  # fmt: skip
    outer = el(
        "table", el("tr", el("td", column, align="center", style="padding:24px 12px")), role="presentation",
        width="100%", cellpadding=0, cellspacing=0, class_="paper", style=f"background:{LIGHT['paper']}",
    )  # fmt: skip
    body = el(
        "body", el("div", unlinked(preview), style=hidden) if preview else None, outer, class_="paper",
        style=f"margin:0;padding:0;background:{LIGHT['paper']}",
    )  # fmt: skip
    return Html(f"<!doctype html>{el('html', head, body, lang=language)}")


def _dark_rules() -> str:
    d = DARK
    rules = [
        f".paper{{background:{d['paper']}!important}}",
        f".card{{background:{d['surface']}!important;border-color:{d['line']}!important}}",
        f".sunken{{background:{d['sunken']}!important}}",
        f".line{{border-color:{d['line']}!important}}",
        *(f".{name}{{color:{d[name]}!important}}" for name in ("ink", "ink-2", "ink-3", "accent")),
        f".button{{background:{d['accent']}!important;color:{d['on-accent']}!important}}",
        f".notice{{background:{d['amber-soft']}!important;color:{d['amber']}!important}}",
    ]
    return ":root{color-scheme:light dark}@media (prefers-color-scheme:dark){" + "".join(rules) + "}"
