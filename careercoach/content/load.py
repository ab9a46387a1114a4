"""Reads the content files into their shapes, once per process."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

from pydantic import ValidationError

from careercoach.content.shapes import Content, Field_, Question, Resource, Role, Skill

Shape = TypeVar("Shape", bound=Content)

FOLDER = Path(__file__).parent


class ContentError(Exception):
    """A data file that does not fit its shape; the message names the file and the entry."""


def read_files(folder: Path, table: str, shape: type[Shape]) -> Mapping[str, Shape]:
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
            slug: str = getattr(item, "slug")
            if slug in found:
                raise ContentError(f"{path.name}: {table} {slug} is defined twice")
            found[slug] = item
    return MappingProxyType(found)


@cache
def skills() -> Mapping[str, Skill]:
    """Every skill by slug."""
    return read_files(FOLDER / "skills", "skill", Skill)


@cache
def roles() -> Mapping[str, Role]:
    """Every role by slug."""
    return read_files(FOLDER / "roles", "role", Role)


@cache
def fields() -> Mapping[str, Field_]:
    """Every field of work by slug."""
    return read_files(FOLDER / "roles", "field", Field_)


@cache
def resources() -> Mapping[str, Resource]:
    """Every learning resource by slug."""
    return read_files(FOLDER / "resources", "resource", Resource)


@cache
def questions() -> Mapping[str, Question]:
    """Every interview question by slug."""
    return read_files(FOLDER / "questions", "question", Question)
