"""What models cost, as the page shows it: figures into rows and charts. Pure."""

from collections.abc import Mapping

from babel.dates import format_date
from babel.numbers import format_decimal
from pydantic import BaseModel

from careercoach.core.texts import catalogue, text
from careercoach.features.usage.schemas import Share, UsageFigures
from careercoach.features.usage.service import dollars
from careercoach.ports.ai.asking import Provider
from careercoach.ports.ai.models import KnownModels, find_price, find_retired
from careercoach.ports.ai.probe import Probe

MICRO = 1_000_000

Points = list[tuple[str, float]]


class UsageRow(BaseModel):
    """A task, a model or a person."""

    name: str
    calls: int
    tokens: str
    cost: str
    failed: int
    has_unpriced: bool
    """Some calls are not in the cost: the price of their model is not known."""


class FailureRow(BaseModel):
    """One way in which calls to a provider ended."""

    provider: str
    outcome: str
    calls: int


class LatencyRow(BaseModel):
    """How long one model takes, in seconds."""

    model: str
    calls: int
    median: str
    slow: str
    first_word: str


class ModelRow(BaseModel):
    """A provider that is set up, and what is known of its model."""

    name: str
    host: str
    model: str
    has_price: bool
    is_retired: bool = False
    ends_on: str = ""
    instead: str = ""
    is_probed: bool = False
    answers: bool = False
    json_schema: bool = False
    streaming: bool = False
    first_word: str = ""
    speed: str = ""
    context: str = ""
    problem: str = ""


def task_names(figures: UsageFigures, language: str) -> dict[str, str]:
    """What people call the tasks; one without a word is its own name."""
    keys = {share.name: f"admin.task.{share.name.replace('.', '_')}" for share in figures.tasks}
    return {name: text(key, language) for name, key in keys.items() if key in catalogue()}


def rows_of(shares: list[Share], language: str, names: Mapping[str, str] | None = None) -> list[UsageRow]:
    """Rows of a table; `names`: what to call a share (people are kept by their id)."""
    return [
        UsageRow(
            name=(names or {}).get(share.name, share.name),
            calls=share.calls,
            tokens=format_decimal(share.tokens, locale=language),
            cost=dollars(share.cost_micro_usd, language),
            failed=share.failed,
            has_unpriced=share.unpriced > 0,
        )
        for share in shares
    ]


def cost_points(figures: UsageFigures, language: str) -> Points:
    """Dollars of each of the last 30 days."""
    return [(_day(day.day, language), round(day.cost_micro_usd / MICRO, 4)) for day in figures.days]


def call_points(figures: UsageFigures, language: str) -> Points:
    """Calls of each of the last 30 days."""
    return [(_day(day.day, language), float(day.calls)) for day in figures.days]


def latency_rows(figures: UsageFigures, language: str) -> list[LatencyRow]:
    """Seconds with one digit."""
    return [
        LatencyRow(
            model=one.model,
            calls=one.calls,
            median=seconds(one.median_ms, language),
            slow=seconds(one.slow_ms, language),
            first_word="" if one.first_word_ms is None else seconds(one.first_word_ms, language),
        )
        for one in figures.latencies
    ]


def failure_rows(figures: UsageFigures) -> list[FailureRow]:
    """The most frequent first."""
    return [FailureRow(provider=one.provider, outcome=one.outcome, calls=one.calls) for one in figures.failures]


def model_row(provider: Provider, known: KnownModels, language: str) -> ModelRow:
    """A provider before anybody has tried it out."""
    retired = find_retired(provider.model, known)
    return ModelRow(
        name=provider.name,
        host=provider.host,
        model=provider.model,
        has_price=find_price(provider.model, known) is not None,
        is_retired=retired is not None,
        ends_on=format_date(retired.on, "long", locale=language) if retired and retired.on else "",
        instead=retired.instead if retired else "",
    )


def probed(row: ModelRow, found: Probe, language: str) -> ModelRow:
    """The row with what trying it out told."""
    return row.model_copy(
        update={
            "is_probed": True,
            "answers": found.answers,
            "json_schema": found.json_schema,
            "streaming": found.streaming,
            "first_word": "" if found.first_word_ms is None else seconds(found.first_word_ms, language),
            "speed": "" if found.tokens_per_s is None else format_decimal(found.tokens_per_s, "#,##0", locale=language),
            "context": "" if not found.context_tokens else format_decimal(found.context_tokens, locale=language),
            "is_retired": row.is_retired or found.shutdown_on is not None,
            "ends_on": format_date(found.shutdown_on, "long", locale=language) if found.shutdown_on else row.ends_on,
            "problem": found.problem,
        }
    )


def seconds(milliseconds: int, language: str) -> str:
    """ "1.4" as the language writes it."""
    return format_decimal(round(milliseconds / 1000, 1), locale=language)


def _day(day: object, language: str) -> str:
    return format_date(day, "d MMM", locale=language)  # pyright: ignore[reportArgumentType]


def small_top(points: Points) -> float | None:
    """The end of an axis whose largest value is below one, where a chart by itself would end at one; else None."""
    largest = max((value for _, value in points), default=0.0)
    if largest <= 0 or largest > 1:
        return None
    step = 0.0001
    while step < largest:
        step *= 10
    return next(part * step / 10 for part in (1, 2, 5, 10) if part * step / 10 >= largest)
