"""A reading on its way between the worker that made it, the app and the database."""

from typing import Any

from pydantic import TypeAdapter

from careercoach.features.resumes.parsed import ParsedResume

_READING: TypeAdapter[ParsedResume] = TypeAdapter(ParsedResume)


def pack(parsed: ParsedResume) -> bytes:
    """A reading as JSON."""
    return _READING.dump_json(parsed)


def unpack(reading: bytes) -> ParsedResume:
    """A reading from its JSON. Raises ValueError."""
    return _READING.validate_json(reading)


def restore(kept: dict[str, Any]) -> ParsedResume:
    """A reading as it is kept in the database."""
    return _READING.validate_python(kept)


def keep(parsed: ParsedResume) -> dict[str, Any]:
    """A reading in the form the database keeps."""
    return _READING.dump_python(parsed)
