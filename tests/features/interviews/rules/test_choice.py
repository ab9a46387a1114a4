"""Which questions are asked, and in what order."""

import pytest

from careercoach.content import load
from careercoach.features.interviews.rules.choice import LEVELS, Wish, choose_questions

SOME_ROLES = ("data-analyst", "backend-developer", "registered-nurse", "electrician", "agronomist", "lawyer", "chef")


@pytest.mark.parametrize("size", [5, 8, 12])
def test_every_role_gets_as_many_as_wished_and_none_twice(size: int):
    for role in load.roles():
        slugs = [question.slug for question in choose_questions(Wish(role, size))]
        assert len(slugs) == len(set(slugs)) == size, role


def test_same_seed_same_questions_other_seed_others():
    wish = Wish("backend-developer", 8, seed=7)
    assert choose_questions(wish) == choose_questions(wish)
    assert len({tuple(q.slug for q in choose_questions(wish._replace(seed=seed))) for seed in range(6)}) > 2


@pytest.mark.parametrize("role", [role for role in SOME_ROLES if role in load.roles()])
def test_kinds_are_mixed_and_it_gets_harder(role: str):
    chosen = choose_questions(Wish(role, 8))
    levels = [LEVELS.index(question.difficulty) for question in chosen[1:]]
    assert levels == sorted(levels)
    if any(role in question.roles for question in load.questions().values()):
        assert {"technical", "situational"} <= {question.kind for question in chosen}


def test_gaps_are_asked_about():
    gap = "sql"
    asked = [
        any("sql" in question.skills for question in choose_questions(Wish("data-analyst", 5, gaps=[gap], seed=seed)))
        for seed in range(8)
    ]
    assert all(asked)


def test_recent_questions_do_not_come_again_while_others_are_left():
    first = choose_questions(Wish("backend-developer", 5, seed=1))
    again = choose_questions(Wish("backend-developer", 5, seed=1, recent={question.slug for question in first}))
    assert not {question.slug for question in first} & {question.slug for question in again}


def test_difficulty_moves_the_questions():
    def mean(difficulty: str) -> float:
        chosen = choose_questions(Wish("backend-developer", 8, difficulty))  # pyright: ignore[reportArgumentType]
        return sum(LEVELS.index(question.difficulty) for question in chosen) / 8

    assert mean("easy") < mean("medium") < mean("hard")


def test_unknown_role_still_gets_an_interview():
    assert len(choose_questions(Wish("", 5))) == 5
