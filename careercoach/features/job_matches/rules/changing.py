"""What is different between two analyses: of one posting over time, or of two postings."""

from collections.abc import Iterable

from careercoach.core.texts import LANGUAGES
from careercoach.features.job_matches.rules.wanted import say
from careercoach.features.job_matches.schemas import (
    AnalysisLine,
    Change,
    ComparedRow,
    Comparison,
    Report,
    SkillLine,
    Snapshot,
)
from careercoach.features.matching.schemas import METRICS, Sentence

RANK = {"missing": 0, "close": 1, "had": 2}


def plain(words: str) -> Sentence:
    """The same in all languages: figures and names."""
    return Sentence(**dict.fromkeys(LANGUAGES, words))


def changes_since(before: Snapshot, report: Report) -> list[Change]:
    """What a later comparison says otherwise: the verdict, scores that moved, skills that were won or lost."""
    if report.verdict is None:
        return []
    found: list[Change] = []
    now = report.verdict
    if now.verdict != before.verdict:
        sides = [say(f"job_matches.verdict.{one}") for one in (before.verdict, now.verdict)]
        found.append(_change(say("job_matches.verdict.name"), sides[0], sides[1], now.verdict == "FIT"))
    if now.overall != before.overall:
        words = plain(str(before.overall)), plain(str(now.overall))
        found.append(_change(say("job_matches.overall"), *words, now.overall > before.overall))
    for line in report.scores:
        old = before.scores.get(line.metric)
        if old != line.value:
            better = (line.value or 0) > (old or 0)
            found.append(_change(say(f"job_matches.metric.{line.metric}"), _figure(old), _figure(line.value), better))
    for line in report.skills:
        old_status = before.skills.get(line.key)
        if old_status and old_status != line.status:
            sides = [say(f"job_matches.status.{one}") for one in (old_status, line.status)]
            found.append(_change(line.name, sides[0], sides[1], RANK[line.status] > RANK[old_status]))
    return found


def _change(name: Sentence, before: Sentence, after: Sentence, is_better: bool) -> Change:
    return Change(name=name, before=before, after=after, is_better=is_better)


def _figure(value: int | None) -> Sentence:
    return say("job_matches.unknown_short") if value is None else plain(str(value))


def snapshot_of(report: Report, profile_version: int) -> Snapshot | None:
    """What is kept to compare with later; None before there is a verdict."""
    if report.verdict is None:
        return None
    return Snapshot(
        verdict=report.verdict.verdict,
        overall=report.verdict.overall,
        scores={line.metric: line.value for line in report.scores},
        skills={line.key: line.status for line in report.skills},
        profile_version=profile_version,
    )


def side_by_side(left: AnalysisLine, left_report: Report, right: AnalysisLine, right_report: Report) -> Comparison:
    """Two postings for the same person."""
    rows = [
        ComparedRow(name=say("job_matches.verdict.name"), left=_verdict(left), right=_verdict(right)),
        _row(say("job_matches.overall"), left.overall, right.overall),
    ]
    ours = {line.metric: line.value for line in left_report.scores}
    theirs = {line.metric: line.value for line in right_report.scores}
    for metric in METRICS:
        row = _row(say(f"job_matches.metric.{metric}"), ours.get(metric), theirs.get(metric))
        # How sure we are makes neither job the better one.
        rows.append(row.model_copy(update={"better": ""}) if metric == "confidence_level" else row)
    rows.append(_row(say("job_matches.hours"), _hours(left_report), _hours(right_report), less=True))
    left_gaps, right_gaps = (_must_gaps(report.gaps()) for report in (left_report, right_report))
    return Comparison(
        left=left,
        right=right,
        rows=rows,
        only_left=[line.name for key, line in left_gaps.items() if key not in right_gaps],
        only_right=[line.name for key, line in right_gaps.items() if key not in left_gaps],
        both=[line.name for key, line in left_gaps.items() if key in right_gaps],
    )


def _hours(report: Report) -> int | None:
    """None where no number of hours turns the verdict."""
    fits = report.verdict is not None and report.verdict.verdict == "FIT"
    return report.hours_to_fit if fits or report.path else None


def _verdict(line: AnalysisLine) -> Sentence:
    return say(f"job_matches.verdict.{line.verdict}") if line.verdict else say("job_matches.unknown_short")


def _must_gaps(lines: Iterable[SkillLine]) -> dict[str, SkillLine]:
    return {line.key: line for line in lines if line.severity in ("critical", "major")}


def _row(name: Sentence, left: int | None, right: int | None, *, less: bool = False) -> ComparedRow:
    better = ""
    if left is not None and right is not None and left != right:
        better = "left" if (left < right) == less else "right"
    return ComparedRow(name=name, left=_figure(left), right=_figure(right), better=better)  # pyright: ignore[reportArgumentType]
