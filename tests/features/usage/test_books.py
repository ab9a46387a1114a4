"""Budgets are taken before a call, whoever else asks at the same moment; what was used is put right after it."""

import asyncio
from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlmodel import select

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.ids import new_id
from careercoach.features.accounts.models import User
from careercoach.features.usage import flows, jobs, service
from careercoach.features.usage.flows import DatabaseBooks
from careercoach.features.usage.models import AiAnswer, AiCall, AiDay, AiPersonDay
from careercoach.ports.ai.seams import CacheKey, CallEntry, Kept, Wish
from careercoach.settings import settings
from tests import factories
from tests.ports.ai.house import GOOD, REVIEW, TestHouse, openai_at
from tests.standins.openai_server import OpenAiServer


@pytest.fixture
async def asha(database: object) -> UUID:
    async with db.transaction() as session:
        return (await factories.add_person(session)).id


@pytest.fixture
def limits(monkeypatch: pytest.MonkeyPatch):
    def change(**values: Any) -> None:
        for name, value in values.items():
            monkeypatch.setattr(settings, name, value)

    return change


def wish(asker: UUID | None, *, tokens: int = 100, cost: int | None = 50) -> Wish:
    return Wish(asker, "tests.review", tokens, cost)


def entry(asker: UUID | None, **changes: Any) -> CallEntry:
    values: dict[str, Any] = {
        "asker": asker, "task": "tests.review", "prompt_version": "1-abc", "input_hash": "0" * 64,
        "provider": "openai", "host": "api.openai.com", "model": "gpt-6-luna", "request_id": "req_1",
        "input_tokens": 30, "cached_tokens": 0, "output_tokens": 10, "reasoning_tokens": 0, "cost_micro_usd": 8,
        "estimated": False, "latency_ms": 900, "first_word_ms": None, "tries": 1, "outcome": "ok", "at": utc_now(),
    }  # fmt: skip
    return CallEntry(**(values | changes))


async def used(asker: UUID | None = None) -> tuple[int, ...]:
    """Calls, tokens and cost of all today; of one person calls and tokens."""
    async with db.reading() as session:
        if asker:
            mine = await session.get(AiPersonDay, (asker, utc_now().date()))
            return (mine.calls, mine.tokens) if mine else (0, 0)
        all_ = await session.get(AiDay, utc_now().date())
        return (all_.calls, all_.tokens, all_.cost_micro_usd) if all_ else (0, 0, 0)


async def test_reserved_before_and_put_right_after(asha: UUID):
    books = DatabaseBooks()
    place = await books.reserve(wish(asha))
    assert place and await used(asha) == (1, 100) and await used() == (1, 100, 50)
    await books.settle(place, [entry(asha)])
    assert await used(asha) == (1, 40) and await used() == (1, 40, 8)
    await books.settle(place, [entry(asha)])
    assert await used(asha) == (1, 40), "settling twice is settling once"
    async with db.reading() as session:
        rows = (await session.execute(select(AiCall))).scalars().all()
    assert [(row.user_id, row.outcome, row.cost_micro_usd) for row in rows] == [(asha, "ok", 8)]


async def test_nobody_was_asked_so_the_place_is_given_back(asha: UUID):
    books = DatabaseBooks()
    place = await books.reserve(wish(asha))
    assert place
    await books.settle(place, [])
    assert await used(asha) == (0, 0) and await used() == (0, 0, 0)


@pytest.mark.parametrize(
    "limit",
    [
        {"ai_calls_per_day": 1}, {"ai_tokens_per_day": 199}, {"ai_all_calls_per_day": 1},
        {"ai_all_tokens_per_day": 199}, {"ai_all_usd_per_day": 0.000099},
    ],
)  # fmt: skip
async def test_each_limit_holds_and_a_refusal_takes_nothing(asha: UUID, limits: Any, limit: dict[str, float]):
    limits(**limit)
    books = DatabaseBooks()
    assert await books.reserve(wish(asha))
    before = await used(asha), await used()
    assert await books.reserve(wish(asha)) is None
    assert (await used(asha), await used()) == before


