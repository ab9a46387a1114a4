"""From what was found and what was said about it to what the owner sees."""

from collections.abc import Mapping

from careercoach.core.texts import text
from careercoach.features.resume_reports.rules.shortfalls import name_of
from careercoach.features.resume_reports.schemas import (
    Finding,
    Fixed,
    Progress,
    ReportView,
    SuggestionText,
    SuggestionView,
)

PAGE_QUOTE = 240
Marks = Mapping[str, tuple[str, bool]]
"""By suggestion: the mark, and whether it was made about this very version."""


def view_of(finding: Finding, marks: Marks) -> SuggestionView:
    """One suggestion with the state its owner gave it."""
    mark, is_here = marks.get(finding.id, ("", True))
    again = mark == "fixed" and not is_here
    place = finding.place
    return SuggestionView(
        id=finding.id,
        kind=finding.kind,
        part=finding.part,
        points=round(finding.points, 1),
        state="open" if again or not mark else mark,  # pyright: ignore[reportArgumentType]
        still_there=again,
        quote=place.quote[:PAGE_QUOTE],
        page=place.page,
        start=place.start,
        end=place.end,
        box=place.box,
        n=finding.n,
        words=finding.words,
        skill=name_of(finding.skill),
        example=finding.example,
    )


def fixed_of(finding: Finding) -> Fixed:
    """A finding that is gone, as it is told."""
    return Fixed(
        kind=finding.kind, n=finding.n, words=finding.words, skill=name_of(finding.skill),
        quote=finding.place.quote[:PAGE_QUOTE],
    )  # fmt: skip


def progress_of(suggestions: list[SuggestionView]) -> Progress:
    """What is set aside does not count."""
    fixed = sum(one.state == "fixed" for one in suggestions)
    return Progress(fixed=fixed, total=fixed + sum(one.state == "open" for one in suggestions))


def told(suggestion: SuggestionView, language: str) -> SuggestionText:
    """A suggestion with its sentences."""
    values = {"words": suggestion.words, "skill": getattr(suggestion.skill, language)}
    key, n = f"resume_reports.title.{suggestion.kind}", suggestion.n
    return SuggestionText(
        **suggestion.model_dump(),
        title=text(key, language, n=n, **values),
        why=text(f"resume_reports.why.{suggestion.kind}", language, n=n, **values),
        how=text(f"resume_reports.how.{suggestion.kind}", language, n=n, **values),
    )


def told_all(report: ReportView, language: str) -> list[SuggestionText]:
    """All suggestions of a report with their sentences."""
    return [told(suggestion, language) for suggestion in report.suggestions]
