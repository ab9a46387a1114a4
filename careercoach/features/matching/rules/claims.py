"""A skill its owner says they have, written into the record so that it counts, and taken out again."""

from typing import Any


def with_skill(record: dict[str, Any], name: str) -> dict[str, Any]:
    """The record with one more skill; unchanged when it stands there by itself already."""
    listed: list[Any] = list(record.get("skills") or [])
    return record if {"name": name} in listed else {**record, "skills": [*listed, {"name": name}]}


def without_skill(record: dict[str, Any], name: str) -> dict[str, Any]:
    """The record without the skill that `with_skill` added; groups the person wrote stay as they are."""
    return {**record, "skills": [entry for entry in record.get("skills") or [] if entry != {"name": name}]}
