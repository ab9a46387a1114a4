"""The sentences of a suggestion, as the page speaks them: chosen by its kind, filled with its values."""

from typing import Any

import reflex as rx

from careercoach.core.texts import catalogue
from careercoach.ui.texts import t_of, t_var

KINDS = sorted(
    key.removeprefix("resume_reports.title.") for key in catalogue() if key.startswith("resume_reports.title.")
)


def said(table: str, row: Any) -> rx.Var[str]:
    """The title, why or how of one suggestion."""
    return t_of(
        f"resume_reports.{table}." + row.kind.to(str),
        [f"resume_reports.{table}.{kind}" for kind in KINDS],
        n=row.n,
        words=row.words,
        skill=t_var(row.skill),
    )
