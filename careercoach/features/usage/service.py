"""Ledger, budgets and kept answers. A budget is taken before a call and put right after it, in single statements."""

import hashlib
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Date, cast, delete, func, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.ext.asyncio import AsyncSession
from sqlmodel import SQLModel, col, select

from careercoach.core.clock import utc_now
from careercoach.features.usage import rules
from careercoach.features.usage.models import AiAnswer, AiCall, AiDay, AiPersonDay, AiPlace
from careercoach.features.usage.rules import MICRO, Sum
from careercoach.features.usage.rules import dollars as dollars
from careercoach.features.usage.schemas import Budget, UsageFigures
from careercoach.ports.ai.seams import CacheKey, CallEntry, Kept, Wish
from careercoach.settings import settings

NEWEST_CALLS = 2000
"""Latencies are told from so many calls."""
LEDGER_DAYS = 400
LONGEST_QUESTION = timedelta(minutes=20)
"""No question is on its way for so long (a machine of one's own may be given 15): its process has died."""


async def reserve(session: AsyncSession, *, wish: Wish, day: date) -> UUID | None:
    """A place in the budgets of the person and of all: one call and its tokens. None when either is used up.

    Two that ask for the last place at once: one gets it. The caller rolls back on None.
    """
    if not await _take_all(session, wish, day, calls=1):
        return None
    place = AiPlace(user_id=wish.asker, day=day, tokens=wish.tokens, cost_micro_usd=wish.cost_micro_usd or 0)
    session.add(place)
    await session.flush()
    return place.id


async def extend(session: AsyncSession, *, place_id: UUID, more: Wish) -> bool:
    """Add tokens to a place; its call counts as one still. False: nothing is left, and the caller rolls back."""
    place = await session.get(AiPlace, place_id, with_for_update=True)
    if place is None or not await _take_all(session, more, place.day, calls=0):
        return False
    place.tokens += more.tokens
    place.cost_micro_usd += more.cost_micro_usd or 0
    return True


async def _take_all(session: AsyncSession, wish: Wish, day: date, *, calls: int) -> bool:
    cost = wish.cost_micro_usd or 0
    most_all = {
        "calls": settings.ai_all_calls_per_day,
        "tokens": settings.ai_all_tokens_per_day,
        "cost_micro_usd": round(settings.ai_all_usd_per_day * MICRO),
    }
    if not await _take(
        session, AiDay, {"day": day}, {"calls": calls, "tokens": wish.tokens, "cost_micro_usd": cost}, most_all
    ):
        return False
    if wish.asker is None:
        return True
    most = {"calls": settings.ai_calls_per_day, "tokens": settings.ai_tokens_per_day}
    return await _take(
        session, AiPersonDay, {"user_id": wish.asker, "day": day}, {"calls": calls, "tokens": wish.tokens}, most
    )


async def settle(session: AsyncSession, *, place_id: UUID, entries: list[CallEntry], day: date) -> None:
    """Write the lines and put what was used in the place of what was reserved. No lines: the place is given back.

    A place that was given back meanwhile: what was used is added to the budgets of `day`.
    """
    asker = next((entry.asker for entry in entries), None)
    used = AiPlace(
        user_id=asker,
        day=day,
        tokens=sum(entry.input_tokens + entry.output_tokens for entry in entries),
        cost_micro_usd=sum(entry.cost_micro_usd or 0 for entry in entries),
    )
    place = await session.get(AiPlace, place_id, with_for_update=True)
    if place is not None:
        used.day, used.user_id = place.day, place.user_id
        used.tokens -= place.tokens
        used.cost_micro_usd -= place.cost_micro_usd
        await session.delete(place)
    await _add(session, used, calls=bool(entries) - (place is not None))
    session.add_all(_row(entry) for entry in entries)
    await session.flush()


