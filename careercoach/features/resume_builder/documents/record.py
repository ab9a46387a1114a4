"""The record as JSON Resume: everything that was in it, with the accepted wordings."""

import json
from typing import Any

SCHEMA = "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json"


def make_json(record: dict[str, Any]) -> str:
    """Fields we do not know stay; what is empty is left out at the top level only."""
    kept = {name: value for name, value in record.items() if name != "$schema" and value not in ([], {}, None)}
    return json.dumps({"$schema": record.get("$schema") or SCHEMA, **kept}, ensure_ascii=False, indent=2) + "\n"
