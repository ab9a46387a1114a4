"""Resume data as plain pieces, the same for every maker: head lines, entries with their texts in print order."""

from dataclasses import dataclass, field
from typing import Any

from tests.resumes_lab.layouts import Layout
from tests.resumes_lab.words import FIELDS, LEVELS, period_text

Json = dict[str, Any]


@dataclass
class Block:
    """One entry as printed: lines of (left, right) texts, bold first; then prose and list points."""

    lines: list[tuple[str, str]] = field(default_factory=list[tuple[str, str]])
    date_left: str = ""
    prose: str = ""
    points: list[str] = field(default_factory=list[str])


def work_blocks(resume: Json, layout: Layout, language: str) -> list[Block]:
    """The posts as printed."""
    blocks: list[Block] = []
    before = ""
    for post in resume["work"]:
        block = _entry(
            layout,
            language,
            post["position"],
            post["name"],
            post["location"],
            period_text(post, layout.form, language),
            before,
        )
        block.prose = post.get("summary", "")
        block.points = post["highlights"]
        blocks.append(block)
        before = post["name"]
    return blocks


def _entry(
    layout: Layout, language: str, title: str, employer: str, place: str, period: str, before: str = ""
) -> Block:
    one_line = {
        "comma": f"{title}, {employer}", "comma_back": f"{employer}, {title}", "at": f"{title} at {employer}",
        "dash": f"{employer} — {title}, {place}", "pipe": f"{title} | {employer}",
    }  # fmt: skip
    if layout.entry == "fields":
        texts = (period, employer, place, title)
        return Block([(f"{name}: {text}", "") for name, text in zip(FIELDS[language], texts, strict=True)])
    if layout.entry in one_line:
        lines = [(one_line[layout.entry], "")]
    elif layout.entry == "employer":
        lines = [(employer, place), (title, "")]
    elif layout.entry == "grouped":
        lines = [(title, "")] if before == employer else [(employer, ""), (title, "")]
    elif layout.entry == "date_first":
        lines = [(f"{employer}, {place}", ""), (title, "")]
    else:
        lines = [(title, ""), (f"{employer}, {place}", "")]
    return _with_dates(layout, lines, period)


def _with_dates(layout: Layout, lines: list[tuple[str, str]], period: str) -> Block:
    if layout.dates == "left":
        return Block(lines, date_left=period)
    if layout.dates == "right":
        row = 1 if layout.entry == "employer" and len(lines) > 1 else 0
        if layout.entry == "grouped":
            row = len(lines) - 1
        lines[row] = (lines[row][0], period)
    elif layout.dates == "inline":
        mark = " | " if layout.entry == "pipe" else " "
        lines[-1] = (f"{lines[-1][0]}{mark}{period if mark != ' ' else f'({period})'}", lines[-1][1])
    elif layout.dates == "above":
        lines.insert(0, (period, ""))
    else:
        lines.append((period, ""))
    return Block(lines)


def school_blocks(resume: Json, layout: Layout, language: str) -> list[Block]:
    """The schools as printed."""
    blocks: list[Block] = []
    for entry in resume["education"]:
        degree = f"{entry['studyType']}, {entry['area']}" if entry["area"] else entry["studyType"]
        period = period_text(entry, layout.form, language)
        if layout.school == "comma":
            lines = [(f"{degree}, {entry['institution']}", "")]
        elif layout.school == "degree":
            lines = [(degree, ""), (entry["institution"], "")]
        else:
            lines = [(entry["institution"], ""), (degree, "")]
        if layout.dates == "left":
            blocks.append(Block(lines, date_left=period))
        elif layout.dates in ("right", "inline"):
            lines[0] = (lines[0][0], period) if layout.dates == "right" else (f"{lines[0][0]} ({period})", "")
            blocks.append(Block(lines))
        else:
            lines.insert(0 if layout.dates == "above" else len(lines), (period, ""))
            blocks.append(Block(lines))
    return blocks


def skill_groups(resume: Json) -> list[tuple[str, list[str]]]:
    """Groups by name; ungrouped skills under an empty name."""
    groups: list[tuple[str, list[str]]] = []
    for skill in resume["skills"]:
        if skill["keywords"]:
            groups.append((skill["name"], skill["keywords"]))
        elif groups and not groups[0][0]:
            groups[0][1].append(skill["name"])
        else:
            groups.append(("", [skill["name"]]))
    return groups


def level_of(number: int, language: str) -> str:
    """A level word, in turn."""
    return LEVELS[language][number % len(LEVELS[language])]


def contact_texts(resume: Json) -> list[str]:
    """E-mail, phone, place, addresses on the web."""
    basics = resume["basics"]
    place = ", ".join(filter(None, (basics["location"]["city"], basics["location"]["region"])))
    urls = [profile["url"].removeprefix("https://") for profile in basics["profiles"]]
    return [basics["email"], basics["phone"], place, *([basics["url"]] if basics.get("url") else []), *urls]


def other_blocks(resume: Json, kind: str, layout: Layout, language: str) -> list[Block]:
    """Projects, volunteering, awards, certificates as printed."""
    blocks: list[Block] = []
    for entry in resume.get(kind, []):
        if kind == "projects":
            blocks.append(
                Block(
                    [(entry["name"], period_text(entry, layout.form, language))],
                    prose=entry["description"],
                    points=entry["highlights"],
                )
            )
        elif kind == "volunteer":
            block = _entry(
                layout,
                language,
                entry["position"],
                entry["organization"],
                "",
                period_text(entry, layout.form, language),
            )
            block.points = entry["highlights"]
            blocks.append(block)
        elif kind == "awards":
            blocks.append(Block([(f"{entry['title']}, {entry['awarder']}", entry["date"][:4])]))
        else:
            blocks.append(Block([(f"{entry['name']}, {entry['issuer']}", entry["date"][:4])]))
    return blocks
