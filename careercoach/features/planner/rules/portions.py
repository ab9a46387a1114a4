"""From gaps to portions of work in an order in which they can be done.

A gap is closed level by level, and a long level in several portions. First every critical skill gets its first
portion (a skill known a little already counts for most of a role), then its second, and so on; then the preferred
ones. What a skill builds on comes before it, also when the role does not name it.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple

from careercoach.content import load
from careercoach.content.graph import NONE, graph, level_index
from careercoach.content.shapes import LEVELS, Level
from careercoach.features.planner.schemas import Gap, PlanWish

Rank = Literal["foundation", "critical", "preferred"]

PORTION_LEAST = 240
SHARES_LEAST = 4
"""No portion takes more than its part of the whole time: a quarter, or less when more skills are critical. So one
deep skill does not eat the plan."""
SOFT_MINUTES = 120
"""A soft skill is seldom missing, its proof is: time to write and tell examples, not to learn it anew."""
KNOWN_FROM = 0.4
"""Credit from which on a prerequisite need not be learnt first."""


class Portion(NamedTuple):
    """Work on one skill, done in one go. `number` counts the portions of a skill, `last` marks its last one."""

    skill: str
    level: Level
    minutes: int
    rank: Rank
    number: int
    last: bool
    gap: Gap | None
    """None for a foundation."""
    needed_for: str = ""
    """The skill a foundation is laid for."""


def order_portions(wish: PlanWish, capacity_min: int) -> list[Portion]:
    """All portions of a wish in order; they may be more than `capacity_min` minutes hold."""
    shares = max(SHARES_LEAST, sum(gap.importance == "critical" for gap in wish.gaps))
    most = max(PORTION_LEAST, capacity_min // shares // 5 * 5)
    by_skill = {gap.skill: _portions(gap, wish.done_minutes, most) for gap in wish.gaps}
    by_skill |= _foundations(wish, by_skill, most)
    on_path = set(wish.path)
    everything = [portion for portions in by_skill.values() for portion in portions]
    everything.sort(key=lambda portion: _importance(portion, on_path))
    order: dict[tuple[str, int], Portion] = {}
    for portion in everything:
        _emit(portion, by_skill, order)
    return list(order.values())


def _importance(portion: Portion, on_path: set[str]) -> tuple[bool, bool, int, bool, int, int, str]:
    """What leads to FIT first. Of equals the shortest: an early success, and more gaps closed when time runs out."""
    weight = portion.gap.weight if portion.gap else 0
    return (
        portion.skill not in on_path,
        portion.rank != "critical",
        portion.number,
        portion.rank == "foundation",
        -weight,
        portion.minutes,
        portion.skill,
    )


def _emit(portion: Portion, by_skill: Mapping[str, list[Portion]], order: dict[tuple[str, int], Portion]) -> None:
    """Put a portion at the end, after the earlier ones of its skill and the first level of what it builds on."""
    if (portion.skill, portion.number) in order:
        return
    for before in graph().first_learn(portion.skill):
        for needed in _first_level(by_skill.get(before, [])):
            order.setdefault((needed.skill, needed.number), needed)
    for earlier in by_skill[portion.skill][: portion.number + 1]:
        order.setdefault((earlier.skill, earlier.number), earlier)


def _first_level(portions: list[Portion]) -> Iterable[Portion]:
    """What it takes until others can build on it: the basic level; nothing when that is there already."""
    return (portion for portion in portions if portion.level == "basic")


def _portions(gap: Gap, done: Mapping[str, int], most: int) -> list[Portion]:
    worked = done.get(gap.skill, 0)
    pieces: list[tuple[Level, int]] = []
    for level, minutes in _stages(gap):
        open_min = max(0, minutes - worked)
        worked = max(0, worked - minutes)
        for piece in _pieces(open_min, most):
            pieces.append((level, piece))
    rank: Rank = gap.importance
    last = len(pieces) - 1
    return [
        Portion(gap.skill, level, minutes, rank, number, number == last, gap)
        for number, (level, minutes) in enumerate(pieces)
    ]


def _stages(gap: Gap) -> list[tuple[Level, int]]:
    """Each level to climb with its minutes of practice."""
    if gap.skill not in load.skills():
        return []
    if is_soft(gap.skill):
        return [(gap.want, SOFT_MINUTES)]
    stages: list[tuple[Level, int]] = []
    have = gap.have
    for level in LEVELS[level_index(gap.have) : level_index(gap.want)]:
        share = 0.0 if gap.have else gap.share
        stages.append((level, 60 * graph().hours(gap.skill, have=have, want=level, share=share)))
        have = level
    return stages


def _pieces(minutes: int, most: int) -> list[int]:
    """Equal pieces of at most `most` minutes."""
    if minutes <= 0:
        return []
    count = -(-minutes // most)
    return [minutes * (index + 1) // count - minutes * index // count for index in range(count)]


def _foundations(wish: PlanWish, by_skill: Mapping[str, list[Portion]], most: int) -> dict[str, list[Portion]]:
    """The basics of prerequisites that the person lacks and the role does not name."""
    credits = graph().expand(wish.had)
    needed_for: dict[str, str] = {}
    for gap in wish.gaps:
        if gap.have is None and gap.share < KNOWN_FROM:
            for before in graph().first_learn(gap.skill):
                needed_for.setdefault(before, gap.skill)
    found: dict[str, list[Portion]] = {}
    for skill, wanted in needed_for.items():
        share = credits.get(skill, NONE).share
        if skill in by_skill or share >= KNOWN_FROM:
            continue
        minutes = 60 * graph().hours(skill, have=None, want="basic", share=share)
        pieces = _pieces(max(0, minutes - wish.done_minutes.get(skill, 0)), most)
        found[skill] = [
            Portion(skill, "basic", piece, "foundation", index, index == len(pieces) - 1, None, wanted)
            for index, piece in enumerate(pieces)
        ]
    return found


def is_soft(skill: str) -> bool:
    """Whether a skill is one of dealing with people and work rather than one of a trade."""
    return skill in load.skills() and load.skills()[skill].kind == "soft"
