"""Figures of usage that cross the border of the room."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel


class Budget(BaseModel):
    """What a person may still ask today (UTC)."""

    calls_left: int
    tokens_left: int
    is_open: bool
    """False: the budget of all people together is used up."""


class Expected(BaseModel):
    """About what one question will hold, in letters."""

    sent: int
    """Without the instructions of its kind."""
    reply: int
    input_hash: str = ""
    """Of its inputs, when they are known already: an answer may be kept from before."""


class Estimate(BaseModel):
    """What questions to a model would take, before they are asked."""

    questions: int = 0
    """Without those whose answer is kept from before: they take nothing."""
    left: int = 0
    """Answers that are left of the day; when they are not enough, how many of these questions get one."""
    is_enough: bool = True
    cost: str = ""
    """About so much, in dollars; empty when the price of the model is not known."""
    is_own: bool = False
    """The model runs on a machine of the house and has no price."""


class Share(BaseModel):
    """One row of a table: a task, a model or a person."""

    name: str
    calls: int = 0
    tokens: int = 0
    cost_micro_usd: int = 0
    """Of the calls whose price is known."""
    unpriced: int = 0
    """Calls whose price is not known."""
    failed: int = 0


class DayFigures(BaseModel):
    """One day (UTC)."""

    day: date
    calls: int = 0
    cost_micro_usd: int = 0
    failed: int = 0


class Failure(BaseModel):
    """How often calls to a provider ended in a way other than an answer."""

    provider: str
    outcome: str
    calls: int


class Latency(BaseModel):
    """How long answers of one model took, over the newest ones. Milliseconds."""

    model: str
    calls: int
    median_ms: int
    slow_ms: int
    """Nine of ten were faster."""
    first_word_ms: int | None = None
    """Median of streamed answers."""


class UsageFigures(BaseModel):
    """What the admin page shows: the last 30 days, today included."""

    days: list[DayFigures]
    tasks: list[Share]
    models: list[Share]
    people: list[Share]
    """The twelve who cost most; `name` is the person's id."""
    person_count: int
    """Everybody a question was about."""
    failures: list[Failure]
    latencies: list[Latency]

    @property
    def person_ids(self) -> list[UUID]:
        """Of `people`."""
        return [UUID(share.name) for share in self.people]
