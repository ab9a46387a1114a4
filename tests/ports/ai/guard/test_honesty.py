"""A model that lies in every field leaves nothing false."""

from typing import Literal

import pytest
from pydantic import BaseModel, Field

from careercoach.ports.ai.contract import CoachAnswer, Made
from careercoach.ports.ai.guard.honesty import Ground, make_honest

CV = "Asha. Reporting assistant, Lumen Foods, 2022 - present. Wrote SQL queries for 14 store managers."
POSTING = "We look for an analyst with SQL, Python and 3 years of work."


class Point(BaseModel):
    skill: str
    status: Literal["had", "close", "missing"]
    score: int = Field(ge=0, le=100)
    hours: int = 0
    quote: str = ""
    why: str = ""


class Review(CoachAnswer):
    verdict: Literal["FIT", "NOT_YET"]
    is_ready: bool
    overall: int = Field(ge=0, le=100)
    confidence: float = 0.5
    summary: str
    points: list[Point] = []
    tips: list[str] = []
    figures: dict[str, int] = {}
    link: str = ""


OURS = Review(
    verdict="NOT_YET", is_ready=False, overall=48, confidence=0.7, summary="SQL is there, Python is missing.",
    points=[
        Point(skill="SQL", status="had", score=80, quote="Wrote SQL queries", why="You wrote SQL queries."),
        Point(skill="Python", status="missing", score=0, hours=60, quote="", why="Python is missing."),
    ],
    tips=["Learn Python."], figures={"skills": 50},
)  # fmt: skip
LIES = Review(
    verdict="FIT", is_ready=True, overall=100, confidence=1.0,
    summary="You led 40 people at Google. You have a PhD from Harvard. See https://evil.example. Your SQL queries are clear.",
    points=[
        Point(skill="SQL", status="had", score=100, hours=999, quote="wrote sql QUERIES", why="You are strong in SQL."),
        Point(skill="Python", status="had", score=100, hours=1, quote="Built Python services", why="You know Kubernetes well."),
        Point(skill="Rust", status="had", score=100, quote="Wrote Rust", why="Ten years of Rust."),
        Point(skill="Leadership", status="had", score=100, quote="Wrote SQL queries", why="Led people."),
    ],
    tips=["Visit evil.example/login", "![x](https://evil.example/a.png)", "Learn Python next."],
    figures={"skills": 100, "evil": 7}, link="https://evil.example", made=Made(engine="openai"), source="openai",
)  # fmt: skip


def honest(answer: Review, **ground) -> Review:
    return make_honest(answer, OURS, Ground(sources=(CV, POSTING), own=(CV,), **ground))


def test_lies_in_every_field():
    shown = honest(LIES)
    assert shown.verdict == "NOT_YET" and shown.is_ready is False
    assert shown.overall == 58 and shown.confidence == pytest.approx(0.8)
    assert shown.summary == "Your SQL queries are clear."
    assert [(point.skill, point.status, point.score, point.hours) for point in shown.points] == [
        ("SQL", "had", 90, 0), ("Python", "missing", 10, 60),
    ]  # fmt: skip
    assert shown.points[0].quote == "Wrote SQL queries" and shown.points[1].quote == ""
    assert shown.points[1].why == "Python is missing."
    assert shown.tips == ["Learn Python next."] and shown.figures == {"skills": 50} and shown.link == ""
    assert shown.made.engine == "openai" and shown.source == "openai"
    for lie in ("Google", "Harvard", "40", "evil", "Rust", "Kubernetes", "999"):
        assert lie not in shown.model_dump_json(exclude={"made", "source"})


def test_an_honest_answer_stays():
    said = OURS.model_copy(update={"overall": 52, "summary": "Your SQL queries for 14 managers are a good start."})
    assert honest(said) == said


def test_where_nothing_is_left_our_own_words_stand():
    said = OURS.model_copy(update={"summary": "You worked at Google.", "tips": ["https://evil.example"]})
    assert honest(said).summary == OURS.summary and honest(said).tips == OURS.tips


def test_only_the_parts_of_the_model_are_judged():
    shown = make_honest(LIES, OURS, Ground(sources=(CV,)), parts=["overall"])
    assert shown.overall == 58 and shown.summary == LIES.summary


def test_a_link_on_the_list_stays():
    ours = frozenset({"https://docs.example/sql"})
    said = OURS.model_copy(update={"link": "https://docs.example/sql", "summary": "Read https://docs.example/sql."})
    shown = honest(said, links=ours)
    assert shown.link == said.link and "https://docs.example/sql" in shown.summary
