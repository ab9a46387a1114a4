"""The sheet as Markdown and as plain text."""

import re

from careercoach.features.resume_builder.rules.sheet import Entry, Section, Sheet

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|])")
_LINE_START = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
WIDE = 3
"""Blanks between a title and its dates in plain text: enough to be read as two things."""


def make_markdown(sheet: Sheet) -> str:
    """For editors and repositories."""
    lines = [f"# {_safe(sheet.name)}"] if sheet.name else []
    lines += [f"**{_safe(sheet.label)}**"] if sheet.label else []
    lines += [" | ".join(_safe(contact) for contact in sheet.contacts)] if sheet.contacts else []
    blocks = ["\n\n".join(lines), *(_markdown_section(section) for section in sheet.sections)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _safe(words: str) -> str:
    """Words as words: no sign of theirs becomes a format, a link or a picture."""
    return _LINE_START.sub(r"\1\\\2", _MARKS.sub(r"\\\1", words))


def _markdown_section(section: Section) -> str:
    parts = [f"## {_safe(section.title)}", *(_safe(line) for line in section.prose)]
    parts += [_markdown_entry(entry) for entry in section.entries]
    if section.groups:
        rows = [
            f"- **{_safe(group.name)}:** {_safe(', '.join(group.words))}" if group.name and group.words
            else f"- {_safe(', '.join(group.words) or group.name)}"
            for group in section.groups
        ]  # fmt: skip
        parts.append("\n".join(rows))
    return "\n\n".join(parts)


def _markdown_entry(entry: Entry) -> str:
    head = " – ".join(filter(None, (f"### {_safe(entry.title)}", _safe(entry.place))))
    about = " | ".join(_safe(word) for word in (entry.when, entry.where, entry.url) if word)
    parts = [head, *([f"*{about}*"] if about else []), *(_safe(note) for note in entry.notes)]
    if entry.points:
        parts.append("\n".join(f"- {_safe(point)}" for point in entry.points))
    return "\n\n".join(parts)


def make_text(sheet: Sheet) -> str:
    """For forms that take nothing but letters."""
    head = [sheet.name, sheet.label, " | ".join(sheet.contacts)]
    blocks = ["\n".join(line for line in head if line), *(_text_section(section) for section in sheet.sections)]
    return "\n\n\n".join(block for block in blocks if block) + "\n"


def _text_section(section: Section) -> str:
    title = section.title.upper()
    groups = [
        f"{group.name}: {', '.join(group.words)}"
        if group.name and group.words
        else ", ".join(group.words) or group.name
        for group in section.groups
    ]
    body = [*section.prose, *(_text_entry(entry) for entry in section.entries)]
    blocks = [*body, *(["\n".join(groups)] if groups else [])]
    return f"{title}\n\n" + "\n\n".join(blocks)


def _text_entry(entry: Entry) -> str:
    gap = " " * WIDE
    lines = [gap.join(filter(None, (entry.title, entry.when))), gap.join(filter(None, (entry.place, entry.where)))]
    lines += [entry.url, *entry.notes, *(f"- {point}" for point in entry.points)]
    return "\n".join(line for line in lines if line)
