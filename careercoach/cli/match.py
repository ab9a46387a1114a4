"""`careercoach match --resume FILE (--job FILE | --jobs DIR)`: a resume against postings, as JSON."""

import argparse
import gc
import json
import multiprocessing
import os
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from careercoach.features.matching.schemas import METRICS, FieldGuess, MatchProfile, MatchReport, Requirement, Score

NEUTRAL = 50.0
"""What a metric without enough information shows here, where the contract wants a number; the metric is then
also named under `not_enough_information`."""
MOST_BYTES = 10 * 1024 * 1024


MANY = 100
"""From so many postings on, starting a process per core pays."""


class Refused(Exception):
    """An input that cannot be used; the message is for the job seeker."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A resume and either one posting or a folder of them."""
    parser.add_argument("--resume", required=True, type=Path, metavar="FILE", help="PDF, DOCX, TXT or JSON Resume")
    chosen = parser.add_mutually_exclusive_group(required=True)
    chosen.add_argument("--job", type=Path, metavar="FILE", help="one posting: TXT, MD, HTML, PDF or DOCX")
    chosen.add_argument("--jobs", type=Path, metavar="DIR", help="a folder of postings, best match first")
    parser.add_argument("--language", choices=("en", "hi", "es"), default="en", help="language of the sentences")


def run(args: argparse.Namespace) -> int:
    """Prints one JSON object, or an array for a folder. Status 2 and one line for an input that cannot be used."""
    try:
        profile = read_profile(args.resume)
        if args.job:
            found: Any = _match_one(profile, args.job, args.language)
        else:
            found = _match_all(profile, args.jobs, args.language)
    except Refused as refusal:
        print(" ".join(str(refusal).split()), file=sys.stderr)
        return 2
    # One report is for eyes too; of many, indenting would take longer than matching.
    indent = 2 if args.job else None
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=indent) + "\n")
    return 0


def read_profile(path: Path) -> MatchProfile:
    """What of a resume file counts for matching. Raises Refused."""
    from careercoach.core.clock import utc_now
    from careercoach.features.matching.rules.profiles import build_profile

    resume, text = _read_resume(path)
    profile = build_profile(resume, today=utc_now().date(), text=text)
    if not profile.text.strip():
        raise Refused(f"{path.name} holds no text to match.")
    return profile


def _read_resume(path: Path) -> tuple[Mapping[str, Any], str]:
    """The resume as JSON Resume, and its own text when the file has one."""
    if path.suffix.lower() != ".json":
        return _read_file(path)
    try:
        resume = json.loads(_bytes(path))
    except ValueError:
        raise Refused(f"{path.name} is not valid JSON.") from None
    if not isinstance(resume, dict):
        raise Refused(f"{path.name} is not a JSON Resume: it must be an object with basics, work and so on.")
    return resume, ""  # pyright: ignore[reportUnknownVariableType]


def _bytes(path: Path) -> bytes:
    try:
        if path.is_file() and path.stat().st_size > MOST_BYTES:
            raise Refused(f"{path.name} is larger than 10 MB.")
        return path.read_bytes()
    except OSError as error:
        raise Refused(f"{path} cannot be read: {error.strerror or error}.") from None


def _posting_text(path: Path) -> str:
    if path.suffix.lower() in (".pdf", ".docx"):
        return _read_file(path)[1]
    text = _bytes(path).decode("utf-8", "replace").replace("\x00", " ")
    if not text.strip():
        raise Refused(f"{path.name} is empty.")
    return text


def _read_file(path: Path) -> tuple[Mapping[str, Any], str]:
    """A PDF, DOCX or text file read in a child process with limits, as JSON Resume and as text."""
    from careercoach.cli.resume import REASONS, read_apart

    status, answer = read_apart(_bytes(path), path.name, with_text=True)
    if status != 0:
        raise Refused(f"{path.name}: {REASONS.get(answer.decode(), REASONS['damaged'])}")
    resume = json.loads(answer)
    return resume, resume.pop("x-text")


def _match_one(profile: MatchProfile, path: Path, language: str) -> dict[str, Any]:
    from careercoach.features.matching.rules.matches import match
    from careercoach.features.matching.rules.postings import read_posting

    posting = read_posting(_posting_text(path), language=language)
    report = _report(match(profile, posting, language))
    return {**report, "x-fields": {"resume": _fields(profile.fields), "posting": _fields(posting.fields)}}


