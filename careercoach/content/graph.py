"""What one skill says about another: parents, implications, neighbours, what to learn first and how long it takes.

Credit of a wanted skill, given the skills somebody has, is the best of these ways:

- has it: 1
- has a child of it (PostgreSQL for SQL databases): 1 for a direct child, 0.9 further down
- has one that implies it (Django for Python): the weight, multiplied along the way
- has a neighbour (FastAPI for Django): the weight of the edge, at most 0.75, read in both directions
- has only its parent (SQL databases for PostgreSQL): 0.4, or 0.3 under a parent of many (Programming for Python)
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

from careercoach.content import load
from careercoach.content.shapes import LEVELS, Level

Way = Literal["have", "child", "implied", "related", "parent", "none"]

CHILD, FAR_CHILD, RELATED_MOST = 1.0, 0.9, 0.75
PARENT, WIDE_PARENT, WIDE_FROM = 0.4, 0.3, 9
"""Credit through a parent, through one with at least `WIDE_FROM` children, and that number."""
IMPLIED_LEAST = 0.2
"""An implication weaker than this, after multiplying along the way, says nothing."""


class Credit(NamedTuple):
    """How much of a wanted skill is covered (0..1), by which skill, and in what way.

    `shared` is a parent that both have in common: the reason to name for a neighbour.
    """

    share: float
    through: str | None
    way: Way
    shared: str | None = None


NONE = Credit(0.0, None, "none")


Raw = Mapping[str, Any]
"""A skill as a plain mapping with the keys of `shapes.Skill`; those at their default may be absent."""


class Graph:
    """The edges of all skills, in both directions."""

    def __init__(self, skills: Mapping[str, Raw]) -> None:
        # Plain mappings: making two thousand checked objects would take longer than all else at the start.
        self._skills = skills
        self._related: dict[str, dict[str, float]] = {slug: {} for slug in skills}
        self._children: dict[str, list[str]] = {slug: [] for slug in skills}
        self._reach: dict[str, dict[str, Credit]] = {}
        for slug in skills:
            for other, share in skills[slug].get("related", {}).items():
                self._relate(slug, other, share)
                self._relate(other, slug, share)
            for parent in skills[slug].get("broader", ()):
                self._children.setdefault(parent, []).append(slug)

    def _relate(self, slug: str, other: str, share: float) -> None:
        edges = self._related.setdefault(slug, {})
        edges[other] = max(edges.get(other, 0.0), min(share, RELATED_MOST))

    def parents(self, slug: str) -> list[str]:
        """All broader skills, nearest first."""
        found: dict[str, None] = {}
        level: Sequence[str] = self._broader(slug)
        while level:
            fresh = [parent for parent in level if parent not in found and parent != slug]
            found.update(dict.fromkeys(fresh))
            level = [up for parent in fresh for up in self._broader(parent)]
        return list(found)

    def children(self, slug: str) -> list[str]:
        """The skills that name this one as broader."""
        return self._children.get(slug, [])

    def neighbours(self, slug: str) -> Mapping[str, float]:
        """Skills that earn partial credit for this one, and it for them."""
        return self._related.get(slug, {})

    def _broader(self, slug: str) -> Sequence[str]:
        return self._skills.get(slug, {}).get("broader", ())

    def reach(self, slug: str) -> Mapping[str, Credit]:
        """Every skill that having this one earns credit for; computed once per skill."""
        known = self._reach.get(slug)
        if known is None:
            known = self._reach[slug] = self._spread(slug)
        return known

    def _spread(self, slug: str) -> dict[str, Credit]:
        found: dict[str, Credit] = {slug: Credit(1.0, slug, "have")}
        direct = set(self._broader(slug))
        for parent in self.parents(slug):
            _better(found, parent, Credit(CHILD if parent in direct else FAR_CHILD, slug, "child"))
        for other, share in self._implied(slug).items():
            _better(found, other, Credit(share, slug, "implied"))
        above = {slug, *self.parents(slug)}
        for other, share in self._related.get(slug, {}).items():
            common = next((parent for parent in self.parents(other) if parent in above), None)
            _better(found, other, Credit(share, slug, "related", common))
        children = self.children(slug)
        basis = PARENT if len(children) < WIDE_FROM else WIDE_PARENT
        for child in children:
            _better(found, child, Credit(basis, slug, "parent", slug))
        return found

    def _implied(self, slug: str) -> dict[str, float]:
        """Implications followed through parents and further implications."""
        found: dict[str, float] = {}
        open_ends = [(slug, 1.0)]
        while open_ends:
            here, share = open_ends.pop()
            skill = self._skills.get(here)
            if skill is None:
                continue
            steps = dict.fromkeys(skill.get("broader", ()), FAR_CHILD if here != slug else CHILD)
            steps |= skill.get("implies", {})
            for other, weight in steps.items():
                value = round(share * weight, 4)
                if other != slug and value >= IMPLIED_LEAST and value > found.get(other, 0.0):
                    found[other] = value
                    open_ends.append((other, value))
        return found

    def credit(self, have: Collection[str], want: str) -> Credit:
        """The best credit for `want` that any of the skills had gives."""
        if want in have:
            return Credit(1.0, want, "have")
        best = NONE
        for slug in sorted(have):
            credit = self.reach(slug).get(want, NONE)
            if credit.share > best.share:
                best = credit
        return best

    def expand(self, have: Iterable[str]) -> dict[str, Credit]:
        """Credit for everything these skills speak for: `credit` for all wants at once."""
        found: dict[str, Credit] = {}
        for slug in sorted(set(have)):
            for other, credit in self.reach(slug).items():
                _better(found, other, credit)
        return found

    def first_learn(self, slug: str) -> list[str]:
        """What to learn before this, in an order in which it can be learnt; without the skill itself."""
        order: dict[str, None] = {}

        def visit(here: str, path: tuple[str, ...]) -> None:
            for before in self._skills.get(here, {}).get("prerequisites", ()):
                # The lint refuses circles; should one slip through, it must not hang a plan.
                if before not in order and before not in path:
                    visit(before, (*path, before))
                    order[before] = None

        visit(slug, (slug,))
        return list(order)

    def in_learning_order(self, wanted: Iterable[str]) -> list[str]:
        """The same skills, each after those of them it builds on; otherwise in the order given."""
        chosen = list(dict.fromkeys(wanted))
        inside = set(chosen)
        order: dict[str, None] = {}
        for slug in chosen:
            order.update(dict.fromkeys(before for before in self.first_learn(slug) if before in inside))
            order[slug] = None
        return list(order)

    def hours(self, slug: str, *, have: Level | None, want: Level, share: float = 0.0) -> int:
        """Hours of practice from one level to another.

        `share` (0..1) is credit through other skills: it saves up to 80 % of it, since every tool still has
        its own corners to learn.
        """
        hours: Mapping[Level, int] = self._skills[slug]["hours"]
        left = max(0, hours[want] - (hours[have] if have else 0))
        return max(1, round(left * (1 - 0.8 * share))) if left else 0


def _better(found: dict[str, Credit], slug: str, credit: Credit) -> None:
    if credit.share > found.get(slug, NONE).share:
        found[slug] = credit


def level_index(level: Level | None) -> int:
    """0 for nothing, then 1 basic, 2 working, 3 strong."""
    return LEVELS.index(level) + 1 if level else 0


@cache
def graph() -> Graph:
    """The graph of all reviewed skills, made once per process."""
    return Graph(load.raw_skills())


def credit(have: Collection[str], want: str) -> Credit:
    """How much of `want` somebody with the skills `have` covers, and why."""
    return graph().credit(have, want)
