"""What is said before a large run: never less than it takes, never a price that nobody knows."""

from uuid import UUID

import pytest

from careercoach.core import db
from careercoach.features.usage import flows, rules
from careercoach.features.usage.flows import DatabaseBooks
from careercoach.features.usage.schemas import Budget, Expected
from careercoach.ports.ai.bookkeeping import Turn
from careercoach.ports.ai.models import Price
from careercoach.ports.ai.seams import CacheKey, Kept
from tests import factories
from tests.ports.ai.house import REVIEW, openai_at

PLENTY = Budget(calls_left=30, tokens_left=200_000, is_open=True)
ONE = Expected(sent=4_000, reply=2_000)


def told(count: int, *, budget: Budget = PLENTY, price: Price | None = None, is_own: bool = False):
    return rules.estimate(
        [ONE] * count, instructions=800, most_out=1_000, budget=budget, price=price, is_own=is_own, language="en"
    )


def test_price_and_what_is_left():
    found = told(3, price=Price(input=1, output=10))
    assert (found.questions, found.left, found.is_enough, found.cost) == (3, 30, True, "$0.0195")
    assert told(1).cost == "", "an unknown price is not nothing"


def test_a_machine_of_ones_own_has_no_price_unless_the_operator_gave_it_one():
    assert told(1, is_own=True).is_own
    assert not told(1, is_own=True, price=Price(input=1, output=1)).is_own


@pytest.mark.parametrize(
    ("budget", "left"),
    [
        (Budget(calls_left=2, tokens_left=200_000, is_open=True), 2),
        (Budget(calls_left=30, tokens_left=6_000, is_open=True), 2),
        (Budget(calls_left=30, tokens_left=200_000, is_open=False), 0),
        (Budget(calls_left=0, tokens_left=0, is_open=True), 0),
    ],
    ids=["calls", "tokens", "everybody's budget", "nothing"],
)
def test_what_the_day_is_not_enough_for(budget: Budget, left: int):
    found = told(3, budget=budget)
    assert (found.left, found.is_enough) == (left, False)


async def test_what_was_answered_before_takes_nothing(database: object, monkeypatch: pytest.MonkeyPatch):
    async with db.transaction() as session:
        asha: UUID = (await factories.add_person(session)).id
    known, new = (Expected(sent=100, reply=100, input_hash=letter * 64) for letter in "ab")
    assert await flows.estimate(asha, REVIEW, [known], language="en") is None, "there is nobody to ask"
    provider = openai_at("http://127.0.0.1:9/v1")

    async def turns(task: str) -> list[Turn]:
        return [Turn(provider, provider.model)]

    monkeypatch.setattr(flows, "lineup", lambda: turns)
    key = CacheKey(asha, REVIEW.name, REVIEW.prompt_version, provider.model, known.input_hash)
    await DatabaseBooks().keep(key, Kept("openai", provider.model, {}))
    for asked, questions in ((known, 0), (new, 1)):
        found = await flows.estimate(asha, REVIEW, [asked], language="en")
        assert found is not None and found.questions == questions and found.left == 30
