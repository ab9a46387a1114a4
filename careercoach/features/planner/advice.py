"""What a model may add to a plan: a few words at its head, and pages of the web that teach a skill."""

from collections.abc import Sequence

from pydantic import Field

from careercoach.content.shapes import Level
from careercoach.features.planner.rules.cards import resource_card
from careercoach.features.planner.rules.resources import SHOWN, choose_resources
from careercoach.features.planner.rules.words import note_of, role_title, skill_name
from careercoach.features.planner.schemas import PlanDraft, ResourceCard
from careercoach.ports.ai import AiTask, CoachAnswer, Limits, read_prompt
from careercoach.ports.ai.links import GroundedLink

MOST_SKILLS = 8


class PlanWords(CoachAnswer):
    """What stands at the head of a plan."""

    note: str = Field(default="", max_length=900)


class Material(CoachAnswer):
    """Where to learn a skill: pages a search found, and what our own reviewed list has."""

    links: list[GroundedLink] = []
    cards: list[ResourceCard] = []


def word_by_rules(language: str, draft: PlanDraft, facts: str) -> PlanWords:
    """What the plan reaches and what does not fit."""
    return PlanWords(note=note_of(draft, language))


def material_of_ours(language: str, skill: str, level: str, slug: str, want: Level) -> Material:
    """The best of the reviewed list."""
    found = choose_resources(slug, want, language=language, format="any", learning_type="mixed")
    return Material(cards=[resource_card(resource) for resource in found[:SHOWN]])


WORD_PLAN = AiTask(
    name="planner.words",
    prompt=read_prompt(__file__, "words"),
    answer=PlanWords,
    embedded=word_by_rules,
    sources=("facts",),
    shown=("facts",),
    limits=Limits(max_output_tokens=400, timeout_s=12.0),
)
FIND_MATERIAL = AiTask(
    name="planner.resources",
    prompt=read_prompt(__file__, "resources"),
    answer=Material,
    embedded=material_of_ours,
    shown=("skill", "level"),
    parts=("links",),
    personal=False,
    grounded=True,
    links="links",
    limits=Limits(max_output_tokens=800),
)


def plan_facts(draft: PlanDraft, language: str) -> str:
    """Everything a model gets to know of a plan: no word about the person."""
    skills = list(dict.fromkeys(task.skill for task in draft.tasks if task.skill))
    lines = [
        f"role: {role_title(draft.role, language)}",
        f"from {draft.starts_on} to {draft.ends_on}",
        f"{draft.weekly_minutes} minutes a week, {len(draft.tasks)} tasks",
        f"skills in this order: {_names(skills[:MOST_SKILLS], language)}",
    ]
    if draft.critical_done_on:
        lines.append(f"what the role cannot do without is learnt by {draft.critical_done_on}")
    if note := note_of(draft, language):
        lines.append(note)
    return "\n".join(lines)


def _names(slugs: Sequence[str], language: str) -> str:
    return ", ".join(skill_name(slug, language) for slug in slugs)
