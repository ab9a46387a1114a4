"""What the catalogue shows of the content: skills and roles as rows of a list, and each on a page of its own."""

from typing import Literal

from pydantic import BaseModel

from careercoach.content.shapes import Level, Words

Kind = Literal["technical", "tool", "domain", "soft", "language", "certificate"]


class Choice(BaseModel):
    """A category of skills or a field of work, with how many entries it has."""

    slug: str
    name: Words
    count: int


class SkillRow(BaseModel):
    """A skill in a list."""

    slug: str
    name: Words
    category: Words
    found_as: str = ""
    """The other name that the searched words were found in; empty when its own name holds them."""


class SkillList(BaseModel):
    """The first skills of all that fit."""

    rows: list[SkillRow]
    total: int


class Tie(BaseModel):
    """Another skill this one is tied to. `percent`: how much the one counts for the other, 0 where that says nothing."""

    slug: str
    name: Words
    percent: int = 0


class RoleTie(BaseModel):
    """A role that asks for a skill."""

    slug: str
    title: Words
    level: Level
    is_critical: bool


class ResourceRow(BaseModel):
    """Something to learn the skill from."""

    title: str
    provider: str
    url: str
    format: str
    level: Level
    price: str
    language: str
    minutes: int
    """Honest time to go through it once."""
    hours: int = 0
    """The same in whole hours, for what takes two or more."""


class SkillPage(BaseModel):
    """Everything known about a skill."""

    slug: str
    name: Words
    aliases: list[str]
    category: Words
    kind: Kind
    basic_hours: int
    working_hours: int
    strong_hours: int
    needs_context: bool
    """Its name is also a plain word: it counts only beside related words."""
    parents: list[Tie]
    children: list[Tie]
    implies: list[Tie]
    """Whoever has this skill has these, so far."""
    related: list[Tie]
    first: list[Tie]
    """What to learn before it."""
    opens: list[Tie]
    """What builds on it."""
    roles: list[RoleTie]
    resources: list[ResourceRow]


class RoleRow(BaseModel):
    """A role in a list."""

    slug: str
    title: Words
    field: Words
    summary: Words


class RoleList(BaseModel):
    """All roles that fit."""

    rows: list[RoleRow]
    total: int


class NeedRow(BaseModel):
    """A skill a role asks for. `weight` is 1..5."""

    slug: str
    name: Words
    level: Level
    weight: int


class Rung(BaseModel):
    """One step of the ladder: the title and the years after which it is usual."""

    title: str
    years: int


class RolePage(BaseModel):
    """Everything known about a role."""

    slug: str
    title: Words
    field: Words
    summary: Words
    synonyms: list[str]
    critical: list[NeedRow]
    preferred: list[NeedRow]
    ladder: list[Rung]
    certificates: list[str]
    education: str
    min_years: int
