"""`.env.example` names every setting and none that does not exist."""

import re
from pathlib import Path

from pydantic import AliasChoices

from careercoach.settings import PROJECT, Settings

READ_BY_OTHERS = {"COMPOSE_PROFILES"}
NOT_YET_READ = {"VAPI_API_KEY"}


def _names(field: str) -> set[str]:
    alias = Settings.model_fields[field].validation_alias
    return {str(one) for one in alias.choices} if isinstance(alias, AliasChoices) else {f"CAREERCOACH_{field.upper()}"}


def test_the_example_names_every_setting_and_no_other():
    text = Path(PROJECT / ".env.example").read_text(encoding="utf-8")
    shown = set(re.findall(r"^#?([A-Z][A-Z0-9_]+)=", text, re.MULTILINE))
    known = {field: _names(field) for field in Settings.model_fields}
    assert [field for field, names in known.items() if not names & (shown | NOT_YET_READ)] == []
    assert shown - set().union(*known.values()) - READ_BY_OTHERS == set()


def test_every_line_of_the_example_is_a_value_the_app_takes(tmp_path):
    text = Path(PROJECT / ".env.example").read_text(encoding="utf-8")
    (tmp_path / "env").write_text(re.sub(r"^#(?=[A-Z][A-Z0-9_]+=)", "", text, flags=re.MULTILINE), encoding="utf-8")
    assert Settings(_env_file=tmp_path / "env").smtp_port == 587  # pyright: ignore[reportCallIssue]
