"""What the reader finds in one file, as plain values.

They stand apart from `schemas` because the command line reads a resume without loading Pydantic.
"""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]


@dataclass(slots=True)
class FieldSource:
    """Where one field was read: a path such as `work[0].position`, and its place on the page and in the text."""

    path: str
    confidence: float
    """0..1: how sure the reader is."""
    page: int
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in points of that page."""
    start: int
    end: int
    """Letters start..end of `ParsedResume.text`."""


@dataclass(slots=True)
class HiddenText:
    """Text in the file that a reader of the page does not see; it is never scored."""

    text: str
    reason: str
    """invisible, background (the colour of the paper), tiny or outside (of the page)."""
    page: int


@dataclass(slots=True)
class SectionSpan:
    """One section in the reading text."""

    kind: str
    title: str
    start: int
    end: int


@dataclass(slots=True)
class SkillMention:
    """A skill of the catalogue named in the text."""

    slug: str
    name: str
    start: int
    end: int


@dataclass(slots=True)
class LinePlace:
    """Where one line of the reading text stands in the file."""

    start: int
    end: int
    """Letters start..end of `ParsedResume.text`."""
    page: int
    box: tuple[float, float, float, float]
    """Left, top, right, bottom in points of that page."""


@dataclass(slots=True)
class PageLook:
    """What of a page makes it easy or hard for machines."""

    width: float
    height: float
    """Points."""
    columns: int = 1
    """Texts that stand side by side."""
    disorder: float = 0.0
    """0..1: the share of lines that the file keeps in another order than a person reads them."""
    is_picture: bool = False
    """Something is drawn on it, but there is no text."""


@dataclass(slots=True)
class ParsedResume:
    """All that was read from one file."""

    resume: Json
    """JSON Resume 1.0."""
    text: str
    """What a reader sees, in reading order, one row a line."""
    kind: str
    pages: int
    sources: list[FieldSource] = field(default_factory=list[FieldSource])
    sections: list[SectionSpan] = field(default_factory=list[SectionSpan])
    skills: list[SkillMention] = field(default_factory=list[SkillMention])
    hidden: list[HiddenText] = field(default_factory=list[HiddenText])
    unmapped: int = 0
    """Letters whose font does not say which they are."""
    lines: list[LinePlace] = field(default_factory=list[LinePlace])
    looks: list[PageLook] = field(default_factory=list[PageLook])
    """One for each page that was read; empty in readings kept by older versions."""

    def as_json_resume(self) -> Json:
        """JSON Resume with the recognised skills as `x-skills`, each by its usual name once."""
        return {**self.resume, "x-skills": list(dict.fromkeys(skill.name for skill in self.skills))}
