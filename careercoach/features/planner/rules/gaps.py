"""From the gap report of a role and a person's preferences to the wish that a plan is made from."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from careercoach.features.matching.schemas import GapSkill, GapView, RoleGap, SkillStanding
from careercoach.features.planner.schemas import Gap, PlanWish


def wish_for(
    gap: RoleGap | GapView,
    *,
    had: Iterable[str],
    weekly_minutes: int,
    days_off: Sequence[int],
    format: str,
    learning_type: str,
    language: str,
    start: date,
    done_minutes: Mapping[str, int] | None = None,
    used_minutes: Mapping[str, int] | None = None,
) -> PlanWish:
    """Everything close or missing becomes a gap to plan for. `had`: slugs of all skills of the person.

    Raises ValidationError for an unknown preference.
    """
    fields: dict[str, Any] = {
        "role": gap.role,
        "gaps": tuple(_gap(skill) for skill in gap.skills if skill.status != "had"),
        "had": tuple(sorted(had)),
        "path": tuple(gap.path),
        "is_fit": gap.verdict == "FIT",
        "weekly_minutes": weekly_minutes,
        "days_off": tuple(sorted(days_off)),
        "format": format,
        "learning_type": learning_type,
        "language": language,
        "start": start,
        "done_minutes": dict(done_minutes or {}),
        "used_minutes": dict(used_minutes or {}),
    }
    return PlanWish.model_validate(fields)


def _gap(skill: SkillStanding | GapSkill) -> Gap:
    return Gap(
        skill=skill.slug,
        importance=skill.importance,
        want=skill.wanted_level,
        have=skill.level,
        share=skill.share if skill.level is None else 0.0,
        through=skill.through or "",
        weight=skill.weight,
    )
