"""The shape asked for: the JSON Schema of a task's answer, in the form that all servers take."""

from typing import Any

from pydantic import BaseModel

DROPPED = ("title", "default", "examples", "description")
"""Of no use to a model here, or refused by strict mode. The prompt says what each part means."""


def schema_of(answer: type[BaseModel], parts: tuple[str, ...]) -> dict[str, Any]:
    """The schema of these parts of an answer: every object closed, every property required, no defaults."""
    whole = answer.model_json_schema()
    properties = whole["properties"]
    schema: dict[str, Any] = {
        "type": "object",
        "properties": {name: _strict(properties[name]) for name in parts},
        "required": list(parts),
        "additionalProperties": False,
    }
    definitions = {name: _strict(value) for name, value in whole.get("$defs", {}).items()}
    used = _used(schema, definitions)
    if used:
        schema["$defs"] = {name: definitions[name] for name in definitions if name in used}
    return schema


def is_strict(schema: Any) -> bool:
    """False when an object stays open (`dict[str, X]`): strict mode refuses that."""
    if isinstance(schema, dict):
        return schema.get("additionalProperties", False) is False and all(map(is_strict, schema.values()))
    return all(map(is_strict, schema)) if isinstance(schema, list) else True


def _strict(schema: Any) -> Any:
    if isinstance(schema, list):
        return [_strict(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key not in DROPPED}
    if "properties" in kept:
        kept["properties"] = {name: _strict(value) for name, value in kept["properties"].items()}
        kept["required"] = list(kept["properties"])
        kept["additionalProperties"] = False
        return {key: value if key == "properties" else _strict(value) for key, value in kept.items()}
    return {key: _strict(value) for key, value in kept.items()}


def _used(schema: Any, definitions: dict[str, Any], seen: frozenset[str] = frozenset()) -> set[str]:
    """Names of the definitions that a schema leads to, directly or not."""
    if isinstance(schema, list):
        return {name for part in schema for name in _used(part, definitions, seen)}
    if not isinstance(schema, dict):
        return set()
    found: set[str] = set()
    for key, value in schema.items():
        if key == "$ref" and isinstance(value, str):
            name = value.removeprefix("#/$defs/")
            if name in definitions and name not in seen:
                found |= {name} | _used(definitions[name], definitions, seen | {name})
        else:
            found |= _used(value, definitions, seen)
    return found
