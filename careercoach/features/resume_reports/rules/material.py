"""What of a resume is judged: its visible words, in lines, points and entries, each with its place."""

import re
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from careercoach.content.shapes import Role
from careercoach.features.resume_reports.rules.instructions import is_instruction
from careercoach.features.resume_reports.rules.tongues import language_of
from careercoach.features.resume_reports.schemas import Place
from careercoach.features.resumes.schemas import LinePlace, ParsedResume, SkillMention

LEAST_WORDS = 3
"""Fewer words are no statement: "Etc.", a stray heading."""
QUOTE_MOST = 400
_SENTENCE_END = re.compile(r"(?<=[.।。;!])\s+")
SOUGHT = 40
"""Letters by which the beginning of a point is found."""
SILENT = frozenset(
    [
        "summary",
        "skills",
        "education",
        "languages",
        "interests",
        "references",
        "contact",
        "certificates",
        "publications",
    ]
)
"""Sections whose lines tell of no work, even when the reader took them for points of a post."""


@dataclass(frozen=True)
class Point:
    """One thing a person says they did."""

    text: str
    place: Place
    is_prose: bool = False
    """A sentence of running text, not a point of a list."""


@dataclass(frozen=True)
class Entry:
    """One post or school."""

    title: str
    start: str
    end: str
    place: Place


@dataclass
class Material:
    """All that the ten parts look at. Hidden text is in none of it; lines that instruct a program neither."""

    reading: ParsedResume
    role: Role | None
    file_name: str
    size_bytes: int
    language: str = ""
    text: str = ""
    """The reading text, lines that instruct a program blanked; every place unchanged."""
    instructions: list[Place] = field(default_factory=list[Place])
    points: list[Point] = field(default_factory=list[Point])
    posts: list[Entry] = field(default_factory=list[Entry])
    schools: list[Entry] = field(default_factory=list[Entry])

    @property
    def basics(self) -> dict[str, Any]:
        """Name and contacts, as JSON Resume names them."""
        return self.reading.resume.get("basics") or {}

    @cached_property
    def kinds(self) -> set[str]:
        """The kinds of section there are."""
        return {section.kind for section in self.reading.sections}

    @cached_property
    def mentions(self) -> list[SkillMention]:
        """Skills named in what is judged."""
        return [one for one in self.reading.skills if self.text[one.start : one.end].strip()]

    @cached_property
    def listed_skills(self) -> list[str]:
        """The skills of the skills section, as the person writes them."""
        spans = [(section.start, section.end) for section in self.reading.sections if section.kind == "skills"]
        words = [
            self.text[mention.start : mention.end]
            for mention in self.mentions
            if any(start <= mention.start < end for start, end in spans)
        ]
        return list(dict.fromkeys(words))

    @cached_property
    def word_count(self) -> int:
        """Words; of a text without spaces, pairs of characters."""
        if self.language == "zh":
            return sum("\u4e00" <= letter <= "\u9fff" for letter in self.text) // 2
        return len(self.text.split())

    def kind_at(self, start: int) -> str:
        """The kind of section that holds a letter; empty for none."""
        return next((one.kind for one in self.reading.sections if one.start <= start < one.end), "")

    def place(self, start: int, end: int) -> Place:
        """Where letters start..end of the text stand."""
        line = self._line_at(start)
        quote = self.text[start:end][:QUOTE_MOST]
        if line is None:
            return Place(quote=quote, start=start, end=end)
        return Place(quote=quote, start=start, end=end, page=line.page + 1, box=line.box)

    def _line_at(self, start: int) -> LinePlace | None:
        return next((line for line in self.reading.lines if line.start <= start <= line.end), None)


def gather(reading: ParsedResume, *, role: Role | None, file_name: str, size_bytes: int) -> Material:
    """The material of one file."""
    material = Material(reading, role, file_name, size_bytes)
    material.text, spans = _without_instructions(reading.text)
    material.instructions = [
        material.place(start, end).model_copy(update={"quote": reading.text[start:end][:QUOTE_MOST]})
        for start, end in spans
    ]
    material.language = language_of(material.text)
    resume = reading.resume
    material.posts = [_post(material, index, entry) for index, entry in enumerate(resume.get("work") or [])]
    material.schools = [_school(material, index, entry) for index, entry in enumerate(resume.get("education") or [])]
    material.points = _points(material)
    return material


def _without_instructions(text: str) -> tuple[str, list[tuple[int, int]]]:
    spans: list[tuple[int, int]] = []
    lines: list[str] = []
    at = 0
    for line in text.split("\n"):
        told = is_instruction(line)
        if told:
            spans.append((at, at + len(line)))
        lines.append(" " * len(line) if told else line)
        at += len(line) + 1
    return "\n".join(lines), spans


def _points(material: Material) -> list[Point]:
    """The points of posts, projects and volunteering, in the order of the page; without points, the sentences."""
    found: list[Point] = []
    used: set[int] = set()
    for kind in ("work", "projects", "volunteer"):
        for entry in material.reading.resume.get(kind) or []:
            listed = [str(words) for words in entry.get("highlights") or []]
            sentences = [] if listed else _SENTENCE_END.split(str(entry.get("summary") or ""))
            for words in listed or sentences:
                point = _point(material, words, used)
                if point is not None:
                    found.append(point if listed else replace(point, is_prose=True))
    return sorted(found, key=lambda point: point.place.start)


def _point(material: Material, words: str, used: set[int]) -> Point | None:
    words = words.strip()
    if is_instruction(words) or not _says_something(words, material.language):
        return None
    start = _find(material.text, words, used)
    if start is None or material.kind_at(start) in SILENT:
        return None
    if start < 0:
        return Point(words, Place(quote=words[:QUOTE_MOST]))
    used.add(start)
    place = material.place(start, min(start + len(words), len(material.text)))
    return Point(words, place.model_copy(update={"quote": words[:QUOTE_MOST]}))


def _find(text: str, words: str, used: set[int]) -> int | None:
    """Where a point stands; its beginning is enough when it was put together from pieces. -1: nowhere.

    None: everywhere it stands there is a point already. The reader has it twice, the resume has not.
    """
    sought = words if words in text else words[:SOUGHT]
    start = text.find(sought)
    if start < 0:
        return -1
    while start in used:
        start = text.find(sought, start + 1)
    return start if start >= 0 else None


def _says_something(words: str, language: str) -> bool:
    if language == "zh":
        return len(words) >= 2 * LEAST_WORDS
    return len(re.findall(r"[^\W\d_]+", words)) >= LEAST_WORDS


def _post(material: Material, index: int, entry: dict[str, Any]) -> Entry:
    names = [str(entry.get(name) or "") for name in ("position", "name")]
    return _entry(material, f"work[{index}]", names, entry)


def _school(material: Material, index: int, entry: dict[str, Any]) -> Entry:
    names = [str(entry.get(name) or "") for name in ("institution", "studyType")]
    return _entry(material, f"education[{index}]", names, entry)


def _entry(material: Material, path: str, names: list[str], entry: dict[str, Any]) -> Entry:
    sources = [source for source in material.reading.sources if source.path.startswith(f"{path}.")]
    words = ", ".join(name for name in names if name)
    place = Place(quote=words[:QUOTE_MOST])
    if sources:
        first = min(sources, key=lambda source: source.start)
        place = material.place(first.start, first.end).model_copy(update={"quote": words[:QUOTE_MOST]})
    return Entry(words, str(entry.get("startDate") or ""), str(entry.get("endDate") or ""), place)