async def test_a_limit_of_nothing_lets_nobody_in(asha: UUID, limits: Any):
    limits(ai_calls_per_day=0)
    assert await DatabaseBooks().reserve(wish(asha)) is None
    assert await used() == (0, 0, 0)


async def test_one_persons_budget_is_not_anothers(asha: UUID, limits: Any):
    limits(ai_calls_per_day=1)
    async with db.transaction() as session:
        otto = (await factories.add_person(session, email="otto@example.org")).id
    books = DatabaseBooks()
    assert await books.reserve(wish(asha)) and await books.reserve(wish(otto))


async def test_a_price_that_is_not_known_counts_by_tokens(asha: UUID):
    books = DatabaseBooks()
    place = await books.reserve(wish(asha, cost=None))
    assert place
    await books.settle(place, [entry(asha, cost_micro_usd=None)])
    assert await used() == (1, 40, 0)
    async with db.reading() as session:
        assert (await session.execute(select(AiCall.cost_micro_usd))).scalars().all() == [None], "unknown is not free"


@pytest.mark.slow
async def test_a_hundred_at_once_at_a_limit_of_thirty(asha: UUID, limits: Any):
    limits(ai_calls_per_day=30)
    async with OpenAiServer() as server:
        server.answer = GOOD
        house = TestHouse([openai_at(server.url, timeout_s=20)])
        house.coach.books = DatabaseBooks()
        house.coach.pace = type(house.coach.pace)(answer_s=60, at_once=20)
        answers = await asyncio.gather(
            *(house.coach.ask(REVIEW, language="en", asker=asha, letter=f"letter {number}") for number in range(100))
        )
        assert len(server.asked) == 30
    assert sorted(answer.made.why for answer in answers) == [""] * 30 + ["over_budget"] * 70
    assert (await used(asha))[0] == 30


async def test_who_left_in_the_meantime_leaves_no_name(asha: UUID):
    books = DatabaseBooks()
    place = await books.reserve(wish(asha))
    assert place
    async with db.transaction() as session:
        await session.delete(await session.get(User, asha))
    await books.settle(place, [entry(asha)])
    await books.keep(CacheKey(asha, "t", "1", "m", "0"), Kept("openai", "m", {}))
    async with db.reading() as session:
        assert (await session.execute(select(AiCall.user_id))).scalars().all() == [None]
        assert (await session.execute(select(AiAnswer))).first() is None
    assert await used() == (1, 40, 8), "the money is gone all the same"


async def test_answers_are_kept_for_their_person_and_their_time(asha: UUID, limits: Any):
    books = DatabaseBooks()
    key = CacheKey(asha, "tests.review", "1-abc", "gpt-6-luna", "0" * 64)
    kept = Kept("openai", "gpt-6-luna-1", {"words": "fine"})
    await books.keep(key, kept)
    await books.keep(key, kept)
    assert await books.find_kept(key) == kept
    assert await books.find_kept(replace(key, asker=new_id())) is None
    assert await books.find_kept(replace(key, model="another")) is None
    limits(ai_keep_days=0)
    assert await books.find_kept(key) is None


async def test_what_is_old_goes(asha: UUID, limits: Any):
    old = utc_now() - timedelta(days=500)
    async with db.transaction() as session:
        session.add(AiDay(day=old.date(), calls=1, tokens=1, cost_micro_usd=1))
        session.add(AiPersonDay(user_id=asha, day=old.date(), calls=1, tokens=1))
        session.add(AiAnswer(key="a" * 64, user_id=asha, provider="x", model="x", parts={}, kept_at=old))
        session.add(service._row(entry(asha, at=old)))  # pyright: ignore[reportPrivateUsage]
        session.add(service._row(entry(asha)))  # pyright: ignore[reportPrivateUsage]
    assert await flows.clean_up() == 4
    assert await flows.clean_up() == 0


