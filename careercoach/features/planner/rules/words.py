"""The words of a task, in the language of whoever looks: title, why it is there, how to do it."""

from datetime import date

from babel.lists import format_list

from careercoach.content import load
from careercoach.content.shapes import Level
from careercoach.core.dates import day_name
from careercoach.core.texts import known_language, text
from careercoach.features.planner.schemas import PlanDraft, PlanView, TaskDraft, TaskView, Value
from careercoach.ports.ai import Made

Task = TaskView | TaskDraft

YEARS_AWAY_WEEKS = 104
"""Beyond this, counting weeks says nothing any more."""
NAMED = 4
"""Skills named in a note before it says "and more"."""


SAME_NAME = ("learn_same", "learn_part_same")
"""Forms of a title for material that is called like the skill."""


def skill_name(slug: str, language: str) -> str:
    """A skill as people who speak `language` call it; an unknown slug is its own name."""
    skill = load.skills().get(slug)
    return slug if skill is None else skill.names.get(language, skill.name)  # pyright: ignore[reportArgumentType, reportCallIssue]


def role_title(role: str, language: str) -> str:
    """The title of a role of the catalogue; a role in the person's own words stays as it is."""
    known = load.roles().get(role)
    return known.title.in_(language) if known else role


def level_name(level: Level | str, language: str) -> str:
    """ "basic", "working" or "strong" in words that fit into a sentence."""
    return text(f"planner.level.{level}", language)


def task_title(task: Task, language: str) -> str:
    """What to do. Material that is called like the skill is not named twice."""
    words = _filled(task, language)
    form = f"{task.form}_same" if words.get("resource") == words["skill"] else task.form
    return text(f"planner.task.{form if form in SAME_NAME else task.form}", language, **words)


def task_why(task: Task, language: str) -> str:
    """Which gap it closes and why it comes now."""
    return text(f"planner.why.{task.reason}", language, **_filled(task, language))


def task_how(task: Task, language: str) -> str:
    """How to go about it: enough to begin without any material."""
    form = task.form
    if form == "learn_part" and task.values.get("part") == 1:
        form = "learn"  # there is nothing yet to go on from
    return text(f"planner.how.{form}", language, **_filled(task, language))


def _filled(task: Task, language: str) -> dict[str, object]:
    words: dict[str, object] = {"skill": skill_name(task.skill, language), "minutes": task.minutes, "role": ""}
    for name, value in task.values.items():
        words[name] = _word(name, value, language)
    return words


def _word(name: str, value: Value, language: str) -> object:
    if not isinstance(value, str):
        return value
    match name:
        case "skill" | "next" | "through":
            return skill_name(value, language)
        case "role":
            return role_title(value, language)
        case "have" | "want" | "level":
            return level_name(value, language)
        case "learnt":
            return day_name(date.fromisoformat(value), language)
        case "resource":
            resource = load.resources().get(value)
            return resource.title if resource else value
        case "question":
            question = load.questions().get(value)
            return question.text.in_(language) if question else value
        case _:
            return value


def teller_of(plan: PlanView, language: str) -> Made | None:
    """Who is named below the note: the model whose words it is, or that none answered although one was asked."""
    if plan.made is None or (plan.words or {}).get(language):
        return plan.made
    was_asked = plan.made.why not in ("", "no_provider", "no_consent")
    return plan.made if was_asked and note_of(plan, language) else None


def note_of(plan: PlanDraft | PlanView, language: str) -> str:
    """What the plan reaches and, honestly, what does not fit; empty when everything fits.

    In the words of a model when one worded this plan in this language.
    """
    if isinstance(plan, PlanView) and plan.words and plan.words.get(language):
        return plan.words[language]
    if not plan.left:
        return text("planner.note.all_fits", language) if plan.critical_done_on else ""
    critical = [left for left in plan.left if left.importance == "critical"]
    decisive = [left for left in critical if left.decides]
    open_ones = decisive or critical or plan.left
    names = [skill_name(left.skill, language) for left in open_ones]
    listed = format_list(names, locale=known_language(language))
    if len(names) > NAMED:
        listed = text("planner.note.and_more", language, names=", ".join(names[:NAMED]), n=len(names) - NAMED)
    minutes = sum(left.minutes for left in open_ones)
    weeks = -(-minutes // max(1, plan.weekly_minutes))
    key = "planner.note.preferred_left"
    if critical and not decisive:
        key = "planner.note.beyond"
    elif critical:
        key = "planner.note.years_left" if weeks > YEARS_AWAY_WEEKS else "planner.note.critical_left"
    return text(key, language, names=listed, hours=round(minutes / 60), weeks=weeks)