async def give_back_lost(session: AsyncSession, *, now: datetime) -> int:
    """Give back the places of processes that died before they could. Returns how many."""
    lost = select(AiPlace).where(col(AiPlace.taken_at) < now - LONGEST_QUESTION).with_for_update(skip_locked=True)
    places = (await session.execute(lost)).scalars().all()
    for place in places:
        taken = AiPlace(
            user_id=place.user_id, day=place.day, tokens=-place.tokens, cost_micro_usd=-place.cost_micro_usd
        )
        await _add(session, taken, calls=-1)
        await session.delete(place)
    return len(places)


async def _add(session: AsyncSession, amounts: AiPlace, *, calls: int) -> None:
    """To the budgets of a day, whatever their limits."""
    await session.execute(
        update(AiDay)
        .where(col(AiDay.day) == amounts.day)
        .values(
            calls=col(AiDay.calls) + calls,
            tokens=col(AiDay.tokens) + amounts.tokens,
            cost_micro_usd=col(AiDay.cost_micro_usd) + amounts.cost_micro_usd,
        )
    )
    if amounts.user_id is not None:
        await session.execute(
            update(AiPersonDay)
            .where(col(AiPersonDay.user_id) == amounts.user_id, col(AiPersonDay.day) == amounts.day)
            .values(calls=col(AiPersonDay.calls) + calls, tokens=col(AiPersonDay.tokens) + amounts.tokens)
        )


async def get_budget(session: AsyncSession, *, user_id: UUID, day: date) -> Budget:
    """What is left of the day for a person."""
    mine = await session.get(AiPersonDay, (user_id, day))
    all_ = await session.get(AiDay, day)
    used = (mine.calls, mine.tokens) if mine else (0, 0)
    is_open = all_ is None or (
        all_.calls < settings.ai_all_calls_per_day
        and all_.tokens < settings.ai_all_tokens_per_day
        and all_.cost_micro_usd < settings.ai_all_usd_per_day * MICRO
    )
    return Budget(
        calls_left=max(0, settings.ai_calls_per_day - used[0]),
        tokens_left=max(0, settings.ai_tokens_per_day - used[1]),
        is_open=is_open,
    )


async def find_kept(session: AsyncSession, *, key: CacheKey) -> Kept | None:
    """The answer to the same question, while it is fresh."""
    row = await session.get(AiAnswer, _hash(key))
    if row is None or row.kept_at < utc_now() - timedelta(days=settings.ai_keep_days):
        return None
    return Kept(row.provider, row.model, row.parts)


async def keep(session: AsyncSession, *, key: CacheKey, kept: Kept) -> None:
    """Keep an answer for the next time; a newer one takes the place of an older."""
    values: dict[str, Any] = {
        "key": _hash(key), "user_id": key.asker, "provider": kept.provider, "model": kept.model,
        "parts": kept.parts, "kept_at": utc_now(),
    }  # fmt: skip
    statement = _insert(session, AiAnswer).values(**values)
    newer = {name: statement.excluded[name] for name in ("provider", "model", "parts", "kept_at")}
    await session.execute(statement.on_conflict_do_update(index_elements=["key"], set_=newer))


async def get_figures(session: AsyncSession, *, now: datetime) -> UsageFigures:
    """The last 30 days, added up."""
    since = (now - timedelta(days=rules.DAYS - 1)).replace(hour=0, minute=0, second=0, microsecond=0)
    sums = await _sums(session, since)
    newest = (
        select(AiCall.model, AiCall.latency_ms, AiCall.first_word_ms)
        .where(col(AiCall.at) >= since, col(AiCall.outcome).in_(rules.ANSWERED))
        .order_by(col(AiCall.at).desc())
        .limit(NEWEST_CALLS)
    )
    return UsageFigures(
        days=rules.by_day(sums, now.date()),
        tasks=rules.shares(sums, "task"),
        models=rules.shares(sums, "model"),
        people=rules.shares(sums, "person", most=rules.MOST_PEOPLE),
        person_count=len({one.person for one in sums if one.person}),
        failures=rules.failures(sums),
        latencies=rules.latencies((row[0], row[1], row[2]) for row in (await session.execute(newest)).all()),
    )


