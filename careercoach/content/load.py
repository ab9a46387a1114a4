"""Reads the content files into their shapes, once per process.

The files are checked in full when they changed; otherwise the checked entries come from the kept copy
(`compiled.py`) and each becomes an object when it is first asked for.
"""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import ValidationError

from careercoach.content.compiled import recall
from careercoach.content.shapes import AuditPerson, AuditSwap, Content, Field_, Question, Resource, Role, Skill

Shape = TypeVar("Shape", bound=Content)

FOLDER = Path(__file__).parent


class ContentError(Exception):
    """A data file that does not fit its shape; the message names the file and the entry."""


class Entries(Mapping[str, Shape], Generic[Shape]):
    """Read-only entries by slug; an entry is made from its checked raw form when first read."""

    def __init__(self, shape: type[Shape], raw: Mapping[str, Any]) -> None:
        self._shape = shape
        self._raw = raw
        self._made: dict[str, Shape] = {}

    def __getitem__(self, slug: str) -> Shape:
        made = self._made.get(slug)
        if made is None:
            made = self._made[slug] = self._shape.model_validate(self._raw[slug])
        return made

    def __iter__(self) -> Iterator[str]:
        return iter(self._raw)

    def __len__(self) -> int:
        return len(self._raw)

    def __contains__(self, slug: object) -> bool:
        return slug in self._raw


def read_files(folder: Path, table: str, shape: type[Shape]) -> dict[str, Shape]:
    """All `[[table]]` entries of the TOML files under `folder`, by slug. Raises ContentError."""
    found: dict[str, Shape] = {}
    for path in sorted(folder.rglob("*.toml")):
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8")).get(table, [])
        except tomllib.TOMLDecodeError as error:
            raise ContentError(f"{path.name}: {error}") from error
        for entry in entries:
            try:
                item = shape.model_validate(entry)
            except ValidationError as error:
                raise ContentError(f"{path.name}: {entry.get('slug', '?')}: {error}") from error
            slug: str = entry["slug"]
            if slug in found:
                raise ContentError(f"{path.name}: {table} {slug} is defined twice")
            found[slug] = item
    return found


@cache
def _raw(folder: str, table: str, shape: type[Content]) -> Mapping[str, Any]:
    def build() -> dict[str, Any]:
        checked = read_files(FOLDER / folder, table, shape)
        return {slug: item.model_dump(mode="json", exclude_defaults=True) for slug, item in checked.items()}

    return recall(f"{folder}-{table}", (folder,), build)


def _entries(folder: str, table: str, shape: type[Shape]) -> Mapping[str, Shape]:
    return Entries(shape, _raw(folder, table, shape))


@cache
def skills() -> Mapping[str, Skill]:
    """Every skill by slug."""
    return _entries("skills", "skill", Skill)


def raw_skills() -> Mapping[str, Any]:
    """Every skill by slug as a plain mapping, for who reads all of them at once."""
    return _raw("skills", "skill", Skill)


@cache
def roles() -> Mapping[str, Role]:
    """Every role by slug."""
    return _entries("roles", "role", Role)


@cache
def fields() -> Mapping[str, Field_]:
    """Every field of work by slug."""
    return _entries("roles", "field", Field_)


@cache
def resources() -> Mapping[str, Resource]:
    """Every learning resource by slug."""
    return _entries("resources", "resource", Resource)


@cache
def questions() -> Mapping[str, Question]:
    """Every interview question by slug."""
    return _entries("questions", "question", Question)


@cache
def audit_people() -> Mapping[str, AuditPerson]:
    """The made-up people of the fairness audit by slug."""
    return _entries("fairness", "person", AuditPerson)


@cache
def audit_swaps() -> Mapping[str, AuditSwap]:
    """What the fairness audit changes about them, by slug."""
    return _entries("fairness", "swap", AuditSwap)
