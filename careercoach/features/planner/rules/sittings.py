"""What is done in each sitting of a portion: learning along material, practising in between, a small project."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from careercoach.content.shapes import Level, Resource
from careercoach.features.planner.rules.days import SITTING_LEAST, STEP
from careercoach.features.planner.rules.portions import Portion, is_soft
from careercoach.features.planner.rules.resources import SHOWN, Use, choose_resources
from careercoach.features.planner.schemas import Kind, PlanWish, Value

PRACTISE_SHARE = {"theory": 0.3, "mixed": 0.35, "project": 0.3}
PROJECT_SHARE = {"theory": 0.0, "mixed": 0.25, "project": 0.4}
PROJECT_LEAST, PROJECT_MOST = 60, 300
"""Minutes of a small project."""
ONE_RESOURCE_SHARE, ONE_RESOURCE_LEAST = 0.6, 120
"""One resource fills at most this share of a portion's learning, or two hours, so that a second voice is heard."""
SKILLS_SHARED = 4
"""A course for ten skills gives each of them about a quarter of its time at most."""
BEHIND_MOST = 45
"""Minutes of learning before the first practice."""
PRACTICE_FORMS = ("exercise", "explain", "apply", "memory")
SOFT_FORMS = ("story", "tell", "improve")


@dataclass(frozen=True)
class Sitting:
    """One task before it has a day."""

    kind: Kind
    form: str
    minutes: int
    portion: Portion
    resources: tuple[str, ...] = ()
    values: Mapping[str, Value] = field(default_factory=dict[str, Value])


class Material:
    """The resources of a plan and how much of each is used up for each skill."""

    def __init__(self, wish: PlanWish) -> None:
        self._wish = wish
        self._used = dict(wish.used_minutes)
        self._chosen: dict[tuple[str, Level, Use], list[Resource]] = {}

    def learn(self, skill: str, level: Level) -> list[Resource]:
        """What there is to learn from, best first."""
        return self._choose(skill, level, "learn")

    def practise(self, skill: str, level: Level) -> list[Resource]:
        """What there is to practise with, best first."""
        return self._choose(skill, level, "practise")

    def _choose(self, skill: str, level: Level, use: Use) -> list[Resource]:
        chosen = self._chosen.get((skill, level, use))
        if chosen is None:
            wish = self._wish
            chosen = self._chosen[skill, level, use] = choose_resources(
                skill,
                level,
                language=wish.language,
                format=wish.format,
                learning_type=wish.learning_type,
                use=use,
            )
        return chosen

    def left(self, skill: str, resource: Resource) -> int:
        """Minutes of a resource not yet spent on this skill."""
        share = resource.minutes // min(SKILLS_SHARED, len(resource.skills))
        return max(resource.minutes if share < SITTING_LEAST else share, SITTING_LEAST) - self._used.get(
            f"{skill}/{resource.slug}", 0
        )

    def use(self, skill: str, resource: Resource, minutes: int) -> None:
        """Count minutes spent with a resource for a skill."""
        key = f"{skill}/{resource.slug}"
        self._used[key] = self._used.get(key, 0) + minutes


class Work:
    """The sittings of one portion, one after the other."""

    def __init__(self, portion: Portion, learning_type: str, material: Material) -> None:
        self.portion = portion
        self.left = max(SITTING_LEAST, portion.minutes)
        self._material = material
        self._project = self._project_minutes(learning_type)
        study = self.left - self._project
        self._practise = round(study * PRACTISE_SHARE[learning_type]) if study >= 2 * SITTING_LEAST else 0
        self._learn = study - self._practise
        self._learnt = self._practised = self._built = 0
        self._one_most = max(ONE_RESOURCE_LEAST, round(self._learn * ONE_RESOURCE_SHARE))
        self._seen: dict[str, int] = {}
        self._count = 0

    def _project_minutes(self, learning_type: str) -> int:
        portion = self.portion
        wanted = portion.rank == "critical" and (learning_type == "project" or portion.number == 0)
        if not wanted or is_soft(portion.skill) or portion.minutes < 2 * PROJECT_LEAST:
            return 0
        share = round(portion.minutes * PROJECT_SHARE[learning_type])
        return min(PROJECT_MOST, max(PROJECT_LEAST, share)) if share else 0

    def sit(self, minutes: int) -> Sitting:
        """The next sitting, of `minutes` or less when the portion ends; never under 20."""
        size = min(minutes, -(-self.left // STEP) * STEP)
        # What would be left is not worth a sitting of its own.
        self.left = self.left - size if self.left - size >= SITTING_LEAST else 0
        if is_soft(self.portion.skill):
            return self._soft(size)
        if self._learnt < self._learn and not self._owes_practice():
            return self._learning(size)
        if self._project and self._practised >= self._practise:
            return self._building(size)
        return self._practising(size)

    def _owes_practice(self) -> bool:
        """Whether doing has fallen behind learning by more than one sitting."""
        share = self._practise / self._learn if self._learn else 0.0
        return self._practise > 0 and (self._learnt - BEHIND_MOST) * share > self._practised

    def _learning(self, size: int) -> Sitting:
        self._learnt += size
        skill, level = self.portion.skill, self.portion.level
        known = self._material.learn(skill, level)
        for resource in known:
            seen = self._seen.get(resource.slug, 0)
            if self._material.left(skill, resource) <= 0 or seen >= self._one_most:
                continue
            self._seen[resource.slug] = seen + size
            self._material.use(skill, resource, size)
            others = [other.slug for other in known if other.slug != resource.slug][: SHOWN - 1]
            values: dict[str, Value] = {"skill": skill, "resource": resource.slug}
            return Sitting("learn", "learn", size, self.portion, (resource.slug, *others), values)
        # Everything known has been gone through: from here on only doing helps.
        return self._practising(size) if known else self._alone(size)

    def _alone(self, size: int) -> Sitting:
        return Sitting("learn", "learn_alone", size, self.portion, (), {"skill": self.portion.skill})

    def _practising(self, size: int) -> Sitting:
        self._practised += size
        self._count += 1
        skill = self.portion.skill
        form = PRACTICE_FORMS[(self._count - 1) % len(PRACTICE_FORMS)]
        known = [resource.slug for resource in self._material.practise(skill, self.portion.level)]
        if form == "exercise" and not known:
            form = "memory"
        shown = tuple(known[: SHOWN - 1]) if form in ("exercise", "memory") else ()
        return Sitting("practise", form, size, self.portion, shown, {"skill": skill})

    def _building(self, size: int) -> Sitting:
        is_first, is_last = self._built == 0, self.left == 0
        self._built += size
        if is_first:
            form = "project_small" if is_last else "project_sketch"
        else:
            form = "project_show" if is_last else "project_build"
        known = [resource.slug for resource in self._material.practise(self.portion.skill, self.portion.level)]
        return Sitting("project", form, size, self.portion, tuple(known[:1]), {"skill": self.portion.skill})

    def _soft(self, size: int) -> Sitting:
        self._count += 1
        form = SOFT_FORMS[(self._count - 1) % len(SOFT_FORMS)]
        skill = self.portion.skill
        known = [resource.slug for resource in self._material.learn(skill, self.portion.level)]
        kind: Kind = "interview" if form == "tell" else "practise"
        return Sitting(kind, form, size, self.portion, tuple(known[: SHOWN - 1]), {"skill": skill})