async def purge(session: AsyncSession, *, now: datetime) -> int:
    """Delete what is too old: answers after `ai_keep_days`, lines and budgets after 400 days. Returns rows deleted."""
    deleted = 0
    before = now - timedelta(days=LEDGER_DAYS)
    for statement in (
        delete(AiAnswer).where(col(AiAnswer.kept_at) < now - timedelta(days=settings.ai_keep_days)),
        delete(AiCall).where(col(AiCall.at) < before),
        delete(AiPersonDay).where(col(AiPersonDay.day) < before.date()),
        delete(AiDay).where(col(AiDay.day) < before.date()),
    ):
        deleted += int((await session.execute(statement)).rowcount)  # pyright: ignore[reportAttributeAccessIssue]
    return deleted


async def _sums(session: AsyncSession, since: datetime) -> list[Sum]:
    # SQLite keeps times as text and PostgreSQL in the session's zone: each has its own way to the UTC day.
    at = col(AiCall.at)
    on_postgres = session.get_bind().dialect.name == "postgresql"
    day = cast(func.timezone("UTC", at), Date) if on_postgres else func.date(at, type_=Date)
    keys = (day, AiCall.task, AiCall.provider, AiCall.model, AiCall.user_id, AiCall.outcome)
    statement = (
        select(  # pyright: ignore[reportCallIssue]
            *keys,  # pyright: ignore[reportArgumentType]
            func.count(),
            func.sum(AiCall.input_tokens + AiCall.output_tokens),
            func.coalesce(func.sum(AiCall.cost_micro_usd), 0),
            func.count() - func.count(col(AiCall.cost_micro_usd)),
        )
        .where(at >= since)
        .group_by(*keys)
    )
    rows: list[Any] = list((await session.execute(statement)).all())
    return [
        Sum(day, task, provider, model, str(user or ""), outcome, calls, int(tokens), int(cost), unpriced)
        for day, task, provider, model, user, outcome, calls, tokens, cost, unpriced in rows
    ]


async def _take(
    session: AsyncSession, table: type[SQLModel], key: dict[str, Any], amounts: dict[str, int], most: dict[str, int]
) -> bool:
    """Add the amounts to a day's row, unless one of them would go beyond its limit. One statement."""
    if any(amount > most[name] for name, amount in amounts.items()):
        return False
    columns = {name: col(getattr(table, name)) for name in amounts}
    statement = (
        _insert(session, table)
        .values(**key, **amounts)
        .on_conflict_do_update(
            index_elements=list(key),
            set_={name: column + amounts[name] for name, column in columns.items()},
            where=_all(*(column + amounts[name] <= most[name] for name, column in columns.items())),
        )
        .returning(columns["calls"])
    )
    return (await session.execute(statement)).first() is not None


def _all(*conditions: Any) -> Any:
    whole = conditions[0]
    for condition in conditions[1:]:
        whole &= condition
    return whole


def _insert(session: AsyncSession, table: type[SQLModel]) -> Any:
    dialect = postgresql if session.get_bind().dialect.name == "postgresql" else sqlite
    return dialect.insert(table)


def _hash(key: CacheKey) -> str:
    parts = (str(key.asker or ""), key.task, key.prompt_version, key.model, key.input_hash)
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()


def _row(entry: CallEntry) -> AiCall:
    return AiCall(
        user_id=entry.asker,
        task=entry.task[:80],
        prompt_version=entry.prompt_version[:40],
        input_hash=entry.input_hash,
        provider=entry.provider[:20],
        host=entry.host[:255],
        model=entry.model[:120],
        request_id=entry.request_id[:100],
        input_tokens=entry.input_tokens,
        cached_tokens=entry.cached_tokens,
        output_tokens=entry.output_tokens,
        reasoning_tokens=entry.reasoning_tokens,
        cost_micro_usd=entry.cost_micro_usd,
        estimated=entry.estimated,
        latency_ms=entry.latency_ms,
        first_word_ms=entry.first_word_ms,
        tries=entry.tries,
        outcome=entry.outcome,
        at=entry.at,
    )
