"""Which questions an interview asks. Same input, same seed: same questions in the same order.

A quarter is behavioural, a fifth situational, the rest technical; the first is a behavioural one to warm up, then
it gets harder. Gaps of the person and heavy needs of the role come first; what was asked lately comes last.
"""

import random
from collections.abc import Collection, Sequence
from typing import NamedTuple

from careercoach.content import load
from careercoach.content.shapes import Question, Role
from careercoach.features.interviews.schemas import Level
from careercoach.features.questions import service as questions

LEVELS = ("easy", "medium", "hard")
LADDERS: dict[Level, tuple[Level, ...]] = {
    "easy": ("easy", "easy", "medium"),
    "medium": ("easy", "medium", "medium", "hard"),
    "hard": ("medium", "hard", "hard"),
}
"""From the first question to the last, stretched over their number."""
COMMON_SKILLS = ("communication", "teamwork", "problem-solving", "time-management", "adaptability", "leadership")
"""Asked about when neither role nor bank has enough."""
OWN, GAP, NEED, RECENT, SAME_SKILL, OFF_LEVEL = 1.6, 2.0, 0.8, -6.0, -1.4, -0.8


class Wish(NamedTuple):
    """What an interview is chosen by. `gaps`: skill slugs, the heaviest first; `recent`: slugs asked lately."""

    role: str
    size: int
    difficulty: Level = "medium"
    gaps: Sequence[str] = ()
    recent: Collection[str] = ()
    seed: int = 0


def choose_questions(wish: Wish) -> list[Question]:
    """The questions in the order they are asked; as many as wished, none twice."""
    dice = random.Random(wish.seed)
    role = load.roles().get(wish.role)
    behavioural = max(1, round(wish.size * 0.25))
    situational = max(1, round(wish.size * 0.2))
    chosen: list[Question] = []
    fitting = _fitting(role)
    stories = [q for q in (*questions.list_common_questions(), *fitting) if q.kind == "behavioural"]
    cases = [q for q in fitting if q.kind == "situational"]
    technical = [q for q in fitting if q.kind == "technical"]
    _take(chosen, stories, behavioural, wish, role, dice)
    _take(chosen, cases, situational, wish, role, dice)
    own = [q for q in technical if role and role.slug in q.roles]
    asked = wish.size - len(chosen)
    # A role without questions of its own gets some of its neighbours', and some made from its needs.
    _take(chosen, own or technical, asked if own else asked // 2, wish, role, dice)
    _take(chosen, _made(role, wish.gaps), wish.size - len(chosen), wish, role, dice)
    _take(chosen, [*stories, *cases, *technical], wish.size - len(chosen), wish, role, dice)
    _take(chosen, _made_common(), wish.size - len(chosen), wish, role, dice)
    return _in_order(chosen, dice)


def _fitting(role: Role | None) -> list[Question]:
    """Questions of the role, and those whose skills it needs."""
    if role is None:
        return []
    needs = {need.skill for need in role.critical}
    return [
        question
        for question in load.questions().values()
        if role.slug in question.roles or (question.kind != "behavioural" and needs & set(question.skills))
    ]


def _made(role: Role | None, gaps: Sequence[str]) -> list[Question]:
    critical = sorted(role.critical, key=lambda need: -need.weight) if role else []
    needs = [*critical, *(role.preferred if role else [])]
    slugs = dict.fromkeys([*(gap for gap in gaps if gap in load.skills()), *(need.skill for need in needs)])
    return [questions.question_about(slug) for slug in slugs if load.skills()[slug].kind in _ASKABLE]


_ASKABLE = ("technical", "tool", "domain", "soft")


def _made_common() -> list[Question]:
    return [questions.question_about(slug) for slug in COMMON_SKILLS if slug in load.skills()]


def _take(
    chosen: list[Question],
    pool: Sequence[Question],
    count: int,
    wish: Wish,
    role: Role | None,
    dice: random.Random,
) -> None:
    """Move the `count` best of the pool to `chosen`, one after another, since each changes what fits best next."""
    luck = {question.slug: dice.random() for question in sorted(pool, key=lambda question: question.slug)}
    for place in range(count):
        taken = {question.slug for question in chosen}
        left = [question for question in pool if question.slug not in taken]
        if not left:
            return
        wanted = _level_at(wish.difficulty, place, count)
        chosen.append(max(left, key=lambda q: (_worth(q, wanted, chosen, wish, role) + luck[q.slug], q.slug)))


def _level_at(difficulty: Level, place: int, count: int) -> Level:
    ladder = LADDERS[difficulty]
    return ladder[min(len(ladder) - 1, place * len(ladder) // max(1, count))]


def _worth(question: Question, wanted: str, chosen: Sequence[Question], wish: Wish, role: Role | None) -> float:
    skills = set(question.skills)
    worth = OFF_LEVEL * abs(LEVELS.index(question.difficulty) - LEVELS.index(wanted))
    if role and role.slug in question.roles:
        worth += OWN
    gaps = [place for place, gap in enumerate(wish.gaps) if gap in skills]
    if gaps:
        worth += GAP * (1 - min(gaps) / (2 * max(1, len(wish.gaps))))
    if role:
        worth += NEED * max((need.weight / 5 for need in role.critical if need.skill in skills), default=0.0)
    if question.slug in wish.recent:
        worth += RECENT
    return worth + SAME_SKILL * sum(bool(skills & set(other.skills)) for other in chosen)


def _in_order(chosen: Sequence[Question], dice: random.Random) -> list[Question]:
    """A behavioural question first, then from easy to hard, the kinds mixed."""
    mixed = list(chosen)
    dice.shuffle(mixed)
    mixed.sort(key=lambda question: LEVELS.index(question.difficulty))
    first = next((question for question in mixed if question.kind == "behavioural"), None)
    return mixed if first is None else [first, *(question for question in mixed if question is not first)]