async def test_what_is_left_of_the_day(asha: UUID, limits: Any):
    limits(ai_calls_per_day=3, ai_tokens_per_day=1000, ai_all_calls_per_day=2)
    books = DatabaseBooks()
    await books.reserve(wish(asha))
    async with db.reading() as session:
        budget = await service.get_budget(session, user_id=asha, day=utc_now().date())
    assert (budget.calls_left, budget.tokens_left, budget.is_open) == (2, 900, True)
    await books.reserve(wish(None))
    async with db.reading() as session:
        assert not (await service.get_budget(session, user_id=asha, day=utc_now().date())).is_open


async def test_figures_of_thirty_days(asha: UUID):
    books = DatabaseBooks()
    for changes in (
        {}, {"outcome": "repaired", "latency_ms": 100}, {"outcome": "rate", "cost_micro_usd": 0},
        {"task": "tests.talk", "outcome": "stopped", "cost_micro_usd": None, "first_word_ms": 80},
    ):  # fmt: skip
        place = await books.reserve(wish(asha))
        assert place
        await books.settle(place, [entry(asha, **changes)])
    async with db.reading() as session:
        figures = await service.get_figures(session, now=utc_now())
    assert len(figures.days) == 30 and figures.days[-1].day == utc_now().date()
    assert (figures.days[-1].calls, figures.days[-1].cost_micro_usd, figures.days[-1].failed) == (4, 16, 1)
    assert [(share.name, share.calls, share.failed) for share in figures.tasks] == [
        ("tests.review", 3, 1), ("tests.talk", 1, 0),
    ]  # fmt: skip
    assert figures.tasks[1].unpriced == 1 and figures.person_ids == [asha] and figures.person_count == 1
    assert [(one.outcome, one.calls) for one in figures.failures] == [("rate", 1)]
    assert (figures.latencies[0].calls, figures.latencies[0].slow_ms) == (2, 900)


async def test_asking_again_is_one_question_with_more_tokens(asha: UUID, limits: Any):
    limits(ai_calls_per_day=1, ai_tokens_per_day=250)
    books = DatabaseBooks()
    place = await books.reserve(wish(asha))
    assert place and await books.extend(place, wish(asha))
    assert await used(asha) == (1, 200) and await used() == (1, 200, 100)
    assert not await books.extend(place, wish(asha)), "three times a hundred is more than the day has"
    assert await used(asha) == (1, 200)
    await books.settle(place, [entry(asha), entry(asha)])
    assert await used(asha) == (1, 80) and await used() == (1, 80, 16)
    assert not await books.extend(place, wish(asha, tokens=1)), "a place that is settled is none"


async def test_what_a_dead_process_left_is_given_back(asha: UUID):
    place = await DatabaseBooks().reserve(wish(asha))
    nobodys = await DatabaseBooks().reserve(wish(None))
    assert place and nobodys
    await flows.give_back_lost(utc_now() + timedelta(minutes=10))
    assert await used(asha) == (1, 100), "it may be on its way still"
    await flows.give_back_lost(utc_now() + timedelta(minutes=21))
    await flows.give_back_lost(utc_now() + timedelta(minutes=22))
    assert await used(asha) == (0, 0) and await used() == (0, 0, 0)


async def test_who_was_thought_dead_and_is_not_pays_what_was_used(asha: UUID):
    books = DatabaseBooks()
    place = await books.reserve(wish(asha))
    assert place
    await flows.give_back_lost(utc_now() + timedelta(minutes=21))
    await books.settle(place, [entry(asha)])
    assert await used(asha) == (1, 40) and await used() == (1, 40, 8)


async def test_the_clock_gives_back_what_was_left(asha: UUID):
    assert await DatabaseBooks().reserve(wish(asha))
    await jobs.due(utc_now() + timedelta(minutes=21))
    assert await used(asha) == (0, 0)
