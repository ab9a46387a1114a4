"""The rows of the open palette, in the language of the page. No Reflex here."""

from dataclasses import dataclass
from functools import cache
from urllib.parse import quote

from careercoach.core.texts import text
from careercoach.ui.components.icons import paths
from careercoach.ui.palette.entries import GROUPS, Entry
from careercoach.ui.palette.finding import find, known_in


@dataclass(frozen=True, slots=True)
class Row:
    """One line. `kind` and `target` tell what it does (see `Entry.act`); `group` is said where all stand mixed."""

    name: str
    icon: str
    words: str
    kind: str
    target: str
    group: str


@dataclass(frozen=True, slots=True)
class Group:
    """Rows under a heading; without words when they are what was found."""

    name: str
    words: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class Found:
    """What is shown for the typed words, and what is said about it."""

    groups: list[Group]
    said: str
    is_nothing: bool


def look_up(words: str, *, language: str, theme: str, is_admin: bool) -> Found:
    """What somebody may do, found by `words`; all of it in groups when there are none."""
    asked = words.strip()
    offered = [
        known
        for known in known_in(language)
        if (is_admin or known.entry.group != "admin")
        and known.entry.act not in (("language", language), ("theme", theme))
    ]
    found = find(offered, asked)
    if not asked:
        return Found(_grouped(found, language), said="", is_nothing=False)
    rows = [*(_row(entry, language, is_mixed=True) for entry in found), *_further(asked, language)]
    return Found([Group("found", "", rows)], said=_count(len(found), language), is_nothing=not found)


def _grouped(found: list[Entry], language: str) -> list[Group]:
    groups = {name: [entry for entry in found if entry.group == name] for name in GROUPS}
    return [
        Group(
            name, text(f"palette.group.{name}", language), [_row(entry, language, is_mixed=False) for entry in inside]
        )
        for name, inside in groups.items()
        if inside
    ]


@cache
def _row(entry: Entry, language: str, *, is_mixed: bool) -> Row:
    """One for all who see it."""
    group = text(f"palette.group.{entry.group}", language) if is_mixed else ""
    return Row(entry.name, paths()[entry.icon], entry.said(language)["label"], *entry.act, group)


def _further(asked: str, language: str) -> list[Row]:
    """The catalogue goes on with whatever was typed."""
    return [
        Row(
            name=f"search-{place}",
            icon=paths()["search"],
            words=text(f"palette.search_{place}", language, query=asked),
            kind="to",
            target=f"/{place}?q={quote(asked, safe='')}",
            group="",
        )
        for place in ("skills", "roles")
    ]


def act_of(name: str) -> tuple[str, str]:
    """What an entry does; two empty words when there is none of that name."""
    return next((known.entry.act for known in known_in("en") if known.entry.name == name), ("", ""))


def _count(n: int, language: str) -> str:
    if not n:
        return text("palette.nothing", language)
    return text(f"palette.count.{'one' if n == 1 else 'other'}", language, n=n)
