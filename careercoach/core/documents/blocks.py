"""The parts of a letter. Each writes itself as HTML with its styles inline, and as plain text.

Words that look like an address are kept from becoming a link by themselves; links come from a `url`.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from careercoach.core.documents.html import Html, el, escape
from careercoach.core.urls import safe_url

# Of assets/styles/tokens.css, both modes; a test compares them.
LIGHT = {
    "paper": "#fafaf8", "surface": "#ffffff", "sunken": "#f3f4f1", "line": "#e3e6e1", "ink": "#13201d",
    "ink-2": "#4d5b57", "ink-3": "#5b6965", "accent": "#0f6b5f", "on-accent": "#ffffff",
    "amber-soft": "#fdf1dc", "amber": "#9a5b00",
}  # fmt: skip
DARK = {
    "paper": "#0d1312", "surface": "#141c1a", "sunken": "#101716", "line": "#24302d", "ink": "#ecf2f0",
    "ink-2": "#a9b8b3", "ink-3": "#8b9b96", "accent": "#4fd1b8", "on-accent": "#06211c",
    "amber-soft": "#33260d", "amber": "#f6c26b",
}  # fmt: skip
FONT = "Inter,'Noto Sans Devanagari',-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif"
TEXT_WIDTH = 72
_STOPS = re.compile(r"(?<=\w)([.@](?=\w))|(:)(?=//)|(?<=/)(/)(?=\w)")
_ZWNJ = "\u200c"
_JOINERS = "\u200c\u200d"  # invisible, yet part of the spelling of Hindi words


class Block(Protocol):
    """A part of a letter, in both forms."""

    def html(self) -> Html: ...

    def plain(self) -> str: ...


def one_line(words: str, limit: int = 200) -> str:
    """What a person wrote, fit for a subject or a greeting: no breaks, controls or invisible marks, cut to `limit`."""
    seen = (letter for letter in words if unicodedata.category(letter) != "Cf" or letter in _JOINERS)
    joined = " ".join("".join(" " if _breaks(letter) else letter for letter in seen).split())
    return joined if len(joined) <= limit else joined[: limit - 1].rstrip() + "…"


def _breaks(letter: str) -> bool:
    return unicodedata.category(letter) in ("Cc", "Zl", "Zp", "Cs")


def unlinked(words: str) -> str:
    """The words with an invisible break in everything that mail programs would turn into a link by themselves."""
    return _STOPS.sub(lambda found: f"{found.group(0)}{_ZWNJ}", words)


def style_of(**rules: str) -> str:
    return ";".join(f"{name.replace('_', '-')}:{value}" for name, value in rules.items())


def words_in(
    tag: str, words: str, size: int, colour: str, *, above: int = 0, weight: int = 400, wraps: bool = True
) -> Html:
    """Text of one size and colour; the class lets the dark rules find it."""
    style = style_of(
        margin=f"{above}px 0 0", font=f"{weight} {size}px/1.5 {FONT}", color=LIGHT[colour],
        **({"word_break": "break-word"} if wraps else {"white_space": "nowrap"}),
    )  # fmt: skip
    return el(tag, unlinked(words), style=style, class_=colour)


@dataclass(frozen=True)
class Paragraph:
    words: str
    quiet: bool = False

    def html(self) -> Html:
        return words_in("p", self.words, 14 if self.quiet else 16, "ink-2" if self.quiet else "ink", above=16)

    def plain(self) -> str:
        return wrapped(self.words)


@dataclass(frozen=True)
class Heading:
    words: str

    def html(self) -> Html:
        return words_in("h2", self.words, 18, "ink", above=28, weight=600)

    def plain(self) -> str:
        return f"{unlinked(self.words)}\n{'-' * min(len(self.words), TEXT_WIDTH)}"


@dataclass(frozen=True)
class Button:
    """The one thing to do. `url` is ours; the words are."""

    words: str
    url: str

    def html(self) -> Html:
        style = style_of(
            display="inline-block", padding="13px 22px", border_radius="10px", background=LIGHT["accent"],
            color=LIGHT["on-accent"], font=f"600 16px/1.25 {FONT}", text_decoration="none",
        )  # fmt: skip
        return el("p", el("a", self.words, href=self.url, style=style, class_="button"), style="margin:24px 0 8px")

    def plain(self) -> str:
        return f"{self.words}:\n{self.url}"


@dataclass(frozen=True)
class Item:
    """One line of a list: what, why, how long, and where (only addresses that we would open)."""

    title: str
    detail: str = ""
    aside: str = ""
    url: str = ""


@dataclass(frozen=True)
class Items:
    """Things in order: tasks of a day, advice."""

    items: Sequence[Item]
    numbered: bool = True

    def html(self) -> Html:
        rows = [self._row(number, item) for number, item in enumerate(self.items, start=1)]
        style = style_of(margin_top="16px", border_collapse="collapse", width="100%")
        return el("table", rows, role="presentation", width="100%", cellpadding=0, cellspacing=0, style=style)

    def _row(self, number: int, item: Item) -> Html:
        line = style_of(border_top=f"1px solid {LIGHT['line']}", padding="12px 0", vertical_align="top")
        mark = el("td", words_in("div", f"{number}", 15, "accent", weight=600), width=28, style=line, class_="line")
        title = escape(unlinked(item.title))
        if good := safe_url(item.url):
            title = el("a", title, href=good, style=style_of(color=LIGHT["accent"]), class_="accent")
        named = el("div", title, style=style_of(font=f"600 16px/1.4 {FONT}", color=LIGHT["ink"]), class_="ink")
        detail = words_in("div", item.detail, 14, "ink-2", above=2) if item.detail else None
        aside = el(
            "td",
            words_in("div", item.aside, 14, "ink-3", wraps=False),
            align="right",
            width=64,
            style=line,
            class_="line",
        )
        return el("tr", mark if self.numbered else None, el("td", named, detail, style=line, class_="line"), aside)

    def plain(self) -> str:
        lines: list[str] = []
        for number, item in enumerate(self.items, start=1):
            lead = f"{number}. " if self.numbered else "* "
            lines.append(f"{lead}{unlinked(item.title)}{f' ({unlinked(item.aside)})' if item.aside else ''}")
            lines += [f"   {part}" for part in wrapped(item.detail, TEXT_WIDTH - 3).split("\n") if part]
            if good := safe_url(item.url):
                lines.append(f"   {good}")
        return "\n".join(lines)


@dataclass(frozen=True)
class Figures:
    """Up to four figures side by side: (figure, what it counts)."""

    pairs: Sequence[tuple[str, str]]

    def html(self) -> Html:
        cells = [
            el(
                "td",
                words_in("div", figure, 20, "ink", weight=600, wraps=False),
                words_in("div", words, 13, "ink-3"),
                style=style_of(padding="14px 8px 14px 16px", vertical_align="top"),
            )
            for figure, words in self.pairs
        ]
        style = style_of(margin_top="20px", background=LIGHT["sunken"], border_radius="10px", width="100%")
        return el(
            "table", el("tr", cells), role="presentation", width="100%", cellpadding=0, cellspacing=0,
            style=style, class_="sunken",
        )  # fmt: skip

    def plain(self) -> str:
        return "\n".join(unlinked(f"{words}: {figure}") for figure, words in self.pairs)


@dataclass(frozen=True)
class Notice:
    """A sentence that must not be missed."""

    words: str

    def html(self) -> Html:
        style = style_of(
            margin="20px 0 0", padding="12px 16px", border_radius="8px", background=LIGHT["amber-soft"],
            color=LIGHT["amber"], font=f"500 15px/1.5 {FONT}",
        )  # fmt: skip
        return el("p", unlinked(self.words), style=style, class_="notice")

    def plain(self) -> str:
        return wrapped(f"! {self.words}")


@dataclass(frozen=True)
class Quote:
    """Somebody's own words."""

    words: str

    def html(self) -> Html:
        style = style_of(
            margin="16px 0 0", padding="2px 0 2px 14px", border_left=f"3px solid {LIGHT['line']}",
            color=LIGHT["ink-2"], font=f"400 15px/1.5 {FONT}",
        )  # fmt: skip
        return el("blockquote", unlinked(self.words), style=style, class_="ink-2 line")

    def plain(self) -> str:
        return "\n".join(f"> {line}" for line in wrapped(self.words, TEXT_WIDTH - 2).split("\n"))


def wrapped(words: str, width: int = TEXT_WIDTH) -> str:
    """Lines of at most `width` letters, each paragraph by itself. A long word stays whole."""
    lines: list[str] = []
    for paragraph in unlinked(words).split("\n"):
        line = ""
        for word in paragraph.split():
            if line and len(line) + 1 + len(word) > width:
                lines.append(line)
                line = word
            else:
                line = f"{line} {word}".strip()
        lines.append(line)
    return "\n".join(lines)
