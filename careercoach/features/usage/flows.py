"""The books the AI engine writes: each entry a short transaction of its own, never while a model thinks. And what
questions would take, before they are asked."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy.exc import IntegrityError

from careercoach.core import db
from careercoach.core.clock import utc_now
from careercoach.core.logs import log
from careercoach.features.usage import rules, service
from careercoach.features.usage.schemas import Estimate, Expected
from careercoach.ports.ai import AiTask
from careercoach.ports.ai.models import find_price
from careercoach.ports.ai.providers import lineup, models_known
from careercoach.ports.ai.seams import CacheKey, CallEntry, Kept, Reserved, Wish


class _UsedUpError(Exception):
    """Rolls a half-taken place back."""


class DatabaseBooks:
    """Ledger, budgets and cache in the database."""

    def __init__(self) -> None:
        self._open: set[UUID] = set()
        """Places that this process has to settle. Those of a process that died are given back by the clock."""

    async def reserve(self, wish: Wish) -> Reserved | None:
        """A place in today's budgets, or None when they are used up."""
        try:
            async with db.transaction() as session:
                place_id = await service.reserve(session, wish=wish, day=utc_now().date())
                if place_id is None:
                    raise _UsedUpError
        except _UsedUpError:
            return None
        self._open.add(place_id)
        return Reserved(place_id)

    async def extend(self, place: Reserved, more: Wish) -> bool:
        """Add to a place what asking once more may cost. False: nothing is left."""
        try:
            async with db.transaction() as session:
                if not await service.extend(session, place_id=place.id, more=more):
                    raise _UsedUpError
        except _UsedUpError:
            return False
        return True

    async def settle(self, place: Reserved, entries: list[CallEntry]) -> None:
        """Write what the place was used for. The second time nothing happens."""
        if place.id not in self._open:
            return
        self._open.discard(place.id)
        try:
            await _settle(place, entries)
        except IntegrityError:
            # The person has left while the model was thinking: the cost stays, the name does not.
            await _settle(place, [replace(entry, asker=None) for entry in entries])

    async def find_kept(self, key: CacheKey) -> Kept | None:
        """The answer to the same question, while it is fresh."""
        async with db.reading() as session:
            return await service.find_kept(session, key=key)

    async def keep(self, key: CacheKey, kept: Kept) -> None:
        """Keep an answer for the next time."""
        try:
            async with db.transaction() as session:
                await service.keep(session, key=key, kept=kept)
        except IntegrityError:
            return  # the person has left


async def estimate(user_id: UUID, task: AiTask[Any], expected: Sequence[Expected], *, language: str) -> Estimate | None:
    """What these questions would take of today; None when there is nobody to ask. Whether the person agrees is theirs
    to look up who asks."""
    turns = await lineup()(task.name)
    if not turns:
        return None
    first = turns[0]
    async with db.reading() as session:
        budget = await service.get_budget(session, user_id=user_id, day=utc_now().date())
        fresh: list[Expected] = []
        for one in expected:
            key = CacheKey(user_id, task.name, task.prompt_version, first.model, one.input_hash)
            if not one.input_hash or await service.find_kept(session, key=key) is None:
                fresh.append(one)
    return rules.estimate(
        fresh,
        instructions=len(task.prompt),
        most_out=task.limits.max_output_tokens,
        budget=budget,
        price=find_price(first.model, models_known()),
        is_own=first.provider.is_local,
        language=language,
    )


async def _settle(place: Reserved, entries: list[CallEntry]) -> None:
    async with db.transaction() as session:
        await service.settle(session, place_id=place.id, entries=entries, day=utc_now().date())


async def give_back_lost(now: datetime) -> None:
    """Give back the places of processes that died with a question on its way."""
    async with db.transaction() as session:
        if count := await service.give_back_lost(session, now=now):
            log.warning("%d places in the budgets of models were left by a process that died", count)


async def clean_up() -> int:
    """Delete what is too old."""
    async with db.transaction() as session:
        return await service.purge(session, now=utc_now())