def _fields(guesses: list[FieldGuess]) -> list[dict[str, Any]]:
    """Likely fields of work, best first."""
    return [{"field": guess.slug, "share": guess.share} for guess in guesses[:3]]


def _match_all(profile: MatchProfile, folder: Path, language: str) -> list[dict[str, Any]]:
    if not folder.is_dir():
        raise Refused(f"{folder} is not a folder.")
    paths = [path for path in sorted(folder.iterdir()) if path.is_file() and not path.name.startswith(".")]
    # Reports are small, many and without circles: collecting garbage meanwhile would only take time.
    gc.disable()
    answers = _side_by_side(profile, paths, language) if len(paths) >= MANY else _match_each(profile, paths, language)
    found = [answer for answer in answers if "refused" not in answer]
    for answer in answers:
        if "refused" in answer:
            print(f"Left out: {answer['refused']}", file=sys.stderr)
    if not found:
        raise Refused(f"{folder} holds no posting that can be read.")
    return sorted(found, key=lambda one: (-one["overall"], one["job"]))


def _match_each(profile: MatchProfile, paths: Sequence[Path], language: str) -> list[dict[str, Any]]:
    from careercoach.features.matching.rules.matches import match
    from careercoach.features.matching.rules.postings import read_posting

    found: list[dict[str, Any]] = []
    for path in paths:
        try:
            posting = read_posting(_posting_text(path), language=language)
        except Refused as refusal:
            found.append({"refused": str(refusal)})
            continue
        report = _report(match(profile, posting, language))
        found.append({"job": path.name, **report, "x-fields": {"posting": _fields(posting.fields)}})
    return found


def _side_by_side(profile: MatchProfile, paths: Sequence[Path], language: str) -> list[dict[str, Any]]:
    """The same in a process per core. Forked, so that the loaded content is shared and not read again."""
    cores = os.cpu_count() or 1
    if cores == 1 or "fork" not in multiprocessing.get_all_start_methods():
        return _match_each(profile, paths, language)
    first = _match_each(profile, paths[:1], language)
    parts = [paths[1 + core :: cores] for core in range(cores)]
    with multiprocessing.get_context("fork").Pool(cores) as pool:
        answers = pool.starmap(_match_each, [(profile, part, language) for part in parts])
    return [*first, *(answer for part in answers for answer in part)]


def _report(report: MatchReport) -> dict[str, Any]:
    values: dict[str, Score] = {score.metric: score for score in report.scores}
    return {
        "verdict": report.verdict,
        "confidence": report.confidence,
        "overall": report.overall,
        "threshold": report.threshold,
        "title": report.title,
        "scores": {metric: NEUTRAL if values[metric].value is None else values[metric].value for metric in METRICS},
        "not_enough_information": {
            metric: values[metric].question for metric in METRICS if values[metric].value is None
        },
        "gaps": gaps_of(report),
        "matched": [
            {
                "skill": standing.requirement.name,
                "share": standing.share,
                "reason": standing.reason,
                "evidence": standing.evidence[0].quote if standing.evidence else "",
            }
            for standing in report.standings
            if standing.status == "had"
        ],
        "blockers": report.blockers,
        "reasons": report.reasons,
        "path_to_fit": [step.model_dump(exclude_none=True) for step in report.path],
        "suggestions": report.suggestions,
    }


def _is_required(item: Requirement) -> bool:
    """Asked for, or a skill of the trade that the tasks name; manners named among the tasks are no requirement."""
    return item.strength == "must" or (item.strength == "duty" and item.kind in ("technical", "tool", "certificate"))


def gaps_of(report: MatchReport) -> list[dict[str, Any]]:
    """Required skills that the resume lacks; of alternatives, only when it has none of them."""
    met = {standing.requirement.group for standing in report.standings if standing.status == "had"}
    return [
        {
            "skill": standing.requirement.name,
            "severity": "must" if standing.requirement.strength == "must" else "task",
            "close": standing.status == "close",
            "reason": standing.reason,
            "asked": standing.requirement.sentence,
            "hours": standing.hours or None,
        }
        for standing in report.standings
        if standing.status != "had" and _is_required(standing.requirement) and standing.requirement.group not in met
    ]
