"""`careercoach plan --resume FILE --role ROLE --hours N`: the plan to a role, as JSON on standard output.

Works without a database, a server or a network. The same input on the same start day gives the same plan.
"""

import argparse
import json
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

from careercoach.cli.match import Refused, read_profile
from careercoach.content.shapes import Resource, Role
from careercoach.features.matching.schemas import RoleGap
from careercoach.features.planner.schemas import PlanDraft, TaskDraft

HOURS_LEAST, HOURS_MOST = 0.5, 60.0
SURE_FROM = 0.6
"""Likeness of a title from which on a typed role is taken for one of the catalogue."""


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A resume, a role, hours a week; the rest has defaults."""
    parser.add_argument("--resume", required=True, type=Path, metavar="FILE", help="PDF, DOCX, TXT or JSON Resume")
    parser.add_argument("--role", required=True, help='a role of the catalogue, as slug or title: "data analyst"')
    parser.add_argument("--hours", required=True, type=float, metavar="N", help="hours a week, 0.5 to 60")
    parser.add_argument("--days-off", default="", metavar="DAYS", help="0 is Monday: 5,6 for the weekend")
    parser.add_argument("--start", type=date.fromisoformat, metavar="DATE", help="first day, today if left out")
    parser.add_argument("--format", choices=("any", "video", "article", "interactive"), default="any")
    parser.add_argument("--learning-type", choices=("project", "theory", "mixed"), default="mixed")
    parser.add_argument("--language", choices=("en", "hi", "es"), default="en", help="of sentences and material")


def run(args: argparse.Namespace) -> int:
    """0 and one JSON object; 2 and one line when the input cannot be used."""
    try:
        found = _plan(args)
    except Refused as refusal:
        print(" ".join(str(refusal).split()), file=sys.stderr)
        return 2
    sys.stdout.write(json.dumps(found, ensure_ascii=False, indent=2) + "\n")
    return 0


def _plan(args: argparse.Namespace) -> dict[str, Any]:
    from careercoach.core.clock import utc_now
    from careercoach.features.matching.service import role_gap
    from careercoach.features.planner.rules.gaps import wish_for
    from careercoach.features.planner.rules.weeks import plan_weeks

    if not HOURS_LEAST <= args.hours <= HOURS_MOST:
        raise Refused(f"--hours must be between {HOURS_LEAST:g} and {HOURS_MOST:g}.")
    days_off = _days_off(args.days_off)
    role = _role(args.role, args.language)
    profile = read_profile(args.resume)
    gap = role_gap(profile, role, args.language)
    wish = wish_for(
        gap,
        had=profile.skills,
        weekly_minutes=round(args.hours * 60),
        days_off=days_off,
        format=args.format,
        learning_type=args.learning_type,
        language=args.language,
        start=args.start or utc_now().date(),
    )
    return _report(plan_weeks(wish), gap, args.language)


def _days_off(words: str) -> list[int]:
    try:
        days = sorted({int(word) for word in words.split(",") if word.strip()})
    except ValueError:
        days = [-1]
    if any(day not in range(7) for day in days) or len(days) == 7:
        raise Refused("--days-off takes numbers from 0 (Monday) to 6 (Sunday), and not all seven.")
    return days


def _role(words: str, language: str) -> Role:
    from careercoach.content.load import roles
    from careercoach.features.matching.service import find_role

    if words in roles():
        return roles()[words]
    guesses = find_role(words, language)
    if guesses and guesses[0].score >= SURE_FROM:
        return roles()[guesses[0].slug]
    near = ", ".join(guess.slug for guess in guesses[:3])
    raise Refused(f"No role is called {words!r}." + (f" Did you mean: {near}?" if near else ""))


def _report(plan: PlanDraft, gap: RoleGap, language: str) -> dict[str, Any]:
    from careercoach.features.planner.rules.words import note_of, skill_name

    return {
        "role": gap.role,
        "title": gap.title,
        "verdict": gap.verdict,
        "readiness": gap.readiness,
        "weekly_minutes": plan.weekly_minutes,
        "starts_on": plan.starts_on.isoformat(),
        "ends_on": plan.ends_on.isoformat(),
        "critical_done_on": plan.critical_done_on.isoformat() if plan.critical_done_on else None,
        "note": note_of(plan, language),
        "left": [
            {
                "skill": skill_name(left.skill, language),
                "level": left.level,
                "importance": left.importance,
                "hours": round(left.minutes / 60, 1),
            }
            for left in plan.left
        ],
        "weeks": _weeks(plan, language),
    }


def _weeks(plan: PlanDraft, language: str) -> list[dict[str, Any]]:
    weeks: dict[int, dict[date, list[TaskDraft]]] = {}
    for task in plan.tasks:
        week = (task.due - plan.starts_on).days // 7 + 1
        weeks.setdefault(week, {}).setdefault(task.due, []).append(task)
    return [
        {
            "week": number,
            "minutes": sum(task.minutes for tasks in days.values() for task in tasks),
            "days": [
                {
                    "date": day.isoformat(),
                    "minutes": sum(task.minutes for task in tasks),
                    "tasks": [_task(task, language) for task in tasks],
                }
                for day, tasks in days.items()
            ],
        }
        for number, days in weeks.items()
    ]


def _task(task: TaskDraft, language: str) -> dict[str, Any]:
    from careercoach.content.load import resources
    from careercoach.features.planner.rules.words import task_how, task_title, task_why

    return {
        "title": task_title(task, language),
        "why": task_why(task, language),
        "how": task_how(task, language),
        "kind": task.kind,
        "minutes": task.minutes,
        "skill": task.skill or None,
        "level": task.level,
        "resources": _resources([resources()[slug] for slug in task.resources]),
    }


def _resources(found: Sequence[Resource]) -> list[dict[str, Any]]:
    return [
        {
            "title": one.title,
            "provider": one.provider,
            "url": one.url,
            "format": one.format,
            "level": one.level,
            "price": one.price,
            "language": one.language,
            "minutes": one.minutes,
        }
        for one in found
    ]
